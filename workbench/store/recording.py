"""What every store does alike: one change at a time, checked, recorded and remembered."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
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
    NotStored,
    Opened,
    ProgrammeId,
    Unreadable,
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

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the other threads of this process waiting; raise NotStored if that takes long."""
        if not self.lock.acquire(timeout=disk.PATIENCE):
            raise NotStored("busy", seconds=round(disk.PATIENCE))
        try:
            yield
        finally:
            self.lock.release()


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
        with kept.held(), self._reading(programme) as (shelf, may_write):
            return self._standing(programme, shelf, kept, may_write=may_write).opened

    def create(self, programme: ProgrammeId, data: Data, person: Person) -> Opened:
        """Store a new description; raise AlreadyThere, NotFound, Unreadable or NotStored.

        NotFound means that no programme can have this id.
        """
        described = standing.shaped(data, self._options)
        data = described.plain()
        whole = Change("whole", "", None, data)
        kept = self._kept_of(programme)
        with kept.held():
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
        with kept.held():
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
        """Return every recorded revision, oldest first; raise NotFound, Unreadable or NotStored."""
        with self._reading(programme) as (shelf, _), standing.legible("journal_not_readable"):
            return journal.lines(shelf.lines())

    def verify(self, programme: ProgrammeId) -> list[Problem]:
        """Return what is wrong with the record of revisions; raise NotFound or NotStored."""
        try:
            with self._reading(programme) as (shelf, _), standing.legible():
                return verifying.wrong(shelf.lines(), shelf.text(), self._options)
        except Unreadable as unreadable:
            return list(unreadable.problems)

    def copy(self, programme: ProgrammeId) -> Copied:
        """Return a description with its history as they stand at one moment.

        Raise NotFound or NotStored, or Unreadable if not even the bytes can be read.
        """
        kept = self._kept_of(programme)
        with kept.held(), self._reading(programme) as (shelf, _):
            with suppress(Unreadable):  # half of what somebody is writing is no state to keep
                self._let_finish(shelf, kept.ledger)
            with standing.legible():  # in this order: without the lock the journal may be ahead
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
        if known and not untidy and known.signature == shelf.signature:
            return known
        stands = self._stood(programme, shelf, kept, may_write=may_write)
        edit = standing.to_record(known, stands, kept.ledger) if may_write and known else None
        if edit and self._record_outside(shelf, kept, edit):
            stands = self._stood(programme, shelf, kept, may_write=may_write)
        kept.standing = stands
        return stands

    def _stood(
        self, programme: ProgrammeId, shelf: Shelf, kept: _Kept, *, may_write: bool
    ) -> Standing:
        if may_write:
            self._let_finish(shelf, kept.ledger)
        ledger, known = kept.ledger, kept.standing
        return standing.stand(
            programme, shelf, ledger, self._options, may_write=may_write, known=known
        )

    def _let_finish(self, shelf: Shelf, ledger: Ledger) -> None:  # noqa: B027  few have to wait
        """Wait for whoever writes the text outside the workbench; raise Unreadable."""

    def _record_outside(self, shelf: Shelf, kept: _Kept, stands: Standing) -> bool:
        """Record an edit made outside the workbench, and return whether that was possible."""
        line = self._made_outside(shelf, kept, stands)
        piece = journal.encoded(line)
        try:
            _refuse_uneven(shelf, kept.ledger)
            shelf.append(piece)
        except (OSError, NotStored):  # a full disk is no reason not to open a description
            return False
        kept.ledger.take(line, len(piece))
        return True

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
            _refuse_uneven(shelf, kept.ledger)
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


def _refuse_uneven(shelf: Shelf, ledger: Ledger) -> None:
    """Raise NotStored if the journal does not end where it was read to."""
    if shelf.size != ledger.end:
        raise NotStored("journal_uneven")


def _refuse_conflict(
    ledger: Ledger, opened: Opened, outside: Sequence[Line], change: Change, seen: int
) -> None:
    for line in outside:
        if line.revision > seen and meet(addresses(change), addresses(line.change)):
            raise Conflict(opened, change.path, line.stamp, seen)
    stamp = ledger.touched_since(seen, change)
    if stamp:
        raise Conflict(opened, change.path, stamp, seen)
