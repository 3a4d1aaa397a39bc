"""Views of many programmes as tables on a screen, in which each line leads somewhere."""

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from workbench.actions import overseeing
from workbench.documents.comparing.view import Line, View
from workbench.ui import frame
from workbench.ui.serving import desk

HERE = Path(__file__).parent
Query = Mapping[str, str]
Drawn = Callable[[Line, int], str]
"""From a line and a column to the HTML of the cell, or an empty text for its plain words."""


def draw(
    view: View, to: Callable[[Line], Query], key: str, at: int = 0, drawn: Drawn | None = None
) -> None:
    """Draw a view; the cell at one column of each line leads to the description."""
    html = table(view, to, at, drawn)
    told = _LINKED(key=key, data={"html": html}, on_way_change=_nothing)
    if isinstance(way := told.get("way"), str):
        frame.go("describe", dict(parse_qsl(way)))


def table(view: View, to: Callable[[Line], Query], at: int, drawn: Drawn | None = None) -> str:
    """Return a view as a table in which every word of somebody is escaped."""
    head = "".join(f'<th role="columnheader" scope="col">{escape(name)}</th>' for name in view.head)
    rows = "".join(_row(view, line, to, at, drawn) for line in view.lines)
    name = escape(view.title)
    return (
        f'<div class="compared-frame" role="region" tabindex="0" aria-label="{name}">'
        f'<table role="table" class="compared {escape(view.name)}"><caption>{name}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def to_description(line: Line) -> Mapping[str, str]:
    """Return the address of the programme or the question that a line is about."""
    programme, _, path = line.key.partition("#")
    if not path:
        return {"programme": programme}
    section = overseeing.section_at(desk().words.template, path)
    return {"programme": programme, "section": section, "question": path}


def _nothing() -> None:
    """Draw again: that leads on."""


def _row(view: View, line: Line, to: Callable[[Line], Query], at: int, drawn: Drawn | None) -> str:
    cells = []
    for column, value in enumerate(line.cells):
        inner = (drawn(line, column) if drawn else "") or _lines(str(value))
        if column == at:
            inner = _link(inner, to(line))
        tag, role = ('th scope="row"', "rowheader") if column == 0 else ("td", "cell")
        label, looks = escape(view.head[column], quote=True), _looks(line, column)
        cells.append(
            f'<{tag} role="{role}" class="{looks}" data-label="{label}"><div>{inner}</div>'
            f"</{tag[:2]}>"
        )
    return f'<tr role="row">{"".join(cells)}</tr>'


def _looks(line: Line, column: int) -> str:
    if column in line.missing:
        return "missing"
    return "" if str(line.cells[column]) else "nothing"


def _lines(text: str) -> str:
    return "<br>".join(escape(part) for part in text.splitlines())


def _link(inner: str, query: Query) -> str:
    if not query:
        return inner
    way = escape(urlencode(query), quote=True)
    address = frame.ADDRESSES["describe"]
    return f'<a href="{address}?{way}" data-way="{way}">{inner}</a>'


def _component() -> Any:
    style = [(HERE / name).read_text("utf-8") for name in ("compared.css", "linked.css")]
    return st.components.v2.component(
        "werkbank_linked",
        html='<div class="pictures"></div>',
        css="\n".join(style),
        js=(HERE / "linked.js").read_text("utf-8"),
    )


_LINKED = _component()
