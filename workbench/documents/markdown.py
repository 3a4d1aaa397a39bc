"""A report as Markdown, in which what was typed shows as it was typed."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from workbench.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    Label,
    Paragraph,
    Picture,
    Piece,
    Report,
    Room,
    Table,
    flat,
)

# What means something anywhere in a line, and what means something only where a line starts.
_INSIDE = re.compile(r"([\\`*_\[\]<>~|$]|&(?=#?\w+;))")
_START = re.compile(r"[#+=:-]")
_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")


def markdown(report: Report) -> bytes:
    """Return the text, in UTF-8."""
    cover = report.cover
    front = (
        f"{_escaped(cover.kind)}",
        f"# {_escaped(report.title)}",
        _escaped(cover.owner),
        f"**{_escaped(cover.mark)}**" if cover.mark else "",
    )
    blocks = (*cover.blocks, *report.colophon, *report.body)
    parts = [
        *front,
        *(_block(block) for block in flat(blocks)),
        "---",
        *map(_escaped, report.closing),
    ]
    text = "\n\n".join(part for part in parts if part)
    return f"{text}\n".encode("utf-8", errors="replace")


def _block(block: Block) -> str:
    return _RENDERED[type(block)](block)


def _heading(block: Heading) -> str:
    return f"{'#' * block.level} {_escaped(block.text)}"


def _label(block: Label) -> str:
    return f"**{_escaped(block.text)}**"


def _paragraph(block: Paragraph) -> str:
    if block.kind == "reference":
        return _started("".join(map(_piece, block.pieces)))
    text = "  \n".join(_escaped(line) for line in block.text.splitlines())
    return f"*{text}*" if block.kind == "gap" else text


def _piece(piece: Piece) -> str:
    words = _INSIDE.sub(r"\\\1", piece.text)
    if piece.link:
        return f"<{piece.text}>"
    return f"*{words}*" if piece.italic else words


def _bullets(block: Bullets) -> str:
    return "\n".join(f"- {_escaped(item)}" for item in block.items)


def _facts(block: Facts) -> str:
    return "\n".join(
        [
            "|  |  |",
            "| --- | --- |",
            *(_row(_flat(label), _cell(cell)) for label, cell in block.rows),
        ]
    )


def _table(block: Table) -> str:
    header = _row(*map(_flat, block.header))
    ruler = _row(*("---" for _ in block.header))
    return "\n".join([header, ruler, *(_row(*map(_cell, row)) for row in block.rows)])


def _room(block: Room) -> str:
    return f"> {_escaped(block.text)}\n>"


def _picture(block: Picture) -> str:
    return f"*{_escaped(block.title)}.* {_escaped(block.instead)}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(
        f"*{_flat(paragraph.text)}*" if paragraph.kind == "gap" else _flat(paragraph.text)
        for paragraph in cell
    )


def _flat(text: str) -> str:
    return "<br>".join(_escaped(line) for line in text.splitlines())


def _escaped(line: str) -> str:
    """Return one line with a backslash before everything that Markdown would take as a mark."""
    return _started(_INSIDE.sub(r"\\\1", line.strip()))


def _started(text: str) -> str:
    """Return a line with a backslash before what would only be a mark where a line starts."""
    if _NUMBER.match(text):
        return _NUMBER.sub(r"\1\\\2", text, count=1)
    return f"\\{text}" if _START.match(text) else text


_RENDERED: Mapping[type, Callable[[Any], str]] = {
    Heading: _heading,
    Label: _label,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Table: _table,
    Room: _room,
    Picture: _picture,
}
