"""The content of the pictures as plain tables, for Word, PDF and every other format of a report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.documents.blocks import Cell, Paragraph, Table
from workbench.documents.pictures.spans import Spans
from workbench.documents.pictures.symbols import DEPLOYMENT
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Kind, Matrix, Node
from workbench.rules.timeline import Timeline

CHAIN: tuple[Kind, ...] = (
    "main", "problem", "figure", "factor", "goal", "phase", "module", "element", "source",
)  # fmt: skip
BEFORE: tuple[Kind, ...] = ("figure", "factor", "goal", "phase", "module", "element")
AFTER: tuple[Kind, ...] = ("goal", "module", "element", "source")
HOLE, NO = "▲", "–"


@dataclass(frozen=True)
class ChainRow:
    """One node with everything it is linked with, in words."""

    node: Node
    kind: str
    name: str
    facts: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    holes: tuple[str, ...]


def chain_rows(telling: Telling) -> tuple[ChainRow, ...]:
    """Return every node in the order of the chain."""
    return tuple(_row(telling, node) for kind in CHAIN for node in telling.theory.of(kind))


def chain_head(telling: Telling) -> tuple[str, ...]:
    """Return the headings above the columns of the chain."""
    keys = ("kind", "name", "facts", "before", "after", "missing")
    return tuple(telling.say(f"head.{key}") for key in keys)


def nothing_yet(telling: Telling) -> tuple[str, ...]:
    """Return of which lists nothing stands in the description yet."""
    holes = telling.theory.holes
    return tuple(telling.hole(hole) for hole in holes if hole.kind == "nothing_yet")


def matrix_table(telling: Telling, rows: Kind) -> Table:
    """Return factors or modules against goals: the codes of the goals stand above the columns."""
    matrix = telling.theory.matrix(rows, "goal")
    body = [_matrix_row(telling, matrix, row) for row in matrix.rows]
    open_goals = [bool(gaps(telling, goal, rows)) for goal in matrix.columns]
    if any(open_goals):
        marks = (_gaps([HOLE] if is_open else []) for is_open in open_goals)
        body.append((_cell(telling.say("head.missing")), *marks, ()))
    head = (telling.say(f"column.{rows}"), *map(telling.code, matrix.columns))
    title = telling.title(f"matrix.{rows}")
    return _without_empty(Table(title, (*head, telling.say("head.missing")), tuple(body)))


def matrix_key(telling: Telling, rows: Kind) -> tuple[str, ...]:
    """Return what the marks and the codes of a matrix mean, and what is missing at which goal."""
    used = {code for node in telling.theory.of(rows) for name, code in node.options}
    marks = "; ".join(
        f"{telling.say(f'mark.{code}')} = {telling.label('deployment', code)}"
        for code in DEPLOYMENT
        if code in used
    )
    return (
        *filter(None, [marks]),
        *(_goal_told(telling, goal, rows) for goal in telling.theory.of("goal")),
    )


def _goal_told(telling: Telling, goal: Node, rows: Kind) -> str:
    missing = (f"{HOLE} {telling.say('gap', told=told)}" for told in gaps(telling, goal, rows))
    return " ".join((telling.short(goal), *missing))


def _matrix_row(telling: Telling, matrix: Matrix, row: Node) -> tuple[Cell, ...]:
    yes = mark(telling, row)
    marks = (_cell(yes if matrix.has(row, goal) else NO) for goal in matrix.columns)
    missing = (*_gaps(gaps(telling, row, "goal")), *_cell(telling.aside(row)))
    return (_cell(telling.short(row)), *marks, missing)


def mark(telling: Telling, row: Node) -> str:
    """Return what stands where a row meets a goal: a letter for how a module is used, or yes."""
    code = next((code for name, code in row.options if name == "deployment"), "")
    return telling.say(f"mark.{code}") if code in DEPLOYMENT else telling.say("yes")


def gaps(telling: Telling, node: Node, other: Kind) -> tuple[str, ...]:
    """Return what is missing between a node and another kind."""
    wanted = {
        "factor": ("factor_without_goal", "factor_not_tackled"),
        "module": ("module_without_goal",),
        "goal": (f"goal_without_{other}",),
    }[node.kind]
    found = telling.theory.holes_at(node.path)
    return tuple(telling.hole(hole) for hole in found if hole.kind in wanted)


def phases_table(telling: Telling, line: Timeline) -> Table:
    """Return the phases with their length and their modules, by how these are used."""
    spans = Spans(telling, line)
    head = (
        telling.say("column.phase"),
        telling.say("head.length"),
        *(telling.label("deployment", code) for code in DEPLOYMENT),
        telling.say("head.missing"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            _cell(telling.name(row.phase)),
            _cell(row.length, row.runs),
            *(_cell("; ".join(names(telling, row.modules, code))) for code in DEPLOYMENT),
            _gaps((*telling.holes(row.phase), *_undecided(telling, row.modules))),
        )
        for row in spans.rows
    ]
    if line.loose:
        rows.append(_loose_row(telling, line))
    return _without_empty(Table(telling.title("phases"), head, tuple(rows)))


def _loose_row(telling: Telling, line: Timeline) -> tuple[Cell, ...]:
    return (
        _cell(telling.say("no_phase")),
        (),
        *(_cell("; ".join(names(telling, line.loose, code))) for code in DEPLOYMENT),
        _gaps(_undecided(telling, line.loose)),
    )


def names(telling: Telling, modules: Iterable[Node], code: str) -> tuple[str, ...]:
    """Return the modules that are used in one way."""
    return tuple(telling.name(m) for m in modules if ("deployment", code) in m.options)


def _undecided(telling: Telling, modules: Iterable[Node]) -> Iterator[str]:
    for module in modules:
        if not module.options:
            yield f"{telling.name(module)}: {telling.say('hole.module_without_deployment')}"


def _row(telling: Telling, node: Node) -> ChainRow:
    theory = telling.theory
    return ChainRow(
        node=node,
        kind=telling.say(f"one.{node.kind}"),
        name=telling.name(node),
        facts=telling.facts(node),
        before=tuple(telling.short(o) for kind in BEFORE for o in theory.back(node, kind)),
        after=tuple(telling.short(o) for kind in AFTER for o in theory.onward(node, kind)),
        holes=telling.holes(node),
    )


def _without_empty(table: Table) -> Table:
    """Return a table without its last column where that is empty: nothing is missing."""
    if any(row[-1] for row in table.rows):
        return table
    rows = tuple(row[:-1] for row in table.rows)
    return Table(table.caption, table.header[:-1], rows)


def _cell(*texts: str) -> Cell:
    return tuple(Paragraph(text) for text in texts if text)


def _gaps(texts: Iterable[str]) -> Cell:
    return tuple(Paragraph(text, "gap") for text in texts)
