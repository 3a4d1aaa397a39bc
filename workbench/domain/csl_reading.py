"""An item of CSL-JSON, from whatever program, as a source of the literature list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.domain.csl import LANGUAGES, NAMES, OTHER_LANGUAGE, TYPES, VARIABLES
from workbench.domain.doi import doi_in
from workbench.domain.names import OTHERS, Name, written
from workbench.domain.values import LONGEST_TEXT, made_writable

Fields = dict[str, Any]
"""Answers about one source as plain values, by the name of the question."""

NEAREST: Mapping[str, str] = {
    "article": "article-journal",
    "article-magazine": "article-journal",
    "article-newspaper": "article-journal",
    "journal-article": "article-journal",
    "review": "article-journal",
    "review-book": "article-journal",
    "monograph": "book",
    "edited-book": "book",
    "book-chapter": "chapter",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "paper-conference": "chapter",
    "pamphlet": "report",
    "standard": "report",
    "dissertation": "thesis",
    "post": "webpage",
    "post-weblog": "webpage",
    "bill": "legislation",
    "regulation": "legislation",
    "treaty": "legislation",
}
"""For a type of CSL (or of Crossref) that we do not ask for, the one that comes nearest."""

_LONGEST_TOLD = 500
_KNOWN_LANGUAGES = {
    **{code: code for code in LANGUAGES},
    "dut": "nl", "nld": "nl", "dutch": "nl", "nederlands": "nl",
    "eng": "en", "english": "en", "engels": "en",
    "ger": "de", "deu": "de", "german": "de", "ngerman": "de", "duits": "de", "deutsch": "de",
    "fre": "fr", "fra": "fr", "french": "fr", "frans": "fr", "français": "fr",
}  # fmt: skip
"""Languages as records from elsewhere write them."""

NOT_KEPT = frozenset({"id", "citation-key", "source", "score", "member", "prefix", "created"})
"""What says nothing about the source itself, only about where the record came from."""

_MARKUP = re.compile(r"</?(?:i|b|em|strong|sup|sub|sc|span|scp|u)(?:\s[^<>]*)?>", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_LATEST_YEAR = 1_000_000
_PARTICLES = ("dropping-particle", "non-dropping-particle")


@dataclass(frozen=True)
class Reading:
    """What was understood of one record, and what has no place in a source."""

    fields: Fields
    left: tuple[tuple[str, str], ...] = ()
    """Names and values of what could not be placed, for a person to look at."""


def reading_of(item: Mapping[str, Any]) -> Reading:
    """Return what an item of CSL-JSON says about a source; nothing in it makes this fail."""
    left = {key: value for key, value in item.items() if key not in NOT_KEPT}
    fields: Fields = {}
    for take in (_type, _names, _texts, _year, _language, _accessed):
        fields |= take(left)
    told = ((str(key), _told(value)) for key, value in left.items())
    return Reading(fields, tuple((key, value) for key, value in told if value))


def plain_text(value: Any) -> str:
    """Return a text from elsewhere on one line, without markup and what a file cannot hold."""
    text = made_writable(_MARKUP.sub("", str(value)))
    return " ".join(text.split())[:LONGEST_TEXT]


def _type(left: Fields) -> Fields:
    kind = str(left.pop("type", ""))
    if kind in TYPES:
        return {"type": kind}
    if kind and kind != "document":
        left["type"] = kind
    return {"type": NEAREST.get(kind, "document")} if kind else {}


def _names(left: Fields) -> Fields:
    fields: Fields = {}
    for ours, theirs in NAMES.items():
        people = left.pop(theirs, None)
        if isinstance(people, list):
            line = written(name for person in people if (name := _name(person)))
            fields |= {ours: line} if line else {}
        elif people:
            left[theirs] = people
    return fields


def _name(person: Any) -> Name | None:
    if not isinstance(person, Mapping):
        return _organisation(person)
    family = " ".join(
        part for key in (*_PARTICLES, "family") if (part := plain_text(person.get(key) or ""))
    )
    given = " ".join(
        part for key in ("given", "suffix") if (part := plain_text(person.get(key) or ""))
    )
    if family:
        return Name(_bare(family), _bare(given))
    return _organisation(person.get("literal") or person.get("name") or given)


def _organisation(value: Any) -> Name | None:
    text = _bare(plain_text(value or ""))
    if text in {"others", "et al", "et al."}:
        return Name(OTHERS)
    return Name(text) if text else None


def _bare(text: str) -> str:
    """Return a name without the braces that would end it too early."""
    return text.replace("{", "(").replace("}", ")")


def _texts(left: Fields) -> Fields:
    fields: Fields = {}
    for ours, theirs in VARIABLES.items():
        value = left.pop(theirs, None)
        if isinstance(value, list):  # as Crossref writes titles
            value, *more = value or [None]
            left |= {theirs: more} if more else {}
        if isinstance(value, str | int | float) and (text := plain_text(value)):
            fields[ours] = text
        elif value:
            left[theirs] = value
    if doi := doi_in(fields.get("doi", "")):
        fields["doi"] = doi
    return fields


def _year(left: Fields) -> Fields:
    """Return the year of publication; a month or a day, or other words, stay behind."""
    issued = left.pop("issued", None)
    parts = _date_parts(issued)
    if parts:
        said, year = "-".join(map(str, parts)), parts[0]
    else:
        words = issued.get("raw") or issued.get("literal") if _is_map(issued) else issued
        said = plain_text(words or "")
        found = _YEAR.search(said)
        year = int(found.group()) if found else -1
    if said and said != str(year):
        left["issued"] = said
    return {"year": year} if 0 <= year <= _LATEST_YEAR else {}


def _language(left: Fields) -> Fields:
    said = plain_text(left.pop("language", "") or "")
    code = _KNOWN_LANGUAGES.get(said.split("-")[0].split("_")[0].lower())
    if said and code is None and said != OTHER_LANGUAGE:
        left["language"] = said
    return {"language": code or "other"} if said else {}


def _accessed(left: Fields) -> Fields:
    parts = _date_parts(accessed := left.pop("accessed", None))
    try:
        return {"accessed": date(*parts).isoformat()} if parts else {}
    except (TypeError, ValueError, OverflowError):
        left["accessed"] = accessed
        return {}


def _date_parts(value: Any) -> list[int]:
    """Return the year, month and day of a CSL date, as far as they are there."""
    try:
        return [int(part) for part in value["date-parts"][0]]
    except (KeyError, IndexError, TypeError, ValueError):
        return []


def _is_map(value: Any) -> bool:
    return isinstance(value, Mapping)


def _told(value: Any) -> str:
    """Return a value that has no place as a text to show, at most a few lines of it."""
    if isinstance(value, Mapping):
        value = ", ".join(f"{key}: {part}" for key, part in value.items() if part)
    elif isinstance(value, list):
        value = "; ".join(map(str, value))
    return plain_text(value if value is not None else "")[:_LONGEST_TOLD]
