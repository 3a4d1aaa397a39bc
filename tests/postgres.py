"""A real PostgreSQL for tests, started in a temporary folder where its programs are installed."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.strategies import options
from workbench.store.postgres import PostgresStore
from workbench.store.postgres_database import Database
from workbench.store.recording import now

OWNER, PASSWORD = "workbench", "geheim-van-de-tests"
PATIENCE = 30
_NUMBERS = count(1)


class PostgresServer:
    """One server process; it ends with the process of the tests, whatever ends that."""

    def __init__(self, *, safe: bool) -> None:
        """Make one; only a safe one brings every change to the disk."""
        self._programs = programs()
        self._folder = Path(tempfile.mkdtemp(prefix="workbench-pg-"))
        self._safe = safe
        self._process: subprocess.Popen[bytes] | None = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._prepare()

    def address(self, database: str, user: str = OWNER, password: str = PASSWORD) -> str:
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Make an empty database and return its address."""
        name = f"tests_{next(_NUMBERS)}"
        self.run("CREATE DATABASE {}", name)
        return self.address(name)

    def run(self, command: str, *names: str, database: str = "postgres") -> None:
        """Carry out one command as the owner of everything."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))

    def start(self, *settings: str) -> None:
        asked = [f"port={self.port}", "listen_addresses=127.0.0.1", "unix_socket_directories="]
        asked += [] if self._safe else ["fsync=off", "full_page_writes=off"]
        asked += ["max_connections=60", "shared_buffers=16MB", "autovacuum=off", *settings]
        given = [part for setting in asked for part in ("-c", setting)]
        self._process = subprocess.Popen(
            [*as_owner(), self._programs / "postgres", "-D", self._folder / "data", *given],
            stdout=subprocess.DEVNULL,
            stderr=(self._folder / "log").open("ab"),
            cwd="/",
        )
        self._wait_until_up()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End the server: SIGINT sends everybody away, SIGQUIT is a crash."""
        if self._process:
            self._process.send_signal(how)
            self._process.wait(PATIENCE)
            self._process = None

    def remove(self) -> None:
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _prepare(self) -> None:
        secret = self._folder / "password"
        secret.write_text(PASSWORD)
        if os.geteuid() == 0:
            for path in (self._folder, secret):
                shutil.chown(path, "postgres", "postgres")
        subprocess.run(
            [
                *as_owner(), self._programs / "initdb", "-D", self._folder / "data", "-U", OWNER,
                "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "--no-locale",
                "--no-sync",
            ],
            check=True, stdout=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip

    def _wait_until_up(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.address("postgres"), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > until or self._process.poll() is not None:
                    raise RuntimeError((self._folder / "log").read_text()) from None
                time.sleep(0.01)


def programs() -> Path:
    """Return the folder with the programs of PostgreSQL; skip the test if there is none."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version)
    found = next((str(folder / "initdb") for folder in reversed(folders)), shutil.which("initdb"))
    if not found or not Path(found).exists():
        pytest.skip("PostgreSQL is not installed")
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("PostgreSQL does not run as root, and there is no setpriv")
    return Path(found).parent


def as_owner() -> list[str]:
    """Return how a command starts that must not be root, and must not outlive the tests."""
    if not shutil.which("setpriv"):
        return []
    other = ["--reuid=postgres", "--regid=postgres", "--clear-groups"]
    return ["setpriv", "--pdeathsig=QUIT", *(other if os.geteuid() == 0 else [])]


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.parent.name.split(".") if part.isdigit())


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server that is fast because it need not survive a power cut."""
    server = PostgresServer(safe=False)
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="module")
def address(postgres: PostgresServer) -> str:
    """The address of a database of this module."""
    return postgres.new_database()


@pytest.fixture(scope="module")
def owner(address: str) -> Iterator[psycopg.Connection]:
    """A connection that may do everything with the database of this module."""
    with psycopg.connect(address, autocommit=True) as connection:
        yield connection


@pytest.fixture
def emptied(address: str, owner: psycopg.Connection) -> str:
    """The address of a database in which nothing stands."""
    tables = owner.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'workbench' AND tablename <> 'version'"
    ).fetchall()
    if tables:
        owner.execute("SET session_replication_role = replica")  # a journal is never emptied else
        names = sql.SQL(", ").join(sql.Identifier("workbench", name) for (name,) in tables)
        owner.execute(sql.SQL("TRUNCATE {}").format(names))
        owner.execute("RESET session_replication_role")
    return address


@pytest.fixture
def opening(emptied: str) -> Iterator[Callable[..., PostgresStore]]:
    """Return a function of which each call makes a store of one database, empty at first."""
    opened: list[Database] = []

    def opening(clock: Callable[[], datetime] = now) -> PostgresStore:
        opened.append(Database(emptied))
        return PostgresStore(opened[-1], options(), clock)

    yield opening
    for database in opened:
        database.close()
