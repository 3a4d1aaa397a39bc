"""What others read of a description of which an institution shares some sections."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from workbench.domain.changes import Change, Data, applied
from workbench.domain.paths import KNOWN_OF_ITEM, is_empty, value_at
from workbench.domain.template import Template
from workbench.rules.subject import entered_in

TITLE = "title"
"""Comes along whatever is shared: without it nobody knows what they read."""


class Left(NamedTuple):
    """A link that does not come along, and the item that it led to."""

    list: str
    item: str


def shared_part(data: Data, sections: Collection[str], template: Template) -> Data:
    """Return the answers in some sections, and nothing of the rest of a description.

    Notes about answers stay out, and links to items elsewhere as well: an id is made of a heading.
    """
    part: Data = {}
    asked = [
        q for section in template.sections if section.id in sections for q in section.questions
    ]
    for path in (TITLE, *(question.path for question in asked)):
        value = value_at(data, path)
        if not is_empty(value):
            _put(part, path, _plain_items(value))
    return with_links(part, lambda target, item: item if stands_in(part, target, item) else None)[0]


def with_links(
    data: Data, leads: Callable[[str, str], str | None]
) -> tuple[Data, tuple[Left, ...]]:
    """Return a description with its links led elsewhere, and the links that lead nowhere.

    `leads` gives for the path of a list and the id of an item the id that it has from now on.
    """
    left: list[Left] = []
    for entered in tuple(entered_in(data)):
        target = entered.shape.link
        if target is None:
            continue
        many = isinstance(entered.value, list)
        ids = entered.value if many else [entered.value]
        led = [leads(target, item) for item in ids]
        left += [Left(target, item) for item, to in zip(ids, led, strict=True) if to is None]
        kept = list(dict.fromkeys(to for to in led if to is not None))
        if kept != ids:
            new = (kept or None) if many else (kept[0] if kept else None)
            data = applied(data, Change("answer", entered.path, entered.value, new))
    return data, tuple(left)


def stands_in(data: Mapping[str, Any], list_path: str, item_id: str) -> bool:
    """Return whether an item stands in a list of a description."""
    return value_at(data, f"{list_path}.{item_id}") is not None


def _put(data: Data, path: str, value: Any) -> None:
    *around, name = path.split(".")
    for part in around:
        data = data.setdefault(part, {})
    data[name] = value


def _plain_items(value: Any) -> Any:
    """Return items without what the workbench knows of them, such as where they came from."""
    if not (isinstance(value, list) and value and isinstance(value[0], dict)):
        return value
    known = KNOWN_OF_ITEM - {"id"}
    return [{name: v for name, v in item.items() if name not in known} for item in value]
