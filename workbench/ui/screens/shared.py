"""The shared part of one programme, to read and to take over from."""

import streamlit as st

from workbench.actions.desk import Refused
from workbench.actions.exchanging import Part, shared
from workbench.domain.paths import value_at
from workbench.rules.taking_over import TO_TAKE_OVER, heading
from workbench.ui import asked, asking, frame, marks, reading, state, taking_over, ways
from workbench.ui.presenters.exchange import named, shared_questions
from workbench.ui.serving import desk


def screen() -> None:
    """Draw what everybody may read of the programme in the address."""
    say, programme = frame.texts(), state.programme()
    try:
        if programme is None:
            raise Refused("not_shared")
        part = shared(desk(), programme)
    except Refused as refused:
        st.title(say("ui.shared.not_open"), anchor=False)
        st.error(say(f"action.{refused.key}", **refused.values))
        frame.link("exchange", {}, say("ui.shared.back"))
        return
    marks.eyebrow(part.institution.name)
    st.title(ways.plain(part.title), anchor=False)
    frame.message()
    st.html(f'<p class="lead">{marks.escape(_lead(part))}</p>')
    back = "share" if part.mine and not part.institution.example else "exchange"
    label = "ui.screen.share" if back == "share" else "ui.shared.back"
    frame.link(back, frame.address(part.id) if back == "share" else {}, say(label))
    _section(part)


def _lead(part: Part) -> str:
    say = frame.texts()
    if part.institution.example:
        return say("ui.shared.example")
    if part.mine:
        return say("ui.shared.yours")
    return say("ui.shared.lead", institution=part.institution.name)


def _section(part: Part) -> None:
    here, say = desk(), frame.texts()
    names = named(here, part.sections, state.language())
    if not names:
        return
    chosen = asked.from_list(
        "section", str(part.id), say("ui.shared.section"), list(names), names.__getitem__
    )
    st.header(names[chosen], anchor=False)
    for question in shared_questions(here, part, chosen, state.language()):
        reading.draw(question, say)
    if not part.mine:
        _take(part, chosen)
        asking.draw(part, chosen)


def _take(part: Part, section: str) -> None:
    """Draw the way to take one of the items of this section over."""
    say, template = frame.texts(), desk().words.template
    for path in TO_TAKE_OVER:
        items = {item["id"]: item for item in value_at(part.data, path) or []}
        if not items or template.section_of(path).id != section or desk().person.role != "editor":
            continue
        st.header(say("ui.take.title"), anchor=False)
        item = st.selectbox(
            say("ui.take.item"),
            list(items),
            format_func=lambda one, here=items, at=path: heading(at, here[one], template),
            key=f"take-which/{part.id}/{path}",
        )
        taking_over.draw(part, path, item)


screen()
