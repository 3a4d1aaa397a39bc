"""Two institutions that are competitors: one describes a programme, the other looks for it."""

from collections.abc import Callable
from datetime import date

import pytest

from workbench.actions.desk import Desk
from workbench.domain.people import Person
from workbench.store.advice import AdviceFiles
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.sharing import SharingFile

THEIRS, MINE = ProgrammeId("spirit", "thuis"), ProgrammeId("parlan", "anker")
OWNER = Person(name="Noor", role="editor", institution="spirit")
OTHER = Person(name="Sem", role="editor", institution="parlan")
SECRET = "GEHEIM"
"""Stands in everything of which nobody but its institution may know."""
DATA = {
    "format_version": 1,
    "title": "Thuis verder",
    "colophon": {"contact": {"name": f"{SECRET} collega"}},
    "goals": {
        "main": f"{SECRET} doel",
        "subgoals": [{"id": "geheim-rust", "text": f"{SECRET} rust"}],
    },
    "approach": {
        "phases": [{"id": "geheim-start", "name": f"{SECRET} start"}],
        "modules": [
            {
                "id": "gesprek",
                "name": "Gesprek op vrijdag",
                "activities": "Samen koken en praten.",
                "phases": ["geheim-start"],
                "subgoals": ["geheim-rust"],
            }
        ],
    },
    "active_elements": [
        {
            "id": "band",
            "name": "Een vaste mentor",
            "description": "Dezelfde mentor, van begin tot eind.",
            "modules": ["gesprek"],
            "sources": ["bakker-2019"],
        }
    ],
    "literature": [
        {"id": "bakker-2019", "title": "Wie blijft", "authors": "Bakker, A.", "year": 2019}
    ],
    "about": {
        "approach.modules.gesprek.name": {"source": f"{SECRET} bron", "knowledge": "implicit"}
    },
}


@pytest.fixture
def programmes(tmp_path, words):
    store = FileStore(tmp_path / "programmes", words.options)
    store.create(THEIRS, DATA, OWNER)
    store.create(MINE, {"format_version": 1, "title": "Anker"}, OTHER)
    return tmp_path / "programmes"


@pytest.fixture
def desk_of(programmes, words) -> Callable[[Person], Desk]:
    store, sharing = FileStore(programmes, words.options), SharingFile(programmes)
    advice = AdviceFiles(programmes)
    return lambda person: Desk(
        store, words, person, today=lambda: date(2026, 11, 25), sharing=sharing, advice=advice
    )


@pytest.fixture
def owner(desk_of):
    return desk_of(OWNER)


@pytest.fixture
def other(desk_of):
    return desk_of(OTHER)
