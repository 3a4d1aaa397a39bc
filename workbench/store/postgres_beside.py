"""What stands in the database beside the descriptions: decisions of advisors, and the secret."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from workbench.domain.verdicts import Verdict
from workbench.store.postgres_database import Database
from workbench.store.postgres_tables import SETTINGS, VERDICTS
from workbench.store.secret import new_secret

_SECRET = "secret"


class PostgresVerdicts:
    """Keeps decisions as rows; does what `Verdicts` promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Sequence[Verdict]:
        """Return every decision, the oldest first; raise NotStored."""
        with self._database.looking() as connection:
            found = connection.scalars(select(VERDICTS.c.verdict).order_by(VERDICTS.c.id))
            return tuple(Verdict.model_validate_json(row) for row in found)

    def add(self, made: Iterable[Verdict]) -> None:
        """Keep decisions; raise NotStored, and then none is kept."""
        rows = [{"verdict": verdict.model_dump_json()} for verdict in made]
        if rows:
            with self._database.changing() as connection:
                connection.execute(insert(VERDICTS), rows)


def kept_secret(database: Database) -> str:
    """Return the secret in the database; whoever asks first makes it. Raise NotStored."""
    asked = select(SETTINGS.c.value).where(SETTINGS.c.name == _SECRET)
    with database.looking() as connection:
        found: str | None = connection.scalar(asked)
        if found is None:
            made = insert(SETTINGS).values(name=_SECRET, value=new_secret())
            connection.execute(made.on_conflict_do_nothing())
            found = connection.scalar(asked)
    return str(found)
