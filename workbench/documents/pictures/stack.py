"""Pieces of a picture below each other."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Part(NamedTuple):
    """A piece of the stack: how high it is, and what draws it from a height on."""

    height: float
    drawn: Callable[[float], str]


def stacked(parts: Iterable[Part], y: float) -> tuple[list[str], float]:
    """Return the pieces as drawn from a height on, and the height below the last."""
    drawn = []
    for part in parts:
        drawn.append(part.drawn(y))
        y += part.height
    return drawn, y
