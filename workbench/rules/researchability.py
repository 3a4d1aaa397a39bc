"""Whether a researcher can start from this description: fourteen points, four of them blocking.

A profile with what is there and what lacks, no verdict; what cannot be computed is asked.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from workbench.domain.criteria import ResearchabilityPoint
from workbench.domain.programme import Programme
from workbench.domain.wording import Language, Wording
from workbench.domain.words import Words
from workbench.rules.chain import CHAIN
from workbench.rules.coverage import Coverage, Extent, Lack, coverage
from workbench.rules.places import place
from workbench.rules.subject import Subject
from workbench.rules.wordings import quoted, worded

State = Literal["yes", "partly", "no"]

STATES: Mapping[Extent, State] = {"all": "yes", "some": "partly", "nothing": "no"}
WEIGHTS: Mapping[State, float] = {"yes": 1, "partly": 0.5, "no": 0}


@dataclass(frozen=True)
class Point:
    """One thing a researcher must be able to read, and how far it is there."""

    number: int
    code: str
    name: Wording
    blocking: bool
    """Whether research cannot start without it."""
    state: State
    coverage: Coverage

    def told(self, language: Language) -> dict[str, Any]:
        """Return the point as plain values."""
        return {
            "number": self.number,
            "code": self.code,
            "name": self.name[language],
            "blocking": self.blocking,
            "state": self.state,
            **self.coverage.told(language),
        }


@dataclass(frozen=True)
class Researchability:
    """All points in order."""

    points: tuple[Point, ...]

    @property
    def count(self) -> float:
        """How many points are there; what is partly there counts for half."""
        return sum(WEIGHTS[point.state] for point in self.points)

    @property
    def blocking(self) -> tuple[Point, ...]:
        """The points that hold research back as long as they are not wholly there."""
        return tuple(point for point in self.points if point.blocking and point.state != "yes")

    def point(self, code: str) -> Point:
        """Return a point by its code; raise KeyError if there is none."""
        return {point.code: point for point in self.points}[code]

    def told(self, language: Language) -> dict[str, Any]:
        """Return the profile as plain values, for programs that read it."""
        return {
            "count": self.count,
            "of": len(self.points),
            "blocking": [point.number for point in self.blocking],
            "points": [point.told(language) for point in self.points],
        }


def researchability(programme: Programme, words: Words) -> Researchability:
    """Return how far every point is there, by the answers that the criteria name."""
    return researchability_of(Subject(programme, words, date.min))


def researchability_of(subject: Subject) -> Researchability:
    """Return the same for a description of which the plain values are at hand."""
    points = (_point(subject, point) for point in subject.words.criteria.researchability)
    return Researchability(tuple(points))


def _point(subject: Subject, point: ResearchabilityPoint) -> Point:
    holes = _HOLES.get(point.code, _none)(subject)
    found = coverage(subject, point.paths, point.when, tuple(holes))
    state = STATES[found.extent]
    return Point(point.number, point.code, point.name, point.blocking, state, found)


def _none(_: Subject) -> Iterator[Lack]:
    return iter(())


def _chain_holes(subject: Subject) -> Iterator[Lack]:
    """Yield where the chain breaks from factor to goal to module, and goals without a mechanism."""
    for check in CHAIN:
        for finding in check.findings(subject):
            where = place(subject.data, subject.words.template, finding.path)
            key = f"rule.{finding.rule.code}.message"
            told = worded(subject.words, key, **{"place": where, **finding.values})
            yield Lack(finding.path, told)
    explained = {entry.subgoal for entry in subject.programme.rationale.per_subgoal}
    for goal in subject.programme.goals.subgoals:
        if goal.id not in explained:
            named = quoted(goal.text or goal.id)
            told = worded(subject.words, "researchability.no_mechanism", goal=named)
            yield Lack("rationale.per_subgoal", told)


_HOLES: Mapping[str, Callable[[Subject], Iterator[Lack]]] = {"complete_chain": _chain_holes}
"""What a point asks beyond answers that are there: links that fit together."""
