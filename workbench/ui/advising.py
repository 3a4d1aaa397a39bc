"""Advice at a question on a screen: the threads, answering in them, and beginning one."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from workbench.actions.advising import advice, assign, mark_changed, reopen, reply, resolve
from workbench.domain.advice import Thread
from workbench.domain.wording import Texts
from workbench.rules.access import Action
from workbench.rules.advising import answer_text, has_changed
from workbench.rules.places import place
from workbench.store.protocol import Opened
from workbench.ui import advising_acts as acts
from workbench.ui import differences, frame, posing, state
from workbench.ui.presenters.advising import thread_html
from workbench.ui.serving import desk


def readable(opened: Opened) -> list[Thread]:
    """Return the threads that this person may read; none for who may not read advice."""
    here = desk()
    return advice(here, opened) if here.may("see_advice", opened) else []


def below(opened: Opened, path: str, found: Iterable[Thread], *, of_list: bool) -> None:
    """Draw the threads at a question, or at a list and its items, and the way to begin one."""
    inside = f"{path}."
    at = [t for t in found if t.path == path or (of_list and t.path.startswith(inside))]
    several(opened, at, where=of_list)
    if desk().may("ask", opened):
        posing.draw(opened, path, of_list=of_list)


def several(
    opened: Opened, at: Sequence[Thread], *, where: bool, to_question: bool = False
) -> None:
    """Draw threads: what is not settled, and behind a fold what is."""
    say = frame.texts()
    for thread in at:
        if thread.state != "resolved":
            _thread(opened, thread, where=where, to_question=to_question)
    settled = [thread for thread in at if thread.state == "resolved"]
    if settled:
        label = say("ui.advice.resolved", n=len(settled))
        fold = st.expander(label, key=f"settled/{settled[0].id}", on_change="rerun")
        if fold.open:
            with fold:
                for thread in settled:
                    _thread(opened, thread, where=where, to_question=to_question)


def _thread(opened: Opened, thread: Thread, *, where: bool, to_question: bool) -> None:
    say = frame.texts()
    with st.container(border=True, key=f"thread/{thread.id}", gap="xsmall"):
        label = place(opened.data, desk().words.template, thread.path)[state.language()]
        st.html(thread_html(thread, opened.data, say, label if where else ""))
        if has_changed(thread, opened.data):
            _difference(opened, thread, say)
        with st.container(horizontal=True, gap="small", key=f"ways/{thread.id}"):
            _acts(opened, thread, say)
            if to_question:
                query = posing.address_of(opened, thread)
                frame.link("describe", query, say("ui.advice.to_question"))


def _difference(opened: Opened, thread: Thread, say: Texts) -> None:
    fold = st.expander(say("ui.advice.what_changed"), key=f"since/{thread.id}", on_change="rerun")
    if fold.open:
        now = answer_text(opened.data, thread.path)
        with fold:
            st.html(differences.marked(thread.asked.answer, now, say))


def _acts(opened: Opened, thread: Thread, say: Texts) -> None:
    here = desk()

    def may(action: Action) -> bool:
        return here.may("confide" if thread.private else action, opened)

    if may("reply"):
        _reply(opened, thread, say)
    if thread.state != "changed" and not thread.private and here.may("mark_changed", opened):
        _button(opened, thread, "changed", mark_changed, say)
    if may("settle"):
        open_ = thread.state != "resolved"
        name, act = ("resolve", resolve) if open_ else ("reopen", reopen)
        _button(opened, thread, name, act, say)
    if may("assign") and not thread.private:
        _assign(opened, thread, say)


def _button(opened: Opened, thread: Thread, name: str, act: acts.InThread, say: Texts) -> None:
    st.button(
        say(f"ui.advice.{name}"),
        key=f"advice/{name}/{thread.id}",
        on_click=acts.act,
        args=(opened.id, partial(act, thread_id=thread.id)),
    )


def _reply(opened: Opened, thread: Thread, say: Texts) -> None:
    popover = st.popover(
        say("ui.advice.reply"),
        type="tertiary",
        key=posing.popover_key("reply", thread.id),
        on_change="rerun",
    )
    if popover.open:
        with popover:
            key = posing.text(say("ui.advice.your_reply"), f"reply/{thread.id}", tall=True)
            st.button(
                say("ui.advice.send"),
                key=f"send/{thread.id}",
                type="primary",
                on_click=acts.act_with_text,
                args=(opened.id, partial(reply, thread_id=thread.id), key, "ui.advice.replied"),
            )


def _assign(opened: Opened, thread: Thread, say: Texts) -> None:
    popover = st.popover(
        say("ui.advice.assign"),
        type="tertiary",
        key=posing.popover_key("give", thread.id),
        on_change="rerun",
    )
    if popover.open:
        with popover:
            key = posing.text(say("ui.advice.to"), f"give/{thread.id}")
            st.button(
                say("ui.advice.assign"),
                key=f"give-to/{thread.id}",
                on_click=acts.give,
                args=(opened.id, partial(assign, thread_id=thread.id), key),
            )
