"""The programmes that are compared, what the rules say of each, and their items in groups."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from workbench.domain.template import Question, Template
from workbench.domain.words import Words
from workbench.rules.comparison.grouping import Group, Judged, grouped
from workbench.rules.comparison.lexicon import lexicon
from workbench.rules.comparison.parts import parts
from workbench.rules.examination import Examination

FEWEST, MOST = 2, 6


@dataclass(frozen=True)
class Side:
    """One of the programmes that are compared."""

    programme: str
    """`institution/name`."""
    examined: Examination

    @property
    def data(self) -> Mapping[str, Any]:
        """The description as plain values."""
        return self.examined.subject.data


@dataclass(frozen=True, eq=False)
class Sides:
    """Two to six programmes, and what advisors decided about their items."""

    sides: tuple[Side, ...]
    words: Words
    judged: Judged

    def __len__(self) -> int:
        return len(self.sides)

    def __iter__(self) -> Iterator[Side]:
        return iter(self.sides)

    @property
    def template(self) -> Template:
        """The questions that all of them answer."""
        return self.words.template

    @cached_property
    def groups(self) -> Mapping[str, Sequence[Group]]:
        """The items of every list, together with those that mean the same."""
        asked = (q for section in self.template.sections for q in section.questions)
        return {question.path: self._grouped(question) for question in asked if question.item}

    def group_of(self, side: int, path: str, item: str) -> Group | None:
        """Return the group of one item; None for an item that is not there."""
        return self._placed.get((side, path, item))

    @cached_property
    def _placed(self) -> Mapping[tuple[int, str, str], Group]:
        return {
            (part.side, path, part.ref.item): group
            for path, groups in self.groups.items()
            for group in groups
            for part in group.parts
        }

    def _grouped(self, question: Question) -> tuple[Group, ...]:
        lex = lexicon(self.words.likeness)
        found = [
            part
            for number, side in enumerate(self.sides)
            for part in parts(number, side.programme, side.data, question, question.path, lex)
        ]
        return grouped(found, self.words.likeness.limits, self.judged)
