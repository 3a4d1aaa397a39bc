"""The literature list of a report: the only place where its entries are made."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from workbench.documents.answers import LITERATURE, Answers, Item
from workbench.documents.apa import Printed
from workbench.documents.blocks import Block, Heading, Paragraph
from workbench.documents.references import references
from workbench.domain.template import Question


def literature(answers: Answers, items: Sequence[Item]) -> list[Block]:
    """Return one paragraph for each of these sources, in the order of APA."""
    question = answers.template.question(LITERATURE)
    found = {item["id"]: item for item in items}
    lines = references(items, answers.language, answers.letters)
    return [_entry(answers, question, found[one.id], one.line) for one in lines]


def literature_of(answers: Answers, places: Collection[str]) -> list[Block]:
    """Return a chapter with the sources cited at or below these addresses; nothing without any."""
    cited = {source for place in places for source in _cited(answers.data, place.split("."))}
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


def _entry(answers: Answers, question: Question, item: Item, line: Printed) -> Paragraph:
    """Return the line of a source, with what was said about its answers and what it lacks."""
    fields = {field.path: field for field in question.questions}
    at = {name: f"{LITERATURE}.{item['id']}.{name}" for name in fields}
    remarks = [remark for place in at.values() if (remark := answers.remark(place))]
    text = line.text or answers.numbered(LITERATURE, question, item)
    text = " ".join([text, *remarks, *_missing(answers, fields, at)])
    return Paragraph(text, "reference", line.italics)


def _missing(answers: Answers, fields: dict[str, Question], at: dict[str, str]) -> list[str]:
    """Return which required fields of a literature entry are missing, as one remark."""
    labels = [
        field.label[answers.language]
        for name, field in fields.items()
        if answers.gap in answers.cell(at[name], field)
    ]
    return [f"[{answers.gap.text}: {', '.join(labels)}]"] if labels else []
