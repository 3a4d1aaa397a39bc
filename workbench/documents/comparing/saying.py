"""The words in which a comparison is told: programmes, items and answers in one language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten

from workbench.documents.answers import Answers
from workbench.documents.comparing.view import Line, Value
from workbench.documents.pictures.telling import Telling
from workbench.domain.template import Question, Section, Template
from workbench.domain.wording import Language, Texts
from workbench.rules.comparison.comparison import Comparison
from workbench.rules.comparison.grouping import Group
from workbench.rules.comparison.rows import Place, State
from workbench.rules.comparison.sides import Side

_LONGEST_NAME = 80


@dataclass(frozen=True, eq=False)
class Saying:
    """A comparison, and everything needed to tell it in one language."""

    comparison: Comparison
    texts: Texts

    def say(self, key: str, **values: object) -> str:
        """Return a text of the comparison; raise KeyError where the catalogue lacks it."""
        return self.texts(f"compare.{key}", **values)

    @property
    def language(self) -> Language:
        """The language of everything that was not typed."""
        return self.texts.language

    @property
    def template(self) -> Template:
        """The questions that all programmes answer."""
        return self.comparison.sides.template

    @property
    def sides(self) -> tuple[Side, ...]:
        """The programmes, in the order in which they were chosen."""
        return self.comparison.sides.sides

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the programmes are called, each differently."""
        untitled = self.texts("report.untitled")
        described = [side.examined.programme for side in self.sides]
        titles = [short(one.title or "") or untitled for one in described]
        called = [short(one.colophon.short_name or "") for one in described]
        once = _apart([name or title for name, title in zip(called, titles, strict=True)])
        return tuple(once or _apart(titles) or (f"{t} ({n})" for n, t in enumerate(titles, 1)))

    @cached_property
    def answers(self) -> tuple[Answers, ...]:
        """The answers of each programme, in words."""
        return tuple(Answers(side.data, self.template, self.texts, True) for side in self.sides)

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """The links of each programme, in words."""
        return tuple(
            Telling(side.examined.theory, self.template, self.texts) for side in self.sides
        )

    def label(self, options: str, code: str) -> str:
        """Return the words of one choice."""
        return self.template.label(options, code)[self.language]

    def section(self, section: Section) -> str:
        """Return a section's number, if it has one, and its title."""
        return f"{section.number} {section.title[self.language]}".strip()

    def state(self, state: State) -> str:
        """Return whether programmes say the same, in a word."""
        return self.say(f"state.{state}")

    def answer(self, side: int, places: Sequence[Place], question: Question) -> str:
        """Return the answer of one programme in words; empty where nothing was entered."""
        return "\n".join(filter(None, (self._said(side, place, question) for place in places)))

    def _said(self, side: int, place: Place, question: Question) -> str:
        answers = self.answers[side]
        return "; ".join(answers.words(place.path, question)) or answers.remark(place.path)

    def item(self, group: Group) -> str:
        """Return how an item is called by the first programme that has it."""
        part = group.parts[0]
        question = self.template.question(group.list)
        named = self.answers[part.side].name(group.list, part.item)
        assert question.item is not None
        one = question.item.one[self.language]
        if named.lower().startswith(one.lower()):
            return short(named)
        return short(f"{one[:1].upper()}{one[1:]}: {named}")

    def called(self, group: Group, side: int) -> str:
        """Return how one programme calls an item; empty where it does not have it."""
        return "\n".join(part.told.name or part.ref.item for part in group.at(side))

    def line(
        self,
        lead: Iterable[Value],
        cells: Sequence[str],
        state: State | None,
        key: str = "",
        *,
        nothing: str = "",
    ) -> Line:
        """Return a line of which the empty cells say that nothing was entered."""
        before = tuple(lead)
        missing = frozenset(len(before) + n for n, cell in enumerate(cells) if not cell)
        told = (cell or nothing or self.say("empty") for cell in cells)
        return Line((*before, *told), state, missing, key)


def short(name: str) -> str:
    """Return a name on one line, cut where that is long."""
    return shorten(name, _LONGEST_NAME, placeholder="…")


def _apart(names: Sequence[str]) -> Sequence[str]:
    """Return names if no two are the same, also in other capitals; else nothing."""
    return names if len({name.casefold() for name in names}) == len(names) else ()
