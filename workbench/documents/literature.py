"""The literature list of a report: the only place where its entries are made."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from workbench.documents.answers import LITERATURE, Answers, Item
from workbench.documents.apa import Printed
from workbench.documents.blocks import Block, Heading, Paragraph
from workbench.documents.references import references
from workbench.domain.citation import folded
from workbench.domain.csl import NAMES
from workbench.domain.names import names_in
from workbench.domain.template import Question

CODED = {"type", "language"}
"""What decides the form of a line, and so is not said in it."""


def literature(answers: Answers, items: Sequence[Item], *, whole: bool = False) -> list[Block]:
    """Return one paragraph for each of these sources, in the order of APA.

    With `whole` also what was entered about a source and has no place in its line of APA.
    """
    question = answers.template.question(LITERATURE)
    found = {item["id"]: item for item in items}
    lines = references(items, answers.language, answers.letters)
    return [_entry(answers, question, found[one.id], one.line, whole) for one in lines]


def literature_of(
    answers: Answers, places: Collection[str], named: Collection[str] = ()
) -> list[Block]:
    """Return a chapter with the sources cited at or below these addresses; nothing without any.

    Args:
        answers: what was entered.
        places: the addresses, with a star for every item of a list.
        named: the ids of sources that a text in the report refers to.
    """
    linked = {source for place in places for source in _cited(answers.data, place.split("."))}
    cited = linked.union(named)
    items = [item for item in answers.items(LITERATURE) if item["id"] in cited]
    if not items:
        return []
    return [Heading(1, answers.texts("report.literature"), True), *literature(answers, items)]


def _cited(value: Any, parts: Sequence[str]) -> Iterator[str]:
    """Yield the ids of all sources below an address, of which a star stands for every item."""
    if isinstance(value, list):
        items = (item for item in value if isinstance(item, Mapping))
        for item in items:
            if not parts or parts[0] in ("*", item.get("id")):
                yield from _cited(item, parts[1:])
    elif isinstance(value, Mapping) and parts:
        yield from _cited(value.get(parts[0]), parts[1:])
    elif isinstance(value, Mapping):
        yield from value.get("sources") or []
        for part in value.values():
            yield from _cited(part, ())


def _entry(
    answers: Answers, question: Question, item: Item, line: Printed, whole: bool
) -> Paragraph:
    """Return the line of a source, with what was said about its answers and what it lacks."""
    fields = {field.path: field for field in question.questions}
    at = {name: f"{LITERATURE}.{item['id']}.{name}" for name in fields}
    remarks = [remark for place in at.values() if (remark := answers.remark(place))]
    text = line.text or answers.numbered(LITERATURE, question, item)
    more = _not_printed(answers, fields, at, line.text) if whole else []
    text = " ".join([text, *more, *remarks, *_missing(answers, fields, at)])
    return Paragraph(text, "reference", line.italics)


def _not_printed(
    answers: Answers, fields: dict[str, Question], at: dict[str, str], line: str
) -> list[str]:
    """Return what the style leaves out of a line, such as the place of a publisher."""
    there = folded(line)
    said = {name: answers.words(at[name], field) for name, field in fields.items()}
    left = [
        f"{_asked(fields[name].label[answers.language])} {text}"
        for name, texts in said.items()
        if name not in CODED
        for text in texts
        if not all(folded(part) in there for part in _parts(name, text))
    ]
    return [f"[{answers.texts('report.also_entered')}: {'; '.join(left)}]"] if left else []


def _asked(label: str) -> str:
    return label if label.endswith("?") else f"{label}:"


def _parts(name: str, text: str) -> Sequence[str]:
    """Return what must be read in a line: of people their family names, else the whole text."""
    return [one.family for one in names_in(text)] if name in NAMES else [text]


def _missing(answers: Answers, fields: dict[str, Question], at: dict[str, str]) -> list[str]:
    """Return which required fields of a literature entry are missing, as one remark."""
    labels = [
        field.label[answers.language]
        for name, field in fields.items()
        if answers.gap in answers.cell(at[name], field)
    ]
    return [f"[{answers.gap.text}: {', '.join(labels)}]"] if labels else []
