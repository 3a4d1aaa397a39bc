"""What the rules found, by severity, each with the way to its question."""

import streamlit as st

from workbench.actions.assessing import assess_opened
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, marks, state, writing
from workbench.ui.presenters.check import check_view
from workbench.ui.serving import desk
from workbench.ui.views import CheckView, FindingView


def screen() -> None:
    """Draw all findings of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    here, say = desk(), frame.texts()
    view = check_view(assess_opened(here, opened), here.words, state.language())
    frame.head(opened, "check", say("ui.check.title"))
    mine = here.may("change", opened.id.institution)
    _group(view, "error", opened.id, mine)
    _group(view, "warning", opened.id, mine)
    _group(view, "note", opened.id, mine)
    if view.gaps:
        _gaps(view, opened.id)
    if not view.groups and not view.gaps:
        st.success(say("ui.check.nothing"))
    _completeness(view)


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
    with st.container(border=True, key=f"finding/{key}", gap="xsmall"):
        marks.finding(finding)
        query = frame.address(programme, section=finding.section, question=finding.path)
        frame.link("describe", query, say("ui.check.open", place=finding.place))
        if finding.fingerprint and mine:
            _clear(finding, key, programme)


def _clear(finding: FindingView, key: str, programme: ProgrammeId) -> None:
    say, field = frame.texts(), f"reason/{programme}/{finding.fingerprint}"
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


screen()
