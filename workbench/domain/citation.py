"""How a text refers to a source, and in which order a list of sources stands."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from workbench.domain.names import OTHERS, Name, names_in

_FEW = 2
"""So many authors a text names; with more it names only the first."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def cited_names(source: Mapping[str, Any]) -> tuple[Name, ...]:
    """Return who a text names for a source: its authors, or else the editors."""
    return names_in(source.get("authors", "")) or names_in(source.get("editors", ""))


def in_text(source: Mapping[str, Any], others: str, suffix: str = "") -> str:
    """Return how a text refers to a source: names and year; without names nothing.

    Args:
        source: the answers about the source.
        others: the words for the authors that are not named, such as 'et al.'.
        suffix: the letter behind the year when the same people wrote more in that year.
    """
    families = [name.family for name in cited_names(source)]
    if not families:
        return ""
    if len(families) > _FEW or families[-1] == OTHERS:
        named = f"{families[0]} {others}"
    else:
        named = " & ".join(families)
    year = source.get("year")
    return named if year is None else f"{named} ({year}{suffix})"


def suffixes(sources: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return, by id, the letter of each source whose authors have another one of that year."""
    alike: dict[object, list[str]] = defaultdict(list)
    for source in sorted(sources, key=place):
        if names := cited_names(source):
            alike[names, source.get("year")].append(source["id"])
    return {
        source_id: _letter(n)
        for ids in alike.values()
        if len(ids) > 1
        for n, source_id in enumerate(ids)
    }


def place(source: Mapping[str, Any]) -> tuple[object, ...]:
    """Return what to sort a list of sources by: names, year (unknown first), title."""
    title = folded(source.get("title", ""))
    names = tuple((_letters(name.family), folded(name.given)) for name in cited_names(source))
    year = source.get("year")
    return (names or ((_letters(title), ""),), -1 if year is None else year, title)


def _letters(text: str) -> str:
    """Return what APA sorts by: letter by letter, so that ‘De Vries’ stands after ‘Denk’."""
    return folded(text).replace(" ", "")


def folded(text: str) -> str:
    """Return a text without accents, marks and capitals, to compare and to sort by."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def _letter(n: int) -> str:
    more, last = divmod(n, len(_LETTERS))
    return (_letter(more - 1) if more else "") + _LETTERS[last]
