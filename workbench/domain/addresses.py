"""What a change is about, as addresses that can be held against those of another change."""

from collections.abc import Iterable, Iterator
from typing import Any

from workbench.domain.changes import RECORDS, Change

Address = tuple[str, ...]

ORDER = "^order"
"""Stands for the order of a list, which is none of its items."""
STATUS = "^status"
"""Stands for how far the programme is, which is no answer."""


def addresses(change: Change) -> frozenset[Address]:
    """Return what a change is about, as addresses; another item of the same list is elsewhere."""
    if change.kind == "whole":
        return frozenset(_different(change.old, change.new, ()) if change.old else [()])
    if change.kind == "step":
        return frozenset([(STATUS,)])
    if change.kind in RECORDS:
        return frozenset()
    path = tuple(change.path.split("."))
    if change.kind == "note":
        said = _different(change.old or {}, change.new or {}, ("about", change.path))
        return frozenset(said) or frozenset([("about", change.path)])
    if change.kind == "order":
        return frozenset([(*path, ORDER)])
    if change.kind == "answer":
        return frozenset([path])
    return frozenset([(*path, (change.new or change.old)["item"]["id"])])


def meet(some: Iterable[Address], others: Iterable[Address]) -> bool:
    """Return whether an address of one is, or stands above or below, one of the other."""
    others = list(others)
    return any(one[: len(two)] == two[: len(one)] for one in some for two in others)


def _different(old: Any, new: Any, at: Address) -> Iterator[Address]:
    """Yield the addresses at which two documents differ."""
    if old == new:
        return
    if _is_items(old) and _is_items(new):
        olds, news = ({item["id"]: item for item in items} for items in (old, new))
        if list(olds) != list(news):
            yield (*at, ORDER)
    elif isinstance(old, dict) and isinstance(new, dict):
        olds, news = old, new
    else:
        yield at
        return
    for name in {**olds, **news}:
        yield from _different(olds.get(name), news.get(name), (*at, name))


def _is_items(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, dict) and "id" in v for v in value)
