"""One earlier state of a programme: to read, to hold against another, and to put back."""

import streamlit as st

from workbench.actions.desk import Refused
from workbench.actions.history import history, opened_at
from workbench.documents.deeds import compared
from workbench.domain.sentences import sentence
from workbench.store.protocol import Opened, Unreadable
from workbench.ui import asked, differences, frame, going_back, marks, reading, state
from workbench.ui.presenters import history as presenter
from workbench.ui.presenters.history import Looking
from workbench.ui.presenters.progress import numbered
from workbench.ui.presenters.section import past_questions
from workbench.ui.serving import desk

VIEWS = ("read", "differences")


def screen() -> None:
    """Draw the revision in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    here, say = desk(), frame.texts()
    looking = Looking(history(here, opened.id), here.words, state.language(), state.timezone())
    try:
        revision = int(state.address("revision") or 0)
        view = presenter.revision_view(looking, revision)
        then = opened_at(here, opened.id, revision)
    except ValueError:
        _lost(opened, say("ui.revision.which"))
    except Refused as refused:
        _lost(opened, say(f"action.{refused.key}", **refused.values))
    except Unreadable as unreadable:
        told = (sentence(p, say, here.words.template) for p in unreadable.problems)
        _lost(opened, " ".join(told))
    else:
        frame.head(opened, "history", view.title)
        st.html(f'<p class="lead">{marks.escape(view.made)}</p>')
        _ways(opened, revision)
        _body(looking, opened, then)


def _lost(opened: Opened, why: str) -> None:
    frame.head(opened, "history", frame.texts()("ui.revision.not_open"))
    st.error(why)
    frame.link("history", frame.address(opened.id), frame.texts()("ui.revision.to_history"))


def _ways(opened: Opened, revision: int) -> None:
    say = frame.texts()
    with st.container(horizontal=True, gap="small", key="revision-ways"):
        frame.link("history", frame.address(opened.id), say("ui.revision.to_history"))
        query = frame.address(opened.id, revision=str(revision))
        frame.link("report", query, say("ui.history.report"))


def _body(looking: Looking, opened: Opened, then: Opened) -> None:
    say, of = frame.texts(), f"{opened.id}/{then.revision}"
    label = say("ui.revision.view")
    shown = asked.by_radio("view", of, label, VIEWS, lambda name: say(f"ui.revision.view.{name}"))
    if shown == "read":
        _read(then)
    else:
        _differences(looking, opened, then)


def _read(then: Opened) -> None:
    here, say = desk(), frame.texts()
    sections = {s.id: numbered(s, state.language()) for s in here.words.template.sections}
    chosen = st.selectbox(
        say("ui.revision.section"),
        list(sections),
        format_func=sections.__getitem__,
        key=f"section/{then.id}/{then.revision}",
    )
    st.header(sections[chosen], anchor=False)
    for question in past_questions(here, then, chosen, state.language(), state.timezone()):
        reading.draw(question, say)


def _differences(looking: Looking, opened: Opened, then: Opened) -> None:
    say, asked = frame.texts(), state.address("with")
    options = presenter.to_compare(looking, then.revision, int(asked) if asked.isdigit() else None)
    begin = int(asked) if asked.isdigit() and int(asked) in options else 0
    other = st.selectbox(
        say("ui.revision.with"),
        list(options),
        index=list(options).index(begin),
        format_func=options.__getitem__,
        key=f"with/{then.id}/{then.revision}/{asked}",
    )
    now = opened if other == 0 else opened_at(desk(), opened.id, other)
    earlier, later = sorted((then, now), key=lambda one: one.revision)
    told = compared(earlier.data, later.data, looking.words, looking.language)
    st.html(f'<p role="status">{marks.escape(_counted(len(told)))}</p>')
    if told:
        st.caption(say("ui.revision.legend"))
    if other == 0 and told and desk().may("change", opened):
        _restore(opened, then)
    for section, group in presenter.by_section(told):
        with st.container(key=f"differs/{section}", gap="small"):
            st.subheader(group[0].where or say("ui.revision.elsewhere"), anchor=False)
            st.html(differences.listed(group, say))


def _counted(n: int) -> str:
    say = frame.texts()
    return say("ui.revision.differences", n=n) if n else say("ui.revision.same")


def _restore(opened: Opened, then: Opened) -> None:
    say = frame.texts()
    with st.container(border=True, key="restore", gap="xsmall"):
        st.html(f"<p>{marks.escape(say('ui.revision.restore.meaning'))}</p>")
        st.button(
            say("ui.revision.restore"),
            key="restore-button",
            type="primary",
            on_click=going_back.restore,
            args=(opened.id, then.revision, opened.revision),
        )


screen()
