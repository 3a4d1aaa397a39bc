"""What servers on one database keep for overviews: briefs of descriptions, and who saw what."""

from collections.abc import Mapping
from contextlib import suppress

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from workbench.domain.people import Person
from workbench.domain.visits import Seen
from workbench.store.briefs import Kept
from workbench.store.postgres_database import Database
from workbench.store.postgres_tables import BRIEFS, VISITS
from workbench.store.protocol import NotStored, ProgrammeId
from workbench.store.visits import known_as


class PostgresBriefs:
    """Keeps a row per description; does what `Briefs` promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Mapping[ProgrammeId, Kept]:
        """Return what is kept of every description, without the contents; raise NotStored."""
        asked = select(BRIEFS.c.institution, BRIEFS.c.name, BRIEFS.c.state, BRIEFS.c.brief)
        with self._database.looking() as connection:
            found = connection.execute(asked).all()
        return {ProgrammeId(row.institution, row.name): Kept(row.state, row.brief) for row in found}

    def contents(self, programme: ProgrammeId, state: str) -> str:
        """Return the contents of a description in this state; nothing if they are not kept."""
        asked = select(BRIEFS.c.contents).where(
            BRIEFS.c.institution == programme.institution,
            BRIEFS.c.name == programme.name,
            BRIEFS.c.state == state,
        )
        with self._database.looking() as connection:
            return connection.scalar(asked) or ""

    def keep(self, programme: ProgrammeId, kept: Kept) -> None:
        """Keep something in the place of what was kept before."""
        key = {"institution": programme.institution, "name": programme.name}
        row = insert(BRIEFS).values(**key, **kept._asdict())
        with suppress(NotStored), self._database.changing() as connection:
            connection.execute(
                row.on_conflict_do_update(index_elements=list(key), set_=kept._asdict())
            )


class PostgresVisits:
    """Keeps a row per person; does what `Visits` promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seen(self, person: Person) -> Seen | None:
        """Return what somebody saw last; what nobody can read is not known."""
        asked = select(VISITS.c.seen).where(VISITS.c.person == known_as(person))
        with suppress(NotStored, ValidationError), self._database.looking() as connection:
            found = connection.scalar(asked)
            return Seen.model_validate_json(found) if found else None
        return None

    def keep(self, person: Person, seen: Seen) -> None:
        """Keep what somebody sees now."""
        told = {"seen": seen.model_dump_json()}
        row = insert(VISITS).values(person=known_as(person), **told)
        with suppress(NotStored), self._database.changing() as connection:
            connection.execute(row.on_conflict_do_update(index_elements=["person"], set_=told))
