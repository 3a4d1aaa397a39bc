"""The pictures of a programme as parts of a report, each with the same in words below it.

Every report can use these blocks. They are empty where there is nothing to draw yet.
"""

from xml.etree import ElementTree

from workbench.documents.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Label,
    OwnPage,
    Paragraph,
    Picture,
)
from workbench.documents.pictures.by_goal import elements_told, figures_told, goals_table
from workbench.documents.pictures.phases import phases
from workbench.documents.pictures.tables import matrix_key, matrix_table, phases_table
from workbench.documents.pictures.telling import COLUMNS, Telling
from workbench.documents.pictures.wide import PAPER, wide
from workbench.rules.graph import Kind
from workbench.rules.timeline import Timeline

THEORY_WIDTH, TIMELINE_WIDTH = 875, 760
"""Pixels: wide enough to read when they are as wide as the paper."""
MOST_DRAWN, MOST_COLUMNS = 40, 20
"""With more in one column of a picture, or more goals beside each other, nobody reads the page."""
_SVG = "{http://www.w3.org/2000/svg}"


def coherence_blocks(telling: Telling, line: Timeline, level: int) -> list[Block]:
    """Return all pictures of a programme under one heading, or nothing without any."""
    blocks = [
        *matrix_blocks(telling, "factor", level + 1),
        *matrix_blocks(telling, "module", level + 1),
        *timeline_blocks(telling, line, level + 1),
        *theory_blocks(telling, level + 1),
    ]
    if not blocks:
        return []
    say = telling.texts
    title = Heading(level, say("report.coherence.title"), listed=True)
    return [title, Paragraph(say("report.coherence.intro")), *blocks]


def theory_blocks(telling: Telling, level: int) -> list[Block]:
    """Return the programme theory on a page of its own, and then per goal; else nothing."""
    if sum(bool(telling.theory.of(kind)) for kind in COLUMNS) < 2:
        return []
    say = telling.texts
    title = Heading(level, say("report.coherence.theory"))
    blocks: list[Block] = [Label(say("report.coherence.by_goal"))]
    if rows := _start(telling):
        blocks += [Facts(telling.title("picture"), rows), Label(telling.say("column.goal"))]
    blocks.append(goals_table(telling))
    if elements := elements_told(telling):
        blocks += [Label(telling.say("column.element")), Bullets(elements)]
    if any(len(telling.theory.of(kind)) > MOST_DRAWN for kind in COLUMNS):
        return [title, _too_many(telling), *blocks]
    drawn = _picture(telling, wide(telling, THEORY_WIDTH, "theory-paper", PAPER))
    return [OwnPage((title, drawn)), *blocks]


def matrix_blocks(telling: Telling, rows: Kind, level: int) -> list[Block]:
    """Return factors or modules against goals as a table with its key; else nothing."""
    if not telling.theory.of(rows) or not telling.theory.of("goal"):
        return []
    title = Heading(level, telling.texts(f"report.coherence.{rows}"))
    if len(telling.theory.of("goal")) > MOST_COLUMNS:
        return [title, _too_many(telling)]
    return [
        title,
        matrix_table(telling, rows),
        Bullets(matrix_key(telling, rows)),
    ]


def timeline_blocks(telling: Telling, line: Timeline, level: int) -> list[Block]:
    """Return the phases with their modules as a picture and as a table; else nothing."""
    if not line.spans:
        return []
    title = Heading(level, telling.texts("report.coherence.phases"))
    if max(len(line.spans), len(telling.theory.of("module"))) > MOST_DRAWN:
        return [title, _too_many(telling), phases_table(telling, line)]
    drawn = _picture(telling, phases(telling, line, TIMELINE_WIDTH, "phases-paper"))
    return [title, drawn, phases_table(telling, line)]


def _too_many(telling: Telling) -> Paragraph:
    return Paragraph(telling.texts("report.coherence.too_many"))


def _start(telling: Telling) -> tuple[tuple[str, tuple[Paragraph, ...]], ...]:
    """Return where the chain starts, as far as there is anything: main goal and figures."""
    main = telling.theory.of("main")[0]
    told = (
        (telling.say("column.main"), (Paragraph(main.heading),) if main.heading else ()),
        (telling.say("column.figure"), figures_told(telling)),
    )
    return tuple(row for row in told if row[1])


def _picture(telling: Telling, svg: str) -> Picture:
    root = ElementTree.fromstring(svg)
    title, told = (root.findtext(f"{_SVG}{name}") or "" for name in ("title", "desc"))
    instead = telling.texts("report.coherence.instead", told=told)
    return Picture(
        title, told, instead, svg, float(root.get("width", 1)), float(root.get("height", 1))
    )
