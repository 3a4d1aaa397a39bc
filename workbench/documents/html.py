"""A report as one self-contained, accessible web page that also prints well."""

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from workbench.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    Label,
    OwnPage,
    Paragraph,
    Picture,
    Piece,
    Report,
    Room,
    Table,
)

_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def html(report: Report) -> bytes:
    """Return the page, in UTF-8."""
    anchors = {id(heading): f"h{n}" for n, heading in enumerate(report.contents, 1)}
    page = "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{report.language}">',
            f'<head><meta charset="utf-8"><title>{escape(report.title)}</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="author" content="{escape(report.authors)}">',
            f"<style>\n{_STYLE}</style></head>",
            f'<body><main class="{report.layout}">{_cover(report)}',
            *(_block(block, {}) for block in report.colophon),
            "" if report.layout == "sheet" else _contents(report, anchors),
            *(_block(block, anchors) for block in report.body),
            f"<footer>{''.join(f'<p>{escape(line)}</p>' for line in report.closing)}</footer>",
            "</main></body></html>\n",
        ]
    )
    # A lone surrogate cannot be in an answer; nothing that slips through may stop a report.
    return page.encode("utf-8", errors="replace")


def _cover(report: Report) -> str:
    cover = report.cover
    mark = f'<p class="mark">{escape(cover.mark)}</p>' if cover.mark else ""
    owner = f'<p class="owner">{escape(cover.owner)}</p>' if cover.owner else ""
    blocks = "".join(_block(block, {}) for block in cover.blocks)
    return (
        f'<header><p class="kind">{escape(cover.kind)}</p>'
        f"<h1>{escape(report.title)}</h1>"
        f"{owner}{mark}{blocks}</header>"
    )


def _contents(report: Report, anchors: Mapping[int, str]) -> str:
    label = escape(report.labels.contents)
    lines = "".join(
        f'<li class="l{heading.level}"><a href="#{anchors[id(heading)]}">{escape(heading.text)}</a>'
        for heading in report.contents
    )
    return f'<nav aria-label="{label}"><p class="label">{label}</p><ul>{lines}</ul></nav>'


def _block(block: Block, anchors: Mapping[int, str]) -> str:
    if isinstance(block, Heading):
        return _heading(block, anchors)
    if isinstance(block, OwnPage):
        inner = "".join(_block(one, anchors) for one in block.blocks)
        return f'<section class="own-page">{inner}</section>'
    return _RENDERED[type(block)](block)


def _heading(block: Heading, anchors: Mapping[int, str]) -> str:
    anchor = anchors.get(id(block))
    name = f' id="{anchor}"' if anchor else ""
    return f"<h{block.level}{name}>{escape(block.text)}</h{block.level}>"


def _label(block: Label) -> str:
    return f'<p class="label">{escape(block.text)}</p>'


def _paragraph(block: Paragraph) -> str:
    return f'<p class="{block.kind}">{"".join(map(_piece, block.pieces))}</p>'


def _piece(piece: Piece) -> str:
    words = _lines(piece.text)
    if piece.link:
        return f'<a href="{escape(piece.link)}">{words}</a>'
    return f"<i>{words}</i>" if piece.italic else words


def _bullets(block: Bullets) -> str:
    return f"<ul>{''.join(f'<li>{_lines(item)}</li>' for item in block.items)}</ul>"


def _facts(block: Facts) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th><td>{_cell(cell)}</td></tr>'
        for label, cell in block.rows
    )
    return f'<table class="facts"><caption>{escape(block.caption)}</caption>{rows}</table>'


def _table(block: Table) -> str:
    header = "".join(f'<th scope="col">{escape(label)}</th>' for label in block.header)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in block.rows
    )
    return (
        f"<table><caption>{escape(block.caption)}</caption>"
        f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _room(block: Room) -> str:
    return f'<p class="room" style="min-height: {2 * block.lines}em">{escape(block.text)}</p>'


def _picture(block: Picture) -> str:
    """Return the drawing in a frame that scrolls, also by keyboard, where the page is narrow."""
    name = escape(block.title)
    return (
        f'<figure class="picture" role="region" tabindex="0" aria-label="{name}">'
        f"{block.svg}</figure>"
    )


def _cell(cell: Cell) -> str:
    return "".join(map(_paragraph, cell))


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())


_RENDERED: Mapping[type, Callable[[Any], str]] = {
    Label: _label,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Table: _table,
    Room: _room,
    Picture: _picture,
}
