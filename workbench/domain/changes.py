"""What somebody did to a description, as a value, and the description that results.

Pure functions on plain data (dicts and lists as they stand in a file); nothing changes in place.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

from workbench.domain.paths import star
from workbench.domain.people import Person

Data = dict[str, Any]
Kind = Literal["answer", "add", "remove", "order", "note", "whole", "version", "aside", "step"]
RECORDS: frozenset[Kind] = frozenset({"version", "aside", "step"})
"""Kinds that the journal keeps although they alter nothing."""
Steps = tuple[tuple[str, str], ...]
"""The parts of an address, each with its starred form."""


class ItemGone(LookupError):
    """The item at this address is no longer in its list."""


class ItemExists(ValueError):
    """The list at this address already has an item with this id."""


@dataclass(frozen=True)
class Change:
    """One accepted change.

    `old` and `new` hold, by kind: answer: the plain values; add: nothing and {item, position};
    remove: {item, position} and nothing; order: lists of ids; note: the notes as mappings;
    whole: the whole document, when a file was edited outside the questions or an earlier revision
    was put back; version: nothing and {name, sha256}, which gives the description as it stands a
    name and alters nothing; aside: what stood there and what somebody wrote that a colleague was
    before with, each as {answer: value} or {note: {field: value}}, and it alters nothing either;
    step: the status before and {step, status, reason, version}, of which the last is the revision
    that was frozen with it; the description stays as it was.
    """

    kind: Kind
    path: str
    old: Any
    new: Any
    of: int | None = None
    """The revision that this one undoes, or that it goes back to."""


class Recorded(Protocol):
    """A change as a store keeps it: with its number, by whom it was made, and when."""

    @property
    def revision(self) -> int:
        """Its number."""

    @property
    def time(self) -> datetime:
        """When it was made."""

    @property
    def person(self) -> Person:
        """By whom; nobody's name if it was outside the workbench."""

    @property
    def change(self) -> Change:
        """What was changed."""


def applied(data: Data, change: Change) -> Data:
    """Return the description after a change; raise ItemGone, ItemExists or UnknownPath."""
    if change.kind in RECORDS:
        return data
    if change.kind == "whole":
        return dict(change.new)
    if change.kind == "note":
        return _noted(data, change.path, change.new)
    if change.kind == "answer":
        return _changed(data, change.path, lambda _: change.new)
    return _changed(data, change.path, lambda items: _listed(items or [], change))


def _listed(items: list[Data], change: Change) -> list[Data]:
    if change.kind == "add":
        return _with(items, change.new["item"], change.new["position"])
    if change.kind == "remove":
        gone = change.old["item"]["id"]
        if all(item["id"] != gone for item in items):
            raise ItemGone(f"{change.path}.{gone}")
        return [item for item in items if item["id"] != gone]
    return _ordered(items, change.new)


def _with(items: list[Data], item: Data, position: int) -> list[Data]:
    if any(other["id"] == item["id"] for other in items):
        raise ItemExists(item["id"])
    return [*items[:position], item, *items[position:]]


def _ordered(items: list[Data], ids: list[str]) -> list[Data]:
    """Put the items in the order of the ids; one that a colleague added meanwhile goes last."""
    place = {item_id: n for n, item_id in enumerate(ids)}
    return sorted(items, key=lambda item: place.get(item["id"], len(ids)))


def _noted(data: Data, path: str, note: Data | None) -> Data:
    about = {**data.get("about", {}), path: note}
    kept = {key: value for key, value in about.items() if not _absent(value)}
    rest = {key: value for key, value in data.items() if key != "about"}
    return {**rest, "about": kept} if kept else rest


def _changed(data: Data, path: str, change: Callable[[Any], Any]) -> Data:
    steps = tuple(zip(path.split("."), star(path).split("."), strict=True))
    return _in_mapping(data, steps, change)


def _at(value: Any, steps: Steps, change: Callable[[Any], Any]) -> Any:
    if not steps:
        return change(value)
    if steps[0][1] == "*":
        return _in_list(value or [], steps, change)
    return _in_mapping(value or {}, steps, change)


def _in_mapping(data: Mapping[str, Any], steps: Steps, change: Callable[[Any], Any]) -> Data:
    """Return the group with the value at the address replaced; what becomes absent disappears."""
    name = steps[0][0]
    value = _at(data.get(name), steps[1:], change)
    if _absent(value):
        return {key: kept for key, kept in data.items() if key != name}
    return {**data, name: value}


def _in_list(items: list[Data], steps: Steps, change: Callable[[Any], Any]) -> list[Data]:
    item_id = steps[0][0]
    if all(item["id"] != item_id for item in items):
        raise ItemGone(item_id)
    return [_at(item, steps[1:], change) if item["id"] == item_id else item for item in items]


def _absent(value: Any) -> bool:
    """Return whether a value need not stand in the file; blanks that somebody typed do stand."""
    if isinstance(value, Mapping):
        return all(_absent(part) for part in value.values())
    return value is None or value in ("", [])
