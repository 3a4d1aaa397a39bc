"""What a database that refuses is told as: the sentence `store.<key>`, never a password."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from workbench.store.disk import PATIENCE
from workbench.store.protocol import NotStored

_KEYS = {
    "53100": "disk_full",
    "53300": "database_crowded",
    "55P03": "busy",
    "57014": "database_slow",
    "25006": "database_read_only",
    "42501": "database_read_only",
    "25P03": "database_gone",  # it was silent for too long within a transaction
    "57P01": "database_gone",
    "57P02": "database_gone",
    "57P03": "database_gone",
}
"""By the code that PostgreSQL gives (SQLSTATE)."""

_CONNECTING = {
    r"too many (clients|connections)|connection slots": "database_crowded",
    r"password|no pg_hba\.conf entry|role .* does not exist|authentication failed|not permitted": (
        "database_refuses"
    ),
    r"database .* does not exist": "database_unknown",
}
"""Without a connection there is no code, only the server's sentence."""


@contextmanager
def asking() -> Iterator[None]:
    """Turn what the database refuses into NotStored."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _refusal(error) from error


def _refusal(error: SQLAlchemyError) -> NotStored:
    if isinstance(error, NoConnectionFree):
        return NotStored("database_crowded")
    reason = str(error.orig) if isinstance(error, DBAPIError) else type(error).__name__
    code = getattr(error.orig, "sqlstate", None) if isinstance(error, DBAPIError) else None
    if code in _KEYS:
        return NotStored(_KEYS[code], seconds=round(PATIENCE))
    if code is None or code.startswith("08"):
        return NotStored(_connecting(reason))
    return NotStored("database_failed", reason=code)


def _connecting(reason: str) -> str:
    keys = (key for said, key in _CONNECTING.items() if re.search(said, reason))
    return next(keys, "database_gone")
