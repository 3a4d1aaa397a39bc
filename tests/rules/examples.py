"""The complete examples as plain values, with one thing about them changed."""

import copy
import re
from pathlib import Path

from workbench.domain.paths import shape_at
from workbench.domain.programme import Programme
from workbench.store.reading import read_any

EXAMPLES = Path(__file__).parents[2] / "programmes" / "voorbeeld"
GONE = object()
"""Put this at an address to take away what stands there."""


def example(name):
    """Return an example as it stands in its file."""
    return read_any((EXAMPLES / f"{name}.yaml").read_bytes()).data


def changed(data, changes):
    """Return a copy with other values at some addresses; an item that is not there is added."""
    made = copy.deepcopy(data)
    for path, value in changes.items():
        _change(made, path, value)
    return made


def addresses(data, starred):
    """Return the address of a starred path in every item of its list."""
    list_path, star, rest = starred.partition(".*.")
    if not star:
        return [starred]
    return [f"{list_path}.{item['id']}.{rest}" for item in value(data, list_path)]


def value(data, path):
    """Return what stands at an address; raise KeyError where nothing does."""
    for part in path.split("."):
        data = _item(data, part) if isinstance(data, list) else data[part]
    return data


def programme(data, words):
    """Return plain values as a description; a text such as "601 woorden" has so many."""
    return Programme.model_validate(_long(data), context=words.options)


def _change(data, path, value):
    *around, last = path.split(".")
    at = data
    for n, part in enumerate(around):
        if isinstance(at, dict):
            at = at.setdefault(part, [] if shape_at(".".join(around[: n + 1])).is_items else {})
        else:
            at = _item(at, part)
    if isinstance(at, list):
        at[:] = [item for item in at if item["id"] != last]
        at += [] if value is GONE else [{"id": last, **value}]
    elif value is GONE:
        del at[last]
    else:
        at[last] = value


def _item(items, item_id):
    return next(item for item in items if item["id"] == item_id)


def _long(part):
    if isinstance(part, dict):
        return {key: _long(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_long(value) for value in part]
    counted = re.fullmatch(r"(\d+) woorden", part) if isinstance(part, str) else None
    return "woord " * int(counted[1]) if counted else part
