"""A database server that crashes in the middle of saves loses nothing that was confirmed."""

import os
import random
import signal
import threading

import pytest

from tests.postgres import PostgresServer
from tests.store.contract import AN, BEGIN, answer
from tests.strategies import options
from workbench.store.postgres import PostgresStore
from workbench.store.postgres_database import Database
from workbench.store.protocol import NotStored, ProgrammeId

CRASHES = int(os.environ.get("WORKBENCH_KILLS", "3"))
PATHS = ("goals.main", "summary.goal", "approach.setup")
PROGRAMMES = [ProgrammeId("voorbeeld", f"p{n}") for n in range(2)]


@pytest.fixture
def server():
    made = PostgresServer(safe=True)
    try:
        made.start()
        yield made
    finally:
        made.remove()


class Writer(threading.Thread):
    """Somebody who goes on saving, and remembers what was confirmed."""

    def __init__(self, address: str, number: int, ended: threading.Event) -> None:
        super().__init__()
        self.path, self.programme = PATHS[number % 3], PROGRAMMES[number % 2]
        self.store = PostgresStore(Database(address), options())
        self.ended, self.tried, self.refused = ended, 0, 0
        self.confirmed: list[str] = []
        self.went_on = threading.Event()
        """Set when a save succeeded after it was last cleared."""

    def run(self) -> None:
        while not self.ended.is_set():
            self.tried += 1
            text = f"{self.path} {self.tried}"
            try:
                self.store.change(self.programme, AN, answer(self.path, text))
            except NotStored:
                self.refused += 1
            else:
                self.confirmed.append(text)
                self.went_on.set()


def crash(server: PostgresServer, writers: list[Writer], chance: random.Random) -> None:
    """Let the server crash at some moment within the next saves, and begin again."""
    everybody_saves(writers)
    # This only waits; nothing is measured.
    writers[0].ended.wait(chance.uniform(0, 0.05))
    server.stop(signal.SIGQUIT)
    server.start()


def everybody_saves(writers: list[Writer]) -> None:
    for writer in writers:
        writer.went_on.clear()
    assert all(writer.went_on.wait(30) for writer in writers), "it did not work by itself"


def test_every_confirmed_save_survives_crashes_of_the_database_server(server):
    address, ended, chance = server.new_database(), threading.Event(), random.Random(20261125)
    store = PostgresStore(Database(address), options())
    for programme in PROGRAMMES:
        store.create(programme, BEGIN, AN)
    writers = [Writer(address, number, ended) for number in range(6)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(CRASHES):
            crash(server, writers, chance)
        everybody_saves(writers)
    finally:
        ended.set()
        for writer in writers:
            writer.join()
    fresh = PostgresStore(Database(address), options())
    recorded = {}
    for programme in PROGRAMMES:
        assert fresh.verify(programme) == []
        lines = fresh.history(programme)
        assert [line.revision for line in lines] == list(range(1, len(lines) + 1))
        recorded[programme] = {line.change.new for line in lines if line.change.kind == "answer"}
    for writer in writers:
        assert set(writer.confirmed) <= recorded[writer.programme]
    assert sum(writer.refused for writer in writers) >= CRASHES, "no crash fell within a save"
