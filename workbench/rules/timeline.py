"""When the phases of a programme run, in weeks, and which modules stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.intervention import Duration
from workbench.domain.programme import Programme
from workbench.rules.graph import Node, Theory

WEEKS: Mapping[str, float] = {"days": 1 / 7, "weeks": 1, "months": 52 / 12, "years": 52}
"""How many weeks go in one unit of time; twelve months make a year of 52 weeks."""


@dataclass(frozen=True)
class Weeks:
    """A length of time from short to long, both ends known."""

    shortest: float
    longest: float


@dataclass(frozen=True)
class Span:
    """One phase: its length, and when it starts and ends at the earliest and at the latest.

    What is not known, because a length is missing here or before, is None.
    """

    phase: Node
    duration: Duration
    """The length as it was written down, in its own unit."""
    length: Weeks | None
    start: Weeks | None
    end: Weeks | None
    modules: tuple[Node, ...]


@dataclass(frozen=True)
class Timeline:
    """The phases one after the other, and the modules of which no phase is known."""

    spans: tuple[Span, ...]
    loose: tuple[Node, ...]
    duration: Duration
    """The length of the programme as it was written down, not as the phases add up."""

    @property
    def together(self) -> Weeks | None:
        """How long the phases take together, or None where a length is missing."""
        return self.spans[-1].end if self.spans else None


def timeline(programme: Programme, theory: Theory) -> Timeline:
    """Return the phases in their order, as weeks from the start of the programme."""
    spans: list[Span] = []
    start: Weeks | None = Weeks(0, 0)
    durations = {phase.id: phase.duration for phase in programme.approach.phases}
    for phase in theory.of("phase"):
        length = weeks(duration := durations[phase.id])
        end = _after(start, length)
        spans.append(Span(phase, duration, length, start, end, theory.onward(phase, "module")))
        start = end
    loose = tuple(m for m in theory.of("module") if not theory.back(m, "phase"))
    return Timeline(tuple(spans), loose, programme.approach.duration)


def weeks(duration: Duration) -> Weeks | None:
    """Return a length in weeks; None without a unit or a number. One number is both ends."""
    ends = [end for end in (duration.minimum, duration.maximum) if end is not None]
    if not ends or duration.unit is None:
        return None
    each = WEEKS[duration.unit]
    return Weeks(min(ends) * each, max(ends) * each)


def _after(start: Weeks | None, length: Weeks | None) -> Weeks | None:
    if start is None or length is None:
        return None
    return Weeks(start.shortest + length.shortest, start.longest + length.longest)
