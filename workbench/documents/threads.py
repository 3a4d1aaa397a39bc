"""Advice in words: what kind of remark it is, by whom, and what became of the text."""

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.documents import amounts
from workbench.documents.blocks import Comment
from workbench.domain.advice import Said, Thread
from workbench.domain.wording import Texts
from workbench.rules.advising import answer_text, has_changed, stands_there


def kind(thread: Thread, texts: Texts) -> str:
    """Return what a thread is: a question, what must, what may be done, or a private note."""
    return texts("advice.private" if thread.private else f"advice.kind.{thread.kind}")


def facts(thread: Thread, texts: Texts) -> str:
    """Return kind, state, and who should answer, on one line."""
    to = texts("advice.to", name=thread.to) if thread.to else ""
    round_ = texts("advice.round", n=thread.asked.round) if thread.asked.round else ""
    parts = (kind(thread, texts), texts(f"advice.state.{thread.state}"), to, round_)
    return " · ".join(filter(None, parts))


def by(said: Said, texts: Texts) -> str:
    """Return who said something, in which role, and on which day."""
    role, day = texts(f"advice.role.{said.person.role}"), amounts.day(_day(said), texts.language)
    return texts("advice.by", person=said.person.name, role=role, day=day)


def did(said: Said, texts: Texts) -> str:
    """Return what somebody did other than saying something; nothing for who only said it."""
    if said.deed in ("ask", "reply"):
        return ""
    if said.deed == "assign":
        return texts("advice.did.assign", name=said.to) if said.to else texts("advice.did.nobody")
    return texts(f"advice.did.{said.deed}")


def passage(thread: Thread, data: Mapping[str, Any], texts: Texts) -> str:
    """Return what became of the text since a thread was begun; nothing if it is the same."""
    quote, now = thread.asked.quote, answer_text(data, thread.path)
    if quote and not stands_there(quote, now):
        return texts("advice.passage_changed")
    return texts("advice.answer_changed") if has_changed(thread, data) else ""


def as_comments(threads: Iterable[Thread], texts: Texts) -> Mapping[str, tuple[Comment, ...]]:
    """Return everything that was said as comments by address, numbered in this order."""
    found: dict[str, tuple[Comment, ...]] = {}
    number = 0
    for thread in threads:
        for said in thread.lines:
            text = "\n".join(filter(None, _comment(thread, said, texts)))
            made = Comment(number, said.person.name, said.time, text)
            found[thread.path] = (*found.get(thread.path, ()), made)
            number += 1
    return found


def _comment(thread: Thread, said: Said, texts: Texts) -> Iterable[str]:
    if said is thread.asked:
        yield facts(thread, texts)
        yield texts("advice.about", quote=said.quote) if said.quote else ""
    yield did(said, texts)
    yield said.text


def _day(said: Said) -> Any:
    return said.time.astimezone().date()
