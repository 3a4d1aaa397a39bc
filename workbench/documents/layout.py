"""How wide columns are, by what stands in them, and how large a picture is on a page."""

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from workbench.documents.blocks import Picture, Table


class Area(NamedTuple):
    """The millimetres that a page has for a picture."""

    width: float
    height: float


AMONG_TEXT, OWN_PAGE = Area(160, 222), Area(186, 246)
"""Of a page of A4, below a heading; a page of its own has narrow margins."""
_PIXEL = 25.4 / 96
_NARROWEST, _WIDEST = 4.0, 14.0
_ONE_WORD = 0.25
"""A column with single words, such as yes or no, wants no more than its longest word."""
_LINE = 76
"""About how many characters of a table's letters fit on a line as wide as the page."""

_LONGEST_WORD = 28
"""Longer words are broken; no column needs to be wider for them."""


def fitted(picture: Picture, room: Area) -> tuple[float, float]:
    """Return width and height in millimetres: the own size of a picture, or what fits."""
    wide, high = picture.width * _PIXEL, picture.height * _PIXEL
    scale = min(1, room.width / wide, room.height / high)
    return round(wide * scale, 1), round(high * scale, 1)


def shares(table: Table) -> tuple[float, ...]:
    """Return the share of the width for every column; together they are one."""
    columns = [list(_texts(table, place)) for place in range(len(table.header))]
    return _divided([_weight(texts) for texts in columns], [_needed(texts) for texts in columns])


def _divided(weights: list[float], needed: list[float]) -> tuple[float, ...]:
    """Return shares by weight, but for each column at least what its longest word needs."""
    left = max(1 - sum(needed), 0)
    raised = [
        need + left * weight / sum(weights) for weight, need in zip(weights, needed, strict=True)
    ]
    return tuple(share / sum(raised) for share in raised)


def _texts(table: Table, place: int) -> Iterator[str]:
    yield table.header[place]
    for row in table.rows:
        for paragraph in row[place]:
            yield paragraph.text


def _weight(texts: list[str]) -> float:
    if not any(" " in text for text in texts):
        return _ONE_WORD
    longest = max((len(text) for text in texts[1:]), default=0)
    return min(max(sqrt(longest), _NARROWEST), _WIDEST) - _NARROWEST / 2


def _needed(texts: list[str]) -> float:
    words = (len(word) for text in texts for word in text.split())
    return (min(max(words, default=0), _LONGEST_WORD) + 2) / _LINE
