"""The styles of a Word report: each kind of paragraph by its id, its name and how it looks."""

from collections.abc import Iterable

from workbench.documents.word_xml import INK, LINE, OCHRE, SAND, TEAL, WIDTH

Style = tuple[str, str, str, str, str]
"""Id, name, based on, paragraph, characters; the order inside the last two is the standard's."""

BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
PAGE = "<w:pageBreakBefore/>"
KEEP = "<w:keepNext/><w:keepLines/>"


def size(points: float) -> str:
    """Return the size of letters."""
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def colour(code: str) -> str:
    """Return the colour of letters."""
    return f'<w:color w:val="{code}"/>'


def space(before: float, after: float, line: float = 1.15) -> str:
    """Return the room in points before and after a paragraph, and between its lines."""
    return (
        f'<w:spacing w:before="{int(before * 20)}" w:after="{int(after * 20)}" '
        f'w:line="{int(line * 240)}" w:lineRule="auto"/>'
    )


def _box(fill: str, sides: Iterable[str], colour: str, width: int, space: int) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'
        for side in sides
    )
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f"<w:pBdr>{lines}</w:pBdr>{shading}"


def heading(
    level: int,
    points: float,
    before: float,
    ink: str = TEAL,
    *,
    page: str = "",
    after: float = 4,
) -> Style:
    """Return the style of a heading; `page` says whether it begins a new one."""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return (
        f"Heading{level}",
        f"heading {level}",
        "Normal",
        f"{KEEP}{page}{space(before, after, 1.05)}{outline}",
        f"{BOLD}{colour(ink)}{size(points)}",
    )


COVER = _box(SAND, ("left",), TEAL, 48, 12)
_TABS = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{WIDTH}"/></w:tabs>'

STYLES: tuple[Style, ...] = (
    ("Normal", "Normal", "", space(0, 6), f"{colour(INK)}{size(10.5)}"),
    heading(1, 20, 0, page=PAGE),
    heading(2, 15, 18),
    heading(3, 12, 14),
    heading(4, 11, 12, INK),
    (
        "Title", "Title", "Normal",
        f"{COVER}{space(4, 4, 1)}", f"{BOLD}{colour(TEAL)}{size(30)}",
    ),
    ("Subtitle", "Subtitle", "Normal", f"{COVER}{space(0, 0)}", size(14)),
    (
        "CoverKind", "Cover Kind", "Normal",
        f"{COVER}{space(90, 0)}", f"{BOLD}{colour(TEAL)}{size(12)}",
    ),
    (
        "CoverMark", "Cover Mark", "Normal",
        f"{COVER}{space(6, 24)}", f"{BOLD}{colour(OCHRE)}",
    ),
    ("QuestionLabel", "Question Label", "Normal", f"{KEEP}{space(8, 2)}", BOLD),
    ("Gap", "Gap", "Normal", space(0, 6), f"{ITALIC}{colour(OCHRE)}"),
    ("Remark", "Remark", "Normal", _box("", ("left",), LINE, 18, 8) + space(0, 6), ITALIC),
    (
        "Reference", "Reference", "Normal",
        f'{space(0, 6)}<w:ind w:left="425" w:hanging="425"/>', "",
    ),
    (
        "ListBullet", "List Bullet", "Normal",
        '<w:numPr><w:numId w:val="1"/></w:numPr>'
        f'{space(0, 3)}<w:ind w:left="397" w:hanging="284"/>', "",
    ),
    (
        "Room", "Room", "Normal",
        f'{KEEP}{_box("", ("top", "left", "bottom", "right"), LINE, 4, 6)}{space(0, 0)}'
        '<w:ind w:left="140" w:right="140"/>', colour(TEAL),
    ),
    ("TableText", "Table Text", "Normal", space(0, 2, 1.05), size(10)),
    ("TableQuestion", "Table Question", "TableText", space(0, 2, 1.05), BOLD),
    (
        "TableHead", "Table Head", "TableText",
        f"{KEEP}{space(0, 2, 1)}", f"{BOLD}{colour('FFFFFF')}",
    ),
    ("TableGap", "Table Gap", "TableText", space(0, 2, 1.05), f"{ITALIC}{colour(OCHRE)}"),
    ("TableRemark", "Table Remark", "TableText", space(0, 2, 1.05), ITALIC),
    (
        "TOCHeading", "TOC Heading", "Normal",
        f"{KEEP}{PAGE}{space(0, 8)}", f"{BOLD}{colour(TEAL)}{size(20)}",
    ),
    ("TOC1", "toc 1", "Normal", f"{_TABS}{space(6, 2)}", BOLD),
    ("TOC2", "toc 2", "Normal", f'{_TABS}{space(0, 1)}<w:ind w:left="340"/>', ""),
    (
        "Header", "header", "Normal",
        f"{_box('', ('bottom',), LINE, 4, 4)}{space(0, 0)}", f"{colour(TEAL)}{size(9)}",
    ),
    (
        "Footer", "footer", "Normal",
        f'{space(0, 0)}<w:jc w:val="right"/>', f"{colour(TEAL)}{size(9)}",
    ),
    ("Picture", "Picture", "Normal", space(6, 6, 1), ""),
    ("SectionEnd", "Section End", "Normal", space(0, 0, 1), size(1)),
    ("Closing", "Closing", "Normal", f"{KEEP}{space(10, 0)}", size(9)),
)  # fmt: skip
