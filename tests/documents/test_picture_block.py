"""A picture stands in every format with the words for who cannot see it, and nothing gets lost."""

import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.awkward_strings import AWKWARD
from tests.documents.made import described, report_of
from tests.documents.test_html import Page
from tests.documents.test_markdown import rendered
from workbench.documents.blocks import (
    Block,
    Heading,
    OwnPage,
    Paragraph,
    Picture,
    Report,
    Table,
)
from workbench.documents.formats import render
from workbench.documents.layout import AMONG_TEXT, OWN_PAGE, fitted, shares
from workbench.documents.pictures import ink
from workbench.documents.typesetting import png
from workbench.domain.words import Words

PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"


def drawn(word: str, width: float = 900, height: float = 400) -> Picture:
    inner = [ink.box(1, 1, width - 2, height - 2), ink.words(20, 40, word, 14)]
    svg = ink.picture(f"p{word}", f"Titel {word}", f"Verteld {word}", width, height, inner)
    told = f'Verteld & "{word}" <b>'
    return Picture(f"Titel {word}", told, f"Elders {word}", svg, width, height)


def holding(words: Words, *blocks: Block) -> Report:
    report = report_of(described({"title": "Proef"}, words), words)
    return replace(report, body=(Heading(1, "Alles", listed=True), *blocks))


def mixed(words: Words) -> Report:
    """Return a report with pictures on pages of both kinds, next to a table too."""
    table = Table("Tabel", ("Een",), (((Paragraph("cel"),),),))
    return holding(
        words,
        Paragraph("eerst"),
        drawn("appel"),
        table,
        OwnPage((Heading(2, "Apart", listed=True), drawn("peer", 1280, 1400))),
        Paragraph("daarna"),
        OwnPage((Heading(2, "Nog een"), drawn("kers"), Paragraph("laatst"))),
    )


def figures(node: Any) -> Iterator[str]:
    """Yield the words of every figure below a node of the structure of a PDF."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from figures(child)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == "/Figure":
            yield str(node["/Alt"])
        if "/K" in node:
            yield from figures(node["/K"])


# --- PDF


def test_a_picture_in_the_pdf_is_a_figure_with_its_words(words: Words) -> None:
    with pikepdf.open(BytesIO(render(mixed(words), "pdf"))) as made:
        told = list(figures(made.Root.StructTreeRoot))
        with made.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    assert told == [f'Verteld & "{word}" <b>' for word in ("appel", "peer", "kers")]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_the_words_inside_a_picture_can_be_searched_in_the_pdf(words: Words) -> None:
    run = subprocess.run(
        ["pdftotext", "-", "-"], input=render(mixed(words), "pdf"), capture_output=True, check=True
    )
    text = run.stdout.decode("utf-8")
    order = [text.index(word) for word in ("eerst", "appel", "cel", "peer", "daarna", "laatst")]
    assert order == sorted(order)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_only_what_stands_on_an_own_page_gets_one_in_the_pdf(words: Words) -> None:
    run = subprocess.run(
        ["pdftotext", "-", "-"], input=render(mixed(words), "pdf"), capture_output=True, check=True
    )
    pages = run.stdout.decode("utf-8").split("\f")
    told = [
        [w for w in ("eerst", "cel", "peer", "daarna", "kers", "laatst") if w in p] for p in pages
    ]
    assert told[-6:-1] == [["eerst", "cel"], ["peer"], ["daarna"], ["kers", "laatst"], []]


@pytest.mark.parametrize("text", [t for t in AWKWARD if "\x00" not in t and len(t) < 1000][:60])
def test_awkward_words_in_a_picture_stop_no_report(words: Words, text: str) -> None:
    line = " ".join(text.split())
    svg = ink.picture("p", line, line, 300, 60, [ink.words(5, 30, line, 14)])
    report = holding(words, Picture(line, line or "-", line, svg, 300, 60))
    assert render(report, "pdf")
    assert render(report, "docx")


# --- Word


def test_a_picture_in_word_is_an_image_with_its_words(words: Words) -> None:
    content = render(mixed(words), "docx")
    document = Document(BytesIO(content))
    about = [d.find(f".//{qn('wp:docPr')}") for d in document.element.body.iter(qn("w:drawing"))]
    assert [told.get("descr") for told in about] == [
        f'Verteld & "{word}" <b>' for word in ("appel", "peer", "kers")
    ]
    assert len({told.get("id") for told in about}) == 3
    assert len(list(document.element.body.iter(PICTURE))) == 3
    with zipfile.ZipFile(BytesIO(content)) as parts:
        images = [name for name in parts.namelist() if name.startswith("word/media/")]
        assert {parts.read(name)[:4] for name in images} == {b"\x89PNG"}
    assert len(images) == 3


def test_the_margins_of_word_become_narrow_and_wide_again(
    words: Words,
) -> None:
    document = Document(BytesIO(render(mixed(words), "docx")))
    margins = [section.left_margin for section in document.sections]
    assert [margin < margins[0] for margin in margins] == [False, True, False, True, False]
    for section in document.sections:
        references = section._sectPr.findall(qn("w:headerReference"))
        assert references or section.header.is_linked_to_previous
    assert document.sections[0]._sectPr.findall(qn("w:headerReference"))
    own_first = [section.different_first_page_header_footer for section in document.sections]
    assert own_first == [True, False, False, False, False]


def test_a_picture_in_word_is_no_wider_than_the_page_has_room(words: Words) -> None:
    document = Document(BytesIO(render(mixed(words), "docx")))
    rooms = [s.page_width - s.left_margin - s.right_margin for s in document.sections]
    sizes = [shape.width for shape in document.inline_shapes]
    assert sizes[0] <= rooms[0] + 1000
    assert rooms[0] < sizes[1] <= rooms[1]


def test_a_picture_is_drawn_as_pixels_once() -> None:
    picture = drawn("eenmaal")
    before = png.cache_info().hits
    assert png(picture.svg, 100, 50) == png(picture.svg, 100, 50)
    assert png.cache_info().hits == before + 1


# --- web page and Markdown


def test_a_picture_on_the_web_page_is_an_image_with_a_title_and_words(words: Words) -> None:
    page = Page(render(mixed(words), "html"))
    assert [svg["role"] for svg in page.all("svg")] == ["img"] * 3
    assert [f["aria-label"] for f in page.all("figure")] == [
        "Titel appel", "Titel peer", "Titel kers",
    ]  # fmt: skip
    named = {attributes.get("id") for _, attributes in page.tags}
    for svg in page.all("svg"):
        assert set(str(svg["aria-labelledby"]).split()) <= named


def test_markdown_says_where_the_picture_is_and_keeps_what_stands_around_it(words: Words) -> None:
    content = render(mixed(words), "md")
    assert "*Titel peer.* Elders peer" in content.decode()
    text = rendered(content).text
    assert "svg" not in text
    order = [text.index(w) for w in ("eerst", "Elders appel", "cel", "Apart", "laatst")]
    assert order == sorted(order)


def test_a_heading_on_an_own_page_stands_in_the_contents(words: Words) -> None:
    assert [heading.text for heading in mixed(words).contents] == [
        "Alles",
        "Apart",
    ]


# --- how large


def test_a_picture_is_made_smaller_to_fit_and_never_larger() -> None:
    assert fitted(drawn("x", 96, 96), AMONG_TEXT) == (25.4, 25.4)
    for room in (AMONG_TEXT, OWN_PAGE):
        for size in ((4000, 100), (100, 4000), (1280, 1000)):
            wide, high = fitted(drawn("x", *size), room)
            assert wide <= room.width
            assert high <= room.height
            assert wide / high == pytest.approx(size[0] / size[1], rel=0.02)


def test_columns_with_one_word_leave_their_room_to_the_others() -> None:
    row = tuple((Paragraph(text),) for text in ("F1 Een factor met een lange naam", "ja", "–"))
    first, *others = shares(Table("Tabel", ("Factoren", "D1", "D2"), (row,)))
    assert all(share < 0.12 for share in others)
    assert first > 0.75
