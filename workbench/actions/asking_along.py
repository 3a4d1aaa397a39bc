"""Questions of colleagues elsewhere about what an institution shares, and its answers."""

import secrets
from datetime import UTC, datetime

from workbench.actions.advising import written
from workbench.actions.desk import Desk, Refused, needs
from workbench.actions.exchanging import shared
from workbench.domain.advice import Deed, Drawer, Said, Thread, threads
from workbench.domain.template import Template
from workbench.store.protocol import ProgrammeId

DRAWER: Drawer = "exchange"


@needs("see_questions")
def questions(desk: Desk, programme: ProgrammeId) -> list[Thread]:
    """Return the questions about a programme that somebody may read, oldest first.

    Its institution reads all of them, another institution its own. Raise NotFound or NotStored.
    """
    found = threads(desk.advice.said(programme, DRAWER), DRAWER)
    if desk.may("answer_question", programme) or desk.may("read", programme):
        return list(found)
    mine = desk.person.institution
    return [thread for thread in found if thread.asked.person.institution == mine]


@needs("ask_along")
def ask_along(desk: Desk, programme: ProgrammeId, section: str, text: str) -> None:
    """Ask the institution of a programme about a section that it shares.

    Raise Refused, NotFound or NotStored.
    """
    if section not in shared(desk, programme).sections:
        raise Refused("question_not_shared")
    _add(desk, programme, secrets.token_hex(6), "ask", text, _place(desk.words.template, section))


@needs("answer_question")
def answer_question(desk: Desk, programme: ProgrammeId, thread: str, text: str) -> None:
    """Answer a question of another institution; raise Refused, NotFound or NotStored."""
    if thread not in {one.id for one in questions(desk, programme)}:
        raise Refused("no_thread")
    _add(desk, programme, thread, "reply", text)


def _add(
    desk: Desk, programme: ProgrammeId, thread: str, deed: Deed, text: str, path: str = ""
) -> None:
    said = Said(
        thread=thread,
        deed=deed,
        person=desk.person,
        time=datetime.now(UTC),
        text=written(text),
        path=path,
        kind="question" if deed == "ask" else None,
    )
    desk.advice.add(programme, DRAWER, [said])


def _place(template: Template, section: str) -> str:
    """Return the address by which a question about a whole section is kept: its first question."""
    return template.section(section).questions[0].path
