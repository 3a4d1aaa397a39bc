"""The Markdown shows what was typed as it was typed, also after a program has rendered it."""

from dataclasses import replace

import pytest

from tests.awkward_strings import AWKWARD
from tests.documents.made import described, report_of
from tests.documents.test_html import Page
from workbench.documents.blocks import Block, Bullets, Heading, Paragraph, Table
from workbench.documents.markdown import markdown
from workbench.domain.words import Words


def rendered(content: bytes) -> Page:
    markdown_it = pytest.importorskip("markdown_it")
    made = markdown_it.MarkdownIt("commonmark").enable("table").render(content.decode("utf-8"))
    return Page(made.encode("utf-8"))


@pytest.mark.parametrize("place", ["paragraph", "cell", "heading"])
def test_awkward_texts_show_as_they_were_typed(words: Words, place: str) -> None:
    texts = [text for text in AWKWARD if text.strip() and len(text) < 1000]
    one_line = [text for text in texts if len(text.splitlines()) == 1]
    body: dict[str, list[Block]] = {
        "paragraph": [Paragraph(text) for text in texts],
        "cell": [Table("", ("Een",), tuple(((Paragraph(text),),) for text in texts))],
        "heading": [Heading(2, text) for text in one_line],
    }
    report = replace(report_of(described({}, words), words), body=tuple(body[place]))
    text = rendered(markdown(report)).text
    shown = one_line if place == "heading" else texts
    assert [t for t in shown if " ".join(t.split()) not in text] == []


@pytest.mark.parametrize(
    "typed",
    ["# kop", "1. een", "- x", "+ x", "> citaat", "---", "===", "<b>x</b>", "a | b", "**x**"],
)
def test_nothing_that_was_typed_becomes_a_mark(words: Words, typed: str) -> None:
    report = report_of(described({"summary": {"goal": typed}}, words), words)
    page = rendered(markdown(report))
    tags = [tag for tag, _ in page.tags]
    assert typed in page.text
    assert not {"ol", "ul", "blockquote", "b", "strong", "table"} & set(tags)
    assert tags.count("hr") == 1
    assert tags.count("h1") == 2


def test_a_list_of_dashes_becomes_a_list(words: Words) -> None:
    report = report_of(described({"summary": {"goal": "- een\n- twee"}}, words), words)
    assert Bullets(("een", "twee")) in report.body
    assert "- een\n- twee" in markdown(report).decode()


def test_a_gap_is_marked_by_more_than_its_words(words: Words) -> None:
    report = report_of(described({}, words), words, gaps=True)
    assert Paragraph("Niet ingevuld", "gap") in report.body
    assert "*Niet ingevuld*" in markdown(report).decode()
