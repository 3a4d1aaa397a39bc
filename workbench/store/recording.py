"""What every store does alike: one change at a time, checked, recorded and remembered."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from workbench.domain.addresses import addresses, meet
from workbench.domain.changes import RECORDS, Change, Data
from workbench.domain.people import Person
from workbench.domain.problems import Problem
from workbench.domain.programme import Programme
from workbench.domain.values import Options
from workbench.store import disk, journal, standing, verifying
from workbench.store.ledger import Ledger
from workbench.store.protocol import (
    OUTSIDE,
    Conflict,
    Copied,
    Line,
    Opened,
    ProgrammeId,
)
from workbench.store.shelf import Held, Shelf, Signature
from workbench.store.standing import Standing

Described = tuple[Programme, Data]


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


@dataclass
class _Kept:
    """What this process remembers of one programme; changed by one thread at a time."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    ledger: Ledger = field(default_factory=Ledger)
    standing: Standing | None = None


@dataclass(frozen=True)
class _Recorded:
    """What was put on a shelf, to be remembered once it is safe there."""

    lines: Sequence[tuple[Line, int]]
    described: Described
    signature: Signature
    file: str


class RecordingStore(ABC):
    """Keeps a text and a journal of each description; a subclass says where they lie.

    Args:
        options: the codes of every option list.
        clock: gives the time of a revision.
    """

    def __init__(self, options: Options, clock: Callable[[], datetime] = now) -> None:
        self._options, self._clock = options, clock
        self._kept: dict[ProgrammeId, _Kept] = {}

    @abstractmethod
    def ids(self) -> list[ProgrammeId]:
        """Return the ids of all programmes, damaged ones included."""

    @abstractmethod
    def _signature(self, programme: ProgrammeId) -> Signature:
        """Return what text and journal look like now; raise NotFound or NotStored."""

    @abstractmethod
    def _reading(self, programme: ProgrammeId) -> Held:
        """Hold text and journal as they are at one moment; raise NotFound or NotStored."""

    @abstractmethod
    def _writing(self, programme: ProgrammeId) -> AbstractContextManager[Shelf]:
        """Keep everybody else from changing a programme; raise NotFound or NotStored.

        What was put on the shelf is safe once this ends without an exception.
        """

    @abstractmethod
    def _making(self, programme: ProgrammeId) -> AbstractContextManager[Shelf]:
        """The same for one that is not there; raise AlreadyThere, NotFound or NotStored."""

    def open(self, programme: ProgrammeId) -> Opened:
        """Return a description; raise NotFound, Unreadable or NotStored."""
        signature, kept = self._signature(programme), self._kept_of(programme)
        known = kept.standing
        if known and known.signature == signature:
            return known.opened
        with kept.lock, self._reading(programme) as (shelf, may_write):
            return self._standing(programme, shelf, kept, may_write=may_write).opened

    def create(self, programme: ProgrammeId, data: Data, person: Person) -> Opened:
        """Store a new description; raise AlreadyThere, NotFound, Unreadable or NotStored.

        NotFound means that no programme can have this id.
        """
        described = standing.shaped(data, self._options)
        data = described.plain()
        whole = Change("whole", "", None, data)
        kept = self._kept_of(programme)
        with kept.lock:
            with self._making(programme) as shelf:
                kept.ledger.read_on(shelf)
                recorded = self._recorded(shelf, kept, (described, data), (person, ""), whole)
            return _remembered(programme, kept, recorded)

    def change(
        self,
        programme: ProgrammeId,
        person: Person,
        propose: Callable[[Data], Change],
        seen: int | None = None,
        writer: str = "",
    ) -> Opened:
        """Make one change and return the result once it is safely stored.

        Raise Conflict, ItemGone, ItemExists, NotFound, Unreadable or NotStored.
        """
        kept = self._kept_of(programme)
        with kept.lock:
            with self._writing(programme) as shelf:
                stands = self._standing(programme, shelf, kept)
                opened = stands.opened
                change = propose(opened.data)
                described = standing.changed(opened.data, change, self._options)
                data = described.plain()
                if data == opened.data and change.kind not in RECORDS:
                    return opened
                outside = [] if stands.recorded else [self._made_outside(shelf, kept, stands)]
                if seen is not None:
                    _refuse_conflict(kept.ledger, opened, outside, change, seen)
                by = (person, writer)
                recorded = self._recorded(shelf, kept, (described, data), by, change, outside)
            return _remembered(programme, kept, recorded)

    def history(self, programme: ProgrammeId) -> list[Line]:
        """Return every recorded revision, oldest first; raise NotFound or NotStored."""
        with self._reading(programme) as (shelf, _):
            return journal.lines(shelf.lines())

    def verify(self, programme: ProgrammeId) -> list[Problem]:
        """Return what is wrong with the record of revisions; raise NotFound or NotStored."""
        with self._reading(programme) as (shelf, _), disk.storing():
            return verifying.wrong(shelf.lines(), shelf.text(), self._options)

    def copy(self, programme: ProgrammeId) -> Copied:
        """Return a description with its history as they stand at one moment; raise NotFound."""
        with self._reading(programme) as (shelf, _), disk.storing():
            return Copied(shelf.text(), b"".join(shelf.lines()))

    def paste(self, programme: ProgrammeId, copied: Copied) -> None:
        """Store a copy as it is, damaged or not; raise AlreadyThere, NotFound or NotStored."""
        with self._making(programme) as shelf, disk.storing():
            shelf.fill(copied)

    def _kept_of(self, programme: ProgrammeId) -> _Kept:
        return self._kept.setdefault(programme, _Kept())

    def _standing(
        self, programme: ProgrammeId, shelf: Shelf, kept: _Kept, *, may_write: bool = True
    ) -> Standing:
        known = kept.standing
        untidy = may_write and kept.ledger.torn
        if not known or untidy or known.signature != shelf.signature:
            before, kept.standing = known, None
            known = self._stood(programme, shelf, kept, may_write=may_write)
            if may_write and before and _edited_again(before, known):
                self._record_outside(shelf, kept, before)
                known = self._stood(programme, shelf, kept, may_write=may_write)
            kept.standing = known
        return known

    def _stood(
        self, programme: ProgrammeId, shelf: Shelf, kept: _Kept, *, may_write: bool
    ) -> Standing:
        return standing.stand(programme, shelf, kept.ledger, self._options, may_write=may_write)

    def _record_outside(self, shelf: Shelf, kept: _Kept, stands: Standing) -> None:
        """Record what was read from a text that was edited again since: people have seen it."""
        line = self._made_outside(shelf, kept, stands)
        piece = journal.encoded(line)
        with suppress(OSError):  # a full disk is no reason not to open a description
            shelf.append(piece)
            kept.ledger.take(line, len(piece))

    def _made_outside(self, shelf: Shelf, kept: _Kept, stands: Standing) -> Line:
        """Return the line that records what was done to the text outside the workbench."""
        change = Change("whole", "", standing.last_recorded(shelf), stands.opened.data)
        return journal.made(kept.ledger.last, self._clock(), OUTSIDE, change, stands.file)

    def _recorded(
        self,
        shelf: Shelf,
        kept: _Kept,
        described: Described,
        by: tuple[Person, str],
        change: Change,
        outside: Sequence[Line] = (),
    ) -> _Recorded:
        content = standing.text_of(described[1])
        file = standing.sha256(content)
        previous = outside[-1] if outside else kept.ledger.last
        person, writer = by
        lines = [*outside, journal.made(previous, self._clock(), person, change, file, writer)]
        pieces = [journal.encoded(line) for line in lines]
        with disk.storing():
            shelf.record(content, b"".join(pieces))
        sizes = [len(piece) for piece in pieces]
        return _Recorded(list(zip(lines, sizes, strict=True)), described, shelf.signature, file)


def _remembered(programme: ProgrammeId, kept: _Kept, recorded: _Recorded) -> Opened:
    """Take over what is safe now, and return the description as it stands."""
    for line, size in recorded.lines:
        kept.ledger.take(line, size)
    opened = standing.opened_from(programme, *recorded.described, kept.ledger)
    kept.standing = Standing(opened, recorded.signature, recorded.file, recorded=True)
    return opened


def _edited_again(before: Standing, now: Standing) -> bool:
    """Return whether a text was edited outside, read, and then edited outside once more."""
    outside = not (before.recorded or now.recorded)
    return (
        outside
        and before.opened.revision == now.opened.revision
        and before.opened.data != now.opened.data
    )


def _refuse_conflict(
    ledger: Ledger, opened: Opened, outside: Sequence[Line], change: Change, seen: int
) -> None:
    for line in outside:
        if line.revision > seen and meet(addresses(change), addresses(line.change)):
            raise Conflict(opened, change.path, line.stamp, seen)
    stamp = ledger.touched_since(seen, change)
    if stamp:
        raise Conflict(opened, change.path, stamp, seen)
