"""What holds for every report: it opens in every format, in both languages, whatever was typed."""

import json
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from docx import Document
from hypothesis import given, settings

from tests.awkward_strings import AWKWARD
from tests.documents.made import described, example, paragraphs, report_of, said, shows
from tests.documents.test_formats import GOLDEN, STARTS
from tests.strategies import descriptions
from workbench.documents.blocks import Block, Facts, Heading, Table
from workbench.documents.formats import FORMATS, render
from workbench.documents.reports.kinds import KINDS
from workbench.documents.reports.making import MAKERS
from workbench.domain.words import Words
from workbench.store.reading import read_any

OWN = [name for name in KINDS if name != "werkblad"]
"""The reports that are more than the description itself."""


def test_every_report_that_is_offered_can_be_made() -> None:
    assert list(MAKERS) == list(KINDS)


def test_no_two_reports_of_a_programme_have_the_same_file() -> None:
    files = {kind.file_name("kompas", "pdf") for kind in KINDS.values()}
    assert len(files) == len(KINDS)


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize(("programme", "language"), [("kompas", "nl"), ("veerkracht", "nl")])
def test_a_report_of_an_example_is_the_one_that_was_approved(
    words: Words, name: str, programme: str, language: str, request: pytest.FixtureRequest
) -> None:
    report = report_of(example(programme, words), words, name=name, gaps=True, language=language)
    golden = GOLDEN / f"{programme}-{name}.{language}.md"
    made = render(report, "md").decode("utf-8")
    if request.config.getoption("--update-golden"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_format_of_a_report_opens(words: Words, name: str, language: str) -> None:
    report = report_of(example("kompas", words), words, name=name, gaps=True, language=language)
    made = {form: render(report, form) for form in FORMATS}
    assert [f for f in ("docx", "pdf", "html") if not made[f].startswith(STARTS[f])] == []
    assert any(p.text == report.title for p in Document(BytesIO(made["docx"])).paragraphs)
    with pikepdf.open(BytesIO(made["pdf"])) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith(language)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    values = json.loads(made["json"])
    assert read_any(made["yaml"]).data == values
    assert (values["report"], values["language"]) == (name, language)
    assert values["fictitious"] is True
    assert not made["yaml"].startswith(b"#")


@pytest.mark.parametrize("name", OWN)
def test_the_cover_names_the_report_and_says_that_an_example_is_made_up(
    words: Words, name: str
) -> None:
    for language, made_up in (("nl", "Verzonnen"), ("en", "Made-up")):
        report = report_of(example("kompas", words), words, name=name, language=language)
        assert report.cover.kind == words.texts[language].catalogue[f"report.kind.{name}"]  # type: ignore[index]
        assert report.cover.mark.startswith(made_up)
        assert words.texts[language]("report.disclaimer") in report.closing  # type: ignore[index]


@pytest.mark.parametrize("name", OWN)
@settings(max_examples=10)
@given(data=descriptions())
def test_a_report_of_anything_has_headings_in_order_and_no_tables_that_touch(
    words: Words, name: str, data: dict[str, Any]
) -> None:
    report = report_of(described(data, words), words, name=name, gaps=True)
    level = 0
    for block in report.body:
        if isinstance(block, Heading):
            assert block.level <= level + 1
            assert block.text.strip()
            level = block.level
    blocks: tuple[Block, ...] = (*report.cover.blocks, *report.body)
    tables = [isinstance(block, Facts | Table) for block in blocks]
    assert not any(one and other for one, other in pairwise(tables))
    assert all(block.rows for block in blocks if isinstance(block, Facts | Table))


@pytest.mark.parametrize("name", OWN)
def test_awkward_texts_stop_no_report(words: Words, name: str) -> None:
    programme = described(awkward(), words)
    report = report_of(programme, words, name=name, gaps=True)
    for form in FORMATS:
        assert render(report, form)


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_empty_description_gives_a_report_that_says_what_lacks(
    words: Words, name: str, language: str
) -> None:
    report = report_of(described({}, words), words, name=name, gaps=True, language=language)
    assert report.body
    assert len(said(report)) > 100
    for form in FORMATS:
        assert render(report, form)


def awkward() -> dict[str, Any]:
    """Return a description with awkward texts wherever a report repeats what was typed."""
    texts = [text for text in AWKWARD if text.strip()]
    some = texts[::8]
    named = [{"id": f"a{n}", "name": text} for n, text in enumerate(some)]
    implicit = {"knowledge": "implicit", "basis": ["practice"], "source": texts[7]}
    return {
        "title": texts[3],
        "summary": {"goal": "\n".join(texts), "approach": texts[11]},
        "goals": {"subgoals": [{"id": f"a{n}", "text": t} for n, t in enumerate(some)]},
        "factors": named,
        "approach": {"modules": named, "phases": named},
        "active_elements": [{**item, "basis": ["practice"]} for item in named],
        "research": {"effect_studies": named[:9], "process_studies": named[:9]},
        "literature": [{"id": f"a{n}", "title": text} for n, text in enumerate(some)],
        "target_group": {
            "characteristics": [
                {"id": f"a{n}", "name": text, "value": text} for n, text in enumerate(texts)
            ]
        },
        "about": {f"goals.subgoals.a{n}.text": implicit for n in range(len(some))},
    }


def holds(report: Any, text: str) -> bool:
    """Return whether a text stands in a report, white space aside."""
    return shows(" ".join(said(report).split()), text)


# --- what a report refers to


@pytest.mark.parametrize("name", KINDS)
def test_a_source_that_a_report_refers_to_stands_in_its_list(words: Words, name: str) -> None:
    said_so = "Vertrouwen komt voor verandering (Denkbeeldig, 2021)."
    data = {
        "summary": {"substantiation": said_so},
        "rationale": {"overall": said_so},
        "problem": {"description": said_so, "causes": said_so},
        "factors": [{"id": "f", "name": "Wantrouwen", "sources": ["d"]}],
        "goals": {"subgoals": [{"id": "g", "text": "Meisjes durven te vragen.", "factors": ["f"]}]},
        "active_elements": [
            {"id": "e", "name": "Nabijheid", "description": said_so, "sources": ["d"]},
        ],
        "about": {"rationale.overall": {"knowledge": "implicit"}},
        "literature": [
            {"id": "d", "authors": "Denkbeeldig, D.", "year": 2021, "title": "Over vertrouwen"},
            {"id": "n", "authors": "Nergens, N.", "year": 2020, "title": "Zonder verwijzing"},
        ],
    }
    report = report_of(described(data, words), words, name=name, gaps=True)
    listed = [p.text for p in paragraphs(report) if p.kind == "reference"]
    assert [line for line in listed if line.startswith("Denkbeeldig, D. (2021). Over vertrouwen")]
    if name in OWN:
        assert not [line for line in listed if "Nergens" in line]
