"""The tables and the list as HTML, for a screen or a web page; their look is in `pictures.css`."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

from workbench.documents.pictures.outline import Entry, outline
from workbench.documents.pictures.tables import (
    ChainRow,
    chain_head,
    chain_rows,
    gaps,
    nothing_yet,
    phases_table,
)
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Kind, Matrix, Node
from workbench.rules.timeline import Timeline

STYLE: Final = (Path(__file__).parent / "pictures.css").read_text(encoding="utf-8")
"""What the page needs, once, for the tables and lists of this module."""
_SIGNS = {"fixed": "■", "on_indication": "◩", "tailored": "⊡"}


def list_html(telling: Telling) -> str:
    """Return the theory as a list within lists."""
    return f'<div class="theory-list">{_list(outline(telling))}</div>'


def chain_html(telling: Telling) -> str:
    """Return the theory as a table with a row per node, in groups of one kind."""
    _, *head = chain_head(telling)
    groups: dict[str, list[ChainRow]] = {}
    for row in chain_rows(telling):
        groups.setdefault(row.kind, []).append(row)
    bodies = "".join(_group(kind, rows, len(head)) for kind, rows in groups.items())
    empty = "".join(
        f'<tr><td colspan="{len(head)}">{_missing(telling, [told])}</td></tr>'
        for told in nothing_yet(telling)
    )
    columns = "".join(f'<th scope="col">{escape(label)}</th>' for label in head)
    foot = f"<tbody>{empty}</tbody>" if empty else ""
    return _framed(telling.title("picture"), f"<thead><tr>{columns}</tr></thead>{bodies}{foot}")


def matrix_html(telling: Telling, rows: Kind) -> str:
    """Return factors or modules against goals, with the goals in full below it."""
    matrix = telling.theory.matrix(rows, "goal")
    missing = escape(telling.say("head.missing"))
    head = "".join(_goal_head(telling, goal) for goal in matrix.columns)
    body = "".join(_matrix_row(telling, matrix, row) for row in matrix.rows)
    found = "".join(
        f"<td>{_missing(telling, gaps(telling, goal, rows))}</td>" for goal in matrix.columns
    )
    table = (
        f'<thead><tr><th scope="col">{escape(telling.say(f"column.{rows}"))}</th>{head}'
        f'<th scope="col">{missing}</th></tr></thead><tbody>{body}</tbody>'
        f'<tfoot><tr><th scope="row">{missing}</th>{found}<td></td></tr></tfoot>'
    )
    return _framed(telling.title(f"matrix.{rows}"), table, "theory-matrix") + _key(telling, rows)


def phases_html(telling: Telling, line: Timeline) -> str:
    """Return the phases with their modules as a table."""
    table = phases_table(telling, line)
    head = "".join(f'<th scope="col">{escape(label)}</th>' for label in table.header)
    body = "".join(_plain_row(telling, row) for row in table.rows)
    return _framed(table.caption, f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>")


def _list(entries: Iterable[Entry]) -> str:
    lines = "".join(
        f"<li>{escape(entry.text)}{_told(entry.missing)}{_list(entry.below)}</li>"
        for entry in entries
    )
    return f"<ul>{lines}</ul>" if lines else ""


def _group(kind: str, rows: Iterable[ChainRow], columns: int) -> str:
    head = f'<tr><th scope="rowgroup" colspan="{columns}">{escape(kind)}</th></tr>'
    return f"<tbody>{head}{''.join(map(_chain_row, rows))}</tbody>"


def _chain_row(row: ChainRow) -> str:
    cells = "".join(f"<td>{_lines(texts)}</td>" for texts in (row.facts, row.before, row.after))
    return f'<tr><th scope="row">{escape(row.name)}</th>{cells}<td>{_told(row.holes)}</td></tr>'


def _goal_head(telling: Telling, goal: Node) -> str:
    return (
        f'<th scope="col"><span title="{escape(goal.heading)}">{escape(telling.code(goal))}</span>'
        f'<span class="theory-ear"> {escape(goal.heading)}</span></th>'
    )


def _matrix_row(telling: Telling, matrix: Matrix, row: Node) -> str:
    cells = "".join(
        _mark(telling, row) if matrix.has(row, goal) else _no(telling) for goal in matrix.columns
    )
    missing = _missing(telling, gaps(telling, row, "goal"))
    return f'<tr><th scope="row">{escape(telling.name(row))}</th>{cells}<td>{missing}</td></tr>'
