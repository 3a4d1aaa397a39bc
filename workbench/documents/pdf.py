"""A report as PDF: tagged, accessible (PDF/UA-1), and the same on every machine.

The design stands in `pdf.typ`.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from workbench.documents.blocks import (
    Block,
    Cell,
    Facts,
    OwnPage,
    Paragraph,
    Picture,
    Report,
    Table,
)
from workbench.documents.layout import AMONG_TEXT, OWN_PAGE, Area, fitted, shares
from workbench.documents.typesetting import typeset

_DESIGN = (Path(__file__).parent / "pdf.typ").read_bytes()
_PROBE = b'#set document(title: "-")\n#set text(lang: "nl")\n#json("report.json")'
_REGION = {"nl": "NL", "en": "GB"}
_LONGEST_HEADER = 90

_UNBROKEN = re.compile(r"\S{32,}")
_STEP = 16
"""A word of more letters than fit on a line may be broken after every so many."""

_NOON = time.fromisoformat("12:00")


def pdf(report: Report) -> bytes:
    """Return the PDF; a character for which there is no font stands there as its code."""
    content = unicodedata.normalize("NFC", json.dumps(_content(report), ensure_ascii=False))
    made = datetime.combine(report.made_on, _NOON, tzinfo=UTC)
    for attempt in (_as_it_is, _without_unknown, _plain):
        try:
            return _compiled(_DESIGN, attempt(content), made)
        except typst.TypstError as error:
            refused = error
    raise refused


def _as_it_is(content: str) -> str:
    return content


def _without_unknown(content: str) -> str:
    """Return the content with a code for every character that no font has."""
    unusual = {character for character in content if not character.isascii()}
    unknown = {ord(c): _code(c) for c in sorted(unusual) if not _is_displayable(c)}
    return content.translate(unknown)


def _plain(content: str) -> str:
    """Return the content with a code for all but Latin letters: some only fail together."""
    return "".join(c if _is_latin(c) else _code(c) for c in content)


def _is_latin(character: str) -> bool:
    return " " <= character <= "~" or "\u00a0" <= character < "\u017f" or character in "‘’“”–—…•€"


def _code(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩"


@lru_cache(maxsize=20_000)
def _is_displayable(character: str) -> bool:
    try:
        _compiled(_PROBE, json.dumps(f"a{character}"), datetime(2000, 1, 1, tzinfo=UTC))
    except typst.TypstError:
        return False
    return True


def _compiled(design: bytes, content: str, made: datetime) -> bytes:
    files = {"main.typ": design, "report.json": content.encode("utf-8", errors="replace")}
    return typeset(files, made)


def _content(report: Report) -> dict[str, Any]:
    cover = report.cover
    header = report.title
    if len(header) > _LONGEST_HEADER:
        header = f"{header[:_LONGEST_HEADER]}…"
    return {
        "layout": report.layout,
        "lang": report.language,
        "region": _REGION[report.language],
        "title": _text(report.title),
        "header": header,
        "authors": report.authors,
        "kind": cover.kind,
        "owner": _text(cover.owner),
        "mark": cover.mark,
        "contents": report.labels.contents,
        "page": report.labels.page,
        "cover": [_part(block) for block in cover.blocks],
        "colophon": [_part(block) for block in report.colophon],
        "body": [_part(block) for block in report.body],
        "closing": report.closing,
    }


def _part(block: Block, room: Area = AMONG_TEXT) -> dict[str, Any]:
    """Return a block as plain values, under the name that the design knows it by."""
    named = {"is": type(block).__name__.lower()}
    if isinstance(block, Facts):
        rows = [{"label": _text(label), "cell": _cell(cell)} for label, cell in block.rows]
        return {**named, "rows": rows, "abreast": block.abreast}
    if isinstance(block, Picture):
        width, height = fitted(block, room)
        return {**named, "svg": block.svg, "told": block.told, "width": width, "height": height}
    if isinstance(block, OwnPage):
        return {**named, "parts": [_part(one, OWN_PAGE) for one in block.blocks]}
    if isinstance(block, Table):
        cells = [[{"cell": _cell(cell)} for cell in row] for row in block.rows]
        return {**named, "header": block.header, "shares": shares(block), "rows": cells}
    return {**named, **dict(_fields(block))}


def _fields(block: Block | Paragraph) -> Iterator[tuple[str, Any]]:
    if isinstance(block, Paragraph):
        yield from {"text": _text(block.text), "kind": block.kind}.items()
        if block.kind == "reference":
            yield "pieces", [{**vars(piece), "text": _text(piece.text)} for piece in block.pieces]
        return
    for name, value in vars(block).items():
        if isinstance(value, str):
            yield name, _text(value)
        else:
            yield name, [_text(item) for item in value] if isinstance(value, tuple) else value


def _cell(cell: Cell) -> list[dict[str, Any]]:
    return [dict(_fields(paragraph)) for paragraph in cell]


def _text(text: str) -> str:
    """Return a text with single line breaks, and with places to break its longest words."""
    return _UNBROKEN.sub(_breakable, "\n".join(text.splitlines()))


def _breakable(found: re.Match[str]) -> str:
    word = found.group()
    return "\u200b".join(word[at : at + _STEP] for at in range(0, len(word), _STEP))
