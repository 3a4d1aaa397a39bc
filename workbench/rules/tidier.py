"""How much of TIDieR's twelve items, and of 'for whom', can be reported from this description."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from workbench.domain.programme import Programme
from workbench.domain.wording import Language, Wording
from workbench.domain.words import Words
from workbench.rules.coverage import Coverage, Extent, coverage
from workbench.rules.subject import Subject

State = Literal["full", "partial", "none"]

STATES: Mapping[Extent, State] = {"all": "full", "some": "partial", "nothing": "none"}


@dataclass(frozen=True)
class Item:
    """One item of TIDieR, and which answers report it."""

    number: str
    code: str
    name: Wording
    state: State
    coverage: Coverage

    def told(self, language: Language) -> dict[str, Any]:
        """Return the item as plain values."""
        return {
            "number": self.number,
            "code": self.code,
            "name": self.name[language],
            "state": self.state,
            **self.coverage.told(language),
        }


@dataclass(frozen=True)
class Tidier:
    """All items in order."""

    items: tuple[Item, ...]

    def item(self, code: str) -> Item:
        """Return an item by its code; raise KeyError if there is none."""
        return {item.code: item for item in self.items}[code]

    def number_of(self, state: State) -> int:
        """Return how many items are reported in full, partly or not at all."""
        return sum(item.state == state for item in self.items)

    def told(self, language: Language) -> dict[str, Any]:
        """Return the coverage as plain values, for programs that read it."""
        states: tuple[State, ...] = ("full", "partial", "none")
        return {
            **{state: self.number_of(state) for state in states},
            "items": [item.told(language) for item in self.items],
        }


def tidier(programme: Programme, words: Words) -> Tidier:
    """Return how far every item can be reported, by the answers that the criteria name."""
    return tidier_of(Subject(programme, words, date.min))


def tidier_of(subject: Subject) -> Tidier:
    """Return the same for a description of which the plain values are at hand."""
    found = [
        (item, coverage(subject, item.paths, item.when)) for item in subject.words.criteria.tidier
    ]
    return Tidier(tuple(Item(i.number, i.code, i.name, STATES[f.extent], f) for i, f in found))
