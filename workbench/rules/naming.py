"""Ids of items: made of a heading, never one that is taken, and kept by an item that returns."""

import re
import unicodedata
from collections.abc import Collection

from workbench.domain.changes import Change, Data
from workbench.domain.paths import value_at
from workbench.rules.pointing import taken


def slug(text: str) -> str:
    """Return a short name of plain letters, digits and hyphens for a heading."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")


def free_id(heading: str, used: Collection[str]) -> str:
    """Return an id for a new item, made of its heading, that is not used yet."""
    base = slug(heading) or "item"
    numbered = (f"{base}-{n}" for n in range(2, len(used) + 3))
    return base if base not in used else next(i for i in numbered if i not in used)


def returning(removed: Change, data: Data, of: int | None = None) -> Change:
    """Return the change that brings a removed item back to its place with all its answers.

    Under another id where its own was given to a new item meanwhile. `of` is the revision of the
    removal.
    """
    item, position = removed.old["item"], removed.old["position"]
    there = {other["id"] for other in value_at(data, removed.path) or []}
    if item["id"] in there:
        item = {**item, "id": free_id(item["id"], taken(data, removed.path))}
    return Change("add", removed.path, None, {"item": item, "position": position}, of=of)
