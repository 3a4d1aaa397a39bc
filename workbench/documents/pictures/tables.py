"""The content of the pictures as plain tables, for Word, PDF and every other format of a report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.documents.blocks import Cell, Paragraph, Table
from workbench.documents.pictures.spans import Spans
from workbench.documents.pictures.symbols import DEPLOYMENT
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Kind, Node
from workbench.rules.timeline import Timeline

CHAIN: tuple[Kind, ...] = (
    "main", "problem", "figure", "factor", "goal", "phase", "module", "element", "source",
)  # fmt: skip
BEFORE: tuple[Kind, ...] = ("figure", "factor", "goal", "phase", "module", "element")
AFTER: tuple[Kind, ...] = ("goal", "module", "element", "source")


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


def chain_table(telling: Telling) -> Table:
    """Return the whole theory, one row per node; what there is nothing of yet comes last."""
    rows = [
        (
            _cell(row.kind),
            _cell(row.name),
            _cell(*row.facts),
            _cell(*row.before),
            _cell(*row.after),
            _gaps(row.holes),
        )
        for row in chain_rows(telling)
    ]
    empty = [((), (), (), (), (), _gaps([told])) for told in nothing_yet(telling)]
    return Table(telling.title("picture"), chain_head(telling), (*rows, *empty))


def nothing_yet(telling: Telling) -> tuple[str, ...]:
    """Return of which lists nothing stands in the description yet."""
    holes = telling.theory.holes
    return tuple(telling.hole(hole) for hole in holes if hole.kind == "nothing_yet")


def matrix_table(telling: Telling, rows: Kind) -> Table:
    """Return factors or modules against goals: the codes of the goals stand above the columns."""
    matrix = telling.theory.matrix(rows, "goal")
    head = (telling.say(f"column.{rows}"), *map(telling.code, matrix.columns))
    body = [
        (
            _cell(telling.short(row)),
            *(
                _cell(mark(telling, row) if matrix.has(row, goal) else "–")
                for goal in matrix.columns
            ),
            (*_gaps(gaps(telling, row, "goal")), *_cell(telling.aside(row))),
        )
        for row in matrix.rows
    ]
    last = (
        _cell(telling.say("head.missing")),
        *(_gaps(gaps(telling, goal, rows)) for goal in matrix.columns),
        (),
    )
    title = telling.title(f"matrix.{rows}")
    return Table(title, (*head, telling.say("head.missing")), (*body, last))


def mark(telling: Telling, row: Node) -> str:
    """Return what stands where a row meets a goal: how a module is used, or that it is so."""
    code = next((code for name, code in row.options if name == "deployment"), "")
    return telling.say(f"deployment.{code}") if code in DEPLOYMENT else telling.say("yes")


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
        *(telling.template.label("deployment", c)[telling.texts.language] for c in DEPLOYMENT),
        telling.say("head.missing"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            _cell(telling.name(row.phase)),
            _cell(row.length, row.runs),
            *(_cell(*names(telling, row.modules, code)) for code in DEPLOYMENT),
            _gaps((*telling.holes(row.phase), *_undecided(telling, row.modules))),
        )
        for row in spans.rows
    ]
    if line.loose:
        rows.append(_loose_row(telling, line))
    return Table(telling.title("phases"), head, tuple(rows))


def _loose_row(telling: Telling, line: Timeline) -> tuple[Cell, ...]:
    return (
        _cell(telling.say("no_phase")),
        (),
        *(_cell(*names(telling, line.loose, code)) for code in DEPLOYMENT),
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


def _cell(*texts: str) -> Cell:
    return tuple(Paragraph(text) for text in texts if text)


def _gaps(texts: Iterable[str]) -> Cell:
    return tuple(Paragraph(text, "gap") for text in texts)
