"""What is on paper and what is in people's heads, and the questions that help to tell it."""

import streamlit as st

from workbench.actions.assessing import examined
from workbench.documents.reports.kinds import INTERVIEW, KINDS
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, marks, profile_marks, state, ways
from workbench.ui.presenters.interview import interview_view
from workbench.ui.profile_views import InterviewView, KnownView
from workbench.ui.serving import desk

FEW = 12
"""Up to this many topics stand open at once."""


def screen() -> None:
    """Draw the interview list of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    here, say = desk(), frame.texts()
    view = interview_view(examined(here, opened).interview, here.words, state.language())
    frame.head(opened, "interview", say("ui.interview.title"))
    st.html(f'<p class="lead">{marks.escape(say("ui.interview.lead"))}</p>')
    if view.sections:
        profile_marks.known(view.sections, say)
        _topics(view, opened.id)
    else:
        st.caption(say("ui.interview.none"))
        ways.draw([view.example], opened.id)


def _topics(view: InterviewView, programme: ProgrammeId) -> None:
    say = frame.texts()
    st.header(say("ui.interview.topics", n=view.topics), anchor=False)
    if not view.topics:
        st.caption(say("ui.interview.no_topics"))
        return
    st.caption(say("interview.reminder"))
    if INTERVIEW.name in KINDS:
        query = frame.address(programme, report=INTERVIEW.name)
        frame.link("report", query, say("ui.interview.report"))
    for section in view.sections:
        if section.topics:
            _section(section, view.topics <= FEW, programme)


def _section(section: KnownView, few: bool, programme: ProgrammeId) -> None:
    label, key = f"{section.label} · {len(section.topics)}", f"topics/{section.section}"
    fold = st.expander(ways.plain(label), expanded=few, key=key, on_change="rerun")
    if fold.open:
        with fold:
            for number, topic in enumerate(section.topics):
                with st.container(key=f"topic/{section.section}/{number}", gap="xsmall"):
                    profile_marks.topic(topic)
                    ways.draw([topic.way], programme)


screen()
