"""Four processes on one database, killed at any moment."""

import os

import pytest

from tests.store.kills import KillLoop
from tests.strategies import options
from workbench.store.postgres import PostgresStore
from workbench.store.postgres_database import Database


class TestKilledOnPostgres(KillLoop):
    saves = 250

    @pytest.fixture
    def where(self, emptied):
        self.databases = {}
        yield emptied
        self.databases[os.getpid()].close()

    def open_store(self, where):
        if os.getpid() not in self.databases:  # a process shares no connection with its parent
            self.databases[os.getpid()] = Database(where)
        return PostgresStore(self.databases[os.getpid()], options())
