"""One view as a chapter on paper: a table where that fits, else each line with who says what."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from workbench.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Picture,
    Table,
)
from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.view import Line, View

_MOST_COLUMNS, _LONGEST_CELL = 6, 60
"""With more columns or longer cells a table does not fit on paper."""
_SAID_IN_HEADING = {"answers": 3, "common": 2}
"""How many columns of a view stand in the heading of each of its lines; of others one."""


def chapter(saying: Saying, view: View, picture: Picture | None = None) -> Iterator[Block]:
    """Yield a view under a heading, with the picture that shows the same before it."""
    yield Heading(1, view.title, listed=True)
    yield Paragraph(view.told)
    if view.note:
        yield Paragraph(view.note, "remark")
    if picture:
        yield picture
    if not view.lines:
        yield Bullets((saying.texts("ui.compare.nothing_differs"),))
    elif _fits(view):
        yield Table(view.title, view.head, tuple(_row(line) for line in view.lines))
    else:
        yield from {"facets": _facets, "common": _common}.get(view.name, _lines)(saying, view)


def cell(*texts: str, kind: Kind = "answer") -> Cell:
    """Return texts as the paragraphs of one cell."""
    return tuple(Paragraph(part, kind) for text in texts for part in text.splitlines() if part)


def _fits(view: View) -> bool:
    parts = (part for line in view.texts for cell in line for part in cell.splitlines())
    short = max(map(len, parts), default=0) <= _LONGEST_CELL or view.name == "phases"
    return len(view.head) <= _MOST_COLUMNS and short


def _row(line: Line) -> tuple[Cell, ...]:
    return tuple(
        cell(str(value), kind="gap" if n in line.missing else "answer")
        for n, value in enumerate(line.cells)
    )


def _lines(saying: Saying, view: View) -> Iterator[Block]:
    """Yield each line as a heading, with what every programme says below it."""
    before, deep = "", view.name == "answers"
    for line in view.lines:
        if deep and line.cells[0] != before:
            before = str(line.cells[0])
            yield Heading(2, before, listed=True)
        yield from _line(saying, view, line, 3 if deep else 2)


def _line(saying: Saying, view: View, line: Line, level: int) -> Iterator[Block]:
    told = [str(value) for value in line.cells]
    title = told[0]
    if view.name == "answers":
        title = f"{told[2]} – {told[1]}" if told[2] else told[1]
    elif view.name == "common":
        title = f"{told[0]}: {told[1]}"
    start = _SAID_IN_HEADING.get(view.name, 1)
    about = [*range(start, view.first), *range(view.columns.stop, len(view.head))]
    rows = [(view.head[n], cell(told[n])) for n in about if told[n]]
    yield Heading(level, title)
    yield Facts(title, (*rows, *_by_programme(saying, view, line)))


def _by_programme(saying: Saying, view: View, line: Line) -> Iterator[tuple[str, Cell]]:
    """Yield what the programmes say, those that say the same together."""
    for value, columns in _same(view, line):
        who = [view.head[column] for column in columns]
        label = saying.say("report.all") if len(who) == len(saying.names) else ", ".join(who)
        yield label, cell(value, kind="gap" if columns[0] in line.missing else "answer")


def _same(view: View, line: Line) -> list[tuple[str, list[int]]]:
    """Return each thing that is said, with the columns of the programmes that say it."""
    found: dict[str, list[int]] = {}
    for column in view.columns:
        found.setdefault(str(line.cells[column]), []).append(column)
    return list(found.items())


def _facets(saying: Saying, view: View) -> Iterator[Block]:
    """Yield each trait once, with its choices and who chose them."""
    for trait, lines in groupby(view.lines, key=lambda line: str(line.cells[0])):
        rows = [row for line in lines for row in _choice(saying, view, line)]
        yield Heading(2, trait)
        yield Facts(trait, tuple(rows))


def _choice(saying: Saying, view: View, line: Line) -> Iterator[tuple[str, Cell]]:
    if not line.cells[1]:
        yield from _by_programme(saying, view, line)
        return
    told = [
        f"{value}: {label}"
        for label, value in (
            (label, " ".join(part.text for part in said))
            for label, said in _by_programme(saying, view, line)
        )
    ]
    yield str(line.cells[1]), cell(*told)


def _common(saying: Saying, view: View) -> Iterator[Block]:
    """Yield what several programmes have, and then what each has alone."""
    together = [line for line in view.lines if line.cells[2] != 1]
    for line in together:
        yield from _line(saying, view, line, 2)
    rows = tuple(
        (name, cell(*_alone(view.lines, column)))
        for column, name in ((column, view.head[column]) for column in view.columns)
        if any(_alone(view.lines, column))
    )
    if rows:
        yield Heading(2, saying.say("report.alone"))
        yield Facts(saying.say("report.alone"), rows)


def _alone(lines: Sequence[Line], column: int) -> list[str]:
    """Return what only one programme has, by its kind and name."""
    return [
        f"{line.cells[0]}: {line.cells[1]}"
        for line in lines
        if line.cells[2] == 1 and column not in line.missing
    ]
