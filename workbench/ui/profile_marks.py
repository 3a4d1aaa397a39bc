"""Small pieces of the screens about level, research and conversation, as safe HTML."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from workbench.ui.profile_views import OutcomeView, RecognitionView


def rung(name: str, disclaimer: str, seen: str) -> None:
    """Draw on which rung a description seems to stand, and what that does not say."""
    st.html(
        f'<div class="rung"><p class="level-name">{escape(name)}</p>'
        f'<p class="disclaimer">{escape(disclaimer)}</p><p class="quiet">{escape(seen)}</p></div>'
    )


def outcome(view: OutcomeView) -> None:
    """Draw one outcome with its level and its studies."""
    st.html(
        f'<div class="judged"><h3>{escape(view.name)}</h3><p>{_chip(view.label)}</p>'
        f'<p class="quiet">{escape(view.counting)}</p>{_lines(view.studies)}</div>'
    )


def recognition(view: RecognitionView) -> None:
    """Draw one judgement of a committee: level, about what, by whom, and how it stands now."""
    facts = escape(" · ".join(view.facts))
    st.html(
        f'<div class="judged"><h3>{escape(view.label)}</h3><p>{escape(view.about)}</p>'
        f"<p>{_chip(view.state, '' if view.holds else 'chip-past')}</p>"
        f'<p class="quiet">{facts}</p></div>'
    )


def _chip(text: str, kind: str = "") -> str:
    return f'<span class="chip {kind}">{escape(text)}</span>'


def _lines(lines: Iterable[str]) -> str:
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{rows}</ul>" if rows else ""
