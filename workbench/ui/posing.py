"""The form in which an advisor asks at a question; what is typed waits until it is posted."""

import streamlit as st

from workbench.domain.advice import KINDS, Thread
from workbench.domain.paths import value_at
from workbench.rules.advising import section_of
from workbench.rules.places import addresses, place
from workbench.store.protocol import Opened
from workbench.ui import advising_acts as acts
from workbench.ui import frame, listener, state
from workbench.ui.serving import desk


def draw(opened: Opened, path: str, *, of_list: bool) -> None:
    """Draw the way to ask at a question, or at one of the questions about an item of a list."""
    say = frame.texts()
    label = say("ui.advice.ask")
    key = popover_key("ask", path)
    popover = st.popover(label, type="tertiary", key=key, on_change="rerun")
    if not popover.open:
        return
    with popover:
        at = _where(opened, path) if of_list else path
        kind = st.radio(
            say("ui.advice.ask.kind"),
            KINDS,
            format_func=lambda kind: say(f"advice.kind.{kind}"),
            horizontal=True,
            key=f"ask-kind/{path}",
        )
        words = text(say("ui.advice.ask.text"), f"ask/{path}", tall=True)
        quote = text(say("ui.advice.ask.quote"), f"ask-quote/{path}")
        to = text(say("ui.advice.to"), f"ask-to/{path}")
        private = st.checkbox(say("ui.advice.ask.private"), key=f"ask-private/{path}")
        st.caption(say("ui.advice.ask.private_help"))
        st.button(
            say("ui.advice.send"),
            key=f"ask-send/{path}",
            type="primary",
            on_click=acts.ask_at,
            args=(opened, at, kind, private, (words, quote, to)),
        )


def popover_key(form: str, of: str) -> str:
    """Return the key of the popover around a form: a new one, and so closed, after each posting."""
    posted = state.showing().unposted.posted(f"{state.programme()}/{form}/{of}")
    return f"around/{form}/{of}/{posted}"


def text(label: str, name: str, *, tall: bool = False) -> str:
    """Draw a field whose text stays while its screen is away, and return its name."""
    full = f"{state.programme()}/{name}"
    drafts = state.showing().unposted
    key, field = drafts.key(full), st.text_area if tall else st.text_input
    field(label, value=drafts.text(full), key=key, on_change=acts.keep, args=(full, key))
    listener.keep(full, key, drafts.text(full))
    return full


def address_of(opened: Opened, thread: Thread) -> dict[str, str]:
    """Return the address at which the question of a thread is shown."""
    section = section_of(desk().words.template, thread.path)
    return frame.address(opened.id, section=section, question=thread.path)


def _where(opened: Opened, path: str) -> str:
    """Return at which question of a list somebody wants to ask."""
    template, say = desk().words.template, frame.texts()
    inside = f"{path}."
    asked = [a for a in addresses(opened.data, template) if a.startswith(inside)]
    items = {f"{inside}{item['id']}" for item in value_at(opened.data, path) or []}
    options = [path, *(a for a in asked if a not in items)]

    def called(address: str) -> str:
        return place(opened.data, template, address)[state.language()]

    return str(
        st.selectbox(
            say("ui.advice.ask.where"), options, format_func=called, key=f"ask-where/{path}"
        )
    )
