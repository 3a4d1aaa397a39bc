"""How much of a description is there: per section, per level and per question; never one score."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from workbench.domain.notes import Note
from workbench.domain.paths import is_empty, value_at
from workbench.domain.programme import Programme
from workbench.domain.template import LEVELS, Level, Question, Section, Template

State = Literal["answered", "not_applicable", "empty"]

AIMED: Mapping[str | None, Level] = {
    None: "described",
    "described": "described",
    "substantiated": "substantiated",
    "first_indications": "effective",
    "good_indications": "effective",
    "strong_indications": "effective",
}
"""From the level that the colophon aims at to the level from which questions are required."""


class Asked(NamedTuple):
    """One question for this description, or for one item of a list, and whether it is answered."""

    path: str
    required_from: Level | None
    state: State
    in_item: bool = False

    def required(self, level: Level) -> bool:
        """Return whether this level needs an answer here."""
        needed = self.required_from
        return needed is not None and LEVELS.index(needed) <= LEVELS.index(level)


@dataclass(frozen=True)
class Tally:
    """Of the questions that a level requires: how many there are, and how many are done."""

    required: int
    answered: int
    """Those that do not apply, with a reason, included."""
    not_applicable: int

    @property
    def complete(self) -> bool:
        """Whether nothing required is empty."""
        return self.answered == self.required


@dataclass(frozen=True)
class SectionCompleteness:
    """One section: its questions, and how many answers were said to be on paper or in heads."""

    id: str
    questions: tuple[Asked, ...]
    explicit: int
    implicit: int

    @cached_property
    def levels(self) -> Mapping[Level, Tally]:
        """The tally for every level, each with what the levels before it require."""
        return {level: tally(self.questions, level) for level in LEVELS}

    @property
    def implicit_share(self) -> float | None:
        """The share of the marked answers that rests on practice knowledge; None without marks."""
        marked = self.explicit + self.implicit
        return self.implicit / marked if marked else None


@dataclass(frozen=True)
class Completeness:
    """All sections in order, and the level that the description aims at."""

    target: Level
    sections: tuple[SectionCompleteness, ...]

    @cached_property
    def levels(self) -> Mapping[Level, Tally]:
        """The tally of the whole description for every level."""
        return {level: tally(self.questions, level) for level in LEVELS}

    @property
    def overall(self) -> Tally:
        """The tally of the whole description for the level it aims at."""
        return self.levels[self.target]

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """Every question of every section, in order."""
        return tuple(asked for section in self.sections for asked in section.questions)

    def section(self, section_id: str) -> SectionCompleteness:
        """Return a section by id; raise KeyError if there is none."""
        return {section.id: section for section in self.sections}[section_id]

    def told(self) -> dict[str, Any]:
        """Return the numbers as plain values, for programs that read them."""
        return {
            "target": self.target,
            **_told(self.levels),
            "sections": [
                {
                    "id": section.id,
                    **_told(section.levels),
                    "explicit": section.explicit,
                    "implicit": section.implicit,
                }
                for section in self.sections
            ],
        }


def completeness(programme: Programme, template: Template) -> Completeness:
    """Return what was answered of what the template asks."""
    return completeness_of(programme, programme.plain(), template)


def completeness_of(
    programme: Programme, data: Mapping[str, Any], template: Template
) -> Completeness:
    """Return the same for a description of which the plain values are at hand."""
    sections = tuple(_section(section, data, programme.about) for section in template.sections)
    return Completeness(AIMED[programme.colophon.target_level], sections)


def tally(questions: Iterable[Asked], level: Level) -> Tally:
    """Return how many of the questions that a level requires are done."""
    states = [asked.state for asked in questions if asked.required(level)]
    empty, skipped = states.count("empty"), states.count("not_applicable")
    return Tally(len(states), len(states) - empty, skipped)


def is_answered(kind: str, value: Any) -> bool:
    """Return whether a value answers a question: a range needs a number, a duration its unit."""
    if kind not in {"span", "duration"}:
        return not is_empty(value)
    given = value or {}
    counted = given.get("minimum") is not None or given.get("maximum") is not None
    return counted and (kind == "span" or bool(given.get("unit")))


def _section(
    section: Section, data: Mapping[str, Any], about: Mapping[str, Note]
) -> SectionCompleteness:
    questions = tuple(_asked(section, data, about))
    known = [about[asked.path].knowledge for asked in questions if asked.path in about]
    return SectionCompleteness(
        section.id, questions, known.count("explicit"), known.count("implicit")
    )


def _asked(section: Section, data: Mapping[str, Any], about: Mapping[str, Note]) -> Iterator[Asked]:
    for question in section.questions:
        value = value_at(data, question.path)
        state = _state(question, value, about.get(question.path))
        yield Asked(question.path, question.required_from, state)
        if question.kind == "list":
            yield from _in_items(question, value or [])


def _in_items(question: Question, items: list[Mapping[str, Any]]) -> Iterator[Asked]:
    for item in items:
        for inner in question.questions:
            answered = is_answered(inner.kind, value_at(item, inner.path))
            path = f"{question.path}.{item['id']}.{inner.path}"
            yield Asked(path, inner.required_from, "answered" if answered else "empty", True)


def _state(question: Question, value: Any, note: Note | None) -> State:
    if is_answered(question.kind, value):
        return "answered"
    reason = note.not_applicable if note else None
    return "not_applicable" if reason and reason.strip() else "empty"


def _told(levels: Mapping[Level, Tally]) -> dict[str, Any]:
    return {
        "levels": {
            level: {
                "required": done.required,
                "answered": done.answered,
                "not_applicable": done.not_applicable,
            }
            for level, done in levels.items()
        }
    }
