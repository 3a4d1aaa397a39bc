"""On which rung a description seems to stand, the shortest way up, outcomes and recognitions."""

import streamlit as st

from workbench.actions.assessing import examined
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, profile_marks, state, ways
from workbench.ui.presenters.level import level_view
from workbench.ui.profile_views import LevelView, OutcomeView
from workbench.ui.serving import desk


def screen() -> None:
    """Draw the level of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    here, say = desk(), frame.texts()
    found = examined(here, opened)
    view = level_view(
        opened.programme, found.level, found.recognitions, here.words, state.language()
    )
    frame.head(opened, "level", say("ui.level.title"))
    _rung(view, opened.id)
    _outcomes(view, opened.id)
    _recognitions(view, opened.id)


def _rung(view: LevelView, programme: ProgrammeId) -> None:
    say = frame.texts()
    with st.container(border=True, key="level", gap="small"):
        profile_marks.rung(view.name, say("level.disclaimer"), say("ui.level.seen"))
        if view.reasons:
            label = say("ui.level.why_not_higher", n=len(view.reasons))
            ways.folded(label, view.reasons, programme, "why-not-higher")
    st.header(view.next, anchor=False)
    if view.steps:
        st.caption(view.needs)
        ways.by_section(view.steps, programme, "steps")


def _outcomes(view: LevelView, programme: ProgrammeId) -> None:
    say = frame.texts()
    st.header(say("ui.level.outcomes"), anchor=False)
    if not view.outcomes:
        st.caption(say("ui.level.no_outcomes"))
        ways.draw([view.to_outcomes], programme)
        return
    st.caption(say("ui.level.outcomes.meaning"))
    for number, outcome in enumerate(view.outcomes):
        _outcome(outcome, f"outcome/{number}", programme)
    st.caption(say("level.disclaimer"))


def _outcome(outcome: OutcomeView, key: str, programme: ProgrammeId) -> None:
    with st.container(border=True, key=key, gap="small"):
        profile_marks.outcome(outcome)
        if outcome.reasons:
            label = frame.texts()("ui.level.why_not_higher", n=len(outcome.reasons))
            ways.folded(label, outcome.reasons, programme, f"{key}/reasons", few=2)
        if outcome.steps:
            ways.folded(outcome.next, outcome.steps, programme, f"{key}/steps")


def _recognitions(view: LevelView, programme: ProgrammeId) -> None:
    say = frame.texts()
    st.header(say("ui.recognition.title"), anchor=False)
    st.caption(say("ui.recognition.meaning") if view.recognitions else view.no_recognitions)
    for number, one in enumerate(view.recognitions):
        with st.container(border=True, key=f"recognition/{number}", gap="small"):
            profile_marks.recognition(one)
            ways.draw([one.way], programme)
    if not view.recognitions:
        ways.draw([view.to_recognitions], programme)


screen()
