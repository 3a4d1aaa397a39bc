"""Literature as BibTeX and BibLaTeX, with the accents of LaTeX as letters."""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import Entry, ExplicitComment, ImplicitComment, Preamble, String
from pylatexenc.latex2text import LatexNodes2Text

from workbench.documents.sources.batch import Batch

_TYPES: Mapping[str, str] = {
    "article": "article-journal", "book": "book", "mvbook": "book", "collection": "book",
    "proceedings": "book", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "chapter", "conference": "chapter", "techreport": "report",
    "report": "report", "manual": "report", "booklet": "report", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "online": "webpage", "electronic": "webpage",
    "www": "webpage", "legislation": "legislation", "misc": "document", "unpublished": "document",
}  # fmt: skip
_GENRES = {"phdthesis": "Proefschrift", "mastersthesis": "Masterscriptie"}
_NAMES: Mapping[str, tuple[str, ...]] = {
    "container-title": ("journal", "journaltitle", "booktitle"), "volume": ("volume",),
    "issue": ("issue",), "page": ("pages",), "edition": ("edition",), "genre": ("type",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("address", "location"), "language": ("language", "langid"),
    "DOI": ("doi",), "URL": ("url",), "issued": ("date", "year"), "title": ("title",),
}  # fmt: skip
_AS_IT_IS = {"url", "doi", "urldate", "date", "year", "author", "editor"}
_NO_RECORD = (ExplicitComment, ImplicitComment, Preamble, String)
_SPECIAL = re.compile(r"[\\{}$~%]")
_LONGEST = 4_000
_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_LATEX = LatexNodes2Text(math_mode="verbatim", keep_comments=True)


def bibtex(text: str) -> Batch:
    """Return the records of a file in BibTeX; a broken one never takes the rest down."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # we tell of them ourselves
    batch = Batch()
    lines = text.split("\n")
    for block in parse_string(text).blocks:
        if isinstance(block, _NO_RECORD):
            continue
        entry = block if isinstance(block, Entry) else getattr(block, "ignore_error_block", None)
        line = block.start_line or 0
        start = lines[line] if line < len(lines) else ""
        if not isinstance(entry, Entry):
            batch.miss(line + 1, start)
            continue
        try:
            item = _item(entry)
        except Exception:  # what a hostile file makes a library raise is not foreseen by it
            batch.miss(line + 1, start)
        else:
            batch.take(item, line + 1, start)
    return batch


def _item(entry: Entry) -> dict[str, Any]:
    """Return a record as an item of CSL-JSON; what has no place there keeps its own name."""
    kind = entry.entry_type.lower()
    left = {name.lower(): _read(name.lower(), value) for name, value in _fields(entry)}
    item: dict[str, Any] = {"type": _TYPES.get(kind, kind)}
    for theirs, places in _NAMES.items():
        if found := next((place for place in places if left.get(place)), None):
            item[theirs] = left.pop(found)
    people: dict[str, Any] = {
        role: list(_people(left.pop(role))) for role in ("author", "editor") if role in left
    }
    return {**item, **people, **_told(kind, item, left), **_dates(item, left), **left}


def _told(kind: str, item: dict[str, Any], left: dict[str, str]) -> dict[str, Any]:
    """Return what is said in BibTeX in another way than elsewhere."""
    said: dict[str, Any] = {}
    if number := left.pop("number", ""):
        is_issue = item["type"] == "article-journal" and "issue" not in item
        said["issue" if is_issue else "number"] = number
    if "title" in item and (subtitle := left.pop("subtitle", "")):
        said["title"] = f"{item['title']}: {subtitle}"
    if "page" in item:
        said["page"] = re.sub(r"\s*[-–]+\s*", "-", item["page"])
    if kind in _GENRES and "genre" not in item:
        said["genre"] = _GENRES[kind]
    if kind == "misc" and "URL" in item:
        said["type"] = "webpage"
    return said


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    for one in entry.fields:
        yield one.key, str(one.value)


def _read(name: str, value: str) -> str:
    if name in ("url", "doi"):
        return re.sub(r"\\([_%&#~])", r"\1", value)
    return value if name in _AS_IT_IS else _plain(value)


def _plain(value: str) -> str:
    """Return a value without LaTeX; one far too long for a title stays as it is."""
    if not _SPECIAL.search(value) or len(value) > _LONGEST:
        return " ".join(value.split())
    text: str = _LATEX.latex_to_text(value, tolerant_parsing=True)
    return " ".join(text.split())


def _people(names: str) -> Iterator[dict[str, str]]:
    if len(names) > _LONGEST:
        yield {"literal": names}
        return
    for name in split_multiple_persons_names(" ".join(names.split())):
        if (name.startswith("{") and name.endswith("}")) or name == "others":
            yield {"literal": _plain(name)}
            continue
        parts = parse_single_name_into_parts(name, strict=False)
        family = _plain(" ".join((*parts.von, *parts.last)))
        given = _plain(" ".join((*parts.first, *parts.jr)))
        yield {"family": family, "given": given}


def _dates(item: dict[str, Any], left: dict[str, str]) -> dict[str, Any]:
    dates: dict[str, Any] = {}
    if "issued" in item:
        day = _DAY.fullmatch(item["issued"].strip())
        said = _plain(item["issued"])
        parts = [int(part) for part in day.groups() if part] if day else []
        dates["issued"] = {"date-parts": [parts]} if parts else {"raw": said}
    if day := _DAY.fullmatch(left.get("urldate", "").strip()):
        left.pop("urldate")
        dates["accessed"] = {"date-parts": [[int(part) for part in day.groups() if part]]}
    return dates
