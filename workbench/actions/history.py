"""Looking back: who changed what and when, and the description as it stood at any revision."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.actions.desk import Desk, Refused, needs
from workbench.actions.same import Same
from workbench.domain.changes import Data
from workbench.domain.problems import Problem
from workbench.domain.shape import Misshapen, understood
from workbench.domain.template import Template
from workbench.domain.words import Words
from workbench.rules.entries import Entry, entries, undone
from workbench.rules.history import Broken, NoRevision, states_at
from workbench.store.ledger import Ledger
from workbench.store.protocol import Line, Opened, ProgrammeId, Stamp, Store, Unreadable
from workbench.store.standing import opened_from


@dataclass(frozen=True)
class Version:
    """A name that somebody gave to the description as it stood."""

    name: str
    stamp: Stamp

    @property
    def revision(self) -> int:
        """The revision that has this name."""
        return self.stamp.revision


@dataclass(frozen=True)
class History:
    """The record of one description, oldest first, and what can be read from it."""

    lines: Sequence[Line]
    template: Template

    @cached_property
    def entries(self) -> list[Entry]:
        """What people did, in order."""
        return entries(self.lines, self.template)

    @cached_property
    def undone(self) -> dict[int, int]:
        """By which revision each entry that was taken back was taken back, by its revision."""
        return undone(self.entries)

    @cached_property
    def steps(self) -> list[Line]:
        """Every step of the procedure that was taken, oldest first."""
        return [line for line in self.lines if line.change.kind == "step"]

    @cached_property
    def versions(self) -> list[Version]:
        """Every version that was named, oldest first."""
        named = (line for line in self.lines if line.change.kind == "version")
        return [Version(str(line.change.new.get("name", "")), line.stamp) for line in named]

    def states(self, revisions: Collection[int]) -> dict[int, Data]:
        """Return the description at several revisions, of which 0 is before the first; or Refused.

        Raise Refused where there is no such revision, or the journal is too damaged to tell.
        """
        try:
            return states_at(self.lines, revisions)
        except NoRevision as missing:
            raise self._unknown(missing.args[0]) from None
        except Broken as broken:
            raise Refused("history_broken", revision=broken.revision) from None

    def line(self, revision: int) -> Line:
        """Return the recorded revision with this number; raise Refused."""
        found = (line for line in self.lines if line.revision == revision)
        if line := next(found, None):
            return line
        raise self._unknown(revision)

    def entry(self, revision: int) -> Entry:
        """Return the entry of which a revision is part; raise Refused."""
        for entry in self.entries:
            if any(line.revision == revision for line in entry.lines):
                return entry
        raise self._unknown(revision)

    def version_of(self, revision: int) -> str:
        """Return the name that a revision has; empty without one.

        A name stands for what stood there, so the revision just before it has that name too.
        """
        names = {version.revision: version.name for version in self.versions}
        return names.get(revision) or names.get(revision + 1, "")

    def _unknown(self, revision: int) -> Refused:
        last = self.lines[-1].revision if self.lines else 0
        return Refused("no_revision", revision=revision, last=last)


@needs("read")
def history(desk: Desk, programme: ProgrammeId) -> History:
    """Return the record of a description; raise Refused or NotFound."""
    try:
        opened = desk.store.open(programme)
    except Unreadable:  # what was recorded can still be read
        return History(desk.store.history(programme), desk.words.template)
    return _history(Same(desk.store), Same(desk.words.template), Same(opened))


@needs("read")
def verified(desk: Desk, programme: ProgrammeId) -> list[Problem]:
    """Return what is wrong with the record of a description; raise Refused or NotFound."""
    return desk.store.verify(programme)


@needs("read")
def opened_at(desk: Desk, programme: ProgrammeId, revision: int) -> Opened:
    """Return a description as it stood at a revision; raise Refused, NotFound or Unreadable."""
    return _opened_at(Same(history(desk, programme)), Same(desk.words), programme, revision)


@lru_cache(maxsize=8)
def _history(store: Same[Store], template: Same[Template], opened: Same[Opened]) -> History:
    return History(store.value.history(opened.value.id), template.value)


@lru_cache(maxsize=16)
def _opened_at(
    found: Same[History], words: Same[Words], programme: ProgrammeId, revision: int
) -> Opened:
    data = found.value.states([revision])[revision]
    try:
        described = understood(data, words.value.options)
    except Misshapen as misshapen:
        raise Unreadable(misshapen.problems) from None
    ledger = Ledger()
    for line in found.value.lines:
        if line.revision <= revision:
            ledger.take(line, 0)
    return opened_from(programme, described, described.plain(), ledger)
