"""All programmes somebody may read, and starting a new one."""

import streamlit as st

from workbench.actions.assessing import overview
from workbench.actions.describing import start
from workbench.actions.desk import Refused
from workbench.actions.overseeing import oversees
from workbench.domain.sentences import sentence
from workbench.store.protocol import Damaged, NotStored
from workbench.ui import frame, listener, marks, overseeing, state
from workbench.ui.presenters.overview import programme_card
from workbench.ui.serving import desk
from workbench.ui.views import ProgrammeCard


def screen() -> None:
    """Draw the overview."""
    say, here = frame.texts(), desk()
    st.title(say("ui.screen.overview"), anchor=False)
    frame.message()
    if oversees(here):
        overseeing.draw()
        return
    frame.link("compare", {}, say("ui.overview.compare"))
    cards, damaged = overview(here)
    views = [programme_card(card, here, state.language(), state.timezone()) for card in cards]
    own = [view for view in views if view.mine]
    others = [view for view in views if not view.mine]
    broken_here = [broken for broken in damaged if here.person.institution == broken.id.institution]
    broken_there = [broken for broken in damaged if broken not in broken_here]
    if here.person.institution:
        _group(say("ui.overview.own"), own, broken_here, say("ui.overview.none_yet"))
        _start()
    if others or broken_there:
        _group(say("ui.overview.others"), others, broken_there)


def _group(title: str, cards: list[ProgrammeCard], damaged: list[Damaged], empty: str = "") -> None:
    st.header(title, anchor=False)
    if not (cards or damaged):
        st.html(f'<p class="lead">{marks.escape(empty)}</p>')
    for card in cards:
        _card(card)
    for broken in damaged:
        _damaged(broken)


def _damaged(broken: Damaged) -> None:
    say = frame.texts()
    with st.container(border=True):
        st.error(say("ui.damaged.card", programme=str(broken.id)))
        marks.problems(sentence(p, say, desk().words.template) for p in broken.problems)


def _card(card: ProgrammeCard) -> None:
    say, query = frame.texts(), {"programme": card.address}
    with st.container(border=True, key=f"programme/{card.address}", gap="small"):
        marks.programme(card)
        marks.strip(card.bars, say("ui.overview.sections"), card.filled)
        with st.expander(say("ui.overview.sections"), key=f"sections-of/{card.address}"):
            marks.filled(card.bars, say("ui.check.completeness"))
        with st.container(horizontal=True, gap="small"):
            verb = "ui.overview.describe" if card.mine else "ui.overview.read"
            frame.link("describe", query, say(verb))
            frame.link("check", query, say("ui.screen.check"))
            frame.link("report", query, say("ui.screen.report"))
            if card.mine:
                frame.link("share", query, say("ui.screen.share"))


def _start() -> None:
    say, here = frame.texts(), desk()
    with st.form("start", border=True, clear_on_submit=False):
        st.subheader(say("ui.start.title"), anchor=False)
        key = listener.draft("start")
        title = st.text_input(say("ui.start.name"), placeholder=say("ui.start.example"), key=key)
        if not st.form_submit_button(say("ui.start.button"), type="primary"):
            return
        try:
            opened = start(here, here.person.institution or "", title)
        except Refused as refused:
            st.error(say(f"action.{refused.key}", **refused.values))
            return
        except NotStored as failed:
            st.error(f"{say(f'store.{failed.key}', **failed.values)} {say('ui.keep_text')}")
            return
    state.showing().use(key)
    frame.go("describe", frame.address(opened.id))


screen()
