"""What a browser remembers, and what an address may say."""

import base64
import json
from types import SimpleNamespace

import pytest

from tests.ui.conftest import ADVISOR, EDITOR
from workbench.store.protocol import ProgrammeId
from workbench.ui import state


@pytest.fixture
def session(monkeypatch):
    """Return a function that opens the app in a browser with a cookie, at an address."""

    def begun(cookie=None, **address):
        cookies = {} if cookie is None else {state.COOKIE: cookie}
        context = SimpleNamespace(cookies=cookies, timezone=None)
        new = SimpleNamespace(session_state={}, query_params=address, context=context)
        monkeypatch.setattr(state, "st", new)
        state.begin()

    return begun


def packed(plain):
    return base64.urlsafe_b64encode(plain.encode("utf-8", "surrogatepass")).decode()


@pytest.mark.parametrize("person", [EDITOR, ADVISOR])
def test_a_browser_remembers_who_works_here_and_in_which_language(session, person):
    session()
    state.choose_person(person)
    state.choose_language("en")
    session(state.cookie())
    assert state.person() == person
    assert state.language() == "en"


def test_a_new_browser_knows_nobody_and_speaks_dutch(session):
    session()
    assert state.person() is None
    assert state.language() == "nl"


def test_who_left_is_not_remembered(session):
    session()
    state.choose_person(EDITOR)
    state.choose_person(None)
    session(state.cookie())
    assert state.person() is None


def test_a_link_in_english_wins_from_what_the_browser_remembers(session):
    session(packed('{"language": "nl"}'), lang="en")
    assert state.language() == "en"


def test_a_cookie_is_one_word_that_fits_in_a_header(session):
    session()
    state.choose_person(EDITOR.model_copy(update={"name": "Zoë; pad=/; ‘x’ 🙂\n"}))
    assert state.cookie().replace("=", "").replace("-", "").replace("_", "").isalnum()
    assert state.cookie().isascii()


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        "%%%",
        "é",
        "A",
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
        packed("null"),
        packed("[]"),
        packed("{"),
        packed("[" * 3000),
        packed('{"person": "beheerder", "language": ["nl"]}'),
        packed('{"person": {"name": "x", "role": "boss"}, "language": "xx"}'),
        packed('{"person": {"name": 5, "role": "editor"}, "language": {}}'),
        packed('{"person": {"name": "x", "role": "editor", "extra": 1}}'),
        packed('{"person": {"name": "\\ud800", "role": "advisor"}}'),
        packed('{"person": {"left": true}}'),
    ],
)
def test_a_cookie_that_somebody_made_up_is_nobody(session, cookie):
    session(cookie)
    assert state.person() is None
    assert state.language() == "nl"
    assert json.loads(base64.urlsafe_b64decode(state.cookie()))["language"] == "nl"


@pytest.mark.parametrize(
    ("address", "programme"),
    [
        ("voorbeeld/kompas", ProgrammeId("voorbeeld", "kompas")),
        ("voorbeeld", None),
        ("/kompas", None),
        ("", None),
        ("../../etc/passwd", None),
        ("voorbeeld/../kompas", None),
        ("voorbeeld/kompas/", None),
        ("voorbeeld/kompas\n", None),
        ("[klik](https://voorbeeld.example)/x", None),
    ],
)
def test_the_programme_in_an_address_is_a_name_and_no_path(session, address, programme):
    session(programme=address)
    assert state.programme() == programme


def test_only_answers_that_a_colleague_was_before_with_wait_for_a_choice(session):
    session(programme="voorbeeld/kompas")
    state.refuse("goals.main", {"kind": "conflict", "mine": "Van mij."})
    state.refuse("goals.subgoals.a.text", {"kind": "gone", "mine": "Ook van mij."})
    state.refuse("goals.subgoals", {"kind": "refused", "mine": "Te lang."})
    state.refuse("undo", {"revision": 3})
    assert list(state.waiting()) == ["goals.main", "goals.subgoals.a.text"]
    assert list(state.waiting("goals.subgoals.")) == ["goals.subgoals.a.text"]
    state.settle("goals.main")
    assert list(state.waiting()) == ["goals.subgoals.a.text"]
