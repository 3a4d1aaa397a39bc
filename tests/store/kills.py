"""`kill -9` in a loop while four processes save: all that was confirmed is there, nothing is half.

A subclass says where the descriptions are and how a process opens a store there.
"""

import os
import random
import select
import signal
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.store.contract import AN, BEGIN, answer
from tests.strategies import options
from workbench.domain.changes import Change, Data
from workbench.domain.paths import value_at
from workbench.store.protocol import NotStored, ProgrammeId, Store
from workbench.store.reading import read
from workbench.store.standing import parsed, sha256

SAVES = os.environ.get("WORKBENCH_KILLED_SAVES", "")
"""How many confirmed saves it takes; a subclass says how many if nobody asks for another number."""
WRITERS = 4
PROGRAMMES = [ProgrammeId("voorbeeld", "kompas"), ProgrammeId("voorbeeld", "haven")]
PARAGRAPH = "Een alinea over wat het team doet, en waarom dat werkt.\n" * 20
SIZE = 4


def path(writer: int) -> str:
    """Return the answer that only this writer gives; all of them write in the same files."""
    return f"goals.subgoals.w{writer}.text"


def said(number: int) -> str:
    return f"{PARAGRAPH}#{number}#\n"


def number_in(text: str | None) -> int:
    return int(text.split("#")[1]) if text else -1


def save_on(store: Store, writer: int, first: int, pipe: int, blow: Callable[[int], None]) -> None:
    """Save answer after answer, and tell of each one through the pipe once it is confirmed."""
    for number in range(first, 1_000_000):
        blow(number)
        _saved(store, PROGRAMMES[number % len(PROGRAMMES)], answer(path(writer), said(number)))
        os.write(pipe, number.to_bytes(SIZE, "big"))


def _saved(store: Store, programme: ProgrammeId, propose: Callable[[Data], Change]) -> None:
    """Save, and try again as a person does if the others kept the description busy for too long."""
    while True:
        try:
            store.change(programme, AN, propose)
        except NotStored as refused:
            if refused.key != "busy":
                raise
        else:
            return


@dataclass
class Writer:
    """A process that saves, and what it confirmed, also in its earlier lives."""

    id: int
    confirmed: list[int] = field(default_factory=list)
    child: int = 0
    pipe: int = 0
    unconfirmed: int = 0

    def begin(self, work: Callable[[int, int, int], None]) -> None:
        first = self.confirmed[-1] + 1 + self.unconfirmed if self.confirmed else self.unconfirmed
        self.pipe, writing = os.pipe()
        self.child = os.fork()
        if not self.child:
            try:
                os.close(self.pipe)
                work(self.id, first, writing)
            finally:
                os._exit(1)
        os.close(writing)

    def listen(self) -> bool:
        """Take what was confirmed, and return whether the process is still alive."""
        heard = os.read(self.pipe, SIZE * 1000)
        assert len(heard) % SIZE == 0
        for at in range(0, len(heard), SIZE):
            self.confirmed.append(int.from_bytes(heard[at : at + SIZE], "big"))
        return bool(heard)

    def kill(self) -> None:
        os.kill(self.child, signal.SIGKILL)
        while self.listen():
            pass
        self.bury()

    def bury(self) -> int:
        os.close(self.pipe)
        self.unconfirmed += 1  # the save that was under way may be there, under a number of its own
        return os.waitpid(self.child, 0)[1]


class KillLoop:
    """Give `where`, and say how to `open_store` there; `blow` may strike within a save."""

    saves = 200

    def open_store(self, where: Any) -> Store:
        raise NotImplementedError

    def blow(self, chance: random.Random, number: int) -> None:
        """Called in the process that saves, before each save."""

    def assert_nothing_is_half(self, where: Any) -> None:
        """Read every text as it is, while others are writing."""
        store = self.open_store(where)
        for programme in PROGRAMMES:
            text = store.copy(programme).yaml
            assert text
            parsed(text, options())

    @pytest.fixture
    def begun(self, where: Any) -> Any:
        items = [{"id": f"w{writer}"} for writer in range(WRITERS)]
        data = {**BEGIN, "goals": {"subgoals": items}}
        for programme in PROGRAMMES:
            self.open_store(where).create(programme, data, AN)
        return where

    def test_every_confirmed_save_survives_kill_9_of_any_writer_at_any_moment(self, begun):
        chance = random.Random(20261125)
        writers, kills = [Writer(id_) for id_ in range(WRITERS)], 0
        saves = int(SAVES or self.saves)

        def work(writer: int, first: int, pipe: int) -> None:
            mine = random.Random(writer * 1_000_000 + first)
            store = self.open_store(begun)
            save_on(store, writer, first, pipe, lambda number: self.blow(mine, number))

        for writer in writers:
            writer.begin(work)
        while sum(len(writer.confirmed) for writer in writers) < saves:
            # Some moment within the next saves; this only waits, nothing is measured.
            ready, _, _ = select.select([w.pipe for w in writers], [], [], chance.uniform(0, 0.06))
            for writer in writers:
                if writer.pipe in ready and not writer.listen():
                    assert os.WIFSIGNALED(writer.bury()), "a writer failed instead of being killed"
                    writer.begin(work)
                    kills += 1
            if chance.random() < 0.1:
                victim = chance.choice(writers)
                victim.kill()
                kills += 1
                self.assert_nothing_is_half(begun)
                victim.begin(work)
        for writer in writers:
            writer.kill()
        self.assert_nothing_is_half(begun)
        self._assert_all_is_there(begun, writers)
        assert kills > saves / 50, "too few kills: the test proves nothing"

    def _assert_all_is_there(self, where: Any, writers: list[Writer]) -> None:
        store, recorded = self.open_store(where), defaultdict(set)
        for programme in PROGRAMMES:
            opened, lines = store.open(programme), store.history(programme)
            assert store.verify(programme) == []
            assert [line.revision for line in lines] == list(range(1, len(lines) + 1))
            text = store.copy(programme).yaml or b""
            assert sha256(text) == lines[-1].file
            assert read(text).data == opened.data
            for writer in writers:
                mine = [line for line in lines if line.change.path == path(writer.id)]
                recorded[writer.id] |= {number_in(line.change.new) for line in mine}
                now = value_at(opened.data, path(writer.id))
                assert now == (mine[-1].change.new if mine else None)
        for writer in writers:
            assert set(writer.confirmed) <= recorded[writer.id]
            assert len(recorded[writer.id] - set(writer.confirmed)) <= writer.unconfirmed
