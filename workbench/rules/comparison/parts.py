"""The items of the lists of a programme, with what each says of itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain.paths import KNOWN_OF_ITEM, shape_at, value_at
from workbench.domain.template import Question
from workbench.domain.verdicts import Ref
from workbench.rules.comparison.lexicon import Lexicon, together
from workbench.rules.comparison.likeness import Told

ELEMENTS = ("approach.modules", "factors", "active_elements")
"""The lists in which advisors look for what programmes have in common."""
SAID: Mapping[str, tuple[str, ...]] = {
    "approach.modules": ("activities", "function", "existing.name"),
    "factors": (),
    "active_elements": ("description",),
}
"""What counts as the description of an item; in other lists only the name counts."""
TRAITS: Mapping[str, tuple[str, ...]] = {"factors": ("type", "level")}
"""What else tells items apart that have the same name."""


@dataclass(frozen=True, eq=False)
class Part:
    """One item of one of the programmes that are compared."""

    side: int
    """Which programme it stands in, counted from nothing."""
    place: int
    """Which item of its list it is, counted from nothing."""
    ref: Ref
    item: Mapping[str, Any]
    told: Told

    @property
    def path(self) -> str:
        """Its address in its own programme."""
        return f"{self.ref.list}.{self.ref.item}"


def parts(
    side: int, programme: str, data: Mapping[str, Any], question: Question, path: str, lex: Lexicon
) -> Iterator[Part]:
    """Yield the items of one list of one programme."""
    assert question.item is not None
    heading = question.item.heading
    said = SAID.get(path, ())
    for place, item in enumerate(value_at(data, path) or []):
        name = _name(data, f"{path}.{item['id']}.{heading}", value_at(item, heading))
        words = (value_at(item, field) for field in said)
        told = Told(
            name,
            lex.concepts(name),
            together(lex.concepts(text) for text in words if text),
            tuple((trait, item[trait]) for trait in TRAITS.get(path, ()) if trait in item),
        )
        yield Part(side, place, Ref(programme, path, item["id"]), item, told)


def same_fields(one: Part, other: Part) -> int:
    """Return how many answers about two items are the same."""
    asked = ((name, value) for name, value in one.item.items() if name not in KNOWN_OF_ITEM)
    return sum(other.item.get(name) == value for name, value in asked)


def _name(data: Mapping[str, Any], path: str, value: Any) -> str:
    """Return the heading of an item; of a link, the heading of what it leads to."""
    target = shape_at(path).link
    if target and isinstance(value, str):
        linked = value_at(data, f"{target}.{value}") or {}
        return str(linked.get("text") or linked.get("name") or value)
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")
