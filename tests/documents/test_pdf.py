"""The PDF is tagged and accessible, and no character makes it fail or gets lost."""

import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.awkward_strings import AWKWARD
from tests.documents.made import answered, described, example, marked, report_of
from workbench.documents import pdf as pdf_module
from workbench.documents.blocks import Facts, Heading, Paragraph, Report, Table
from workbench.documents.pdf import pdf
from workbench.domain.words import Words

needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext is not installed"
)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe0e\ufe0f]")

CODE = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")


def text_of(content: bytes) -> str:
    """Return the words of a PDF as a reader finds them."""
    run = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=content, capture_output=True, check=True
    )
    return run.stdout.decode("utf-8")


def kinds_of(node: Any) -> list[str]:
    """Return the tags below a node of the structure, in order."""
    if isinstance(node, pikepdf.Array):
        return [kind for child in node for kind in kinds_of(child)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (kinds_of(node["/K"]) if "/K" in node else [])


def holding(words: Words, *blocks: Any) -> Report:
    report = report_of(described({"title": "Proef"}, words), words)
    return replace(report, body=(Heading(1, "Alles"), *blocks))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pdf_is_tagged_and_says_that_it_is_accessible(words: Words, language: str) -> None:
    content = pdf(report_of(example("kompas", words), words, gaps=True, language=language))
    with pikepdf.open(BytesIO(content)) as made:
        assert made.Root.MarkInfo.Marked
        assert str(made.Root.Lang).startswith(language)
        assert made.Root.ViewerPreferences.DisplayDocTitle
        kinds = set(kinds_of(made.Root.StructTreeRoot))
        assert kinds >= {"/H1", "/H2", "/H3", "/H4", "/P", "/Table", "/TH", "/TD", "/TOC", "/L"}
        with made.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Kompas (fictief voorbeeld)"


@needs_pdftotext
@pytest.mark.parametrize("name", ["kompas", "veerkracht"])
def test_every_text_of_an_example_stands_in_the_pdf_once(words: Words, name: str) -> None:
    data = {**example(name, words).plain(), "about": {}}
    with_marks, marks = marked(data)
    without_title = {path: mark for path, mark in marks.items() if path != "title"}
    text = answered(text_of(pdf(report_of(described(with_marks, words), words))))
    assert [path for path, mark in without_title.items() if text.count(mark) != 1] == []


@needs_pdftotext
def test_awkward_texts_go_through_without_loss(words: Words) -> None:
    body = [Paragraph(f"begin{n}x {text} eind{n}x") for n, text in enumerate(AWKWARD)]
    text = text_of(pdf(holding(words, *body)))
    for n, typed in enumerate(AWKWARD):
        found = re.search(rf"begin{n}x(.*?)eind{n}x", text, re.DOTALL)
        if _is_read_back_in_order(typed):
            assert found, typed
            assert _flat(found[1]) == _flat(typed)


def _is_read_back_in_order(typed: str) -> bool:
    """Whether pdftotext returns it as it stands: not where lines run both ways or marks stack."""
    strange = {"R", "AL", "AN", "RLO", "RLI", "LRI", "PDI", "NSM"}
    return not any(unicodedata.bidirectional(c) in strange for c in typed) and all(
        ord(c) < 0x3000 and unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cn", "Mc")
        for c in typed
        if c not in "\n\r\t"
    )


def _flat(text: str) -> str:
    decoded = CODE.sub(lambda found: chr(int(found[1], 16)), text)
    joined = INVISIBLE.sub("", unicodedata.normalize("NFKC", decoded))
    # At the end of a line pdftotext takes a dash for a hyphen.
    return "".join(joined.split()).replace("-", "")


@needs_pdftotext
def test_a_character_without_a_letter_form_stands_there_as_its_code(words: Words) -> None:
    text = text_of(pdf(holding(words, Paragraph("Een lach 🙂 en 中文 en gewoon"))))
    assert "Een lach ⟨U+1F642⟩ en ⟨U+4E2D⟩⟨U+6587⟩ en gewoon" in " ".join(text.split())


def test_awkward_texts_stop_no_table_and_no_heading(words: Words) -> None:
    cells = tuple((Paragraph(text),) for text in AWKWARD)
    assert pdf(
        holding(
            words,
            Table("Tabel", ("Een", "Twee"), tuple(zip(cells, cells, strict=True))),
            *(Heading(2, f"Kop {text}") for text in AWKWARD),
            Facts("Feiten", tuple((f"Vraag {c[0].text}", c) for c in cells)),
        )
    )


@pytest.mark.parametrize("title", ["🙂", "\u200d", "\ufeff", "中文", "ab" * 300, "#[x] $y$ <z>"])
def test_no_title_stops_the_report(words: Words, title: str) -> None:
    assert pdf(report_of(described({"title": title}, words), words))


@needs_pdftotext
def test_what_looks_like_code_of_the_typesetter_stays_what_was_typed(words: Words) -> None:
    typed = '#import "x" #panic() *vet* _schuin_ $a^2$ = kop @bron <label> // niets'
    assert typed in " ".join(text_of(pdf(holding(words, Paragraph(typed)))).split())


def test_the_same_report_gives_the_same_bytes(words: Words) -> None:
    report = report_of(example("veerkracht", words), words)
    assert pdf(report) == pdf(report)


@needs_pdftotext
def test_a_long_word_is_broken_instead_of_running_off_the_page(words: Words) -> None:
    content = pdf(holding(words, Paragraph("eengroot" * 60)))
    run = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True
    )
    edges = [float(edge) for edge in re.findall(rb'xMax="([\d.]+)"', run.stdout)]
    assert max(edges) < 595 - 60


def test_nothing_on_every_page_knows_the_whole_report() -> None:
    """A rule for all pages that holds the report has all pages set anew after every edit."""
    design = (Path(pdf_module.__file__).parent / "pdf.typ").read_text(encoding="utf-8")
    rules, _, _ = design.partition("#let lines")
    page = rules[rules.index("#set page(") : rules.index("#set list")]
    assert "running-title" in page
    assert "report." not in page
