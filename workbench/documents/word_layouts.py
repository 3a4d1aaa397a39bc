"""How the styles of a Word report differ where it is no book: flowing on, or on one sheet."""

from collections.abc import Mapping

from docx.shared import Length, Mm

from workbench.documents.blocks import Layout
from workbench.documents.word_styles import (
    BOLD,
    COVER,
    KEEP,
    STYLES,
    Style,
    colour,
    heading,
    size,
    space,
)
from workbench.documents.word_xml import INK, OCHRE, TEAL

_FLOWING: tuple[Style, ...] = (
    heading(1, 18, 24, page=""),
    ("CoverKind", "Cover Kind", "Normal", f"{COVER}{space(0, 0)}",
     f"{BOLD}{colour(TEAL)}{size(12)}"),
    ("Title", "Title", "Normal", f"{COVER}{space(2, 2, 1)}", f"{BOLD}{colour(TEAL)}{size(24)}"),
    ("CoverMark", "Cover Mark", "Normal", f"{COVER}{space(4, 10)}", f"{BOLD}{colour(OCHRE)}"),
    ("TOCHeading", "TOC Heading", "Normal", f"{KEEP}{space(18, 4)}",
     f"{BOLD}{colour(TEAL)}{size(15)}"),
)  # fmt: skip

_SHEET: tuple[Style, ...] = (
    ("Normal", "Normal", "", space(0, 2, 1), f"{colour(INK)}{size(8.5)}"),
    heading(1, 9.5, 4, page="", after=1),
    ("CoverKind", "Cover Kind", "Normal", f"{COVER}{space(0, 0, 1)}",
     f"{BOLD}{colour(TEAL)}{size(9)}"),
    ("Title", "Title", "Normal", f"{COVER}{space(0, 0, 1)}", f"{BOLD}{colour(TEAL)}{size(16)}"),
    ("Subtitle", "Subtitle", "Normal", f"{COVER}{space(0, 0, 1)}", size(10)),
    ("CoverMark", "Cover Mark", "Normal", f"{COVER}{space(0, 4, 1)}", f"{BOLD}{colour(OCHRE)}"),
    ("TableText", "Table Text", "Normal", space(0, 0, 1), size(8)),
    ("TableQuestion", "Table Question", "TableText", space(0, 0, 1), BOLD),
    ("Closing", "Closing", "Normal", f"{KEEP}{space(3, 0, 1)}", size(7.5)),
)  # fmt: skip

MARGINS: Mapping[Layout, tuple[Length, Length]] = {
    "book": (Mm(25), Mm(27)),
    "flowing": (Mm(25), Mm(27)),
    "sheet": (Mm(18), Mm(13)),
}
"""At the sides, and above and below."""


def styles(layout: Layout) -> tuple[Style, ...]:
    """Return every style of a document with this layout."""
    own = {"book": (), "flowing": _FLOWING, "sheet": _SHEET}[layout]
    return tuple({style[0]: style for style in (*STYLES, *own)}.values())
