"""A choice that stands in the address, so that a link shows the same to whoever gets it."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from workbench.ui import state

Said = Callable[[str], str]


def by_radio(part: str, of: str, label: str, names: Sequence[str], said: Said) -> str:
    """Draw a choice of which all options are in sight, and return what is chosen."""
    return _one(st.radio, part, of, label, names, said, horizontal=True)


def from_list(part: str, of: str, label: str, names: Sequence[str], said: Said) -> str:
    """Draw a choice behind a list, and return what is chosen."""
    return _one(st.selectbox, part, of, label, names, said)


def _one(
    widget: Any, part: str, of: str, label: str, names: Sequence[str], said: Said, **how: Any
) -> str:
    """Draw a widget with what this part of the address asks for, or else with the first one."""
    asked = state.address(part)
    key = state.choice(part, asked if asked in names else names[0], of)
    args = (part, key)
    widget(label, names, key=key, format_func=said, on_change=state.keep_choice, args=args, **how)
    return str(state.typed(key))
