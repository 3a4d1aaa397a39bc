"""Pictures in a Word document, and the pages of their own that the largest of them stand on."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import count
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from workbench.documents.blocks import Picture
from workbench.documents.layout import AMONG_TEXT, OWN_PAGE, Area, fitted
from workbench.documents.typesetting import png
from workbench.documents.word_xml import NAMESPACES, drawing, paragraph

TEXT_ENDS, OWN_PAGE_ENDS = '<w:sectPr w:rsidR="text"/>', '<w:sectPr w:rsidR="own"/>'
"""Stand for themselves between paragraphs until `sections` gives them their place."""


@dataclass(frozen=True)
class Pictures:
    """The pictures of one document, which holds each as pixels: Word draws no SVG everywhere."""

    part: Any
    room: Area = AMONG_TEXT
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def drawn(self, picture: Picture) -> str:
        """Return a picture as a paragraph, as large as fits where it stands."""
        size = fitted(picture, self.room)
        relation, _ = self.part.get_or_add_image(BytesIO(png(picture.svg, *size)))
        return drawing(relation, next(self.numbers), picture.title, picture.told, size)

    def on_own_page(self) -> "Pictures":
        """Return the same for a page of its own."""
        return replace(self, room=OWN_PAGE)


def sections(body: Any) -> None:
    """Give every end of a section its page, and its place in the paragraph before it."""
    *ends, last = body.findall(qn("w:sectPr"))
    first = True
    for end in ends:
        made = _page(last, first=first, narrow=end.get(qn("w:rsidR")) == "own")
        _closing(end).append(made)
        body.remove(end)
        first = False
    if ends:
        _drop(last, "w:titlePg")


def _page(last: Any, *, first: bool, narrow: bool) -> Any:
    """Return a section like the last; only the first of all has a first page of its own."""
    made = deepcopy(last)
    if not first:
        _drop(made, "w:titlePg")
    if narrow:
        made.left_margin = made.right_margin = Mm(12)
        made.top_margin, made.bottom_margin = Mm(20), Mm(14)
        made.footer = Mm(8)
    return made


def _closing(end: Any) -> Any:
    """Return the properties of the paragraph that ends a section; after a table it is made."""
    before = end.getprevious()
    if before is None or before.tag != qn("w:p"):
        before = parse_xml(paragraph("SectionEnd").replace("<w:p>", f"<w:p {NAMESPACES}>", 1))
        end.addprevious(before)
    return before.find(qn("w:pPr"))


def _drop(section: Any, name: str) -> None:
    for found in section.findall(qn(name)):
        section.remove(found)
