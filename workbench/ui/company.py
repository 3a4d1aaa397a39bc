"""Who else has this description open: a quiet line that is refreshed without touching a field."""

import contextlib

import streamlit as st

from workbench.actions import company
from workbench.actions.desk import Refused
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, marks, state
from workbench.ui.presenters.company import company as in_words
from workbench.ui.serving import desk, presence

BEAT = 12
"""Seconds between two moments at which an open screen is heard of."""


@st.fragment(run_every=BEAT)
def draw(programme: ProgrammeId, section: str) -> None:
    """Draw who else is here, and be seen oneself."""
    lines: list[str] = []
    with contextlib.suppress(Refused):
        screen = state.showing().writer
        others = company.meet(desk(), programme, presence(), section, screen)
        lines = in_words(desk(), others, section, frame.texts(), state.showing().came)
    shown = "".join(f"<span>{marks.escape(line)}</span>" for line in lines)
    # The line keeps its height when it is empty: a field must not move under somebody's hands.
    st.html(f'<p class="company" role="status">{shown}</p>')


def stand(programme: ProgrammeId | None) -> None:
    """Be in this description from now on and in no other; None for in none."""
    before = state.stands_in(programme)
    if before and before != programme:
        presence().leave(before, state.showing().writer)
