"""Whether two records are about one source: the same DOI, or the same title and year."""

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.domain.citation import folded
from workbench.domain.doi import same_doi

Source = Mapping[str, Any]


def marks(source: Source) -> frozenset[object]:
    """Return what a source is known by; two that share one of these are the same."""
    doi, title = same_doi(source.get("doi", "")), folded(source.get("title", ""))
    known: set[object] = {doi} if doi else set()
    return frozenset(known | ({(title, source.get("year"))} if title else set()))


def known_marks(sources: Iterable[Source]) -> set[object]:
    """Return everything that the sources of a list are known by."""
    return {mark for source in sources for mark in marks(source)}
