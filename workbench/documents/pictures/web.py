"""The tables and the list as HTML, for a screen or a web page; their look is in `pictures.css`."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

from workbench.documents.blocks import Cell
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
        groups.setdefault(telling.say(f"column.{row.node.kind}"), []).append(row)
    bodies = "".join(_group(kind, rows, len(head)) for kind, rows in groups.items())
    empty = "".join(
        f'<tr><td colspan="{len(head)}">{_missing([told])}</td></tr>'
        for told in nothing_yet(telling)
    )
    columns = "".join(f'<th scope="col">{escape(label)}</th>' for label in head)
    foot = f"<tbody>{empty}</tbody>" if empty else ""
    return _framed(telling.title("picture"), f"<thead><tr>{columns}</tr></thead>{bodies}{foot}")


def matrix_html(telling: Telling, rows: Kind) -> str:
    """Return factors or modules against goals, with the goals in full below it."""
    matrix = telling.theory.matrix(rows, "goal")
    head = "".join(_goal_head(telling, goal, rows) for goal in matrix.columns)
    body = "".join(_matrix_row(telling, matrix, row) for row in matrix.rows)
    corner = f'<th scope="col">{escape(telling.say(f"column.{rows}"))}</th>'
    table = f"<thead><tr>{corner}{head}</tr></thead><tbody>{body}</tbody>"
    return _framed(telling.title(f"matrix.{rows}"), table, "theory-matrix") + _key(telling, rows)


def phases_html(telling: Telling, line: Timeline) -> str:
    """Return the phases with their modules as a table."""
    table = phases_table(telling, line)
    head = "".join(f'<th scope="col">{escape(label)}</th>' for label in table.header)
    body = "".join(_plain_row(row) for row in table.rows)
    return _framed(table.caption, f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>")


def _list(entries: Iterable[Entry]) -> str:
    lines = "".join(
        f"<li>{escape(entry.text)}{_missing(entry.missing)}{_list(entry.below)}</li>"
        for entry in entries
    )
    return f"<ul>{lines}</ul>" if lines else ""


def _group(kind: str, rows: Iterable[ChainRow], columns: int) -> str:
    head = f'<tr><th scope="rowgroup" colspan="{columns}">{escape(kind)}</th></tr>'
    return f"<tbody>{head}{''.join(map(_chain_row, rows))}</tbody>"


def _chain_row(row: ChainRow) -> str:
    cells = "".join(f"<td>{_lines(texts)}</td>" for texts in (row.facts, row.before, row.after))
    return f'<tr><th scope="row">{escape(row.name)}</th>{cells}<td>{_missing(row.holes)}</td></tr>'


def _goal_head(telling: Telling, goal: Node, rows: Kind) -> str:
    told = " ".join((goal.heading, *gaps(telling, goal, rows)))
    sign = '<span class="theory-hole" aria-hidden="true">▲</span>'
    return (
        f'<th scope="col"><span title="{escape(told)}">{escape(telling.code(goal))}</span>'
        f"{sign if gaps(telling, goal, rows) else ''}"
        f'<span class="theory-ear"> {escape(told)}</span></th>'
    )


def _matrix_row(telling: Telling, matrix: Matrix, row: Node) -> str:
    cells = "".join(
        _mark(telling, row) if matrix.has(row, goal) else _no(telling) for goal in matrix.columns
    )
    aside = f"<small> {escape(telling.aside(row))}</small>" if telling.aside(row) else ""
    told = f"{escape(telling.name(row))}{aside}{_missing(gaps(telling, row, 'goal'))}"
    return f'<tr><th scope="row">{told}</th>{cells}</tr>'


def _mark(telling: Telling, row: Node) -> str:
    code = next((code for name, code in row.options if name == "deployment"), "")
    told = escape(telling.say(f"deployment.{code}") if code in _SIGNS else telling.say("yes"))
    sign = _SIGNS.get(code, "●")
    return (
        f'<td class="theory-yes"><span title="{told}" aria-hidden="true">{sign}</span>'
        f'<span class="theory-ear">{told}</span></td>'
    )


def _no(telling: Telling) -> str:
    told = escape(telling.say("no"))
    return f'<td><span aria-hidden="true">·</span><span class="theory-ear">{told}</span></td>'


def _key(telling: Telling, rows: Kind) -> str:
    """Return what the signs and the codes of a matrix mean."""
    used = {code for node in telling.theory.of(rows) for name, code in node.options}
    signs = "".join(
        f'<li><span aria-hidden="true">{sign}</span> {escape(_label(telling, code))}</li>'
        for code, sign in _SIGNS.items()
        if code in used
    )
    goals = "".join(
        f"<li><strong>{escape(telling.code(goal))}</strong> {escape(goal.heading)}"
        f"{_missing(gaps(telling, goal, rows))}</li>"
        for goal in telling.theory.of("goal")
    )
    return "".join(f'<ul class="theory-key">{part}</ul>' for part in (signs, goals) if part)


def _label(telling: Telling, code: str) -> str:
    return telling.template.label("deployment", code)[telling.texts.language]


def _plain_row(row: Iterable[Cell]) -> str:
    first, *rest = row
    cells = "".join(f"<td>{_paragraphs(cell)}</td>" for cell in rest)
    return f'<tr><th scope="row">{_paragraphs(first)}</th>{cells}</tr>'


def _paragraphs(cell: Cell) -> str:
    gaps_told = [part.text for part in cell if part.kind == "gap"]
    return _lines(part.text for part in cell if part.kind != "gap") + _missing(gaps_told)


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(escape, texts))


def _missing(told: Iterable[str]) -> str:
    return "".join(
        f'<strong class="theory-hole"><span aria-hidden="true">▲ </span>{escape(text)}</strong>'
        for text in told
    )


def _framed(caption: str, inner: str, kind: str = "theory-table") -> str:
    """Return a table that scrolls sideways, also by keyboard, where it does not fit."""
    name = escape(caption)
    return (
        f'<div class="theory-frame" role="region" tabindex="0" aria-label="{name}">'
        f'<table class="{kind}"><caption>{name}</caption>{inner}</table></div>'
    )
