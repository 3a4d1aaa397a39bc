"""A report as a Word document: real headings, tables with headers, contents and page numbers."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from workbench.documents.blocks import (
    Block,
    Bullets,
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
from workbench.documents.layout import shares
from workbench.documents.word_comments import add_comments
from workbench.documents.word_design import LOCALES, blank
from workbench.documents.word_pictures import OWN_PAGE_ENDS, TEXT_ENDS, Pictures, sections
from workbench.documents.word_xml import (
    NAMESPACES,
    bookmarked,
    commented,
    facts_table,
    field,
    items_table,
    link,
    paragraph,
    plain,
    run,
    written,
)

_STYLES = {"answer": "Normal", "gap": "Gap", "remark": "Remark", "reference": "Reference"}
_LONGEST_PROPERTY = 255
_LONGEST_HEADER = 90
_PLACE = re.compile(r"\{(pages?)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_CONTENTS = r'TOC \o "1-2" \h \z \u'


def word(report: Report) -> bytes:
    """Return the document, ready to open without questions."""
    document = Document(BytesIO(blank(report.language, report.layout)))
    section = document.sections[0]
    if report.layout != "sheet":
        _fill(section.header._element, paragraph("Header", field("TITLE", _short(report.title))))
    _fill(section.footer._element, paragraph("Footer", *_page_number(report.labels.page)))
    _fill(document.element.body, "".join(_body(report, Pictures(document.part))))
    sections(document.element.body)
    add_comments(document, report.body)
    _describe(document.core_properties, report)
    filled = BytesIO()
    document.save(filled)
    return filled.getvalue()


def _fill(element: Any, content: str) -> None:
    """Put paragraphs and tables in a part of the document, before what closes the part."""
    for old in element.xpath("./w:p"):
        element.remove(old)
    parts = list(parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>"))
    for place, part in enumerate(parts):
        element.insert(place, part)


def _body(report: Report, pictures: Pictures) -> Iterator[str]:
    cover = report.cover
    numbers = {id(heading): number for number, heading in enumerate(report.contents, 1)}
    yield written("CoverKind", cover.kind)
    yield written("Title", report.title)
    if cover.owner:
        yield written("Subtitle", cover.owner)
    if cover.mark:
        yield written("CoverMark", cover.mark)
    yield from _blocks((*cover.blocks, *report.colophon), {}, pictures)
    if report.layout != "sheet":
        yield from _contents(report, numbers)
    yield from _blocks(report.body, numbers, pictures)
    for line in report.closing:
        yield written("Closing", line)


def _contents(report: Report, numbers: Mapping[int, int]) -> Iterator[str]:
    """Yield a table of contents that is filled already and that Word can still update."""
    yield written("TOCHeading", report.labels.contents)
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {_CONTENTS} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    last = len(report.contents)
    for heading in report.contents:
        number = numbers[id(heading)]
        closing = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if number == last else ""
        entry = link(number, heading.text)
        yield paragraph(f"TOC{heading.level}", opening, entry, closing)
        opening = ""


def _blocks(
    blocks: Iterable[Block], numbers: Mapping[int, int], pictures: Pictures
) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield _heading(block, numbers)
        elif isinstance(block, Picture):
            yield pictures.drawn(block)
        elif isinstance(block, OwnPage):
            yield TEXT_ENDS
            yield from _blocks(block.blocks, numbers, pictures.on_own_page())
            yield OWN_PAGE_ENDS
        else:
            yield _RENDERED[type(block)](block)


def _heading(block: Heading, numbers: Mapping[int, int]) -> str:
    words, number = run(block.text), numbers.get(id(block))
    return paragraph(f"Heading{block.level}", bookmarked(number, words) if number else words)


def _label(block: Label) -> str:
    return written("QuestionLabel", block.text)


def _paragraph(block: Paragraph) -> str:
    words = "".join(map(_piece, block.pieces))
    return paragraph(_STYLES[block.kind], commented(words, block.comments))


def _piece(piece: Piece) -> str:
    if piece.link:
        return field(f'HYPERLINK "{piece.link}"', piece.text)
    return run(piece.text, italic=piece.italic)


def _bullets(block: Bullets) -> str:
    return "".join(written("ListBullet", item) for item in block.items)


def _facts(block: Facts) -> str:
    return facts_table(block.caption, block.rows, block.abreast)


def _table(block: Table) -> str:
    return items_table(block.caption, block.header, shares(block), block.rows)


def _room(block: Room) -> str:
    """Return a box: paragraphs with the same border stand in one."""
    return written("Room", block.text) + paragraph("Room") * block.lines


def _page_number(words: str) -> Iterator[str]:
    """Yield the words around the page number as runs, and the numbers as fields."""
    for place, part in enumerate(_PLACE.split(words)):
        if place % 2:
            yield field(_FIELDS[part], "1")
        elif part:
            yield run(part)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_HEADER else f"{title[:_LONGEST_HEADER]}…"


def _describe(properties: Any, report: Report) -> None:
    made = datetime.combine(report.made_on, time())
    values = {
        "title": report.title,
        "author": report.authors,
        "subject": report.cover.kind,
        "language": LOCALES[report.language],
        "last_modified_by": "",
        "comments": "",
    }
    for name, value in values.items():
        setattr(properties, name, plain(value)[:_LONGEST_PROPERTY])
    properties.created = properties.modified = made


_RENDERED: Mapping[type, Callable[[Any], str]] = {
    Label: _label,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Table: _table,
    Room: _room,
}
