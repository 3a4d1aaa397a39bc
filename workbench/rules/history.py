"""The description as it stood at any revision, made again from what was recorded."""

from collections.abc import Collection, Sequence

from workbench.domain.changes import Data, Recorded, applied


class NoRevision(LookupError):
    """There is no revision with this number."""


class Broken(ValueError):
    """The record cannot be followed up to a revision; `revision` is where it breaks off."""

    def __init__(self, revision: int) -> None:
        super().__init__(f"revision {revision} does not follow from what was recorded before it")
        self.revision = revision


def state_at(lines: Sequence[Recorded], revision: int) -> Data:
    """Return the description at a revision; raise NoRevision or Broken."""
    return states_at(lines, [revision])[revision]


def states_at(lines: Sequence[Recorded], wanted: Collection[int]) -> dict[int, Data]:
    """Return the description at several revisions, of which 0 is before the first one.

    Raise NoRevision, or Broken where the record cannot be followed.
    """
    known = {line.revision for line in lines}
    if missing := [revision for revision in wanted if revision and revision not in known]:
        raise NoRevision(missing[0])
    found: dict[int, Data] = {0: {}} if 0 in wanted else {}
    numbers = [revision for revision in wanted if revision]
    if not numbers:
        return found
    data: Data = {}
    start = _start(lines, min(numbers))
    for at, line in enumerate(lines[start:], lines[start].revision):
        if at > max(numbers):
            break
        data = _after(data, line, at)
        if at in wanted:
            found[at] = data
    return found


def _start(lines: Sequence[Recorded], revision: int) -> int:
    """Return the place of the last line up to a revision that holds a whole description."""
    places = (n for n, line in enumerate(lines) if line.revision == revision)
    place = next(places)
    while place and lines[place].change.kind != "whole":
        place -= 1
    return place


def _after(data: Data, line: Recorded, expected: int) -> Data:
    """Return the description after a line; raise Broken if that line cannot follow here."""
    begins = not data and line.change.kind != "whole"
    if line.revision != expected or begins:
        raise Broken(expected)
    try:
        return applied(data, line.change)
    except (LookupError, ValueError, TypeError, AttributeError):
        raise Broken(line.revision) from None
