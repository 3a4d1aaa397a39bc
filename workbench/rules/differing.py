"""What differs between two states of a description: per question, in the template's order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workbench.domain.changes import Data, Kind
from workbench.domain.paths import is_empty, value_at
from workbench.domain.template import Question, Template
from workbench.rules.entries import Entry

What = Literal["answer", "note", "added", "removed", "moved"]
_OF_KIND: Mapping[Kind, Sequence[What]] = {
    "answer": ("answer", "added", "removed", "moved"),
    "add": ("added",),
    "remove": ("removed",),
    "order": ("moved",),
    "note": ("note",),
}


@dataclass(frozen=True)
class Difference:
    """One question that is answered differently, or one item that came, went or moved."""

    what: What
    path: str
    """The address of the answer, of the answer that is noted upon, of the item, or of the list."""
    old: Any
    new: Any
    """By `what`: plain values; notes as mappings; items; the ids of a list in their order."""


def differences(old: Data, new: Data, template: Template) -> list[Difference]:
    """Return what was answered, noted, added, removed or moved between two states."""
    asked = [question for section in template.sections for question in section.questions]
    found = list(_between(asked, "", old, new))
    place = {path: n for n, (path, _, _) in enumerate(template.walk())}
    notes = _notes(old.get("about", {}), new.get("about", {}))
    return found + sorted(notes, key=lambda note: place.get(note.path, len(place)))


def within(found: Sequence[Difference], path: str) -> list[Difference]:
    """Return the differences at an address, inside it, or in the item of which it is a part."""
    return [
        one for one in found if one.path == path or _above(path, one.path) or _above(one.path, path)
    ]


def made_by(found: Sequence[Difference], entry: Entry) -> list[Difference]:
    """Return what one entry changed of what differs between the states before and after it.

    What others changed elsewhere in the same minutes stays out.
    """
    if entry.kind == "whole":
        return list(found)
    kinds = _OF_KIND.get(entry.kind, ())
    return [one for one in within(found, entry.item or entry.path) if one.what in kinds]


def _above(path: str, other: str) -> bool:
    return other.startswith(f"{path}.")


def _between(
    questions: Sequence[Question], prefix: str, old: Any, new: Any
) -> Iterator[Difference]:
    for question in questions:
        before, after = value_at(old, question.path), value_at(new, question.path)
        if before is after or before == after or (is_empty(before) and is_empty(after)):
            continue
        path = prefix + question.path
        if question.kind == "list":
            yield from _items(question, path, before or [], after or [])
        else:
            yield Difference("answer", path, before, after)


def _items(
    question: Question, path: str, old: Sequence[Data], new: Sequence[Data]
) -> Iterator[Difference]:
    olds, news = ({item["id"]: item for item in items} for items in (old, new))
    orders = [[i for i in some if i in others] for some, others in ((olds, news), (news, olds))]
    if orders[0] != orders[1]:
        yield Difference("moved", path, *orders)
    for item_id, item in news.items():
        below = f"{path}.{item_id}"
        if item_id in olds:
            yield from _between(question.questions, f"{below}.", olds[item_id], item)
        else:
            yield Difference("added", below, None, item)
    for item_id, item in olds.items():
        if item_id not in news:
            yield Difference("removed", f"{path}.{item_id}", item, None)


def _notes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for path in {**old, **new}:
        before, after = old.get(path), new.get(path)
        if before != after and not (is_empty(before) and is_empty(after)):
            yield Difference("note", path, before, after)
