"""Searching all answers: the words in the address, and where they stand."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from workbench.actions import overseeing
from workbench.actions.overseeing import Placed
from workbench.documents.comparing.view import Line, View
from workbench.rules.overview.overseen import Overseen
from workbench.rules.overview.searching import terms
from workbench.ui import frame, linked, state
from workbench.ui.serving import desk
from workbench.ui.taking_away import telling

_OF = "search"
_HITS = 20


def words_asked() -> str:
    """Draw the field in which words are looked for, and return them."""
    say = frame.texts()
    key = state.choice("q", state.address("q"), _OF)
    words = str(
        st.text_input(
            say("ui.overseen.search"),
            key=key,
            placeholder=say("ui.overseen.search.hint"),
            on_change=state.keep_choices,
            args=("q", key),
        )
    )
    if words.strip() and not terms(words):
        st.caption(say("ui.overseen.search.short"))
    return words


def found_among(words: str, among: Sequence[Overseen]) -> list[Overseen]:
    """Draw where words stand, and return the programmes in which they do."""
    say, found = frame.texts(), overseeing.search(desk(), words, among)
    there = {one.one.programme for one in found}
    st.caption(say("ui.overseen.search.found", places=len(found), programmes=len(there)))
    if found:
        if len(found) > _HITS:
            st.caption(say("ui.overseen.search.first", n=_HITS))
        hits = list(overseeing.placed(desk(), found[:_HITS], words))
        _hits(hits)
    return [one for one in among if one.programme in there]


def _hits(hits: Sequence[Placed]) -> None:
    say, how = frame.texts(), telling()
    lines = tuple(
        Line(
            (_capital(hit.label[state.language()]), how.title(hit.one), hit.hit.text),
            key=f"{hit.one.programme}#{hit.hit.path}",
        )
        for hit in hits
    )
    head = (
        say("ui.overseen.search.question"),
        say("overviews.head.programme"),
        say("ui.overseen.search.text"),
    )
    view = View("found", say("ui.overseen.search.title"), "", head, lines, 3)
    by_line = {id(line): hit for line, hit in zip(lines, hits, strict=True)}

    def drawn(line: Line, column: int) -> str:
        return _marked(by_line[id(line)]) if column == 2 else ""

    linked.draw(view, linked.to_description, "overseen/found", drawn=drawn)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _marked(hit: Placed) -> str:
    parts, at = [], 0
    for begin, end in hit.hit.marks:
        parts += [escape(hit.hit.text[at:begin]), f"<mark>{escape(hit.hit.text[begin:end])}</mark>"]
        at = end
    return "".join([*parts, escape(hit.hit.text[at:])])
