"""What every store can do, and what it answers; files and databases keep the same promise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from workbench.domain.changes import Change, Data
from workbench.domain.people import Person
from workbench.domain.problems import Problem
from workbench.domain.programme import Programme
from workbench.domain.status import FIRST, Status


@dataclass(frozen=True, order=True)
class ProgrammeId:
    """The name of a programme in the store: its institution and its own short name."""

    institution: str
    name: str

    def __str__(self) -> str:
        return f"{self.institution}/{self.name}"


@dataclass(frozen=True)
class Stamp:
    """When a revision was made, and by whom; nobody's name if it was outside the workbench."""

    revision: int
    time: datetime
    person: str
    writer: str = ""
    """The open screen from which it came; nothing for other ways in."""


@dataclass(frozen=True)
class Opened:
    """A description as it stands in the store now."""

    id: ProgrammeId
    programme: Programme
    data: Data
    """The same as plain values."""
    revision: int
    """The number of the last change; one made outside the workbench counts as well."""
    saved: Mapping[str, Stamp] = field(default_factory=dict)
    """The last change of every address that was changed here; the newest one under ''."""
    status: Status = FIRST
    """How far it is on its way to recognition."""


@dataclass(frozen=True)
class Damaged:
    """A description that cannot be read, and what is wrong with it."""

    id: ProgrammeId
    problems: Sequence[Problem]


@dataclass(frozen=True)
class Line:
    """One line of the journal: a revision, and how it came about."""

    revision: int
    time: datetime
    person: Person
    change: Change
    file: str
    """The sha256 of the description's text after this change."""
    hash: str
    """Covers this line and the hash of the line before it."""
    writer: str = ""
    """The open screen from which it came."""

    @property
    def stamp(self) -> Stamp:
        """When and by whom."""
        return Stamp(self.revision, self.time, self.person.name, self.writer)


@dataclass(frozen=True)
class Copied:
    """A description with its history, byte for byte as a folder of files holds them."""

    yaml: bytes | None
    """Nothing if the description was lost and can only be made again from its journal."""
    journal: bytes


OUTSIDE = Person(name="", role="editor")
"""Whoever made or edited a description outside the workbench."""


class NotFound(LookupError):
    """There is no programme with this id."""


class AlreadyThere(ValueError):
    """There is a programme with this id already."""


class Conflict(Exception):
    """A colleague changed the same answer since the revision this person saw."""

    def __init__(self, opened: Opened, path: str, stamp: Stamp, seen: int | None = None) -> None:
        super().__init__(path)
        self.opened, self.path, self.stamp, self.seen = opened, path, stamp, seen


class Unreadable(ValueError):
    """The description is damaged, or a change would make it so; `problems` says how."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(problem.key for problem in problems))
        self.problems = problems


class NotStored(Exception):
    """The place where descriptions are kept refuses; the sentence is `store.<key>`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class Store(Protocol):
    """Keeps descriptions: one change at a time, never half."""

    def ids(self) -> list[ProgrammeId]:
        """Return the ids of all programmes, damaged ones included."""

    def looks(self) -> Mapping[ProgrammeId, str]:
        """Return what every description and its journal look like now, which costs little.

        As long as a look stays the same, so does what `open` returns; an empty one tells nothing.
        """

    def open(self, programme: ProgrammeId) -> Opened:
        """Return a description; raise NotFound or Unreadable."""

    def create(self, programme: ProgrammeId, data: Data, person: Person) -> Opened:
        """Store a new description; raise AlreadyThere, Unreadable or NotStored."""

    def change(
        self,
        programme: ProgrammeId,
        person: Person,
        propose: Callable[[Data], Change],
        seen: int | None = None,
        writer: str = "",
    ) -> Opened:
        """Make one change and return the result once it is safely stored.

        `propose` is called with the newest data, while nobody else can change it, and returns the
        change; what it raises passes through and nothing is stored. A change that alters nothing
        makes no revision, unless its kind is one of RECORDS. With `seen`, raise Conflict if the
        proposed address was changed after that revision. `writer` names the open screen from which
        it comes.
        Raise ItemGone, ItemExists, NotFound, Unreadable or NotStored.
        """

    def history(self, programme: ProgrammeId) -> list[Line]:
        """Return every recorded revision, oldest first; raise NotFound."""

    def verify(self, programme: ProgrammeId) -> list[Problem]:
        """Return what is wrong with the record of revisions; raise NotFound."""

    def copy(self, programme: ProgrammeId) -> Copied:
        """Return a description with its history as they stand at one moment; raise NotFound."""

    def paste(self, programme: ProgrammeId, copied: Copied) -> None:
        """Store a copy as it is, damaged or not; raise AlreadyThere, NotFound or NotStored."""
