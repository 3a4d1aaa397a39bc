"""How far a programme is, what advice is open in the order of the werkblad, and the letter."""

from functools import partial
from itertools import groupby

import streamlit as st

from workbench.actions.assessing import examined
from workbench.actions.desk import Desk
from workbench.actions.stepping import procedure
from workbench.actions.writing_letters import export_advice
from workbench.documents.reports.kinds import ADVICE_KINDS, Kind
from workbench.domain.advice import Thread
from workbench.domain.wording import Language
from workbench.rules.advising import section_of
from workbench.rules.privacy import held_back
from workbench.store.protocol import Opened
from workbench.ui import advising, frame, marks, state, steps
from workbench.ui.presenters.progress import numbered
from workbench.ui.serving import desk

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def screen() -> None:
    """Draw the advice on the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    say, here = frame.texts(), desk()
    frame.head(opened, "advice", say("ui.advice.title"))
    found = procedure(here, opened.id)
    st.html(f'<p class="lead">{marks.escape(say(f"procedure.meaning.{found.status}"))}</p>')
    steps.draw(opened, found)
    if here.may("see_advice", opened):
        _points(opened, advising.readable(opened))
        _take_away(opened)


def _points(opened: Opened, found: list[Thread]) -> None:
    say, template = frame.texts(), desk().words.template
    st.header(say("ui.advice.open"), anchor=False)
    if all(thread.state == "resolved" for thread in found):
        st.caption(say("ui.advice.open.none"))
    for section, here in groupby(found, lambda thread: section_of(template, thread.path)):
        known = next((s for s in template.sections if s.id == section), None)
        title = numbered(known, state.language()) if known else say("letter.elsewhere")
        st.subheader(title, anchor=False)
        advising.several(opened, list(here), where=True, to_question=True)


def _take_away(opened: Opened) -> None:
    say = frame.texts()
    st.header(say("ui.advice.take"), anchor=False)
    if holding := held_back(examined(desk(), opened).findings):
        st.error(say("ui.report.held_back", n=len(holding)))
        frame.link("check", frame.address(opened.id), say("ui.report.to_check"))
        return
    with st.container(horizontal=True, gap="small", key="take-advice"):
        for kind in ADVICE_KINDS.values():
            _download(opened, kind)


def _download(opened: Opened, kind: Kind) -> None:
    st.download_button(
        frame.texts()(f"ui.advice.{kind.name}"),
        # It is made in a thread that does not know who asks: the desk goes along.
        data=partial(_content, desk(), opened, kind, state.language()),
        file_name=kind.file_name(opened.id.name, "docx"),
        mime=WORD,
        key=f"advice/{kind.name}",
        on_click="ignore",
    )


def _content(here: Desk, opened: Opened, kind: Kind, language: Language) -> bytes:
    return export_advice(here, opened.id, kind.name, language=language).content


screen()
