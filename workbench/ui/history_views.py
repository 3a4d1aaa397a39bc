"""What the screens that look back show, as values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EntryView:
    """One entry of the timeline, closed."""

    revision: int
    line: str
    """When, who, where and what, on one line."""
    undone: bool
    back: str
    """The key of the words on the button that takes it back; nothing without one."""


@dataclass(frozen=True)
class DayView:
    """The entries of one day, newest first."""

    title: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True)
class TimelineView:
    """One page of the timeline."""

    days: tuple[DayView, ...]
    page: int
    pages: int
    count: int
    of: str
    """What it is a page of, as one word to compare."""


@dataclass(frozen=True)
class VersionView:
    """One named version."""

    revision: int
    name: str
    made: str
    """By whom and when."""


@dataclass(frozen=True)
class RevisionView:
    """One revision: what it is called, and who made it when."""

    revision: int
    title: str
    made: str


@dataclass(frozen=True)
class Chosen:
    """What somebody wants to see of the timeline."""

    person: str | None = None
    section: str = ""
    path: str = ""
    page: int = 0
    of: str = ""
    """All of these but the page, as one word to compare."""
