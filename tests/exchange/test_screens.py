"""The screens on which institutions share, read along and take over."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.exchange.conftest import MINE, OTHER, OWNER, SECRET, THEIRS
from tests.terminal import ROOT
from tests.ui.test_screens import all_html, components, errors, is_whole, show, titles
from workbench.actions.sharing import share, shared_now, withdraw
from workbench.domain.people import Person
from workbench.store.words import load_words
from workbench.ui import serving
from workbench.ui.frame import ADDRESSES


def say(key, **values):
    return load_words().texts["nl"](key, **values)


@pytest.fixture
def enter(programmes, monkeypatch):
    """Return a function from a person to the app after its first screen."""
    monkeypatch.setattr(serving, "PROGRAMMES", programmes)
    st.cache_resource.clear()

    def made(person):
        app = AppTest.from_file(str(ROOT / "workbench" / "ui" / "main.py"), default_timeout=30)
        app.session_state["person"] = person.model_dump()
        return app.run()

    return made


def press(app, text):
    [button] = [b for b in app.button if b.label == text]
    return button.click().run()


def seen(app):
    """Return everything that stands on a screen."""
    kinds = ("markdown", "error", "info", "success", "warning", "caption", "title", "header",
             "subheader", "expander", "button", "selectbox", "radio", "checkbox")  # fmt: skip
    found = [el for kind in kinds for el in getattr(app, kind)]
    parts = [f"{getattr(el, 'value', '')} {getattr(el, 'label', '')} "
             f"{getattr(el, 'options', '')}" for el in found]  # fmt: skip
    links = [link.proto.label for link in app.get("page_link")]
    return " ".join([*parts, *links, all_html(app), components(app)])


def test_an_owner_shares_what_they_tick_and_stops_it(enter, owner):
    app = show(enter(OWNER), "share", programme=str(THEIRS))
    assert is_whole(app)
    assert say("ui.share.none") in seen(app)
    [box] = [box for box in app.checkbox if box.key.endswith("/modules")]
    box.check().run()
    press(app, say("ui.share.button"))
    assert is_whole(app)
    assert shared_now(owner, THEIRS).sections == ("modules",)
    assert say("ui.share.done", sections="1.3b Inhoud van de interventie")[:8] in seen(app)
    press(app, say("ui.share.withdraw"))
    assert shared_now(owner, THEIRS) is None
    assert say("ui.share.none") in seen(app)


def test_who_only_reads_sees_what_is_shared_and_changes_nothing(enter, owner):
    share(owner, THEIRS, ["modules"])
    app = show(enter(OWNER.model_copy(update={"role": "reader"})), "share", programme=str(THEIRS))
    assert is_whole(app)
    assert "1.3b" in seen(app)
    assert not app.checkbox
    assert say("ui.share.withdraw") not in {button.label for button in app.button}


def test_what_is_shared_is_read_and_taken_over(enter, owner, other):
    share(owner, THEIRS, ["modules", "active_elements"])
    app = show(enter(OTHER), "exchange", q="mentor")
    assert is_whole(app)
    assert "Een vaste mentor" in seen(app)
    assert "Gesprek op vrijdag" not in seen(app)
    show(app, "shared", programme=str(THEIRS), section="active_elements")
    assert titles(app) == ["Thuis verder"]
    press(app, say("ui.take.button"))
    assert is_whole(app)
    assert say("ui.take.done", name="Een vaste mentor", programme="Anker") in seen(app)
    assert "Gesprek op vrijdag" in seen(app)
    assert say("ui.take.there", programme="Anker") in seen(app)
    [element] = other.store.open(MINE).data["active_elements"]
    assert element["taken_from"]["programme"] == "Thuis verder"
    show(app, "describe", programme=str(MINE), section="active_elements")
    assert "Overgenomen uit Thuis verder, Spirit" in all_html(app)


@pytest.mark.parametrize("when", ["before", "shared", "after"])
@pytest.mark.parametrize("role", ["editor", "reader"])
def test_no_screen_shows_another_institution_what_is_not_shared(enter, owner, when, role):
    if when != "before":
        share(owner, THEIRS, ["modules", "active_elements", "literature"])
    if when == "after":
        withdraw(owner, THEIRS)
    app = enter(Person(name="Sem", role=role, institution="parlan"))
    for name in ADDRESSES:
        for query in ({}, {"programme": str(THEIRS)}):
            more = {"with": "1", "revision": "1", "view": "programmes", "q": SECRET}
            show(app, name, **query, **more)
            assert is_whole(app), name
            told = seen(app).lower().replace(SECRET.lower(), "", 1 if "q" in more else 0)
            assert "geheim collega" not in told, name
            assert "geheim-rust" not in told, name
            for hidden in ("doel", "rust", "start", "bron"):
                assert f"geheim {hidden}" not in told, (name, hidden)
            if when != "shared":
                assert "thuis verder" not in told, name
                assert "vaste mentor" not in told, name


def test_a_shared_programme_that_is_none_any_more_says_so(enter):
    app = show(enter(OTHER), "shared", programme=str(THEIRS))
    assert is_whole(app)
    assert errors(app) == say("action.may_not_read_shared")
