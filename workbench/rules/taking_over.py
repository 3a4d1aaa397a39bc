"""Taking an item of a shared programme over into another one: a copy that says where it is from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.domain.changes import Data
from workbench.domain.paths import value_at
from workbench.domain.same_source import marks
from workbench.domain.template import Template
from workbench.rules.naming import free_id
from workbench.rules.pointing import taken
from workbench.rules.sharing import with_links

ELEMENTS, MODULES, SOURCES = "active_elements", "approach.modules", "literature"
TO_TAKE_OVER = (ELEMENTS, MODULES, SOURCES)
"""The lists of which somebody can take items over."""


@dataclass(frozen=True)
class Offered:
    """One item in the shared part of a programme, and where it is from."""

    part: Data
    list: str
    item: Data
    origin: Data
    """Programme, institution and date, as the copy keeps them."""


@dataclass(frozen=True)
class Copy:
    """An item as it comes to stand in another description."""

    item: Data
    left: tuple[str, ...]
    """What it was linked to and that does not come along, by name."""


def copy_of(offered: Offered, into: Data, template: Template) -> Copy:
    """Return an item as it can stand in a description, without links that would lead nowhere."""
    alone = _alone(offered.list, offered.item)

    def leads(target: str, item_id: str) -> str | None:
        item = value_at(offered.part, f"{target}.{item_id}")
        return there(Offered(offered.part, target, item, offered.origin), into, template)

    led, left = with_links(alone, leads)
    [item] = value_at(led, offered.list)
    item_id = free_id(heading(offered.list, item, template), taken(into, offered.list))
    names = (
        heading(one.list, value_at(offered.part, f"{one.list}.{one.item}"), template)
        for one in left
    )
    return Copy({**item, "id": item_id, "taken_from": offered.origin}, tuple(names))


def there(offered: Offered, into: Data, template: Template) -> str | None:
    """Return the id under which an item stands in a description already, as a copy or by itself."""
    called = heading(offered.list, offered.item, template)
    for item in value_at(into, offered.list) or []:
        if offered.list == SOURCES and marks(item) & marks(offered.item):
            return str(item["id"])
        same = _place(item.get("taken_from", {})) == _place(offered.origin)
        if same and heading(offered.list, item, template) == called:
            return str(item["id"])
    return None


def cited(offered: Offered) -> Iterator[Offered]:
    """Yield the sources that an item refers to."""
    for source in offered.item.get("sources", []):
        item = value_at(offered.part, f"{SOURCES}.{source}")
        if item:
            yield Offered(offered.part, SOURCES, item, offered.origin)


def heading(list_path: str, item: Data, template: Template) -> str:
    """Return what an item is called; by its id where it has no heading."""
    words = template.question(list_path).item
    return str((value_at(item, words.heading) if words else None) or item["id"])


def _place(origin: Data) -> tuple[Any, ...]:
    return origin.get("programme"), origin.get("institution")


def _alone(list_path: str, item: Data) -> Data:
    value: Any = [item]
    for name in reversed(list_path.split(".")):
        value = {name: value}
    return dict(value)
