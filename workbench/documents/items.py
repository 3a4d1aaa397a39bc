"""Lists in a report: a table where the items are small, else a heading with answers for each."""

from collections.abc import Container, Sequence
from itertools import groupby

from workbench.documents.answers import (
    LITERATURE,
    Answers,
    Item,
    heading_question,
    is_heading,
)
from workbench.documents.blocks import Block, Facts, Heading, Label, Paragraph, Table
from workbench.documents.literature import literature
from workbench.documents.prose import prose
from workbench.domain.template import Question

LONGEST_CELL = {1: 400, 2: 300, 3: 220, 4: 140, 5: 120}
"""Characters that one cell may hold, by the number of columns; with more, it becomes a tower."""

LONGEST_FACT = 240
"""Characters of a text that still stands beside its question instead of below it."""


def listed(
    answers: Answers,
    path: str,
    question: Question,
    level: int,
    only: Container[str] | None = None,
) -> list[Block]:
    """Return the blocks of a list, or of the items with these ids, headed at this level."""
    here = [item for item in answers.items(path) if only is None or item["id"] in only]
    items = [item for item in here if _shown(answers, path, question, item)]
    blocks = _items(answers, path, question, items, level)
    return [*blocks, *answers.beside(path, question, bool(items))]


def _items(
    answers: Answers, path: str, question: Question, items: Sequence[Item], level: int
) -> list[Block]:
    if path == LITERATURE:
        return literature(answers, items, whole=True)
    table = _table(answers, path, question, items)
    if table and _fits(table):
        return [table]
    return [block for item in items for block in _detailed(answers, path, question, item, level)]


def _table(answers: Answers, path: str, question: Question, items: Sequence[Item]) -> Table | None:
    """Return the items as rows, without the columns in which nothing stands."""
    shown = {field.path for item in items for field in _shown(answers, path, question, item)}
    columns = [field for field in question.questions if field.path in shown]
    rows = tuple(
        tuple(answers.cell(f"{path}.{item['id']}.{column.path}", column) for column in columns)
        for item in items
    )
    header = tuple(column.label[answers.language] for column in columns)
    return Table(question.label[answers.language], header, rows) if rows else None


def _fits(table: Table) -> bool:
    longest = LONGEST_CELL.get(len(table.header), 0)
    paragraphs = (paragraph for row in table.rows for cell in row for paragraph in cell)
    return all(
        len(paragraph.text) <= longest and len(paragraph.text.splitlines()) == 1
        for paragraph in paragraphs
    )


def _detailed(
    answers: Answers, path: str, question: Question, item: Item, level: int
) -> list[Block]:
    """Return an item as a heading with its answers; a heading that is an answer stands once."""
    name = answers.heading_field(path, question, item)
    caption = title = answers.numbered(path, question, item)
    fields = _shown(answers, path, question, item)
    at = f"{path}.{item['id']}"
    heading = f"{at}.{heading_question(question).path}"
    said_of_it = answers.remark(heading) or answers.comments.get(heading)
    if is_heading(name) and not said_of_it:
        title = f"{title}: {name}"
        fields.remove(heading_question(question))
    blocks: list[Block] = [Heading(level, title)]
    for long, group in groupby(fields, key=lambda field: _is_long(answers, at, field)):
        if long:
            blocks += [block for field in group for block in _written(answers, at, field)]
        else:
            rows = tuple((f.label[answers.language], _cell(answers, at, f)) for f in group)
            blocks.append(Facts(caption, rows))
    return blocks


def _is_long(answers: Answers, at: str, field: Question) -> bool:
    return field.kind in ("line", "text") and any(
        len(text) > LONGEST_FACT or len(text.splitlines()) > 1
        for text in answers.words(f"{at}.{field.path}", field)
    )


def _cell(answers: Answers, at: str, field: Question) -> tuple[Paragraph, ...]:
    return answers.cell(f"{at}.{field.path}", field)


def _written(answers: Answers, at: str, field: Question) -> list[Block]:
    path = f"{at}.{field.path}"
    said = [block for text in answers.words(path, field) for block in prose(text)]
    blocks = answers.commented(path, [*said, *answers.beside(path, field, True)])
    return [Label(field.label[answers.language]), *blocks]


def _shown(answers: Answers, path: str, question: Question, item: Item) -> list[Question]:
    """Return the questions about an item that have something to show."""
    at = f"{path}.{item['id']}"
    return [field for field in question.questions if answers.is_shown(f"{at}.{field.path}", field)]
