"""The literature list: entries composed from their fields, and the short form in a text."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.domain.wording import Texts

Field = Callable[[str], str]


def reference(said: Field) -> str:
    """Return an entry of the literature list, in the order of APA; `said` gives a field's words."""
    year = f"({said('year')})" if said("year") else ""
    kind = f"[{said('type')}]" if said("type") else ""
    sentences = (
        _joined(" ", said("authors"), year),
        _joined(" ", said("title"), kind),
        _joined(", ", said("container"), _numbered(said), said("pages")),
        said("publisher"),
        _joined(" ", f"doi: {said('doi')}" if said("doi") else "", said("url")),
    )
    return " ".join(_closed(sentence) for sentence in sentences[:-1] if sentence) + (
        f" {sentences[-1]}" if sentences[-1] else ""
    )


def short_reference(source: Mapping[str, Any], texts: Texts) -> str:
    """Return how a text refers to an entry: first author and year; empty when both are missing."""
    authors, year = str(source.get("authors", "")).strip(), source.get("year")
    if not authors or len(authors.splitlines()) > 1:
        return ""
    first, comma, rest = authors.partition(",")
    others = texts("report.others") if comma and ("," in rest or "&" in rest) else ""
    return _joined(" ", f"{first}{others}", f"({year})" if year is not None else "")


def _numbered(said: Field) -> str:
    issue = f"({said('issue')})" if said("issue") else ""
    return f"{said('volume')}{issue}"


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
