"""How alike two items of two programmes are by their own words, and why, so that it can be told.

It sees words, not meaning: what it says is a proposal (decision 0015).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz

from workbench.domain.likeness import Limits
from workbench.rules.comparison.lexicon import Concepts, together

Ground = Literal["same_name", "like_name", "topic", "word", "other_kind"]
_SPELLED_ALIKE = 90
"""From this ratio on (of 100) two names are the same name, spelled differently."""
_OTHER_KIND = 0.7
"""What is left of the likeness for each trait, such as the kind of factor, that differs."""
_NOTHING_SHARED = 0.25
"""Below this the descriptions under one name speak of different things."""


@dataclass(frozen=True)
class Told:
    """What one item says of itself, ready to compare."""

    name: str
    named: Concepts
    described: Concepts
    traits: tuple[tuple[str, str], ...] = ()
    """Codes that were chosen about it: the name of the option list and the code."""

    @cached_property
    def letters(self) -> str:
        """Its name in small letters, its words one blank apart."""
        return " ".join(self.name.lower().split())


@dataclass(frozen=True)
class Reason:
    """One ground on which two items look the same, or not, with the words that show it."""

    ground: Ground
    words: tuple[str, str] = ("", "")
    topic: int | None = None


def likeness(one: Told, other: Told, limits: Limits) -> float:
    """Return how alike two items are: by name, by what is said about them, and by their traits."""
    same_name = _same_name(one, other)
    score = name = 1.0 if same_name else one.named.shared(other.named)
    if one.described.weights and other.described.weights:
        body = min(1.0, one.described.shared(other.described) / limits.enough)
        score = limits.name * name + (1 - limits.name) * body
        if same_name and body < _NOTHING_SHARED:
            score *= _OTHER_KIND
    return float(score * _OTHER_KIND ** _other_traits(one, other))


def reasons(one: Told, other: Told) -> Iterator[Reason]:
    """Yield why two items look the same: names first, then the words of the field they share."""
    if one.letters == other.letters:
        yield Reason("same_name", (one.name, other.name))
    elif _same_name(one, other):
        yield Reason("like_name", (one.name, other.name))
    mine, theirs = together((one.named, one.described)), together((other.named, other.described))
    shared = [c for c, weight in mine.weights.items() if weight >= 1 and c in theirs.weights]
    for concept in sorted(shared, key=lambda c: (-mine.weights[c], str(c))):
        words = mine.words[concept], theirs.words[concept]
        topic = concept if isinstance(concept, int) else None
        yield Reason("word" if topic is None else "topic", words, topic)
    if _other_traits(one, other):
        yield Reason("other_kind")


def _same_name(one: Told, other: Told) -> bool:
    return one.letters == other.letters or (
        fuzz.ratio(one.letters, other.letters, score_cutoff=_SPELLED_ALIKE) > 0
    )


def _other_traits(one: Told, other: Told) -> int:
    theirs = dict(other.traits)
    return sum(name in theirs and theirs[name] != code for name, code in one.traits)
