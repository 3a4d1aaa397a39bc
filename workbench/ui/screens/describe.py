"""One section of a description: its questions, with help, examples and progress."""

import streamlit as st

from workbench.actions.literature import LITERATURE
from workbench.domain.advice import Thread
from workbench.store.protocol import Opened
from workbench.ui import (
    advising,
    company,
    conflict,
    frame,
    importing,
    items,
    marks,
    questions,
    reading,
    state,
)
from workbench.ui.fields import Place
from workbench.ui.presenters.section import describe_view, lost, section_links
from workbench.ui.serving import desk
from workbench.ui.views import DescribeView, FieldView, ListView, SectionLink


def screen() -> None:
    """Draw the section in the address, or the first one."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    state.show_section()
    here, section = desk(), state.address("section")
    found = advising.readable(opened)
    view = describe_view(here, opened, section, state.language(), state.timezone(), state.open_item)
    frame.sections(opened.id, section_links(here, opened, view.section, state.language(), found))
    frame.head(opened, "describe", view.title)
    _lost(opened, section)
    _progress(view)
    company.stand(opened.id)
    company.draw(opened.id, view.section)
    conflict.elsewhere(opened, view.section, frame.texts())
    place = Place(opened.id, opened.revision, frame.texts())
    for question in view.questions:
        if not view.mine:
            reading.draw(question, place.texts)
        elif isinstance(question, ListView):
            items.draw(question, place)
        else:
            questions.draw(question, place)
        _advice(question, opened, found)
    if view.section == LITERATURE and view.mine:
        importing.draw(opened, place)
    elif view.section == LITERATURE:
        importing.take_away(opened, place.texts)
    _onward(view, frame.address(opened.id))


def _advice(question: FieldView | ListView, opened: Opened, found: list[Thread]) -> None:
    """Draw what was said at a question, or at a list and its items."""
    if isinstance(question, ListView):
        advising.below(opened, question.question.path, found, of_list=True)
    else:
        advising.below(opened, question.path, found, of_list=False)


def _lost(opened: Opened, section: str) -> None:
    key = lost(desk().words.template, opened.data, section, state.address("question"))
    if key:
        st.warning(frame.texts()(key))


def _progress(view: DescribeView) -> None:
    st.html(f'<p class="lead">{marks.escape(view.intro)}</p>')
    marks.meter(view.share, view.progress)
    marks.status(view.saved)


def _onward(view: DescribeView, address: dict[str, str]) -> None:
    say = frame.texts()
    with st.container(horizontal=True, horizontal_alignment="distribute", key="onward"):
        _step(view.previous, address, say("ui.previous"))
        _step(view.following, address, say("ui.next"))


def _step(to: SectionLink | None, address: dict[str, str], word: str) -> None:
    if to:
        frame.link("describe", {**address, "section": to.id}, f"{word}: {to.label}")


screen()
