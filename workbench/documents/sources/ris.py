"""Literature as RIS, the form that most databases give out."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import rispy

from workbench.documents.sources.batch import Batch

_START = re.compile(r"^[^\S\n]*TY {1,2}-", re.MULTILINE)
_END = re.compile(r"^[^\S\n]*ER {1,2}-.*", re.MULTILINE | re.DOTALL)

_TYPES: Mapping[str, str] = {
    "JOUR": "article-journal", "JFULL": "article-journal", "EJOUR": "article-journal",
    "MGZN": "article-journal", "NEWS": "article-journal", "BOOK": "book", "EDBOOK": "book",
    "EBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "CONF": "chapter", "CPAPER": "chapter",
    "RPRT": "report", "GOVDOC": "report", "STAND": "report", "THES": "thesis", "ELEC": "webpage",
    "WEB": "webpage", "BLOG": "webpage", "BILL": "legislation", "STAT": "legislation",
    "LEGAL": "legislation", "GEN": "document", "UNPB": "document", "PAMP": "document",
}  # fmt: skip
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "primary_title"),
    "container-title": (
        "secondary_title", "journal_name", "alternate_title3", "alternate_title2",
    ),
    "volume": ("volume",), "publisher": ("publisher",), "publisher-place": ("place_published",),
    "edition": ("edition",), "language": ("language",), "DOI": ("doi",),
    "genre": ("type_of_work",), "issued": ("year", "publication_year", "date"),
}  # fmt: skip
_PEOPLE = {"author": ("authors", "first_authors"), "editor": ("secondary_authors", "ED")}
Left = dict[str, Any]
_SAYS_NOTHING = {"type_of_reference", "id", "unknown_tag", "label", "name_of_database",
                 "database_provider", "accession_number"}  # fmt: skip


def ris(text: str) -> Batch:
    """Return the records of a file in RIS; what stands outside a record counts as not read."""
    batch = Batch()
    starts = [found.start() for found in _START.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        _record(text[start:end], text.count("\n", 0, start) + 1, batch)
    if before := text[: starts[0]].strip():
        batch.miss(1, before)
    return batch


def _record(text: str, line: int, batch: Batch) -> None:
    whole = _END.sub("", text).strip()
    try:
        [record] = rispy.loads(f"{whole}\nER  - \n", skip_unknown_tags=False)
    except Exception:  # what a hostile file makes a library raise is not foreseen by it
        batch.miss(line, whole)
        return
    batch.take(_item(record), line, whole)


def _item(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record as an item of CSL-JSON; what has no place there keeps its own name."""
    kind = str(record.get("type_of_reference", ""))
    told = {**record, **(record.get("unknown_tag") or {})}
    left = {key: value for key, value in told.items() if key not in _SAYS_NOTHING}
    item: dict[str, Any] = {"type": _TYPES.get(kind, kind.lower())}
    for take in (_named, _numbered, _written, _located, _dated):
        item |= take(left, item)
    return {**item, **left}


def _named(left: Left, _: Left) -> Left:
    item = {}
    for name, places in _NAMES.items():
        if found := next((place for place in places if left.get(place)), None):
            item[name] = value = left.pop(found)
            for twin in (place for place in places if left.get(place) == value):
                del left[twin]
    return item


def _numbered(left: Left, item: Left) -> Left:
    number = left.pop("number", None)
    name = "issue" if item["type"] == "article-journal" else "number"
    return {name: number} if number else {}


def _written(left: Left, _: Left) -> Left:
    people = {role: list(_people(left, places)) for role, places in _PEOPLE.items()}
    return {role: names for role, names in people.items() if names}


def _located(left: Left, _: Left) -> Left:
    pages = [str(page) for key in ("start_page", "end_page") if (page := left.pop(key, None))]
    first, *more = left.pop("urls", None) or [None]
    left |= {"urls": more} if more else {}
    return {"page": "-".join(pages), "URL": first}


def _dated(left: Left, item: Left) -> Left:
    dates = {}
    if accessed := _day(str(left.get("access_date", ""))):
        del left["access_date"]
        dates["accessed"] = {"date-parts": [accessed]}
    if parts := _day(str(item.get("issued", ""))):
        dates["issued"] = {"date-parts": [parts]}
    return dates


def _people(left: dict[str, Any], places: tuple[str, ...]) -> Iterator[dict[str, str]]:
    for place in places:
        for name in left.pop(place, []):
            family, comma, given = str(name).partition(",")
            named = {"family": family.strip(), "given": given.strip()}
            yield named if comma else {"literal": str(name).strip()}


def _day(text: str) -> list[int]:
    """Return the year, month and day of a date such as 2019/03/15/; nothing for other words."""
    found = re.fullmatch(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?[/-]*", text.strip())
    return [int(part) for part in found.groups() if part] if found else []
