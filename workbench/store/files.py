"""Descriptions as YAML files, each with its journal: the store that needs nothing but a folder."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from workbench.domain.addresses import addresses, meet
from workbench.domain.changes import RECORDS, Change, Data
from workbench.domain.people import Person
from workbench.domain.problems import Problem
from workbench.domain.programme import Programme
from workbench.domain.values import Options
from workbench.store import disk, journal, places, standing
from workbench.store.ledger import Ledger
from workbench.store.places import Place
from workbench.store.protocol import (
    OUTSIDE,
    AlreadyThere,
    Conflict,
    Copied,
    Line,
    NotFound,
    NotStored,
    Opened,
    ProgrammeId,
    Unreadable,
)
from workbench.store.standing import Standing


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


@dataclass
class _Kept:
    """What this process remembers of one programme; changed by one thread at a time."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    ledger: Ledger = field(default_factory=Ledger)
    standing: Standing | None = None


class FileStore:
    """Keeps each description in `<root>/<institution>/<name>.yaml`, and does what `Store` promises.

    Args:
        root: the folder with a folder for each institution; it is made when it is needed.
        options: the codes of every option list.
        clock: gives the time of a revision.
    """

    def __init__(self, root: Path, options: Options, clock: Callable[[], datetime] = now) -> None:
        self._root, self._options, self._clock = root, options, clock
        self._kept: dict[ProgrammeId, _Kept] = {}

    def ids(self) -> list[ProgrammeId]:
        """Return the ids of all programmes, damaged ones included."""
        return places.programmes(self._root)

    def open(self, programme: ProgrammeId) -> Opened:
        """Return a description; raise NotFound or Unreadable."""
        place, kept = self._found(programme)
        known = kept.standing
        if known and known.signature == place.signature:
            return known.opened
        with kept.lock, _reading(place) as may_write:
            return self._standing(programme, place, kept, may_write=may_write).opened

    def create(self, programme: ProgrammeId, data: Data, person: Person) -> Opened:
        """Store a new description; raise AlreadyThere, NotFound, Unreadable or NotStored.

        NotFound is for a name that no programme can have.
        """
        place = self._place(programme)
        described = standing.shaped(data, self._options)
        data = described.plain()
        whole = Change("whole", "", None, data)
        with disk.storing():
            disk.make_folder(place.folder)
        kept = self._kept.setdefault(programme, _Kept())
        with kept.lock, disk.locked(place.lock):
            if place.exists:
                raise AlreadyThere(str(programme))
            kept.ledger.read_on(place.journal)
            return self._stored(programme, place, kept, (described, data), (person, ""), whole)

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
        place, kept = self._found(programme)
        with kept.lock, disk.locked(place.lock):
            stands = self._standing(programme, place, kept)
            opened = stands.opened
            change = propose(opened.data)
            described = standing.changed(opened.data, change, self._options)
            data = described.plain()
            if data == opened.data and change.kind not in RECORDS:
                return opened
            outside = [] if stands.recorded else [self._made_outside(place, kept, stands)]
            if seen is not None:
                _refuse_conflict(kept.ledger, opened, outside, change, seen)
            by = (person, writer)
            return self._stored(programme, place, kept, (described, data), by, change, outside)

    def history(self, programme: ProgrammeId) -> list[Line]:
        """Return every recorded revision, oldest first; raise NotFound."""
        place, _ = self._found(programme)
        return journal.lines(place.journal)

    def verify(self, programme: ProgrammeId) -> list[Problem]:
        """Return what is wrong with the record of revisions; raise NotFound."""
        place, kept = self._found(programme)
        with kept.lock, _reading(place) as may_write:
            with suppress(Unreadable):
                self._standing(programme, place, kept, may_write=may_write)
            problems = list(journal.checked(place.journal))
            stands = kept.standing
            if kept.ledger.last and not (stands and stands.recorded):
                problems.append(Problem("journal_file"))
            return problems

    def copy(self, programme: ProgrammeId) -> Copied:
        """Return a description with its history as they stand at one moment; raise NotFound."""
        place, kept = self._found(programme)
        with kept.lock, _reading(place), disk.storing():
            return Copied(disk.content(place.yaml), disk.content(place.journal) or b"")

    def paste(self, programme: ProgrammeId, copied: Copied) -> None:
        """Store a copy as it is, damaged or not; raise AlreadyThere, NotFound or NotStored."""
        place = self._place(programme)
        with disk.storing():
            disk.make_folder(place.folder)
        with disk.locked(place.lock), disk.storing():
            if place.exists:
                raise AlreadyThere(str(programme))
            for path, content in ((place.journal, copied.journal), (place.yaml, copied.yaml)):
                if content:
                    disk.prepare(place.draft, content)
                    disk.put(place.draft, path)

    def _place(self, programme: ProgrammeId) -> Place:
        return places.place(self._root, programme)

    def _found(self, programme: ProgrammeId) -> tuple[Place, _Kept]:
        place = self._place(programme)
        if not place.exists:
            raise NotFound(str(programme))
        return place, self._kept.setdefault(programme, _Kept())

    def _standing(
        self, programme: ProgrammeId, place: Place, kept: _Kept, *, may_write: bool = True
    ) -> Standing:
        known = kept.standing
        if not (known and known.signature == place.signature):
            before, kept.standing = known, None
            known = standing.stand(
                programme, place, kept.ledger, self._options, may_write=may_write
            )
            if may_write and before and _edited_again(before, known):
                self._record_outside(place, kept, before)
                known = standing.stand(
                    programme, place, kept.ledger, self._options, may_write=may_write
                )
            kept.standing = known
        return known

    def _record_outside(self, place: Place, kept: _Kept, stands: Standing) -> None:
        """Record what was read from a file that was edited again since: people have seen it."""
        line = self._made_outside(place, kept, stands)
        piece = journal.encoded(line)
        with suppress(OSError):  # a full disk is no reason not to open a description
            disk.append(place.journal, piece)
            kept.ledger.take(line, len(piece))

    def _made_outside(self, place: Place, kept: _Kept, stands: Standing) -> Line:
        """Return the line that records what was done to the file outside the workbench."""
        change = Change("whole", "", standing.last_recorded(place), stands.opened.data)
        return journal.made(kept.ledger.last, self._clock(), OUTSIDE, change, stands.file)

    def _stored(
        self,
        programme: ProgrammeId,
        place: Place,
        kept: _Kept,
        described: tuple[Programme, Data],
        by: tuple[Person, str],
        change: Change,
        outside: Sequence[Line] = (),
    ) -> Opened:
        content = standing.text_of(described[1])
        file = standing.sha256(content)
        previous = outside[-1] if outside else kept.ledger.last
        person, writer = by
        lines = [*outside, journal.made(previous, self._clock(), person, change, file, writer)]
        pieces = [journal.encoded(line) for line in lines]
        with disk.storing():
            disk.record(place, content, b"".join(pieces))
        for line, piece in zip(lines, pieces, strict=True):
            kept.ledger.take(line, len(piece))
        opened = standing.opened_from(programme, *described, kept.ledger)
        kept.standing = Standing(opened, place.signature, file, recorded=True)
        return opened


def _edited_again(before: Standing, now: Standing) -> bool:
    """Return whether a file was edited outside, read, and then edited outside once more."""
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
            raise Conflict(opened, change.path, line.stamp)
    stamp = ledger.touched_since(seen, change)
    if stamp:
        raise Conflict(opened, change.path, stamp)


@contextmanager
def _reading(place: Place) -> Iterator[bool]:
    """Hold the lock where that is possible, and say whether; a folder may be there to read only."""
    with ExitStack() as held:
        try:
            held.enter_context(disk.locked(place.lock))
            may_write = True
        except NotStored:
            may_write = False
        yield may_write
