"""The answers of several programmes side by side, question by question and item by item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workbench.domain.paths import is_empty, shape_at, value_at
from workbench.domain.template import Question, Section
from workbench.rules.comparison.grouping import Group
from workbench.rules.comparison.parts import Part
from workbench.rules.comparison.sides import Sides

State = Literal["same", "different", "some", "none", "alone"]
"""All the same; filled everywhere but not the same; only some filled; none; of one programme."""

NAMED_ONLY = ("literature",)
"""Lists of which only is told which programme has which item."""


@dataclass(frozen=True)
class Place:
    """Where one programme answers a question: nowhere where it lacks the item."""

    path: str
    value: Any
    """The plain value; None where nothing was entered."""


@dataclass(frozen=True)
class Row:
    """One question, for the programmes or for an item that they have in common."""

    section: Section
    question: Question
    starred: str
    group: Group | None
    places: tuple[tuple[Place, ...], ...]
    """For each programme where it answers: none, one, or more places."""
    state: State

    @property
    def differs(self) -> bool:
        """Whether the programmes do not all say the same."""
        return self.state in ("different", "some")


def rows(sides: Sides) -> Iterator[Row]:
    """Yield every question of the template, with lists taken apart in items that go together."""
    for section in sides.template.sections:
        for question in section.questions:
            if question.item is None:
                yield _asked(sides, section, question)
            else:
                for group in sides.groups[question.path]:
                    yield from _item(sides, section, question, group)


def _asked(sides: Sides, section: Section, question: Question) -> Row:
    path = question.path
    places = tuple(
        (Place(path, _entered(side.data, path, value_at(side.data, path))),) for side in sides
    )
    said = [_comparable(sides, n, place[0], path) for n, place in enumerate(places)]
    return Row(section, question, path, None, places, _state(said))


def _item(sides: Sides, section: Section, question: Question, group: Group) -> Iterator[Row]:
    """Yield first who has the item, then its answers among those who have it."""
    assert question.item is not None
    heading, everybody = question.item.heading, len(sides)
    having = [group.at(side) for side in range(everybody)]
    n = len(group.sides)
    fields = sorted(question.questions, key=lambda field: field.path != heading)
    for field in fields[:1] if question.path in NAMED_ONLY else fields:
        starred = f"{question.path}.*.{field.path}"
        places = tuple(tuple(_place(sides, part, field) for part in parts) for parts in having)
        if field.path == heading and n < everybody:
            state: State = "some"
        elif n == 1:
            state = "alone"
        else:
            state = _state([_said(sides, k, p, starred) for k, p in enumerate(places) if p])
        yield Row(section, field, starred, group, places, state)


def _place(sides: Sides, part: Part, field: Question) -> Place:
    path, value = f"{part.path}.{field.path}", value_at(part.item, field.path)
    return Place(path, _entered(sides.sides[part.side].data, path, value))


def _entered(data: Mapping[str, Any], path: str, value: Any) -> Any:
    """Return an answer, or why there need not be one; None for nothing."""
    if not is_empty(value):
        return value
    reason = data.get("about", {}).get(path, {}).get("not_applicable")
    return None if is_empty(reason) else {"not_applicable": reason}


def _said(sides: Sides, side: int, places: Sequence[Place], starred: str) -> Any:
    found = [_comparable(sides, side, place, starred) for place in places]
    filled = [value for value in found if value is not None]
    return tuple(filled) or None if len(found) > 1 else found[0]


def _comparable(sides: Sides, side: int, place: Place, starred: str) -> Any:
    """Return a value such that two that mean the same are equal: links by what they lead to."""
    value = place.value
    target = shape_at(starred).link
    if isinstance(value, list):
        return frozenset(_target(sides, side, target, one) for one in value)
    if target and isinstance(value, str):
        return _target(sides, side, target, value)
    return " ".join(value.split()) if isinstance(value, str) else value


def _target(sides: Sides, side: int, path: str | None, item: str) -> str:
    group = sides.group_of(side, path, item) if path else None
    return group.key if group else item


def _state(said: Sequence[Any]) -> State:
    filled = [value for value in said if value is not None]
    if not filled:
        return "none"
    if len(filled) < len(said):
        return "some"
    return "same" if all(value == filled[0] for value in filled) else "different"
