"""The Word document opens, is built from real headings and tables, and holds every word."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import hypothesis
import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings

from tests.awkward_strings import AWKWARD
from tests.documents.made import answered, described, example, marked, report_of, shows
from tests.strategies import descriptions
from workbench.documents.blocks import Heading, flat
from workbench.documents.word import word
from workbench.domain.words import Words


@pytest.fixture(scope="module")
def document(words: Words) -> Any:
    return opened(word(report_of(example("kompas", words), words, gaps=True)))


TAKEN = {"programme": "Elders", "institution": "Een ander", "date": "2026-11-25"}


def opened(content: bytes) -> Any:
    return Document(BytesIO(content))


def text_of(document: Any) -> str:
    """Return the words of the body in order, with a space for each break."""
    parts = []
    for element in document.element.body.iter(qn("w:t"), qn("w:br"), qn("w:p"), qn("w:tab")):
        parts.append(element.text or "" if element.tag == qn("w:t") else " ")
    return "".join(parts)


def styled(document: Any, style_id: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.style_id == style_id]


@settings(max_examples=10)
@given(data=descriptions())
@hypothesis.example(
    data={"approach": {"modules": [{"id": "a", "name": "Van elders", "taken_from": TAKEN}]}}
)
def test_every_text_stands_in_the_document_once(words: Words, data: dict[str, Any]) -> None:
    with_marks, marks = marked(data)
    text = text_of(opened(word(report_of(described(with_marks, words), words, gaps=True))))
    text = answered(text)
    assert [path for path, mark in marks.items() if text.count(mark) != 1] == []


def test_awkward_texts_arrive_as_they_were_typed(words: Words) -> None:
    figures = [{"id": f"a{n}", "name": f"begin {t} eind"} for n, t in enumerate(AWKWARD)]
    found = text_of(opened(word(report_of(described({"factors": figures}, words), words))))
    flat = " ".join(found.split())
    assert [t for t in AWKWARD if not shows(flat, f"begin {t} eind")] == []


def test_a_title_that_no_description_can_have_does_not_stop_the_report(words: Words) -> None:
    report = replace(report_of(described({}, words), words), title="a\x00b\ud800 " + "lang " * 99)
    assert "a⟨U+0000⟩b⟨U+D800⟩" in text_of(opened(word(report)))


def test_headings_are_real_and_stand_in_the_order_of_the_report(
    words: Words, document: Any
) -> None:
    report = report_of(example("kompas", words), words, gaps=True)
    blocks = flat((*report.colophon, *report.body))
    wanted = [(b.level, b.text) for b in blocks if isinstance(b, Heading)]
    found = [
        (int(p.style.style_id[-1]), p.text)
        for p in document.paragraphs
        if p.style.style_id.startswith("Heading")
    ]
    assert found == wanted
    assert styled(document, "Title") == ["Kompas (fictief voorbeeld)"]


def test_the_contents_stand_there_already_and_lead_to_the_headings(
    words: Words, document: Any
) -> None:
    report = report_of(example("kompas", words), words, gaps=True)
    body = document.element.body
    entries = body.findall(f".//{qn('w:hyperlink')}")
    shown = ["".join(t.text for t in entry.iter(qn("w:t"))) for entry in entries]
    assert shown == [heading.text for heading in report.contents]
    bookmarks = {b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))}
    assert {entry.get(qn("w:anchor")) for entry in entries} == bookmarks
    assert any("TOC" in (code.text or "") for code in body.iter(qn("w:instrText")))


def test_every_field_that_opens_also_closes(document: Any) -> None:
    for part in (document.element.body, document.sections[0].footer._element):
        kinds = [c.get(qn("w:fldCharType")) for c in part.iter(qn("w:fldChar"))]
        assert kinds.count("begin") == kinds.count("end") > 0


def test_word_asks_nothing_on_opening(document: Any) -> None:
    assert document.settings.element.find(qn("w:updateFields")) is None


def test_tables_of_items_repeat_their_header_and_every_table_has_a_caption(document: Any) -> None:
    headed = 0
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        header = table._tbl.findall(f".//{qn('w:tblHeader')}")
        assert len(header) == int(look.get(qn("w:firstRow")))
        headed += len(header)
    assert headed > 5


def test_the_page_number_and_the_title_are_fields(document: Any) -> None:
    section = document.sections[0]
    footer = "".join(t.text or "" for t in section.footer._element.iter(qn("w:instrText")))
    assert "PAGE" in footer
    assert "NUMPAGES" in footer
    assert "TITLE" in section.header._element.xpath("string(.//w:instrText)")
    assert section.footer.paragraphs[0].text.startswith("Pagina")


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_document_says_its_language_title_and_authors(
    words: Words, language: str, locale: str
) -> None:
    made = opened(word(report_of(example("kompas", words), words, language=language)))
    defaults = made.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == locale
    properties = made.core_properties
    assert properties.language == locale
    assert properties.title == "Kompas (fictief voorbeeld)"
    assert properties.author == "Werkgroep Kompas; Meisjesraad Kompas"


def test_no_empty_paragraph_makes_room(document: Any) -> None:
    empty = [p.style.name for p in document.paragraphs if not p.text.strip()]
    assert set(empty) <= {"Picture", "Section End"}


def test_the_file_holds_no_name_of_the_library(words: Words) -> None:
    content = word(report_of(described({}, words), words))
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert b"python-docx" not in parts.read("docProps/core.xml")
