"""The overview as advisors see it: what is new, search, filters, and a table of programmes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from workbench.actions import across, overseeing
from workbench.actions.overseeing import Oversight
from workbench.documents.comparing.view import Line, View
from workbench.documents.overviews.programmes import (
    COLUMNS,
    PROGRAMMES,
    SECTIONS,
    programmes_view,
    sections_view,
)
from workbench.documents.overviews.telling import Telling
from workbench.domain.sentences import sentence
from workbench.rules.overview.overseen import Overseen
from workbench.rules.overview.searching import terms
from workbench.ui import asked, filters, frame, linked, marks, news, searching
from workbench.ui.paging import paged
from workbench.ui.serving import desk
from workbench.ui.taking_away import downloads, telling

OF = "overseen"
"""Keeps the widgets of this screen apart from those of others."""
_VIEWS: Mapping[str, Callable[[Sequence[Overseen], Telling], View]] = {
    PROGRAMMES: programmes_view,
    SECTIONS: sections_view,
}
_ORDERS: Mapping[str, Callable[[Overseen], Any]] = {
    "title": lambda _: 0,
    "institution": lambda one: one.institution.casefold(),
    "changed": lambda one: -(one.brief.changed.timestamp() if one.brief.changed else 0),
    "open": lambda one: one.brief.answered - one.brief.required,
    "level": lambda one: -one.brief.rung,
}


def draw() -> None:
    """Draw the overview of all programmes."""
    say, seen = frame.texts(), overseeing.oversight(desk())
    st.html(f'<p class="lead">{marks.escape(say("ui.overseen.lead"))}</p>')
    with st.container(key="overseen"):
        _damaged(seen)
        if not seen.programmes:
            st.info(say("ui.overseen.none"))
            return
        news.draw(seen)
        words = searching.words_asked()
        filtered = filters.chosen(seen.programmes, "overview")
        shown = [one for one in seen.programmes if filtered.lets(one)]
        if terms(words):
            shown = searching.found_among(words, shown)
        if shown:
            _programmes(shown, f"{words}/{filtered}")
        else:
            st.info(say("ui.overseen.nobody"))


def _programmes(found: Sequence[Overseen], asked_for: str) -> None:
    say, how, here = frame.texts(), telling(), desk()
    left, right = st.columns(2)
    with left:
        name = asked.by_radio(
            "view", OF, say("ui.overseen.view"), list(_VIEWS), lambda one: say(f"overviews.{one}")
        )
    with right:
        shown = _ordered(found)
    make = _VIEWS[name]
    downloads(
        "overview",
        (across.EXCEL, across.CSV),
        lambda form: across.export_overview(here, shown, form, how),
    )
    whole = make(shown, how)
    st.caption(" ".join([whole.told, whole.note]))
    page = paged(shown, f"{OF}/{asked_for}")
    linked.draw(
        make(page, how),
        linked.to_description,
        f"overseen/{name}",
        drawn=partial(_with_bar, page) if name == PROGRAMMES else None,
    )


def _ordered(programmes: Sequence[Overseen]) -> list[Overseen]:
    say, how = frame.texts(), telling()
    by = asked.from_list(
        "sort", OF, say("ui.overseen.sort"), list(_ORDERS), lambda n: say(f"ui.overseen.sort.{n}")
    )
    order = _ORDERS[by]
    return sorted(programmes, key=lambda one: (order(one), how.title(one).casefold()))


def _with_bar(programmes: Sequence[Overseen], line: Line, column: int) -> str:
    """Return how much is filled in with the same as a bar, for who looks rather than reads."""
    if column != COLUMNS.index("filled"):
        return ""
    [brief] = [one.brief for one in programmes if one.programme == line.key]
    share = round(100 * brief.answered / (brief.required or 1))
    bar = f'<span class="bar" aria-hidden="true"><span style="width:{share}%"></span></span>'
    return f"{escape(str(line.cells[column]))}{bar}"


def _damaged(seen: Oversight) -> None:
    say = frame.texts()
    for broken in seen.damaged:
        with st.container(border=True):
            st.error(say("ui.damaged.card", programme=str(broken.id)))
            marks.problems(sentence(p, say, desk().words.template) for p in broken.problems)
