"""Who has which section open now, known to every server on one database by its one clock."""

from contextlib import suppress

from pydantic import ValidationError
from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from workbench.store.postgres_database import Database
from workbench.store.postgres_tables import PRESENCE
from workbench.store.presence import GONE_AFTER, SWEPT_AFTER, Visit
from workbench.store.protocol import NotStored, ProgrammeId

_KEY = (PRESENCE.c.institution, PRESENCE.c.name, PRESENCE.c.screen)


class PostgresPresence:
    """Keeps a row per open screen; does what `Presence` promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stay(self, programme: ProgrammeId, visit: Visit) -> None:
        """Note where somebody is; without the database, nobody is seen."""
        said = {"visit": visit.model_dump_json(), "time": func.now()}
        key = {"institution": programme.institution, "name": programme.name, "screen": visit.screen}
        here = insert(PRESENCE).values(**key, **said)
        with suppress(NotStored), self._database.changing() as connection:
            connection.execute(here.on_conflict_do_update(index_elements=_KEY, set_=said))
            connection.execute(delete(PRESENCE).where(PRESENCE.c.time < func.now() - SWEPT_AFTER))

    def leave(self, programme: ProgrammeId, screen: str) -> None:
        """Forget a screen."""
        gone = delete(PRESENCE).where(*_at(programme), PRESENCE.c.screen == screen)
        with suppress(NotStored), self._database.changing() as connection:
            connection.execute(gone)

    def visits(self, programme: ProgrammeId) -> list[Visit]:
        """Return who was heard of just now, by name."""
        recent = PRESENCE.c.time >= func.now() - GONE_AFTER
        asked, found = select(PRESENCE.c.visit).where(*_at(programme), recent), []
        with suppress(NotStored), self._database.looking() as connection:
            for row in connection.scalars(asked):
                with suppress(ValidationError):  # written by another workbench than this one
                    found.append(Visit.model_validate_json(row))
        return sorted(found, key=lambda visit: (visit.person.name, visit.screen))


def _at(programme: ProgrammeId) -> tuple[ColumnElement[bool], ...]:
    institution, name = PRESENCE.c.institution, PRESENCE.c.name
    return institution == programme.institution, name == programme.name
