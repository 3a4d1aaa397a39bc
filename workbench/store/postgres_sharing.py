"""What institutions share with each other, as rows that every server on the database reads."""

from collections.abc import Sequence

from pydantic import ValidationError
from sqlalchemy import insert, select

from workbench.domain.sharing import Shared
from workbench.store.postgres_database import Database
from workbench.store.postgres_tables import SHARING


class PostgresSharing:
    """Keeps decisions as rows; does what `Sharing` promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Sequence[Shared]:
        """Return every decision that counts, the oldest first; raise NotStored.

        A row that nobody can read may have been the end of a sharing, as in the file.
        """
        found: list[Shared] = []
        with self._database.looking() as connection:
            for row in connection.scalars(select(SHARING.c.decision).order_by(SHARING.c.id)):
                try:
                    found.append(Shared.model_validate_json(row))
                except ValidationError:
                    found.clear()
        return tuple(found)

    def add(self, made: Sequence[Shared]) -> None:
        """Keep decisions; raise NotStored, and then none is kept."""
        rows = [{"decision": decision.model_dump_json()} for decision in made]
        if rows:
            with self._database.changing() as connection:
                connection.execute(insert(SHARING), rows)
