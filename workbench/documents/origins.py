"""What the answers rest on: the appendix made of the notes that people left with them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from workbench.documents.amounts import day
from workbench.documents.answers import Answers
from workbench.documents.blocks import Block, Cell, Heading, Paragraph, Table
from workbench.domain.paths import UnknownPath, is_empty, star, value_at
from workbench.domain.template import Question

Note = Mapping[str, Any]

TOLD = ("status", "knowledge", "basis", "source")
"""What a note tells here; who cleared which words stays inside the workbench."""

OPTIONS = {"status": "answer_status", "knowledge": "knowledge", "basis": "basis"}


def origins(answers: Answers) -> list[Block]:
    """Return the appendix, or nothing when nobody left a note."""
    say = answers.texts
    rows = tuple(_rows(answers))
    if not rows:
        return []
    title = say("report.origins.title")
    header = ("place", *TOLD)
    names = tuple(say(f"report.origins.{name}") for name in header)
    return [
        Heading(2, title, listed=True),
        Paragraph(say("report.origins.intro")),
        Table(title, names, rows),
    ]


def _rows(answers: Answers) -> list[tuple[Cell, ...]]:
    places = _places(answers)
    rows = []
    for path, note in answers.data.get("about", {}).items():
        cells = [_cell(answers, note, name) for name in TOLD]
        remark = "" if path in places else answers.remark(path)
        if remark:
            cells[-1] = (*cells[-1], Paragraph(remark, "remark"))
        if any(cells):
            rows.append((_place(answers, path), *cells))
    return [*rows, *_taken_over(answers)]


def _taken_over(answers: Answers) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for every item that came from a programme of another institution.

    By its number in its list: its name stands in the report once.
    """
    for path, _, question in answers.template.walk():
        items = answers.items(path) if question.kind == "list" else []
        for number, item in enumerate(items, 1):
            if known := item.get("taken_from"):
                when = (
                    day(date.fromisoformat(known["date"]), answers.language)
                    if known.get("date")
                    else "?"
                )
                told = {name: known.get(name, "?") for name in ("programme", "institution")}
                said = answers.texts("report.origins.taken_from", **told, date=when)
                one = question.item.one[answers.language] if question.item else ""
                name = f"{question.label[answers.language]} {one[:1].upper()}{one[1:]} {number}"
                yield (Paragraph(name),), (), (), (), (Paragraph(said),)


def _cell(answers: Answers, note: Note, name: str) -> Cell:
    value = note.get(name)
    if is_empty(value):
        return ()
    if name not in OPTIONS:
        return (Paragraph(str(value)),)
    codes = value if isinstance(value, list) else [value]
    labels = (answers.template.label(OPTIONS[name], str(code)) for code in codes)
    return (Paragraph("; ".join(label[answers.language] for label in labels)),)


def _place(answers: Answers, path: str) -> Cell:
    """Return the question that a note is about, by its words and those of the item around it."""
    try:
        starred = star(path)
        label = answers.template.question(starred).label[answers.language]
    except (UnknownPath, KeyError):
        return (Paragraph(answers.texts("report.origins.gone")),)
    before, inside, _ = starred.partition(".*")
    if not inside:
        return (Paragraph(label),)
    item = value_at(answers.data, ".".join(path.split(".")[: before.count(".") + 2]))
    name = answers.name(before, item) if item else answers.texts("report.link_gone")
    return (Paragraph(f"{name}: {label}"),)


def _places(answers: Answers) -> set[str]:
    """Return the addresses of all questions that the report shows, where a remark can stand."""
    questions = [
        question for section in answers.template.sections for question in section.questions
    ]
    return {place for question in questions for place in _below(answers, question)}


def _below(answers: Answers, question: Question) -> list[str]:
    items = answers.items(question.path) if question.kind == "list" else []
    fields = [f"{item['id']}.{field.path}" for item in items for field in question.questions]
    return [question.path, *(f"{question.path}.{field}" for field in fields)]
