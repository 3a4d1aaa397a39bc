"""Descriptions in PostgreSQL: the store that several servers share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select
from sqlalchemy.dialects.postgresql import insert

from workbench.domain.values import Options
from workbench.store.places import check_name
from workbench.store.postgres_database import Database
from workbench.store.postgres_shelf import FOUND, PostgresShelf
from workbench.store.postgres_tables import PROGRAMMES
from workbench.store.protocol import AlreadyThere, NotFound, ProgrammeId
from workbench.store.recording import RecordingStore, now
from workbench.store.shelf import Shelf, Signature


class PostgresStore(RecordingStore):
    """Keeps each description as a row, with its journal, and does what `Store` promises.

    Args:
        database: where the rows are; several processes may use it at once.
        options: the codes of every option list.
        clock: gives the time of a revision.
    """

    def __init__(
        self, database: Database, options: Options, clock: Callable[[], datetime] = now
    ) -> None:
        super().__init__(options, clock)
        self._database = database

    def ids(self) -> list[ProgrammeId]:
        """Return the ids of all programmes, damaged ones included; raise NotStored."""
        with self._database.looking() as connection:
            found = connection.execute(select(PROGRAMMES.c.institution, PROGRAMMES.c.name))
            return sorted(ProgrammeId(row.institution, row.name) for row in found)

    def looks(self) -> dict[ProgrammeId, str]:
        """Return the fingerprint of every text with the length of its journal; raise NotStored."""
        columns = (
            PROGRAMMES.c.institution,
            PROGRAMMES.c.name,
            PROGRAMMES.c.file,
            PROGRAMMES.c.size,
        )
        with self._database.looking() as connection:
            found = sorted(connection.execute(select(*columns)))
        return {ProgrammeId(one.institution, one.name): f"{one.file} {one.size}" for one in found}

    def _signature(self, programme: ProgrammeId) -> Signature:
        with self._database.looking() as connection:
            return _shelf(connection, programme, _found(programme)).signature

    @contextmanager
    def _reading(self, programme: ProgrammeId) -> Iterator[tuple[Shelf, bool]]:
        """Look at one moment of the database without keeping anybody from writing."""
        with self._database.reading() as connection:
            yield _shelf(connection, programme, _found(programme)), False

    @contextmanager
    def _writing(self, programme: ProgrammeId) -> Iterator[Shelf]:
        """Hold the row: whoever wants to change the same programme waits here."""
        with self._database.changing() as connection:
            yield _shelf(connection, programme, _found(programme).with_for_update())

    @contextmanager
    def _making(self, programme: ProgrammeId) -> Iterator[Shelf]:
        check_name(programme)
        names = {"institution": programme.institution, "name": programme.name}
        row = insert(PROGRAMMES).values(names).on_conflict_do_nothing().returning(*FOUND)
        with self._database.changing() as connection:
            made = connection.execute(row).first()
            if made is None:
                raise AlreadyThere(str(programme))
            yield PostgresShelf(connection, made)


def _found(programme: ProgrammeId) -> Select[Any]:
    check_name(programme)
    institution, name = PROGRAMMES.c.institution, PROGRAMMES.c.name
    return select(*FOUND).where(institution == programme.institution, name == programme.name)


def _shelf(connection: Connection, programme: ProgrammeId, asked: Select[Any]) -> PostgresShelf:
    found: Row[Any] | None = connection.execute(asked).first()
    if found is None:
        raise NotFound(str(programme))
    return PostgresShelf(connection, found)
