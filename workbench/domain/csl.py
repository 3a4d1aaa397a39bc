"""A source of the literature list as an item of CSL-JSON.

CSL-JSON is what reference managers and citation libraries exchange; `csl_reading.py` is the way
back. Why a source keeps one flat answer per question: docs/decisions/0008-sources-are-flat.md.
"""

from collections.abc import Mapping
from typing import Any

from workbench.domain.doi import doi_in
from workbench.domain.names import Name, names_in

VARIABLES: Mapping[str, str] = {
    "title": "title",
    "genre": "genre",
    "container": "container-title",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "pages": "page",
    "publisher": "publisher",
    "place": "publisher-place",
    "doi": "DOI",
    "url": "URL",
}
"""The texts of a source that CSL-JSON knows under another name, or the same."""

NAMES: Mapping[str, str] = {"authors": "author", "editors": "editor"}

TYPES = (
    "article-journal", "book", "chapter", "report", "thesis", "webpage", "legislation", "document",
)  # fmt: skip
"""The kinds of source we ask for: each is a type of CSL."""

LANGUAGES = ("nl", "en", "de", "fr")
OTHER_LANGUAGE = "und"
"""How CSL-JSON says that the language is another one than those we ask for."""


def item_of(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return a source, as plain values, as an item of CSL-JSON."""
    item = {"id": source.get("id", ""), "type": source.get("type", "document")}
    return {**item, **_people(source), **_dates(source), **_texts(source)}


def _people(source: Mapping[str, Any]) -> dict[str, Any]:
    people = {theirs: names_in(source.get(ours, "")) for ours, theirs in NAMES.items()}
    return {role: [_csl_name(name) for name in names] for role, names in people.items() if names}


def _dates(source: Mapping[str, Any]) -> dict[str, Any]:
    dates = {}
    if source.get("year") is not None:
        dates["issued"] = {"date-parts": [[source["year"]]]}
    if accessed := source.get("accessed"):
        dates["accessed"] = {"date-parts": [[int(part) for part in accessed.split("-")]]}
    return dates


def _texts(source: Mapping[str, Any]) -> dict[str, Any]:
    lines = {theirs: " ".join(source.get(ours, "").split()) for ours, theirs in VARIABLES.items()}
    lines["DOI"] = doi_in(lines["DOI"]) or lines["DOI"]
    code = source.get("language", "")
    lines["language"] = OTHER_LANGUAGE if code and code not in LANGUAGES else code
    return {name: line for name, line in lines.items() if line}


def _csl_name(name: Name) -> dict[str, str]:
    if name.given:
        return {"family": name.family, "given": name.given}
    return {"literal": name.family}
