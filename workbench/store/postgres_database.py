"""The connections to PostgreSQL: for one look, for reading, and for changing."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, ProgrammingError

from workbench.store import postgres_tables
from workbench.store.disk import PATIENCE
from workbench.store.postgres_refusals import asking
from workbench.store.protocol import NotStored

DRIVER = "postgresql+psycopg"
_ONE_LOOK = {"isolation_level": "AUTOCOMMIT"}
_ONE_MOMENT = {"isolation_level": "REPEATABLE READ"}

_SETTINGS = {
    # What was confirmed is on the disk of the database, whatever its own setting.
    "synchronous_commit": "on",
    "lock_timeout": f"{PATIENCE}s",
    "statement_timeout": "20s",
    "idle_in_transaction_session_timeout": "30s",
}
_PATIENCE = {
    "connect_timeout": "5",
    "keepalives_idle": "30",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",
}


class Database:
    """One PostgreSQL database; connections are made when they are needed, again and again.

    Whatever the database refuses is NotStored, and so is an address that is none. What was changed
    is undone then, as it is after any other exception.
    """

    def __init__(self, address: str) -> None:
        self._address, self._made = address, False
        self._beginning = threading.Lock()

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Give a connection for one question."""
        with self._connected(_ONE_LOOK) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to which everything stands still."""
        with self._connected(_ONE_MOMENT) as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """Give a connection; what it changed is safe when this ends without an exception."""
        with self._connected({}) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let go of all connections; the next question makes a new one."""
        if "_engine" in vars(self):
            self._engine.dispose()

    @contextmanager
    def _connected(self, options: dict[str, Any]) -> Iterator[Connection]:
        with asking():
            with self._beginning:
                engine = self._engine
            if not self._made:
                self._make(engine)
            with engine.connect().execution_options(**options) as connection:
                try:
                    yield connection
                except ProgrammingError:  # perhaps the tables went: somebody puts a backup back
                    self._made = False
                    raise

    def _make(self, engine: Engine) -> None:
        with engine.begin() as connection:
            postgres_tables.make(connection)
        self._made = True

    @cached_property
    def _engine(self) -> Engine:
        return create_engine(
            _url(self._address),
            pool_size=5,
            max_overflow=15,
            pool_timeout=PATIENCE,
            pool_use_lifo=True,
            pool_pre_ping=True,  # after a restart of the database the next question just works
            hide_parameters=True,  # no answers in the log
        )


def _url(address: str) -> URL:
    """Return an address as SQLAlchemy wants it; raise NotStored."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise NotStored("database_url") from None
    if url.drivername not in {"postgres", "postgresql", DRIVER} or not url.database:
        raise NotStored("database_url")
    settings = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    asked = {name: value for name, value in url.query.items() if isinstance(value, str)}
    options = f"{settings} {asked.pop('options', '')}".strip()
    query = {"application_name": "workbench", **_PATIENCE, **url.query, "options": options}
    return url.set(drivername=DRIVER, query=query)
