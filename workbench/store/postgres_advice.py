"""Advice in the database: a row for each line, which nobody changes."""

from collections.abc import Iterable, Sequence
from typing import cast

from sqlalchemy import insert, select

from workbench.domain.advice import Drawer, Said
from workbench.store.advice import Place
from workbench.store.places import check_name
from workbench.store.postgres_database import Database
from workbench.store.postgres_tables import ADVICE
from workbench.store.protocol import ProgrammeId


class PostgresAdvice:
    """Keeps lines as rows; does what `Advice` promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def said(self, programme: ProgrammeId, drawer: Drawer) -> Sequence[Said]:
        """Return what was said, oldest first; raise NotFound or NotStored."""
        check_name(programme)
        asked = select(ADVICE.c.line).order_by(ADVICE.c.id).filter_by(**_at(programme, drawer))
        with self._database.looking() as connection:
            return tuple(Said.model_validate_json(line) for line in connection.scalars(asked))

    def add(self, programme: ProgrammeId, drawer: Drawer, lines: Iterable[Said]) -> None:
        """Keep lines, in order; raise NotFound or NotStored, and then none of them is kept."""
        check_name(programme)
        at = _at(programme, drawer)
        rows = [{**at, "line": line.model_dump_json()} for line in lines]
        if rows:
            with self._database.changing() as connection:
                connection.execute(insert(ADVICE), rows)

    def places(self) -> Sequence[Place]:
        """Return of which programmes something is kept, and in which drawers."""
        asked = select(ADVICE.c.institution, ADVICE.c.name, ADVICE.c.drawer).distinct()
        with self._database.looking() as connection:
            return [
                (ProgrammeId(row.institution, row.name), cast(Drawer, row.drawer))
                for row in connection.execute(asked)
            ]


def _at(programme: ProgrammeId, drawer: Drawer) -> dict[str, str]:
    return {"institution": programme.institution, "name": programme.name, "drawer": drawer}
