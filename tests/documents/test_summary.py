"""The summary stands on one sheet and says where the programme stands, as an indication."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from tests.documents.made import described, example, report_of, said
from workbench.documents.blocks import Heading, Report
from workbench.documents.pdf import pdf
from workbench.domain.words import Words

SENTENCE = "Meisjes die zijn uitgebuit lopen veel risico om opnieuw slachtoffer te worden. "


def of(words: Words, language: str = "nl", gaps: bool = True, **data: Any) -> Report:
    programme = described(data, words)
    return report_of(programme, words, name="summary", gaps=gaps, language=language)


def filled(words: Words, n: int) -> dict[str, Any]:
    """Return a summary of which the six texts have this many words each."""
    text = " ".join((SENTENCE * n).split()[:n])
    return {q.path.partition(".")[2]: text for q in words.template.section("summary").questions}


def pages(report: Report) -> int:
    with pikepdf.open(BytesIO(pdf(report))) as made:
        return len(made.pages)


def test_six_texts_of_a_hundred_words_fit_on_one_page_with_all_that_stands_around_them(
    words: Words,
) -> None:
    data = example("kompas", words).plain()
    recognised = [{"id": "a", "level": "substantiated", "date": "2024-02-01"}]
    data["colophon"] = {**data["colophon"], "recognitions": recognised}
    assert pages(of(words, **{**data, "summary": filled(words, 100)})) == 1


def test_texts_that_are_longer_run_on_and_the_sheet_says_how_long_they_may_be(
    words: Words,
) -> None:
    report = of(words, summary=filled(words, 300))
    assert pages(report) > 1
    assert "1800 woorden" in said(report)
    assert "600" in said(report)
    assert "600" not in said(of(words, summary=filled(words, 100)))


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("nl", ["Doelgroep", "Doel", "Aanpak", "Materiaal", "Onderbouwing", "Onderzoek"]),
        ("en", ["Target group", "Goal", "Approach", "Material", "Substantiation", "Research"]),
    ],
)
def test_the_six_texts_stand_under_their_own_headings(
    words: Words, language: str, headings: list[str]
) -> None:
    report = of(words, language, summary=filled(words, 5))
    found = [block.text for block in report.body if isinstance(block, Heading)]
    assert found[:6] == headings


def test_the_level_stands_there_per_outcome_and_never_without_its_disclaimer(
    words: Words,
) -> None:
    report = report_of(example("kompas", words), words, name="summary")
    text = said(report)
    assert "Trede 3 van de effectladder" in text
    assert "Klachten door trauma: Effectief volgens eerste aanwijzingen" in text
    assert words.texts["nl"]("level.disclaimer") in text


def test_a_recognition_whose_term_is_over_is_shown_as_expired(words: Words) -> None:
    recognition = {"id": "a", "level": "substantiated", "date": "2012-02-17"}
    text = said(of(words, colophon={"recognitions": [recognition]}))
    assert "Goed onderbouwd; het hele programma; sinds 17 februari 2012" in text
    assert "verlopen" in text


def test_what_is_missing_is_marked_unless_it_is_left_out(words: Words) -> None:
    assert said(of(words)).count("Niet ingevuld") == 6 + 12 + 3
    assert "Niet ingevuld" not in said(of(words, gaps=False))
