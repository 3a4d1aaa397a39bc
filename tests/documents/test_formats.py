"""Every format makes a file of its own kind; the data formats give back what was entered."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.documents.made import EXAMPLES, described, example, report_of
from tests.strategies import descriptions
from workbench.documents.formats import FORMATS, render
from workbench.domain.words import Words
from workbench.store.reading import read_any

GOLDEN = Path(__file__).parents[1] / "golden"
STARTS = {
    "docx": b"PK",
    "pdf": b"%PDF-",
    "html": b"<!doctype html>",
    "md": b"Werkblad",
    "json": b"{",
    "yaml": b"# yaml-language-server",
}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_makes_a_file_of_its_kind(words: Words, name: str) -> None:
    report = report_of(described({"title": "Proef"}, words), words)
    assert render(report, name).startswith(STARTS[name])
    assert FORMATS[name].extension == name


@given(data=descriptions())
def test_json_and_yaml_give_back_what_was_entered(words: Words, data: dict[str, Any]) -> None:
    programme = described(data, words)
    report = report_of(programme, words)
    assert json.loads(render(report, "json")) == programme.plain()
    assert read_any(render(report, "yaml")).data == programme.plain()


@pytest.mark.parametrize("name", ["kompas", "haven", "veerkracht"])
def test_the_yaml_of_an_example_is_its_file(words: Words, name: str) -> None:
    report = report_of(example(name, words), words)
    assert render(report, "yaml") == (EXAMPLES / f"{name}.yaml").read_bytes()


@pytest.mark.parametrize(
    ("name", "language", "gaps"),
    [("kompas", "nl", False), ("haven", "en", False), ("veerkracht", "nl", True)],
)
def test_the_report_of_an_example_is_the_one_that_was_approved(
    words: Words, name: str, language: str, gaps: bool, request: pytest.FixtureRequest
) -> None:
    report = report_of(example(name, words), words, gaps=gaps, language=language)
    golden = GOLDEN / f"{name}.{language}.md"
    made = render(report, "md").decode("utf-8")
    if request.config.getoption("--update-golden"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")
