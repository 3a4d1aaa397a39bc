"""What the rules found, by severity, each with the way to its question."""

import streamlit as st

from workbench.actions.assessing import examined
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, listener, marks, state, writing
from workbench.ui.presenters.check import check_view, cleared_views
from workbench.ui.serving import desk
from workbench.ui.views import CheckView, ClearedView, FindingView


def screen() -> None:
    """Draw all findings of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    here, say = desk(), frame.texts()
    view = check_view(examined(here, opened), here.words, state.language())
    frame.head(opened, "check", say("ui.check.title"))
    mine = here.may("change", opened)
    _group(view, "error", opened.id, mine)
    _group(view, "warning", opened.id, mine)
    _group(view, "note", opened.id, mine)
    if view.gaps:
        _gaps(view, opened.id)
    if not view.groups and not view.gaps:
        st.success(say("ui.check.nothing"))
    _completeness(view)
    found = examined(here, opened).cleared
    _cleared(cleared_views(found, opened.programme, here.words, state.language()), opened.id, mine)


def _group(view: CheckView, severity: str, programme: ProgrammeId, mine: bool) -> None:
    findings, say = view.groups.get(severity, ()), frame.texts()
    if not findings:
        return
    st.header(say(f"ui.severity.{severity}", n=len(findings)), anchor=False)
    st.caption(say(f"ui.severity.{severity}.meaning"))
    for number, finding in enumerate(findings):
        _finding(finding, f"{severity}/{number}", programme, mine)


def _gaps(view: CheckView, programme: ProgrammeId) -> None:
    say = frame.texts()
    st.header(say("ui.gaps", n=sum(len(gaps.findings) for gaps in view.gaps)), anchor=False)
    st.caption(say("ui.gaps.meaning"))
    for gaps in view.gaps:
        with st.expander(f"{gaps.label} · {len(gaps.findings)}", key=f"gaps/{gaps.section}"):
            for finding in gaps.findings:
                query = frame.address(programme, section=finding.section, question=finding.path)
                frame.link("describe", query, finding.question)


def _completeness(view: CheckView) -> None:
    say = frame.texts()
    st.header(say("ui.check.filled"), anchor=False)
    marks.filled(view.bars, say("ui.check.completeness"))


def _finding(finding: FindingView, key: str, programme: ProgrammeId, mine: bool) -> None:
    say = frame.texts()
    with st.container(border=True, key=f"finding/{finding.fingerprint or key}", gap="xsmall"):
        marks.finding(finding)
        query = frame.address(programme, section=finding.section, question=finding.path)
        frame.link("describe", query, say("ui.check.open", place=finding.place))
        if finding.fingerprint and mine:
            _clear(finding, key, programme)


def _clear(finding: FindingView, key: str, programme: ProgrammeId) -> None:
    say, field = frame.texts(), listener.draft(f"reason/{programme}/{finding.fingerprint}")
    told_at = f"clear/{finding.fingerprint}"
    with st.expander(say("ui.check.no_personal_data"), key=told_at):
        if why := state.refused(told_at):
            st.error(why["why"])
        st.text_input(say("ui.check.reason"), key=field)
        st.button(
            say("ui.check.record"),
            key=f"record/{key}",
            on_click=writing.clear,
            args=(programme, finding.path, finding.fingerprint, field),
        )


def _cleared(views: tuple[ClearedView, ...], programme: ProgrammeId, mine: bool) -> None:
    say = frame.texts()
    if not views:
        return
    with st.expander(say("ui.cleared", n=len(views)), key=f"cleared/{programme}"):
        st.caption(say("ui.cleared.meaning"))
        for view in views:
            _cleared_one(view, programme, mine)


def _cleared_one(view: ClearedView, programme: ProgrammeId, mine: bool) -> None:
    say, finding = frame.texts(), view.finding
    told_at = f"cleared/{finding.fingerprint}"
    with st.container(border=True, key=told_at, gap="xsmall"):
        if why := state.refused(told_at):
            st.error(why["why"])
        marks.cleared(view, say("ui.cleared.why"))
        query = frame.address(programme, section=finding.section, question=finding.path)
        frame.link("describe", query, say("ui.check.open", place=finding.place))
        if mine:
            st.button(
                say("ui.cleared.take_back"),
                key=f"take-back/{finding.fingerprint}",
                on_click=writing.take_clearance_back,
                args=(programme, finding.path, finding.fingerprint),
            )


screen()
