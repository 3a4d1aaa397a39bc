"""The views of a comparison as tables on a screen; where it is narrow each line is a card."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from workbench.documents.comparing.modules_view import MODULES
from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.view import Line, Value, View
from workbench.domain.wording import Texts
from workbench.ui.differences import marked

HERE = Path(__file__).parent
STATES: Mapping[str, str] = {"same": "=", "different": "≠", "some": "◐", "alone": "◦"}
SIGNS: Mapping[str, str] = {"fixed": "■", "on_indication": "◩", "tailored": "⊡"}
_NAMED = ("modules", "factors")
"""The views in which the first line of a cell is a name."""
_HEADING = {"answers": 1, "facets": 1, "common": 1, "phases": 1}
"""The column that says what a line is about; in other views the first."""


def draw(html: str, key: str) -> None:
    """Draw HTML of this module, in which every word of somebody was escaped."""
    _TABLES(key=key, data={"html": html})


def table(view: View, texts: Texts, against: int | None = None) -> str:
    """Return a view as a table; `against` is the column with which words are compared."""
    head = "".join(
        f'<th role="columnheader" scope="col" class="{"" if n in view.columns else "lead"}">'
        f"{escape(name)}</th>"
        for n, name in enumerate(view.head)
    )
    body = "".join(_row(view, line, texts, against) for line in view.lines)
    name = escape(view.title)
    return (
        f'<div class="compared-frame" role="region" tabindex="0" aria-label="{name}">'
        f'<table role="table" class="compared {escape(view.name)}"><caption>{name}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def signs(saying: Saying) -> str:
    """Return which programme uses which module for whom, as signs to look at, with their key."""
    groups = saying.comparison.sides.groups[MODULES]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("", *saying.names))
    rows = "".join(
        f'<tr><th scope="row">{escape(group.parts[0].told.name)}</th>'
        + "".join(_sign(saying, group.at(side)) for side in range(len(saying.sides)))
        + "</tr>"
        for group in groups
    )
    title = escape(saying.say("modules"))
    key = "".join(
        f'<li><span aria-hidden="true">{sign}</span> {escape(label)}</li>'
        for label, sign in ((saying.label("deployment", code), s) for code, s in SIGNS.items())
    )
    return (
        f'<div class="compared-frame" role="region" tabindex="0" aria-label="{title}: ■ ◩ ⊡">'
        f'<table class="signs"><caption>{title}</caption><thead><tr>{head}</tr></thead>'
        f'<tbody>{rows}</tbody></table></div><ul class="key">{key}</ul>'
    )


def _sign(saying: Saying, parts: Any) -> str:
    if not parts:
        told = escape(saying.say("no_item"))
        return f'<td><span aria-hidden="true">·</span><span class="for-ear">{told}</span></td>'
    code = parts[0].item.get("deployment", "")
    told = saying.label("deployment", code) if code else saying.say("empty")
    return (
        f'<td class="there" title="{escape(told)}"><span aria-hidden="true">'
        f'{SIGNS.get(code, "?")}</span><span class="for-ear">{escape(told)}</span></td>'
    )


def _row(view: View, line: Line, texts: Texts, against: int | None) -> str:
    cells = "".join(
        _cell(view, line, column, value, texts, against) for column, value in enumerate(line.cells)
    )
    return f'<tr role="row" class="{line.state or ""}">{cells}</tr>'


def _cell(
    view: View, line: Line, column: int, value: Value, texts: Texts, against: int | None
) -> str:
    label = escape(view.head[column], quote=True)
    heading = column == _HEADING.get(view.name, 0)
    tag, role = ("th", "rowheader") if heading else ("td", "cell")
    scope = ' scope="row"' if heading else ""
    looks = " ".join(_looks(view, line, column, str(value)))
    inner = _inner(view, line, column, texts, against)
    return (
        f'<{tag} role="{role}"{scope} class="{looks}" data-label="{label}">'
        f"<div>{inner}</div></{tag}>"
    )


def _looks(view: View, line: Line, column: int, text: str) -> Iterator[str]:
    if column in line.missing:
        yield "missing"
    if not text:
        yield "nothing"
    if column not in view.columns:
        yield "lead"


def _inner(view: View, line: Line, column: int, texts: Texts, against: int | None) -> str:
    text = str(line.cells[column])
    told = column in view.columns
    if line.state and not told and text == texts(f"compare.state.{line.state}"):
        sign = STATES.get(line.state, "")
        return f'<span aria-hidden="true" class="sign">{sign}</span> {escape(text)}'
    gone = {column, against} & line.missing
    if against is not None and told and column != against and not gone:
        before = str(line.cells[against])
        if before != text:
            return marked(before, text, texts, whole=True)
    parts = [escape(part) for part in text.splitlines()]
    if view.name in _NAMED and told and column not in line.missing:
        parts[:1] = [f"<strong>{part}</strong>" for part in parts[:1]]
    return "<br>".join(parts)


def _component() -> Any:
    return st.components.v2.component(
        "werkbank_compared",
        html='<div class="pictures"></div>',
        css=(HERE / "compared.css").read_text("utf-8"),
        js=(HERE / "pictures.js").read_text("utf-8"),
    )


_TABLES = _component()
