"""Answers in words: choices by their label, links by the heading of what they point to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from textwrap import shorten
from typing import Any

from workbench.documents import amounts
from workbench.documents.blocks import Block, Cell, Comment, Paragraph
from workbench.documents.references import short_reference
from workbench.domain.citation import suffixes
from workbench.domain.paths import is_empty, shape_at, star, value_at
from workbench.domain.template import Question, Template
from workbench.domain.wording import Language, Texts

Item = Mapping[str, Any]

LITERATURE = "literature"
MONEY = ("delivery.costs.*.amount",)
YEARS = ("year", "price_level")
"""Counts that name a year, and so get no mark between the thousands."""

_LONGEST_NAME = 100
_QUOTED = 60


@dataclass(frozen=True)
class Answers:
    """What was entered, and everything needed to say it in one language."""

    data: Mapping[str, Any]
    template: Template
    texts: Texts
    gaps: bool
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)
    """What was said about answers, by their addresses, where the report shows that."""

    @property
    def language(self) -> Language:
        """The language of everything that was not typed."""
        return self.texts.language

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """The letters behind the years of sources by the same people, by id."""
        return suffixes(self.items(LITERATURE))

    def words(self, path: str, question: Question) -> tuple[str, ...]:
        """Return an answer in words, one text for each thing chosen; nothing if it is missing."""
        value = value_at(self.data, path)
        return () if is_empty(value) else _in_words(self, path, question, value)

    def remark(self, path: str) -> str:
        """Return why the question does not apply, as a sentence; empty if it does."""
        reason = self.data.get("about", {}).get(path, {}).get("not_applicable", "")
        return "" if is_empty(reason) else self.texts("report.not_applicable", reason=reason)

    def is_shown(self, path: str, question: Question) -> bool:
        """Return whether the question has anything to show, if only that it is missing."""
        filled = not is_empty(value_at(self.data, path))
        said = bool(self.remark(path) or self.comments.get(path))
        return filled or said or self.marks(path, question)

    def marks(self, path: str, question: Question) -> bool:
        """Return whether a missing answer is marked: inside an item only one that is required."""
        return self.gaps and (question.required_from is not None or "*" not in star(path))

    def cell(self, path: str, question: Question) -> Cell:
        """Return an answer for beside its question, with a remark or a gap where there is one."""
        said = self.said(path, question)
        cell = (*said, *self.beside(path, question, bool(said)))
        found = self.comments.get(path, ())
        if not found:
            return cell
        first, *rest = cell or (self.gap,)
        return (replace(first, comments=found), *rest)

    def commented(self, path: str, blocks: Sequence[Block]) -> list[Block]:
        """Return the blocks of an answer with what was said about it at its first paragraph."""
        found = self.comments.get(path, ())
        if not found:
            return list(blocks)
        first = next((b for b in blocks if isinstance(b, Paragraph) and not b.comments), None)
        if first is None:
            told = Paragraph(self.texts("report.comments.here"), "remark", comments=found)
            return [told, *blocks]
        return [replace(first, comments=found) if b is first else b for b in blocks]

    def said(self, path: str, question: Question) -> Cell:
        """Return only the answer for beside its question; nothing if it is missing."""
        words = self.words(path, question)
        return (Paragraph("; ".join(words)),) if words else ()

    def beside(self, path: str, question: Question, answered: bool) -> Cell:
        """Return what is said next to an answer: why it does not apply, or that it is missing."""
        if remark := self.remark(path):
            return (Paragraph(remark, "remark"),)
        return (self.gap,) if not answered and self.marks(path, question) else ()

    @property
    def gap(self) -> Paragraph:
        """The mark of an answer that is still missing."""
        return Paragraph(self.texts("report.gap"), "gap")

    def items(self, path: str) -> Sequence[Item]:
        """Return the items of a list."""
        return value_at(self.data, path) or []

    def name(self, path: str, item: Item) -> str:
        """Return how an item is called where something refers to it; never its id."""
        question = self.template.question(path)
        if path == LITERATURE and (reference := short_reference(item, self.texts, self.letters)):
            return reference
        if is_heading(heading := self.heading_field(path, question, item)):
            return heading
        numbered = self.numbered(path, question, item)
        start = shorten(heading, _QUOTED, placeholder="…")
        return self.texts("report.quoted", name=numbered, start=start) if start else numbered

    def numbered(self, path: str, question: Question, item: Item) -> str:
        """Return an item by its place in the list, such as 'Subdoel 2'."""
        assert question.item is not None
        place = [other["id"] for other in self.items(path)].index(item["id"]) + 1
        one = question.item.one[self.language]
        return f"{one[:1].upper()}{one[1:]} {place}"

    def heading_field(self, path: str, question: Question, item: Item) -> str:
        """Return the answer that serves as the heading of an item; empty if it is missing."""
        field = heading_question(question)
        return "; ".join(self.words(f"{path}.{item['id']}.{field.path}", field)).strip()


def heading_question(question: Question) -> Question:
    """Return the question of a list whose answer is the heading of an item."""
    assert question.item is not None
    return next(field for field in question.questions if field.path == question.item.heading)


def is_heading(text: str) -> bool:
    """Return whether a text is short enough to stand above something else."""
    return 0 < len(text) <= _LONGEST_NAME and len(text.splitlines()) == 1


def _in_words(answers: Answers, path: str, question: Question, value: Any) -> tuple[str, ...]:
    many = value if isinstance(value, list) else [value]
    match question.kind:
        case "choice" | "choices":
            return tuple(_label(answers, path, code) for code in many)
        case "link" | "links":
            return tuple(_linked(answers, path, target) for target in many)
        case _:
            return (_single(answers, path, question, value),)


def _single(answers: Answers, path: str, question: Question, value: Any) -> str:
    texts, language = answers.texts, answers.language
    match question.kind:
        case "yes_no":
            return texts("report.yes" if value else "report.no")
        case "date":
            return amounts.day(date.fromisoformat(value), language)
        case "number" if path.endswith(YEARS):
            return str(value)
        case "number" | "amount":
            return _amount(path, value, language)
        case "span":
            return amounts.span(value, texts)
        case "duration":
            return amounts.duration(
                value, texts, _label(answers, f"{path}.unit", value.get("unit"))
            )
        case _:
            return str(value)


def _amount(path: str, value: float, language: Language) -> str:
    money = any(path.startswith(place.partition("*")[0]) for place in MONEY)
    said = amounts.euros if money else amounts.number
    return said(value, language)


def _label(answers: Answers, path: str, code: str | None) -> str:
    options = shape_at(path).options
    assert options is not None
    return answers.template.label(options, code)[answers.language] if code else ""


def _linked(answers: Answers, path: str, target: str) -> str:
    place = shape_at(path).link
    assert place is not None
    item = value_at(answers.data, f"{place}.{target}")
    return answers.name(place, item) if item else answers.texts("report.link_gone")
