"""Finding words in answers, whatever their accents and capitals."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.domain.briefs import Contents

SHORTEST = 2
"""Letters that are enough to look for."""
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_ACCENTS = re.compile("[\u0300-\u036f]")
_AROUND = 90
"""Characters that are shown before and behind what was found."""


@dataclass(frozen=True)
class Hit:
    """One answer in which everything that was asked for stands."""

    path: str
    text: str
    """The words around it, on one line."""
    marks: tuple[tuple[int, int], ...]
    """Where in them it stands."""


class Searchable:
    """The contents of one description, ready to be searched many times."""

    def __init__(self, contents: Contents) -> None:
        self._said = contents.said
        self._plain = "\n".join(plain(text) for _, text in contents.said)

    def found(self, asked: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield every address and answer in which all terms stand, in the order they have here."""
        if not all(term in self._plain for term in asked):
            return
        for said, words in zip(self._said, self._plain.split("\n"), strict=True):
            if all(term in words for term in asked):
                yield said


@lru_cache(maxsize=64)
def terms(asked: str) -> tuple[str, ...]:
    """Return what is looked for: words, or several words between quotes; empty if too short."""
    found = (plain(quoted or word) for quoted, word in _TERM.findall(asked))
    return tuple(dict.fromkeys(term for term in found if len(term) >= SHORTEST))


def plain(text: str) -> str:
    """Return a text without accents and capitals, its words one blank apart."""
    return " ".join(_letters(text).split())


def hit(path: str, text: str, asked: Sequence[str]) -> Hit:
    """Return an answer with as much of it as shows what was found."""
    line = " ".join(text.split())
    places = _places(line, asked)
    start = max(0, min((begin for begin, _ in places), default=0) - _AROUND)
    end = min(len(line), max(start + 2 * _AROUND, places[0][1] + _AROUND if places else 0))
    start, end = _at_word(line, start, -1), _at_word(line, end, 1)
    before, after = "… " if start else "", " …" if end < len(line) else ""
    shift = len(before) - start
    marks = tuple((b + shift, e + shift) for b, e in places if start <= b and e <= end)
    return Hit(path, f"{before}{line[start:end]}{after}", marks)


def _letters(text: str) -> str:
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def _at_word(line: str, at: int, step: int) -> int:
    """Return the nearest place between two words, outwards."""
    while 0 < at < len(line) and not (line[at - 1].isspace() or line[at].isspace()):
        at += step
    return at


def _places(line: str, asked: Sequence[str]) -> list[tuple[int, int]]:
    """Return where in a line the terms stand; a letter may become several without its accent."""
    letters = [
        (letter, number) for number, original in enumerate(line) for letter in _letters(original)
    ]
    words = "".join(letter for letter, _ in letters)
    found = [
        (letters[match.start()][1], letters[match.end() - 1][1] + 1)
        for term in asked
        for match in re.finditer(re.escape(term), words)
    ]
    return _apart(sorted(found))


def _apart(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places joined where they overlap."""
    joined: list[tuple[int, int]] = []
    for begin, end in places:
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined
