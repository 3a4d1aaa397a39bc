"""Something long, a page at a time."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from workbench.ui import frame, state

T = TypeVar("T")
LINES = 25


def paged(all_of_it: Sequence[T], of: str) -> Sequence[T]:
    """Draw the way from page to page if there is more than one, and return what is on this one."""
    say, n = frame.texts(), len(all_of_it)
    if n <= LINES:
        return all_of_it
    page = min(state.page(of), (n - 1) // LINES)
    first, last = page * LINES, min((page + 1) * LINES, n)
    with st.container(horizontal=True, gap="small", key="pages", vertical_alignment="center"):
        st.button(say("ui.overseen.previous"), disabled=not page, key="page-before",
                  on_click=state.turn, args=(of, page - 1))  # fmt: skip
        st.caption(say("ui.overseen.page", first=first + 1, last=last, n=n), width="content")
        st.button(say("ui.overseen.next"), disabled=last == n, key="page-after",
                  on_click=state.turn, args=(of, page + 1))  # fmt: skip
    return all_of_it[first:last]
