"""Descriptions as the presenters get them, and the app in a session of its own."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.terminal import examples
from workbench.actions.desk import Desk
from workbench.domain.people import Person
from workbench.domain.shape import understood
from workbench.store.files import FileStore
from workbench.store.protocol import Opened, ProgrammeId, Stamp

EDITOR = Person(name="Noor Voorbeeld", role="editor", institution="voorbeeld")
READER = Person(name="Sem Spirit", role="editor", institution="spirit")
ADVISOR = Person(name="Ada Voorbeeld", role="advisor")
PROEF = ProgrammeId("voorbeeld", "proef")
NOON = datetime(2026, 11, 23, 12, 3, tzinfo=UTC)


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
