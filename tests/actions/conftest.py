"""A desk at a store of its own."""

from datetime import date

import pytest

from workbench.actions.describing import start
from workbench.actions.desk import Desk
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.words import load_words

EDITOR = Person(name="Noor Voorbeeld", role="editor", institution="spirit")
ADVISOR = Person(name="Ada Voorbeeld", role="advisor")


@pytest.fixture
def store(tmp_path):
    return FileStore(tmp_path, load_words().options)


@pytest.fixture
def desk(store):
    return Desk(store, load_words(), EDITOR, today=lambda: date(2026, 11, 23))


@pytest.fixture
def programme(desk):
    return start(desk, "spirit", "Proefprogramma").id
