"""The status of a programme on a screen: which steps were taken, and which can be taken now."""

import streamlit as st

from workbench.actions.desk import Refused
from workbench.actions.stepping import Procedure, step
from workbench.rules.procedure import StepName
from workbench.store.protocol import Line, NotFound, NotStored, Opened, ProgrammeId, Unreadable
from workbench.ui import frame, marks, state
from workbench.ui.presenters.moments import weekday
from workbench.ui.serving import desk


def draw(opened: Opened, found: Procedure) -> None:
    """Draw the steps that this person can take, and those that were taken."""
    say = frame.texts()
    st.header(say("ui.advice.where"), anchor=False)
    status = say(f"programme_status.{found.status}")
    st.html(f'<p class="programme"><span class="chip">{marks.escape(status)}</span></p>')
    if found.possible:
        _steps(opened, found)
    else:
        st.caption(say("ui.advice.step.not_you"))
    with st.expander(say("ui.advice.step.taken"), key=f"steps/{opened.id}"):
        for line in reversed(found.taken):
            _taken(opened, line)
        if not found.taken:
            st.caption(say("ui.advice.step.none"))


def _steps(opened: Opened, found: Procedure) -> None:
    say = frame.texts()
    key = state.showing().key(f"step-reason/{opened.id}", "")
    st.text_input(say("ui.advice.step.reason"), key=key)
    st.caption(say("ui.advice.step.reason_help"))
    with st.container(horizontal=True, gap="small", key="next-steps"):
        for name in found.possible:
            st.button(
                say(f"procedure.step.{name}"),
                key=f"step/{name}",
                on_click=_step,
                args=(opened.id, name, key),
            )


def _taken(opened: Opened, line: Line) -> None:
    say, said = frame.texts(), line.change.new
    when = weekday(line.time, state.timezone(), state.language())
    what = say(f"procedure.step.{said['step']}")
    st.html(
        f'<div class="version"><h3>{marks.escape(what)}</h3>'
        f'<p class="quiet">{marks.escape(line.person.name)}, {marks.escape(when)}</p>'
        f'<p class="own-words">{marks.escape(said.get("reason") or "")}</p></div>'
    )
    if version := said.get("version"):
        query = frame.address(opened.id, revision=str(version))
        frame.link("revision", query, say("ui.advice.step.look"))


def _step(programme: ProgrammeId, name: StepName, key: str) -> None:
    texts = frame.texts()
    try:
        opened = step(desk(), programme, name, state.typed(key))
        state.showing().renew(key)
        status = texts(f"programme_status.{opened.status}")
        state.tell(texts("ui.advice.step.done", status=status), "success")
    except Refused as refused:
        state.tell(texts(f"action.{refused.key}", **refused.values), "error")
    except NotStored as failed:
        state.tell(texts(f"store.{failed.key}", **failed.values), "error")
    except (NotFound, Unreadable):
        state.tell(texts("action.not_found"), "error")
