"""Four processes on one folder of files, killed at any moment and between the two writes."""

import os
import signal

import pytest

from tests.store.kills import PROGRAMMES, KillLoop
from tests.strategies import options
from workbench.store import disk, places
from workbench.store.files import FileStore
from workbench.store.journal import lines
from workbench.store.standing import parsed, sha256


class TestKilledOnFiles(KillLoop):
    @pytest.fixture
    def where(self, tmp_path):
        return tmp_path

    def open_store(self, where):
        return FileStore(where, options())

    def blow(self, chance, number):
        if chance.random() < 0.03:
            kill_yourself(chance.choice([(os, "write"), (os, "fsync"), (disk.Path, "replace")]))

    def assert_nothing_is_half(self, where):
        for programme in PROGRAMMES:
            place = places.place(where, programme)
            text = place.yaml.read_bytes()
            parsed(text, options())
            with place.journal.open("rb") as journal:
                assert sha256(text) in {line.file for line in lines(journal)}


def kill_yourself(at) -> None:
    """Let this process be killed at the next use of something, just before or just after it."""
    owner, name = at
    real = getattr(owner, name)

    def struck(*given, **named):
        if os.getpid() % 2:
            real(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, struck)
