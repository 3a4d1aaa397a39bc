"""How much room words take, so that they can be wrapped before anything is drawn.

An SVG does not wrap text. The widths are those of Atkinson Hyperlegible Next; in another font
the words stay close to it, and the margin in `_LOOSE` is for that.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

_GROUPS: Mapping[float, str] = {
    0.22: "',.:;",
    0.25: "`jil|·‘’ïíì",
    0.30: ' !"()f',
    0.34: "[]{}rt-",
    0.39: "_/I\\1",
    0.46: "yvzs",
    0.49: "*?cxk“”",
    0.53: "aáàâä7J–Lueéèëêüúù",
    0.56: "2<>F^hnoöóòTdgEbpq~",
    0.60: "3Y$5PSV69+48BRZX",
    0.65: "=AKC#0€D…w",
    0.71: "GHNUOQ&",
    0.84: "@M—mW%",
}
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_UNKNOWN = 0.62
_WIDE = 1.05
"""A letter outside the alphabets of Europe, such as a sign of Chinese or an emoji."""
_BOLD = 1.06
_LOOSE = 1.03


@lru_cache(maxsize=20_000)
def length(words: str, size: float, bold: bool = False) -> float:
    """Return about how long words are on one line, in the unit of their size."""
    ems = sum(_WIDTHS.get(sign, _UNKNOWN if ord(sign) < 0x2E80 else _WIDE) for sign in words)
    return ems * size * _LOOSE * (_BOLD if bold else 1)


def lines(
    words: str, room: float, size: float, *, bold: bool = False, most: int = 99
) -> tuple[str, ...]:
    """Return words in lines that fit the room; what does not fit in `most` lines becomes `…`."""
    wrapped: list[str] = []
    for part in _parts(words, room, size, bold):
        if wrapped and length(f"{wrapped[-1]} {part}", size, bold) <= room:
            wrapped[-1] += f" {part}"
        else:
            wrapped.append(part)
    if len(wrapped) <= most:
        return tuple(wrapped)
    return (*wrapped[: most - 1], shortened(f"{wrapped[most - 1]}…", room, size, bold))


def shortened(line: str, room: float, size: float, bold: bool = False) -> str:
    """Return a line that ends in `…`, without the signs for which there is no room."""
    kept = line.removesuffix("…").rstrip(" ,;:.–-")
    while kept and length(f"{kept}…", size, bold) > room:
        kept = kept[:-1].rstrip(" ,;:.–-")
    return f"{kept}…"


def _parts(words: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """Yield the words, with one that is longer than a line cut in pieces."""
    for word in words.split():
        if length(word, size, bold) <= room:
            yield word
        else:
            yield from _cut(word, room, size, bold)


def _cut(word: str, room: float, size: float, bold: bool) -> Iterator[str]:
    piece, long = "", 0.0
    for sign in word:
        wide = length(sign, size, bold)
        if piece and long + wide > room:
            yield piece
            piece, long = "", 0.0
        piece, long = piece + sign, long + wide
    yield piece
