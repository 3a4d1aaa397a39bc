"""Taking an overview away as a file, in the words of who asks for it."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from workbench.actions import across
from workbench.actions.exporting import Export
from workbench.documents.overviews.telling import Telling
from workbench.ui import frame, state
from workbench.ui.serving import desk


def telling() -> Telling:
    """Return how this person is told of programmes."""
    return Telling(desk().words, state.language(), state.timezone())


def downloads(kind: str, forms: Sequence[str], made: Callable[[str], Export]) -> None:
    """Draw the ways to take an overview away.

    A file is made when somebody asks for it, in a thread that does not know who that is: `made`
    holds the desk already.
    """
    say = frame.texts()
    labels = {"xlsx": "ui.compare.as.xlsx", "csv": "ui.overseen.as.csv"}
    with st.container(horizontal=True, gap="small", key="downloads"):
        for form in forms:
            st.download_button(
                say(labels.get(form, f"ui.report.as.{form}")),
                data=partial(_content, made, form),
                file_name=across.file_name(kind, form),
                mime=across.mime(form),
                key=f"download/{kind}/{form}",
                type="primary" if form == across.EXCEL else "secondary",
                on_click="ignore",
            )


def _content(made: Callable[[str], Export], form: str) -> bytes:
    return made(form).content
