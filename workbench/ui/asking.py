"""Questions between institutions about what one of them shares: asking, reading, answering."""

from collections.abc import Callable, Sequence

import streamlit as st

from workbench.actions.asking_along import answer_question, ask_along, questions
from workbench.actions.desk import Refused
from workbench.actions.exchanging import Part
from workbench.domain.advice import Thread
from workbench.rules.advising import section_of
from workbench.store.protocol import NotFound, NotStored, ProgrammeId
from workbench.ui import frame, listener, marks, state
from workbench.ui.presenters.moments import weekday
from workbench.ui.presenters.progress import numbered
from workbench.ui.serving import desk


def draw(part: Part, section: str) -> None:
    """Draw the questions of one's own institution about a shared section, and a new one."""
    here, say = desk(), frame.texts()
    if not here.may("ask_along", part.id):
        return
    name = part.institution.name
    st.header(say("ui.asking.title", institution=name), anchor=False)
    st.caption(say("ui.asking.meaning", institution=name))
    for thread in _about(questions(here, part.id), section):
        _thread(thread)
    key = listener.draft(f"ask-along/{part.id}/{section}")
    st.text_area(say("ui.asking.text"), key=key)
    st.button(
        say("ui.asking.button"),
        key="ask-along-button",
        on_click=_done,
        args=(
            lambda: ask_along(desk(), part.id, section, state.typed(key)),
            key,
            say("ui.asking.done", institution=name),
        ),
    )


def to_answer(programme: ProgrammeId) -> None:
    """Draw the questions of other institutions about a programme of one's own."""
    here, say = desk(), frame.texts()
    if not here.may("see_questions", programme):
        return
    found = questions(here, programme)
    if not found:
        return
    st.header(say("ui.asking.from"), anchor=False)
    for thread in found:
        section = here.words.template.section(section_of(here.words.template, thread.path))
        st.subheader(numbered(section, state.language()), anchor=False)
        _thread(thread)
        if here.may("answer_question", programme):
            _answer(programme, thread)


def _answer(programme: ProgrammeId, thread: Thread) -> None:
    say = frame.texts()
    key = listener.draft(f"answer-question/{programme}/{thread.id}")
    st.text_area(say("ui.asking.answer"), key=key)
    st.button(
        say("ui.asking.answer_button"),
        key=f"answer-question-button/{thread.id}",
        on_click=_done,
        args=(
            lambda: answer_question(desk(), programme, thread.id, state.typed(key)),
            key,
            say("ui.asking.answered"),
        ),
    )


def _about(found: Sequence[Thread], section: str) -> list[Thread]:
    template = desk().words.template
    return [thread for thread in found if section_of(template, thread.path) == section]


def _thread(thread: Thread) -> None:
    say = frame.texts()
    for line in thread.lines:
        place = desk().institution(line.person.institution or "").name
        when = weekday(line.time, state.timezone(), state.language())
        who = say("ui.asking.line", person=line.person.name, institution=place, time=when)
        st.html(
            f'<div class="reading"><p class="quiet">{marks.escape(who)}</p>'
            f'<p class="own-words">{marks.escape(line.text)}</p></div>'
        )


def _done(act: Callable[[], None], key: str, told: str) -> None:
    """Do it and tell so; what was refused stays in its field, with the reason above."""
    say = frame.texts()
    try:
        act()
        state.showing().use(key)
        state.tell(told, "success")
    except Refused as refused:
        state.tell(say(f"action.{refused.key}", **refused.values), "error")
    except NotStored as failed:
        state.tell(say(f"store.{failed.key}", **failed.values), "error")
    except NotFound:
        state.tell(say("action.not_found"), "error")
