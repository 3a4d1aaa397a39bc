"""Advice at the question: asking, answering, resolving, and private notes among advisors."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from workbench.actions.desk import Desk, Refused, asks, needs
from workbench.domain.advice import Deed, Drawer, Kind, Said, Thread, threads
from workbench.domain.values import unwritable
from workbench.rules.access import Action
from workbench.rules.advising import answer_text, in_order, is_asked, stands_there
from workbench.rules.privacy import personal_in
from workbench.rules.procedure import round_of
from workbench.store.protocol import Opened, ProgrammeId

OF_ADVICE: tuple[Drawer, ...] = ("shared", "private")
LONGEST = 5000
LONGEST_NAME = 100


@needs("see_advice")
def advice(desk: Desk, opened: Opened) -> list[Thread]:
    """Return the threads that somebody may read, in the order of the werkblad.

    Private notes are never read for somebody who may not read them. Raise Refused or NotStored.
    """
    drawers: Sequence[Drawer] = OF_ADVICE if desk.may("confide", opened) else ("shared",)
    found = [t for d in drawers for t in threads(desk.advice.said(opened.id, d), d)]
    return in_order(found, desk.words.template, opened.data)


@needs("see_advice")
def shared_advice(desk: Desk, opened: Opened) -> list[Thread]:
    """Return the threads that the institution reads too: all that a letter or an export holds."""
    return [thread for thread in advice(desk, opened) if not thread.private]


@needs("ask")
def ask(
    desk: Desk,
    opened: Opened,
    path: str,
    text: str,
    *,
    kind: Kind = "question",
    quote: str = "",
    to: str = "",
) -> str:
    """Begin a thread at a question, or at a passage of its answer, and return its id.

    `opened` is the description as whoever asks saw it. Raise Refused, NotFound or NotStored.
    """
    return _begun(desk, opened, "shared", path, text, kind, quote, to)


@needs("confide")
def confide(desk: Desk, opened: Opened, path: str, text: str, *, quote: str = "") -> str:
    """Begin a thread that only advisors read, and return its id; raise as `ask` does."""
    return _begun(desk, opened, "private", path, text, "question", quote, "")


@asks("reply", "confide")
def reply(desk: Desk, opened: Opened, thread_id: str, text: str) -> None:
    """Answer in a thread; raise Refused, NotFound or NotStored."""
    _add(desk, opened, thread_id, "reply", "reply", text=written(text))


@asks("mark_changed", "confide")
def mark_changed(desk: Desk, opened: Opened, thread_id: str, text: str = "") -> None:
    """Say that the answer was changed because of a thread; raise Refused, NotFound or NotStored."""
    _add(desk, opened, thread_id, "changed", "mark_changed", text=written(text, needed=False))


@asks("settle", "confide")
def resolve(desk: Desk, opened: Opened, thread_id: str, text: str = "") -> None:
    """Say that a thread is settled; raise Refused, NotFound or NotStored."""
    _add(desk, opened, thread_id, "resolve", "settle", text=written(text, needed=False))


@asks("settle", "confide")
def reopen(desk: Desk, opened: Opened, thread_id: str, text: str = "") -> None:
    """Say that a thread is not settled after all; raise Refused, NotFound or NotStored."""
    _add(desk, opened, thread_id, "reopen", "settle", text=written(text, needed=False))


@asks("assign", "confide")
def assign(desk: Desk, opened: Opened, thread_id: str, to: str) -> None:
    """Say who should answer, by name; nobody for an empty one. Raise as `reply` does."""
    _add(desk, opened, thread_id, "assign", "assign", to=_name(to))


def _begun(
    desk: Desk,
    opened: Opened,
    drawer: Drawer,
    path: str,
    text: str,
    kind: Kind,
    quote: str,
    to: str,
) -> str:
    if not is_asked(desk.words.template, path):
        raise Refused("no_question", path=path)
    passage, answer = quote.strip(), answer_text(opened.data, path)
    if passage and not stands_there(passage, answer):
        raise Refused("quote_not_there")
    made = Said(
        thread=secrets.token_hex(6),
        deed="ask",
        person=desk.person,
        time=datetime.now(UTC),
        text=written(text),
        path=path,
        quote=passage,
        answer=answer,
        kind=kind,
        to=_name(to),
        revision=opened.revision,
        round=round_of(opened.status),
    )
    desk.advice.add(opened.id, drawer, [made])
    return made.thread


def _add(
    desk: Desk,
    opened: Opened,
    thread_id: str,
    deed: Deed,
    action: Action,
    *,
    text: str = "",
    to: str = "",
) -> None:
    known = {thread.id: thread for thread in _all(desk, opened.id)}
    thread = known.get(thread_id)
    # Who may not read a private note hears exactly what a wrong id would say.
    if thread is None or (thread.private and not desk.may("confide", opened)):
        desk.need(action, opened)
        raise Refused("no_thread")
    if not thread.private:
        desk.need(action, opened)
    now = datetime.now(UTC)
    line = Said(thread=thread_id, deed=deed, person=desk.person, time=now, text=text, to=to)
    desk.advice.add(opened.id, thread.drawer, [line])


def _all(desk: Desk, programme: ProgrammeId) -> list[Thread]:
    return [t for d in OF_ADVICE for t in threads(desk.advice.said(programme, d), d)]


def written(text: str, *, needed: bool = True) -> str:
    """Return a text as it is kept; raise Refused for one that is empty, unfit or personal."""
    tidy = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if needed and not tidy:
        raise Refused("advice_text_needed")
    if len(tidy) > LONGEST or unwritable(tidy):
        raise Refused("advice_text_unfit", most=LONGEST)
    if found := personal_in(tidy):
        raise Refused("advice_personal", found=found)
    return tidy


def _name(name: str) -> str:
    tidy = " ".join(name.split())
    if len(tidy) > LONGEST_NAME or unwritable(tidy):
        raise Refused("advice_name_unfit", most=LONGEST_NAME)
    return tidy
