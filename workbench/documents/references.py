"""The literature list as lines: in the order of APA, with letters where years are the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.documents.apa import Printed, printed
from workbench.domain.citation import in_text, place, suffixes
from workbench.domain.wording import Language, Texts

Source = Mapping[str, Any]


@dataclass(frozen=True)
class Reference:
    """One line of the list, and the id of the source it is about."""

    id: str
    line: Printed
    """Empty when nothing was entered that a list could print."""


def references(
    sources: Sequence[Source], language: Language, letters: Mapping[str, str] | None = None
) -> tuple[Reference, ...]:
    """Return the lines of these sources, in order.

    Args:
        sources: the answers about each source, with its id.
        language: in which the fixed words are.
        letters: behind the years, by id, when these sources are part of a longer list.
    """
    after = suffixes(sources) if letters is None else letters
    return tuple(
        Reference(source["id"], printed(source, language, after.get(source["id"], "")))
        for source in sorted(sources, key=place)
    )


def short_reference(source: Source, texts: Texts, letters: Mapping[str, str]) -> str:
    """Return how a text refers to a source: names and year; empty without names."""
    return in_text(source, texts("report.others"), letters.get(source["id"], ""))
