"""Advice at a question: what people said in a thread, line by line, and what that adds up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from pydantic import AwareDatetime, BaseModel, ConfigDict

from workbench.domain.people import Person
from workbench.domain.values import Text

Kind = Literal["question", "must", "may"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Deed = Literal["ask", "reply", "changed", "resolve", "reopen", "assign"]
Drawer = Literal["shared", "private", "exchange"]
"""Where a thread is kept: what the institution reads too, what only advisors read, and what another
institution asks about what is shared with it."""
DRAWERS: tuple[Drawer, ...] = get_args(Drawer)
State = Literal["open", "changed", "resolved"]


class Said(BaseModel):
    """One line of a thread: what somebody said or did, which is never changed afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    thread: str
    deed: Deed
    person: Person
    time: AwareDatetime
    text: Text = ""
    path: str = ""
    """The question that it is about; said by who asks."""
    quote: Text = ""
    """The passage of the answer that it is about; empty for the whole question."""
    answer: Text = ""
    """The whole answer as whoever asks saw it, if it is a text."""
    kind: Kind | None = None
    to: Text = ""
    """The name of who should answer."""
    revision: int = 0
    """The description as whoever asked saw it."""
    round: int | None = None
    """The advice round in which it was asked."""


@dataclass(frozen=True)
class Thread:
    """One question or remark of an advisor, with everything that was said and done since."""

    id: str
    asked: Said
    drawer: Drawer
    said: tuple[Said, ...] = ()
    """What came after it, oldest first."""
    state: State = "open"
    to: str = ""

    @property
    def path(self) -> str:
        """The question that it is about."""
        return self.asked.path

    @property
    def kind(self) -> Kind:
        """Whether it asks, says what must, or what may be done."""
        return self.asked.kind or "question"

    @property
    def private(self) -> bool:
        """Whether only advisors read it."""
        return self.drawer == "private"

    @property
    def lines(self) -> tuple[Said, ...]:
        """Everything that was said, the beginning first."""
        return (self.asked, *self.said)


_LEADS_TO: dict[Deed, State] = {"changed": "changed", "resolve": "resolved", "reopen": "open"}


def threads(lines: Iterable[Said], drawer: Drawer) -> Sequence[Thread]:
    """Return the threads that lines add up to, in the order in which they were begun.

    A line about a thread that was never begun counts for nothing.
    """
    found: dict[str, Thread] = {}
    for line in lines:
        known = found.get(line.thread)
        if known is None and line.deed == "ask":
            found[line.thread] = Thread(line.thread, line, drawer, to=line.to)
        elif known and line.deed != "ask":
            found[line.thread] = _after(known, line)
    return tuple(found.values())


def _after(thread: Thread, line: Said) -> Thread:
    to = line.to if line.deed == "assign" else thread.to
    state = _LEADS_TO.get(line.deed, thread.state)
    return replace(thread, said=(*thread.said, line), state=state, to=to)
