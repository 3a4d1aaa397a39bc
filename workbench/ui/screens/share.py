"""Which sections of a programme others read, and stopping that."""

import streamlit as st

from workbench.actions.desk import Refused
from workbench.actions.exporting import HeldBack
from workbench.actions.sharing import decisions, share, shared_now, withdraw
from workbench.domain.paths import is_empty, value_at
from workbench.domain.sharing import Shared
from workbench.store.protocol import NotFound, NotStored, Opened, ProgrammeId, Unreadable
from workbench.ui import asking, frame, marks, state, ways
from workbench.ui.presenters.exchange import named, told
from workbench.ui.presenters.moments import weekday
from workbench.ui.serving import desk

COLOPHON = "colophon"


def screen() -> None:
    """Draw what is shared of the programme in the address, and the choice."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    here, say = desk(), frame.texts()
    frame.head(opened, "share", say("ui.screen.share"))
    st.html(f'<p class="lead">{marks.escape(say("ui.share.lead"))}</p>')
    institution = here.institution(opened.id.institution)
    if institution.example:
        st.info(say("ui.share.example"))
        return
    now = shared_now(here, opened.id)
    _now(opened, now)
    if not here.may("share", opened):
        st.caption(say("ui.share.not_you", institution=institution.name))
    else:
        _choice(opened, now)
    asking.to_answer(opened.id)
    _before(decisions(here, opened.id))


def _now(opened: Opened, now: Shared | None) -> None:
    say = frame.texts()
    if now is None:
        st.info(say("ui.share.none"))
        return
    when = weekday(now.time, state.timezone(), state.language())
    st.success(say("ui.share.now", time=when, person=ways.plain(now.person)))
    names = named(desk(), now.sections, state.language()).values()
    st.html(f"<ul>{''.join(f'<li>{marks.escape(name)}</li>' for name in names)}</ul>")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        frame.link("shared", frame.address(opened.id), say("ui.share.look"))
        if desk().may("share", opened):
            st.button(say("ui.share.withdraw"), key="withdraw", on_click=_end, args=(opened.id,))
    st.caption(say("ui.share.withdraw_meaning"))


def _choice(opened: Opened, now: Shared | None) -> None:
    say = frame.texts()
    sections = tuple(section.id for section in desk().words.template.sections)
    held = now.sections if now else ()
    st.header(say("ui.share.choose"), anchor=False)
    how = st.radio(
        say("ui.share.choose"),
        ("some", "all"),
        index=int(held == sections),
        format_func=lambda name: say(f"ui.share.{name}"),
        key=f"share-how/{opened.id}",
        label_visibility="collapsed",
    )
    chosen = sections if how == "all" else _ticked(opened, held)
    if COLOPHON in chosen:
        st.warning(say("ui.share.colophon"))
    st.html(
        f'<p>{marks.escape(say("ui.share.meaning"))}</p>'
        f'<p>{marks.escape(say("ui.share.not_seen"))}</p>'
    )  # fmt: skip
    st.button(
        say("ui.share.change" if now else "ui.share.button"),
        key="share-button",
        type="primary",
        disabled=chosen == held and bool(held),
        on_click=_share,
        args=(opened.id, chosen),
    )


def _ticked(opened: Opened, held: tuple[str, ...]) -> tuple[str, ...]:
    say, template = frame.texts(), desk().words.template
    names = named(desk(), tuple(s.id for s in template.sections), state.language())
    ticked = []
    with st.container(gap="xsmall", key="share-sections"):
        for section in template.sections:
            values = (value_at(opened.data, question.path) for question in section.questions)
            bare = "" if any(not is_empty(v) for v in values) else f" ({say('ui.share.empty')})"
            key = f"share/{opened.id}/{section.id}"
            if st.checkbox(names[section.id] + bare, value=section.id in held, key=key):
                ticked.append(section.id)
    return tuple(ticked)


def _before(made: list[Shared]) -> None:
    say = frame.texts()
    if not made:
        return
    with st.expander(say("ui.share.before"), key="share-before"):
        for one in made:
            sections = told(desk(), one.sections, state.language())
            what = say("ui.share.decided", sections=sections) if sections else say("ui.share.ended")
            when = weekday(one.time, state.timezone(), state.language())
            st.html(f"<p>{marks.escape(f'{when}: {one.person} {what}.')}</p>")


def _share(programme: ProgrammeId, sections: tuple[str, ...]) -> None:
    say = frame.texts()
    try:
        made = share(desk(), programme, sections)
        names = told(desk(), made.sections, state.language())
        state.tell(say("ui.share.done", sections=names), "success")
    except HeldBack as held:
        state.tell(say("ui.share.held_back", n=len(held.findings)), "error")
    except (Refused, NotStored, NotFound, Unreadable) as refused:
        _refused(refused)


def _end(programme: ProgrammeId) -> None:
    try:
        withdraw(desk(), programme)
        state.tell(frame.texts()("ui.share.withdrawn"), "success")
    except (Refused, NotStored, NotFound, Unreadable) as refused:
        _refused(refused)


def _refused(why: Exception) -> None:
    say = frame.texts()
    match why:
        case Refused():
            state.tell(say(f"action.{why.key}", **why.values), "error")
        case NotStored():
            state.tell(say(f"store.{why.key}", **why.values), "error")
        case _:
            state.tell(say("action.not_found"), "error")


screen()
