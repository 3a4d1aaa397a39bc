"""The record as people look back on it: what one person did to one question, as one entry."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.domain.addresses import Address, addresses, meet
from workbench.domain.changes import Change, Kind, Recorded
from workbench.domain.paths import UnknownPath, is_empty, star, value_at
from workbench.domain.people import Person
from workbench.domain.template import Template

PAUSE = timedelta(minutes=10)
"""Who stops longer than this begins a new entry."""
LONGEST = timedelta(minutes=30)
"""What somebody writes longer than this becomes several entries, each of which can be undone."""
_GATHERED = {"answer", "note", "order"}


@dataclass(frozen=True)
class Entry:
    """One or more recorded changes of one person to one question, oldest first."""

    path: str
    """The address of the question or of the list; nothing for the description as a whole."""
    lines: tuple[Recorded, ...]

    @property
    def kind(self) -> Kind:
        """What was done."""
        return self.lines[0].change.kind

    @property
    def before(self) -> int:
        """The revision as it was before this."""
        return self.lines[0].revision - 1

    @property
    def revision(self) -> int:
        """The revision to which this led."""
        return self.lines[-1].revision

    @property
    def person(self) -> Person:
        """By whom."""
        return self.lines[0].person

    @property
    def began(self) -> datetime:
        """When the first of its changes was stored."""
        return self.lines[0].time

    @property
    def ended(self) -> datetime:
        """When the last of its changes was stored."""
        return self.lines[-1].time

    @property
    def of(self) -> int | None:
        """The revision that this undoes, or goes back to."""
        return self.lines[0].change.of

    @property
    def item(self) -> str | None:
        """The address of the item that was added or removed, if one was."""
        change = self.lines[0].change
        if change.kind not in {"add", "remove"}:
            return None
        return f"{change.path}.{(change.new or change.old)['item']['id']}"

    @property
    def is_undo(self) -> bool:
        """Whether this takes back another change instead of being one of its own."""
        return self.of is not None and self.kind != "whole"


def entries(lines: Sequence[Recorded], template: Template) -> list[Entry]:
    """Return the record as entries, in the order of their last changes."""
    gathered: list[list[Recorded]] = []
    growing: dict[tuple[Person, Kind, str], list[Recorded]] = {}
    for line in lines:
        key = (line.person, line.change.kind, asked_at(line.change.path, template))
        known = growing.get(key)
        if known and _goes_on(known, line):
            known.append(line)
        else:
            gathered.append([line])
        group = known if known and known[-1] is line else gathered[-1]
        touched = addresses(line.change)
        growing = {k: g for k, g in growing.items() if g is group or _apart(g, line, touched)}
        if line.change.kind in _GATHERED and line.change.of is None:
            growing[key] = group
    made = [Entry(asked_at(g[0].change.path, template), tuple(g)) for g in gathered]
    return sorted(made, key=lambda entry: entry.revision)


def about(found: Iterable[Entry], *paths: str) -> Iterator[Entry]:
    """Yield the entries that touch one of these questions, items or lists, or what is in them."""
    here = [place for path in paths for place in (tuple(path.split(".")), ("about", path))]
    for entry in found:
        if entry.path in paths or any(_touches(line.change, paths, here) for line in entry.lines):
            yield entry


def undone(found: Sequence[Entry]) -> dict[int, int]:
    """Return by which revision each entry that was taken back was taken back, by its revision.

    What was taken back by an entry that was itself taken back stands again.
    """
    by: dict[int, int] = {}
    containing = {line.revision: entry for entry in found for line in entry.lines}
    for entry in reversed(found):
        if entry.revision not in by and (target := _undone_by(entry, containing)):
            by.setdefault(target.revision, entry.revision)
    return by


def to_undo(found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield what can be undone and was not yet, newest first, passing over what undid others.

    So undoing again goes on to the one before it, not to and fro.
    """
    by = undone(found)
    settled = {*by, *by.values()}
    for entry in reversed(found):
        if can_be_undone(entry) and not entry.is_undo and entry.revision not in settled:
            yield entry


def can_be_undone(entry: Entry) -> bool:
    """Return whether there is anything to take back: not the beginning, nor a name."""
    if entry.kind == "whole":
        return bool(entry.before)
    return entry.kind in {"answer", "add", "remove", "order", "note"}


def asked_at(path: str, template: Template) -> str:
    """Return the address of the question that asks a path: a part of a range has none itself."""
    try:
        starred = star(path)
        asked = template.question(starred).path
    except (UnknownPath, KeyError):
        return path
    own = starred == asked or starred.endswith(f".{asked}")
    return path if own else path.rpartition(".")[0]


def _touches(change: Change, paths: Sequence[str], here: Sequence[Address]) -> bool:
    if change.kind == "whole" and not change.old:  # the beginning
        return any(not is_empty(value_at(change.new, path)) for path in paths)
    return meet(here, addresses(change))


def _goes_on(known: Sequence[Recorded], line: Recorded) -> bool:
    """Return whether a line belongs to the same sitting; a clock may jump back."""
    pause, length = line.time - known[-1].time, line.time - known[0].time
    return line.change.of is None and abs(pause) <= PAUSE and abs(length) <= LONGEST


def _apart(group: Sequence[Recorded], line: Recorded, touched: Iterable[Address]) -> bool:
    """Return whether what is gathered can still grow after a line of somebody else's."""
    last = group[-1]
    # An order of a list has another meaning once items came or went.
    own = [tuple(last.change.path.split("."))] if last.change.kind == "order" else None
    return abs(line.time - last.time) <= PAUSE and not meet(own or addresses(last.change), touched)


def _undone_by(entry: Entry, containing: dict[int, Entry]) -> Entry | None:
    """Return the entry that this one takes back, if it does."""
    if entry.of is None:
        return None
    if entry.kind != "whole":
        return containing.get(entry.of)
    # Who undoes a whole document goes back to the revision before it.
    target = containing.get(entry.of + 1)
    return target if target and target.kind == "whole" and target is not entry else None
