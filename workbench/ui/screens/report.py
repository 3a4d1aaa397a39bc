"""The werkblad as a report: a preview, and the file to take away."""

from functools import partial

import streamlit as st

from workbench.actions.desk import Desk
from workbench.actions.exporting import HeldBack, export
from workbench.documents.formats import FORMATS
from workbench.domain.wording import Language
from workbench.store.protocol import Opened
from workbench.ui import frame, marks, state
from workbench.ui.presenters.check import finding_view
from workbench.ui.serving import desk


def screen() -> None:
    """Draw the report of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    say = frame.texts()
    frame.head(opened, "report", say("ui.report.title"))
    st.html(f'<p class="lead">{marks.escape(say("ui.report.lead"))}</p>')
    gaps = st.toggle(say("ui.report.gaps"), value=True, key=f"gaps/{opened.id}")
    try:
        preview = _made(desk(), opened, "html", gaps, state.language())
    except HeldBack as held:
        _held_back(held, opened)
        return
    _downloads(opened, gaps)
    st.header(say("ui.report.preview"), anchor=False)
    st.iframe(preview.decode("utf-8"), height=900)


def _downloads(opened: Opened, gaps: bool) -> None:
    say, here, language = frame.texts(), desk(), state.language()
    with st.container(horizontal=True, gap="small", key="downloads"):
        for name, how in FORMATS.items():
            st.download_button(
                say(f"ui.report.as.{name}"),
                data=partial(_made, here, opened, name, gaps, language),
                file_name=f"{opened.id.name}-werkblad.{how.extension}",
                mime=how.mime,
                key=f"download/{name}",
                type="primary" if name in {"docx", "pdf"} else "secondary",
                on_click="ignore",
            )


def _made(here: Desk, opened: Opened, name: str, gaps: bool, language: Language) -> bytes:
    return export(here, opened.id, name, language=language, gaps=gaps).content


def _held_back(held: HeldBack, opened: Opened) -> None:
    say, here = frame.texts(), desk()
    st.error(say("ui.report.held_back", n=len(held.findings)))
    for finding in held.findings:
        view = finding_view(finding, here.words, state.language())
        with st.container(border=True):
            marks.finding(view)
            query = frame.address(opened.id, section=view.section, question=view.path)
            frame.link("describe", query, say("ui.check.open", place=view.place))
    frame.link("check", frame.address(opened.id), say("ui.report.to_check"))


screen()
