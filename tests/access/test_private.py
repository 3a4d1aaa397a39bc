"""The text of a private note of advisors is nowhere that the institution can come."""

import io
import itertools
import zipfile

import pytest
import streamlit as st

from tests.access.conftest import EVERYBODY, SHARED, called
from tests.ui.test_screens import show
from workbench.actions.advising import advice, ask, confide, reply
from workbench.actions.desk import Desk, Refused
from workbench.actions.writing_letters import export_advice
from workbench.cli.main import main
from workbench.documents.formats import FORMATS
from workbench.domain.people import Person
from workbench.store.advice import AdviceFiles
from workbench.store.files import FileStore
from workbench.ui import frame, serving

SECRET, SHOWN = "zeldzaamwoord onder ons", "zichtbaarwoord voor iedereen"
ADVISOR = Person(name="Ada Voorbeeld", role="advisor")


@pytest.fixture
def confided(programmes, words):
    """A folder with one private thread, answered, and one that the institution reads too."""
    store = FileStore(programmes, words.options)
    advisor = Desk(store, words, ADVISOR, advice=AdviceFiles(programmes))
    opened = advisor.open(SHARED)
    note = confide(advisor, opened, "goals.main", SECRET, quote="Veilig wonen.")
    reply(advisor, opened, note, f"Ja, {SECRET}.")
    ask(advisor, opened, "goals.main", SHOWN)
    return programmes


def read(content: bytes) -> str:
    """Return everything that a file says, out of a zip too."""
    if content.startswith(b"PK"):
        parts = zipfile.ZipFile(io.BytesIO(content))
        content = b"\n".join(parts.read(name) for name in parts.namelist())
    return content.decode("utf-8", "replace")


def told(app) -> str:
    """Return everything that a page got from the server."""
    return " ".join(str(element.proto) for element in app.main) + " ".join(
        str(element.proto) for element in app.sidebar
    )


@pytest.mark.parametrize("person", EVERYBODY, ids=called)
def test_only_an_advisor_reads_it_through_the_actions(person, confided, words):
    store = FileStore(confided, words.options)
    desk = Desk(store, words, person, advice=AdviceFiles(confided))
    try:
        found = advice(desk, store.open(SHARED))
    except Refused:
        found = []
    said = " ".join(line.text for thread in found for line in thread.lines)
    assert (SECRET in said) == (person.role == "advisor")


@pytest.mark.parametrize("person", [ADVISOR, EVERYBODY[1]], ids=called)
def test_it_is_in_no_export_whoever_makes_it(person, confided, words):
    store = FileStore(confided, words.options)
    desk = Desk(store, words, person, advice=AdviceFiles(confided))
    for form in FORMATS:
        assert SECRET not in read(export_advice(desk, SHARED, "letter", form).content), form
    comments = read(export_advice(desk, SHARED, "comments").content)
    assert SECRET not in comments
    assert SHOWN in comments


def test_it_is_in_no_file_of_the_description_and_in_no_output_of_a_command(
    confided, words, monkeypatch, capsysbinary
):
    monkeypatch.setenv("WORKBENCH_PROGRAMMES", str(confided))
    for file in (confided / SHARED.institution).rglob("*"):
        assert SECRET.encode() not in file.read_bytes(), file
    name = str(SHARED)
    commands = [["check"], ["history"], ["verify"], ["step"], ["export", "--report", "letter"]]
    commands += [["export", "--report", "comments"], ["export", "--report", "gaps"]]
    for (command, *more), role in itertools.product(commands, ("editor", "advisor")):
        main([command, name, *more, "--as", role, "--at", SHARED.institution])
        out = capsysbinary.readouterr()
        assert SECRET not in read(out.out) + read(out.err), command


@pytest.mark.parametrize("person", [EVERYBODY[1], EVERYBODY[5], EVERYBODY[-1], ADVISOR], ids=called)
def test_it_is_on_no_screen_but_those_of_advisors(person, confided, monkeypatch):
    from streamlit.testing.v1 import AppTest

    from tests.terminal import ROOT

    monkeypatch.setattr(serving, "PROGRAMMES", confided)
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "workbench" / "ui" / "main.py"), default_timeout=60)
    app.session_state["person"] = person.model_dump()
    app.session_state["language"] = "nl"
    app.run()
    screens = [("describe", {"section": "goals"}), ("advice", {}), ("overview", {})]
    if person is not ADVISOR:
        screens += [(name, {}) for name in frame.OF_PROGRAMME if name not in ("describe", "advice")]
    seen = ""
    for screen, more in screens:
        show(app, screen, **({} if screen == "overview" else {"programme": str(SHARED)}), **more)
        assert not app.exception, screen
        seen += told(app)
    assert (SECRET in seen) == (person.role == "advisor")
    assert SHOWN in seen
