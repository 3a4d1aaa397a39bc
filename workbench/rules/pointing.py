"""What points at an item of a list: the links that somebody chose, and notes about its answers."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.domain.paths import value_at
from workbench.rules.subject import entered_in


def pointers(data: Mapping[str, Any], item_path: str) -> tuple[str, ...]:
    """Return the address of every answer that points at an item, also at one that is gone."""
    list_path, _, item_id = item_path.rpartition(".")
    return tuple(path for path, ids in _links_into(data, list_path) if item_id in ids)


def taken(data: Mapping[str, Any], list_path: str) -> set[str]:
    """Return the ids that a new item of a list may not get: in use, or still pointed at.

    So a link to an item that was removed never comes to mean something else.
    """
    there = {item["id"] for item in value_at(data, list_path) or []}
    chosen = {item_id for _, ids in _links_into(data, list_path) for item_id in ids}
    inside = f"{list_path}."
    noted = {
        path.removeprefix(inside).partition(".")[0]
        for path in data.get("about", {})
        if path.startswith(inside)
    }
    return there | chosen | noted


def _links_into(data: Mapping[str, Any], list_path: str) -> Iterator[tuple[str, list[str]]]:
    for entered in entered_in(data):
        if entered.shape.link == list_path:
            value = entered.value
            yield entered.path, value if isinstance(value, list) else [value]
