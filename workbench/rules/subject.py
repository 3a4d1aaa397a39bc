"""The description being checked, with everything the rules look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from workbench.domain.notes import Note
from workbench.domain.paths import KNOWN_OF_ITEM, NOT_ASKED, Shape, shape_at
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.completeness import Completeness, completeness_of


class Entered(NamedTuple):
    """One value that was entered, and its address with ids and with stars."""

    path: str
    starred: str
    value: Any

    @property
    def shape(self) -> Shape:
        """What the model allows here."""
        return shape_at(self.starred)


LOOKUPS = {f"literature.*.{name}" for name in ("doi", "url", "pages", "volume", "issue")}


class Spot(NamedTuple):
    """Words and the address at which a reader finds them."""

    path: str
    text: str


@dataclass(frozen=True)
class Subject:
    """A description, the words that belong to it, and the day on which it is looked at."""

    programme: Programme
    words: Words
    today: date

    @cached_property
    def data(self) -> dict[str, Any]:
        """The description as plain values."""
        return self.programme.plain()

    @cached_property
    def entered(self) -> tuple[Entered, ...]:
        """Every single value, in the order of the description; items are taken apart."""
        return tuple(entered_in(self.data))

    @cached_property
    def items(self) -> tuple[str, ...]:
        """The address of every item of every list."""
        asked = {name: part for name, part in self.data.items() if name not in NOT_ASKED}
        return tuple(_items(asked, ""))

    @cached_property
    def texts(self) -> tuple[Entered, ...]:
        """Every text in people's own words: no codes, no links, no ids."""
        return tuple(e for e in self.entered if isinstance(e.value, str) and _is_text(e.shape))

    @cached_property
    def text_at(self) -> Mapping[str, str]:
        """The same texts by address."""
        return {entered.path: entered.value for entered in self.texts}

    @cached_property
    def said(self) -> tuple[Spot, ...]:
        """Everything somebody wrote: every text, and every note about an answer.

        Without the numbers by which a source is looked up, such as its DOI and pages.
        """
        notes = (
            Spot(path, words)
            for path, note in self.programme.about.items()
            for words in (note.source, note.not_applicable, *_reasons(note))
            if words
        )
        texts = (Spot(e.path, e.value) for e in self.texts if e.starred not in LOOKUPS)
        return (*texts, *notes)

    @cached_property
    def filled(self) -> Completeness:
        """How much was answered of what the template asks."""
        return completeness_of(self.programme, self.data, self.words.template)


def entered_in(data: Mapping[str, Any]) -> Iterator[Entered]:
    """Yield every single value of a description as plain values, in its order."""
    asked = {name: part for name, part in data.items() if name not in NOT_ASKED}
    return _entered(asked, "", "")


def _reasons(note: Note) -> list[str]:
    return [clearance.reason for clearance in note.no_personal_data]


def _is_text(shape: Shape) -> bool:
    return shape.type is str and not shape.options and not shape.link


def _entered(part: Mapping[str, Any], path: str, starred: str) -> Iterator[Entered]:
    for name, value in part.items():
        if name in KNOWN_OF_ITEM:
            continue
        here, stars = f"{path}{name}", f"{starred}{name}"
        if isinstance(value, dict):
            yield from _entered(value, f"{here}.", f"{stars}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for item in value:
                yield from _entered(item, f"{here}.{item['id']}.", f"{stars}.*.")
        else:
            yield Entered(here, stars, value)


def _items(part: Mapping[str, Any], path: str) -> Iterator[str]:
    for name, value in part.items():
        if isinstance(value, dict):
            yield from _items(value, f"{path}{name}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for item in value:
                yield f"{path}{name}.{item['id']}"
                yield from _items(item, f"{path}{name}.{item['id']}.")
