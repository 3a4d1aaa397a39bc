"""The pieces of a Word document as WordprocessingML: paragraphs, tables, fields, links."""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from workbench.documents.blocks import Cell, Comment

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = (
    f'xmlns:w="{NAMESPACE}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""What the pieces below are written in: words, and drawings among them."""

WIDTH = 9072
"""The width of the text in twentieths of a point: 16 centimetres."""
_MILLIMETRE = 36_000
"""As many units in which a drawing is measured."""

SHEET_WIDTH = 9866
"""The same on a single sheet, with smaller margins."""

TEAL, SAND, LINE, OCHRE, INK = "0F5C63", "F5EFE4", "D9CFBD", "8A4B08", "1F2A2C"

# What XML cannot hold. No answer has it; a title from elsewhere might.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_CELL_STYLES = {"answer": "TableText", "gap": "TableGap", "remark": "TableRemark"}
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
)


def plain(text: str) -> str:
    """Return a text that XML can hold; what it cannot hold stands there as its code."""
    return _UNWRITABLE.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def paragraph(style: str, *content: str) -> str:
    """Return a paragraph of runs, fields and links."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(content)}</w:p>'


def run(text: str, *, italic: bool = False) -> str:
    """Return words in the style of their paragraph, with their line breaks and tabs."""
    lines = (_words(line) for line in plain(text).splitlines())
    look = "<w:rPr><w:i/></w:rPr>" if italic else ""
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def commented(content: str, found: Sequence[Comment]) -> str:
    """Return content with the marks of comments around it; the comments stand in another part."""
    begin = "".join(f'<w:commentRangeStart w:id="{one.number}"/>' for one in found)
    end = "".join(
        f'<w:commentRangeEnd w:id="{one.number}"/>'
        f'<w:r><w:commentReference w:id="{one.number}"/></w:r>'
        for one in found
    )
    return f"{begin}{content}{end}"


def written(style: str, text: str) -> str:
    """Return a paragraph of words."""
    return paragraph(style, run(text))


def field(code: str, shown: str) -> str:
    """Return a field that Word computes, with what it shows until then."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(number: int, content: str) -> str:
    """Return content to which a link can lead."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(number)}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def link(number: int, text: str) -> str:
    """Return words that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{bookmark(number)}" w:history="1">{run(text)}</w:hyperlink>'


def bookmark(number: int) -> str:
    """Return the name of a bookmark, as Word gives it for a table of contents."""
    return f"_Toc{number:08}"


def facts_table(caption: str, rows: Sequence[tuple[str, Cell]], abreast: int = 1) -> str:
    """Return a table with questions beside their answers; only a sheet has them abreast."""
    width = WIDTH if abreast == 1 else SHEET_WIDTH
    wide = int(width * 0.37 / abreast)
    pair = (wide, width // abreast - wide)
    lines = (rows[at : at + abreast] for at in range(0, len(rows), abreast))
    body = "".join(_row(_facts_line(line, pair, abreast)) for line in lines)
    return _table(caption, pair * abreast, body, first_column=True)


def items_table(
    caption: str, header: Sequence[str], shares: Sequence[float], rows: Iterable[Sequence[Cell]]
) -> str:
    """Return a table with a header row that comes back on every page."""
    widths = [int(WIDTH * share) for share in shares]
    cells = (
        _filled(width, TEAL, written("TableHead", label))
        for width, label in zip(widths, header, strict=True)
    )
    body = _row("".join(cells), is_header=True)
    for row in rows:
        body += _row("".join(_cell(*both) for both in zip(widths, row, strict=True)))
    return _table(caption, widths, body, first_column=False)


def _facts_line(line: Sequence[tuple[str, Cell]], pair: tuple[int, int], abreast: int) -> str:
    """Return the cells of one line of facts; what is left over at the end stays empty."""
    told = "".join(
        _filled(pair[0], "", written("TableQuestion", label)) + _cell(pair[1], cell)
        for label, cell in line
    )
    return told + (_cell(pair[0], ()) + _cell(pair[1], ())) * (abreast - len(line))


def drawing(relation: str, number: int, title: str, told: str, size: tuple[float, float]) -> str:
    """Return a paragraph with a picture of so many millimetres, told for who cannot see it."""
    wide, high = (int(side * _MILLIMETRE) for side in size)
    about = f'id="{number}" name="{_attribute(title)}" descr="{_attribute(told)}"'
    return (
        '<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr {about}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{_attribute(title)}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r></w:p>"
    )


def _table(caption: str, widths: Sequence[int], rows: str, *, first_column: bool) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for side in ("top", "bottom", "insideH")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = f'w:firstRow="{int(not first_column)}" w:firstColumn="{int(first_column)}"'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar>"
        f'<w:tblLook {look} w:lastRow="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{_attribute(caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{rows}</w:tbl>"
    )


def _row(cells: str, *, is_header: bool = False) -> str:
    header = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cell(width: int, cell: Cell) -> str:
    written_ones = (
        paragraph(
            _CELL_STYLES.get(part.kind, "TableText"), commented(run(part.text), part.comments)
        )
        for part in cell
    )
    # A cell without a paragraph is a damaged document to Word.
    return _filled(width, "", "".join(written_ones) or paragraph("TableText"))


def _filled(width: int, colour: str, content: str) -> str:
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>{content}</w:tc>'


def _words(line: str) -> str:
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
    return "<w:tab/>".join(parts)


def _attribute(text: str) -> str:
    return escape(plain(" ".join(text.split())), {'"': "&quot;"})
