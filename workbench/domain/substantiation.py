"""Why the programme should work: problem, factors, rationale, active elements and sources."""

from typing import Annotated

from workbench.domain.records import Item, Items, Record, TakenFrom
from workbench.domain.values import Choice, Count, Day, ItemId, Link, Text

SourceId = Annotated[ItemId, Link("literature")]


class Figure(Item):
    """A number that shows how large or serious the problem is."""

    name: Text | None = None
    value: Text | None = None
    year: Count | None = None
    sources: list[SourceId] = []


class Problem(Record):
    """What is the matter, how often, how badly, and where it comes from (werkblad 3.1, 3.2)."""

    description: Text | None = None
    figures: Items[Figure] = []
    causes: Text | None = None


class Factor(Item):
    """Something that causes, raises, keeps up, softens or protects against the problem."""

    name: Text | None = None
    type: Annotated[str, Choice("factor_type")] | None = None
    level: Annotated[str, Choice("factor_level")] | None = None
    changeable: bool | None = None
    not_tackled: Text | None = None
    sources: list[SourceId] = []


class GoalRationale(Item):
    """Why this approach can reach this subgoal in this group."""

    subgoal: Annotated[ItemId, Link("goals.subgoals")] | None = None
    mechanism: Text | None = None
    reason: Text | None = None
    basis: list[Annotated[str, Choice("basis")]] = []
    sources: list[SourceId] = []


class Rationale(Record):
    """Why the whole should work: theory, mechanisms, evidence, alternatives (werkblad 3.3, 3.4)."""

    overall: Text | None = None
    per_subgoal: Items[GoalRationale] = []
    alternatives: Text | None = None


class ActiveElement(Item):
    """A part that must stay intact when the programme is adapted (werkblad 5)."""

    name: Text | None = None
    description: Text | None = None
    type: Annotated[str, Choice("element_type")] | None = None
    essential: bool | None = None
    basis: list[Annotated[str, Choice("basis")]] = []
    modules: list[Annotated[ItemId, Link("approach.modules")]] = []
    sources: list[SourceId] = []
    taken_from: TakenFrom = TakenFrom()


class Source(Item):
    """One entry of the literature list (werkblad 6); `csl.py` maps it to CSL-JSON and back."""

    type: Annotated[str, Choice("source_type")] | None = None
    authors: Text | None = None
    """Everybody on one line, as `names.py` reads it."""
    year: Count | None = None
    title: Text | None = None
    genre: Text | None = None
    container: Text | None = None
    editors: Text | None = None
    edition: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    number: Text | None = None
    pages: Text | None = None
    publisher: Text | None = None
    place: Text | None = None
    language: Annotated[str, Choice("source_language")] | None = None
    doi: Text | None = None
    url: Text | None = None
    accessed: Day | None = None
    taken_from: TakenFrom = TakenFrom()
