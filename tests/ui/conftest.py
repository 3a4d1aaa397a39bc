"""Descriptions as the presenters get them, and the app in a session of its own."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.terminal import ROOT, examples
from workbench.actions.desk import Desk
from workbench.domain.people import Person
from workbench.domain.shape import understood
from workbench.store.files import FileStore
from workbench.store.protocol import Opened, ProgrammeId, Stamp
from workbench.ui import serving

EDITOR = Person(name="Noor Voorbeeld", role="editor", institution="voorbeeld")
READER = Person(name="Sem Spirit", role="editor", institution="spirit")
ADVISOR = Person(name="Ada Voorbeeld", role="advisor")
PROEF = ProgrammeId("voorbeeld", "proef")
DAMAGED = "format_version: 1\ntitel: Proef\ngoals:\n  main: 12\n"
NOON = datetime(2026, 11, 23, 12, 3, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def installed_components_are_looked_up_once():
    """Streamlit reads every installed package for each app under test; none comes or goes here."""
    with pytest.MonkeyPatch.context() as patch:
        once = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


def stamp(revision: int = 1, person: str = "Noor Voorbeeld", time: datetime = NOON) -> Stamp:
    return Stamp(revision, time, person)


@pytest.fixture
def opened(words) -> Callable[..., Opened]:
    """Return a function from answers to a description as the store hands it out."""

    def made(saved: dict[str, Stamp] | None = None, **data: Any) -> Opened:
        programme = understood({"format_version": 1, **data}, words.options)
        return Opened(PROEF, programme, programme.plain(), 1, saved or {})

    return made


@pytest.fixture
def store(tmp_path, words) -> FileStore:
    return FileStore(examples(tmp_path / "programmes"), words.options)


@pytest.fixture
def desk_of(store, words) -> Callable[[Person], Desk]:
    return lambda person: Desk(store, words, person, today=lambda: date(2026, 11, 23))


@pytest.fixture
def programmes(tmp_path, monkeypatch):
    """The examples, an empty description and a damaged one, as the folder of the app."""
    folder = examples(tmp_path / "programmes")
    (folder / "voorbeeld" / "leeg.yaml").write_text("format_version: 1\n")
    (folder / "voorbeeld" / "stuk.yaml").write_text(DAMAGED)
    monkeypatch.setattr(serving, "PROGRAMMES", folder)
    st.cache_resource.clear()
    return folder


@pytest.fixture
def enter(programmes):
    """Return a function from a person and a language to the app after its first screen."""

    def made(person=EDITOR, language="nl"):
        app = AppTest.from_file(str(ROOT / "workbench" / "ui" / "main.py"), default_timeout=30)
        if person:
            app.session_state["person"] = person.model_dump()
        app.session_state["language"] = language
        return app.run()

    return made
