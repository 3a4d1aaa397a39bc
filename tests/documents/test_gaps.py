"""The points to improve: all findings, what is empty, the way up and the holes; no person."""

from typing import Any

import pytest

from tests.documents.made import MADE_ON, described, example, report_of, said, spoken
from workbench.documents.blocks import Block, Heading, Picture, Report, Table, flat
from workbench.domain.words import Words
from workbench.rules.catalogue import sentences
from workbench.rules.examination import Examination


def of(words: Words, language: str = "nl", **data: Any) -> Report:
    return report_of(described(data, words), words, name="gaps", language=language)


def examined(words: Words, name: str = "veerkracht") -> Examination:
    return Examination(example(name, words), words, MADE_ON)


def chapter(report: Report, title: str) -> str:
    """Return what stands in the chapter with this heading."""
    return "\n".join(text for block in blocks_of(report, title) for text in spoken(block))


def blocks_of(report: Report, title: str) -> list[Block]:
    found: list[Block] = []
    inside = False
    for block in flat(report.body):
        if isinstance(block, Heading) and block.level == 1:
            inside = block.text == title
        if inside:
            found.append(block)
    assert found, title
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_stands_there_with_its_remedy_under_how_serious_it_is(
    words: Words, language: str
) -> None:
    report = report_of(example("veerkracht", words), words, name="gaps", language=language)
    text = said(report)
    told = [f for f in examined(words).findings if f.rule.code not in ("C01", "C02")]
    assert len(told) > 10
    for finding in told:
        message, remedy = sentences(finding, words, language)  # type: ignore[arg-type]
        assert message in text
        assert remedy in text
    headings = [block.text for block in report.body if isinstance(block, Heading)]
    counts = {s: sum(f.rule.severity == s for f in told) for s in ("warning", "note")}
    for severity, n in counts.items():
        assert words.texts[language](f"ui.severity.{severity}", n=n) in headings  # type: ignore[index]


def test_every_empty_answer_that_is_needed_is_named_once_in_its_section(words: Words) -> None:
    told = chapter(of(words), "Wat nog niet is ingevuld").splitlines()
    questions = [q for s in words.template.sections for q in s.questions]
    needed = [q.label.nl for q in questions if q.required_from == "described"]
    assert [label for label in needed if label not in told] == []


def test_how_much_is_filled_in_stands_per_section_and_is_not_called_quality(words: Words) -> None:
    report = report_of(example("veerkracht", words), words, name="gaps")
    text = chapter(report, "Hoeveel er is ingevuld")
    filled = examined(words).completeness
    for section in filled.sections:
        count = section.levels[filled.target]
        if count.required:
            assert f"{count.answered} van {count.required}" in text
    assert "zegt niets over de kwaliteit" in text
    assert "%" not in text
    assert "Trede" not in text


@pytest.mark.parametrize("name", ["kompas", "veerkracht"])
def test_the_level_stands_there_with_reasons_steps_outcomes_and_its_disclaimer(
    words: Words, name: str
) -> None:
    report = report_of(example(name, words), words, name="gaps")
    text, level = chapter(report, "Niveau als indicatie"), examined(words, name).level
    assert words.texts["nl"]("level.disclaimer") in text
    told = [*level.why_not_higher, *level.steps]
    told += [told for outcome in level.outcomes for told in (*outcome.reasons, *outcome.steps)]
    assert told
    assert [one.wording.nl for one in told if one.wording.nl not in text] == []
    assert [o.name for o in level.outcomes if f"Uitkomst: {o.name}" not in text] == []


def test_a_judgement_whose_term_is_over_is_called_expired(words: Words) -> None:
    recognition = {"id": "a", "level": "substantiated", "date": "2012-02-17"}
    report = of(words, colophon={"recognitions": [recognition]})
    assert "verlopen" in chapter(report, "Niveau als indicatie")


def test_every_hole_in_the_chain_is_told_with_the_picture_of_the_theory(words: Words) -> None:
    report = report_of(example("veerkracht", words), words, name="gaps")
    text = chapter(report, "Gaten in de keten")
    assert "O2 Traumabehandeling: geen doel" in text
    assert len(examined(words).theory.holes) > 5
    assert any(isinstance(block, Picture) for block in flat(report.body))


def test_a_whole_chain_is_said_to_be_whole(words: Words) -> None:
    report = report_of(example("kompas", words), words, name="gaps")
    assert "heeft geen gaten" in chapter(report, "Gaten in de keten")


def test_words_that_may_be_about_a_person_are_not_repeated(words: Words) -> None:
    goal = "Sanne (15) woont op de Dorpsstraat 12, 1234 AB en is weer veilig."
    report = of(words, goals={"main": goal})
    tables = [block for block in report.body if isinstance(block, Table)]
    text = "\n".join(part for table in tables for part in spoken(table))
    for code in ("P06", "P07", "P08"):
        assert f"{code} ·" in text
    assert not {"Sanne", "Dorpsstraat", "1234"} & set(said(report).replace("‘", " ").split())
    told = [finding["message"] for finding in report.data["findings"]]
    assert not any("Sanne" in message for message in told)
