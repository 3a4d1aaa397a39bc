"""The change that takes another one back, unless something came over it since."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workbench.domain.changes import Change, Data, Kind
from workbench.domain.paths import value_at
from workbench.rules.entries import Entry
from workbench.rules.frozen import fingerprint_of
from workbench.rules.naming import returning

Way = Literal["ask", "over", "below"]
"""What to do with what came over it: ask first, put the old over it, or add the old below it."""


class Touched(Exception):
    """What would be taken back is not as this entry left it; it holds both values."""

    def __init__(self, before: Any, now: Any) -> None:
        super().__init__("changed since")
        self.before, self.now = before, now

    @property
    def are_texts(self) -> bool:
        """Whether both can stand, one below the other."""
        return all(isinstance(value, str) for value in (self.before, self.now))


class NothingLeft(Exception):
    """What would be taken back is not there any more: there is nothing to do."""


@dataclass(frozen=True)
class _Case:
    """An entry with the description before it, after it and now."""

    entry: Entry
    before: Data
    after: Data
    now: Data
    way: Way

    @property
    def path(self) -> str:
        return self.entry.path

    def check(self, left: Any, stands: Any, old: Any) -> None:
        """Raise unless there is something to take back and nothing came over it."""
        if old in (left, stands):  # an entry that leads to where it began changed nothing
            raise NothingLeft
        if left != stands and self.way == "ask":
            raise Touched(old, stands)


def undoing(entry: Entry, before: Data, after: Data, now: Data, way: Way = "ask") -> Change:
    """Return the change that takes an entry back.

    Args:
        entry: what to take back.
        before: the description as it was before the entry.
        after: the description to which it led.
        now: the description as it stands.
        way: what to do where something came over it.

    Raises:
        Touched: when something came over it and nobody said what to do with that.
        NothingLeft, ItemGone: when there is nothing to take back any more.
    """
    if entry.kind not in _UNDOING:
        raise NothingLeft
    return _UNDOING[entry.kind](_Case(entry, before, after, now, way))


def _answer(case: _Case) -> Change:
    states = (case.before, case.after, case.now)
    old, left, stands = (value_at(data, case.path) for data in states)
    case.check(left, stands, old)
    below = case.way == "below" and Touched(old, stands).are_texts
    new = f"{stands}\n\n{old}" if below else old
    return Change("answer", case.path, stands, new, of=case.entry.revision)


def _note(case: _Case) -> Change:
    states = (case.before, case.after, case.now)
    old, left, stands = (data.get("about", {}).get(case.path, {}) for data in states)
    case.check(left, stands, old)
    return Change("note", case.path, stands, old, of=case.entry.revision)


def _add(case: _Case) -> Change:
    item_id = case.entry.lines[0].change.new["item"]["id"]
    items = value_at(case.now, case.path) or []
    place = next((n for n, item in enumerate(items) if item["id"] == item_id), None)
    if place is None:
        raise NothingLeft
    case.check(value_at(case.after, f"{case.path}.{item_id}"), items[place], None)
    gone = {"item": items[place], "position": place}
    return Change("remove", case.path, gone, None, of=case.entry.revision)


def _remove(case: _Case) -> Change:
    removed = case.entry.lines[0].change
    if removed.old["item"] in (value_at(case.now, case.path) or []):
        raise NothingLeft
    return returning(removed, case.now, case.entry.revision)


def _order(case: _Case) -> Change:
    states = (case.before, case.after, case.now)
    old, left, stands = (_ids(data, case.path) for data in states)
    common = {*old} & {*left} & {*stands}
    case.check(*([i for i in ids if i in common] for ids in (left, stands, old)))
    return Change("order", case.path, stands, old, of=case.entry.revision)


def _whole(case: _Case) -> Change:
    if fingerprint_of(case.before) == fingerprint_of(case.now):
        raise NothingLeft
    if fingerprint_of(case.after) != fingerprint_of(case.now) and case.way == "ask":
        raise Touched(case.before, case.now)
    return Change("whole", "", case.now, case.before, of=case.entry.before)


def _ids(data: Data, path: str) -> list[str]:
    return [item["id"] for item in value_at(data, path) or []]


_UNDOING: Mapping[Kind, Callable[[_Case], Change]] = {
    "answer": _answer,
    "note": _note,
    "add": _add,
    "remove": _remove,
    "order": _order,
    "whole": _whole,
}
