"""Where the weeks of a timeline stand from left to right."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from workbench.rules.timeline import Timeline

_UNKNOWN = 6.0
"""As many weeks wide a phase is drawn of which the length is not known."""
_STEPS = (1, 2, 4, 13, 26, 52)


@dataclass(frozen=True)
class Axis:
    """Where the weeks stand from left to right, and between which weeks each phase is drawn."""

    left: float
    right: float
    ends: tuple[tuple[float, float], ...]

    @property
    def weeks(self) -> float:
        """How many weeks the axis holds."""
        return max((end for _, end in self.ends), default=1.0)

    def at(self, week: float) -> float:
        """Return where a week stands."""
        return self.left + (self.right - self.left) * week / self.weeks

    @property
    def ticks(self) -> Iterator[int]:
        """The weeks that are written below the axis."""
        room = (self.right - self.left) / 58
        step = next((s for s in _STEPS if self.weeks / s <= room), 104)
        for week in count(0, step):
            if week > self.weeks:
                return
            yield week


def axis(line: Timeline, left: float, right: float) -> Axis:
    """Return the axis on which these phases fit one after the other, each at its longest."""
    ends, week = [], 0.0
    for span in line.spans:
        start = week
        week += max(span.length.longest, 0.5) if span.length else _UNKNOWN
        ends.append((start, week))
    return Axis(left, right, tuple(ends))
