"""The report holds everything that was entered, once and in order, and nothing of the editor."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from tests.documents.made import (
    answered,
    described,
    example,
    marked,
    paragraphs,
    report_of,
    said,
    spoken,
)
from tests.strategies import descriptions
from workbench.documents.blocks import Bullets, Facts, Heading, Report, Table
from workbench.domain.paths import star
from workbench.domain.programme import Programme
from workbench.domain.words import Words


def of(words: Words, gaps: bool = False, language: str = "nl", **data: Any) -> Report:
    return report_of(described(data, words), words, gaps=gaps, language=language)


def headings(report: Report) -> list[str]:
    return [block.text for block in report.body if isinstance(block, Heading)]


def answer(report: Report, label: str) -> str:
    """Return what stands beside a question, or below it."""
    blocks = [*report.cover.blocks, *report.colophon, *report.body]
    for place, block in enumerate(blocks):
        if isinstance(block, Facts):
            for question, cell in block.rows:
                if question == label:
                    return " | ".join(part.text for part in cell)
        elif isinstance(block, Heading) and block.text.endswith(label):
            return " | ".join(spoken(blocks[place + 1]))
    raise AssertionError(f"{label} is not in the report")


# --- everything, once, in order


@given(data=descriptions())
def test_every_text_stands_in_the_report_once(words: Words, data: dict[str, Any]) -> None:
    with_marks, marks = marked(data)
    for gaps in (False, True):
        text = answered(said(report_of(described(with_marks, words), words, gaps=gaps)))
        times = {path: text.count(mark) for path, mark in marks.items()}
        assert {path: n for path, n in times.items() if n != 1} == {}


@pytest.mark.parametrize("name", ["kompas", "haven", "veerkracht"])
def test_the_texts_of_an_example_stand_in_the_order_of_the_template(
    words: Words, name: str
) -> None:
    with_marks, marks = marked(example(name, words).plain())
    text = answered(said(report_of(described(with_marks, words), words)))
    asked = [path for path, _, _ in words.template.walk()]
    outside = ("title", "colophon", "about", "literature")
    paths = [path for path in marks if not path.startswith(outside)]
    stand = sorted(paths, key=lambda path: text.index(marks[path]))
    sections = [words.template.section_of(star(path)).id for path in stand]
    assert sections == sorted(sections, key=_section_order(words).index)
    for one, other in pairwise(stand):
        same_item = one.rpartition(".")[0] == other.rpartition(".")[0]
        if same_item or ("*" not in star(one) and "*" not in star(other)):
            assert asked.index(star(one)) < asked.index(star(other))


def _section_order(words: Words) -> list[str]:
    sections = [section for section in words.template.sections if section.id != "colophon"]
    annex = next(n for n, section in enumerate(sections) if section.chapter == "annex")
    profile = [section for section in sections if section.chapter == "profile"]
    official = [section for section in sections[:annex] if section.chapter != "profile"]
    return [section.id for section in (*official, *profile, *sections[annex:])]


def test_the_chapters_stand_in_the_official_order(words: Words) -> None:
    report = report_of(example("kompas", words), words, gaps=True)
    chapters = [b.text for b in report.body if isinstance(b, Heading) and b.level == 1]
    assert chapters == [
        "Samenvatting",
        "1 Beschrijving",
        "2 Uitvoering",
        "3 Onderbouwing",
        "4 Onderzoek",
        "5 Samenvatting werkzame elementen",
        "6 Aangehaalde literatuur",
        "Kenmerken om te vinden en te vergelijken",
        "Bijlagen",
    ]


def test_the_number_of_a_paragraph_stands_at_its_first_question(words: Words) -> None:
    found = headings(report_of(example("kompas", words), words))
    assert [text[:4] for text in found if re.match(r"1\.1[a-d]", text)] == [
        "1.1a", "1.1b", "1.1c", "1.1d",
    ]  # fmt: skip


# --- shape


@given(data=descriptions())
def test_no_level_of_heading_is_skipped_and_no_two_tables_touch(
    words: Words, data: dict[str, Any]
) -> None:
    for gaps in (False, True):
        report = report_of(described(data, words), words, gaps=gaps)
        for part in (report.cover.blocks, report.colophon, report.body):
            level = 0
            for before, block in zip((None, *part), part, strict=False):
                if isinstance(block, Heading):
                    assert block.level <= level + 1
                    assert block.text.strip()
                    level = block.level
                both = isinstance(before, Facts | Table) and isinstance(block, Facts | Table)
                assert not both


def test_small_items_become_a_table_and_long_ones_get_a_heading_each(words: Words) -> None:
    items = [{"id": "a", "name": "Motivatie", "value": "Wisselend"}]
    small = of(words, target_group={"characteristics": items})
    assert any(isinstance(block, Table) for block in small.body)
    items = [{"id": "a", "name": "Motivatie", "value": "Wisselend. " * 60}]
    long = of(words, target_group={"characteristics": items})
    assert not any(isinstance(block, Table) for block in long.body)
    assert "Kenmerk 1: Motivatie" in headings(long)


def test_lines_with_dashes_become_a_list(words: Words) -> None:
    text = "Wij doen:\n- praten\n- koken\n\nEn een - streepje"
    report = of(words, summary={"approach": text})
    assert Bullets(("praten", "koken")) in report.body
    assert "En een - streepje" in said(report)


# --- what is missing, and what does not apply


def test_an_empty_description_shows_nothing_unless_gaps_are_asked_for(words: Words) -> None:
    assert of(words).body == ()
    assert of(words).colophon == ()
    report = of(words, gaps=True)
    questions = sum(len(section.questions) for section in words.template.sections)
    gaps = [paragraph for paragraph in paragraphs(report) if paragraph.kind == "gap"]
    assert len(gaps) == questions
    assert {gap.text for gap in gaps} == {"Niet ingevuld"}


def test_inside_an_item_only_what_a_level_requires_is_marked_as_missing(words: Words) -> None:
    factors = [{"id": "a", "name": "Schaamte", "type": "risk"}]
    text = said(of(words, gaps=True, factors=factors))
    assert "Kan het programma deze factor veranderen?\n" in text
    assert "Waarom pakt het programma deze factor niet aan?" not in text


def test_a_reason_why_something_does_not_apply_stands_at_the_question(words: Words) -> None:
    about = {
        "target_group.intermediary": {"not_applicable": "Er is geen tussenpersoon."},
        "colophon.contact.phone": {"not_applicable": "Er is geen telefoon."},
    }
    report = of(words, gaps=True, about=about)
    told = [paragraph.text for paragraph in paragraphs(report) if paragraph.kind == "remark"]
    assert told == [
        "Niet van toepassing: Er is geen telefoon.",
        "Niet van toepassing: Er is geen tussenpersoon.",
    ]
    assert answer(report, "Wat is het telefoonnummer van de contactpersoon?") == told[0]


# --- values in words


@pytest.mark.parametrize(
    ("language", "words_of_it"),
    [
        ("nl", ["14 tot en met 17", "6 tot 9 maanden", "€ 1.250,50", "15 juni 2026", "Nee"]),
        ("en", ["14 up to and including 17", "6 to 9 months", "€1,250.50", "15 June 2026", "No"]),
    ],
)
def test_values_are_said_as_people_write_them(
    words: Words, language: str, words_of_it: list[str]
) -> None:
    report = of(
        words,
        language=language,
        facets={"age": {"minimum": 14, "maximum": 17}},
        approach={
            "duration": {"minimum": 6, "maximum": 9, "unit": "months"},
            "around_the_clock": False,
        },
        delivery={"costs": [{"id": "a", "name": "Training", "amount": 1250.5}]},
        colophon={"date": "2026-06-15"},
    )
    text = said(report).replace("\xa0", " ")
    assert [said_so for said_so in words_of_it if said_so not in text] == []


@pytest.mark.parametrize(
    ("duration", "told"),
    [
        ({"minimum": 1, "maximum": 1, "unit": "months"}, "1 maand"),
        ({"minimum": 2, "maximum": 2, "unit": "weeks"}, "2 weken"),
        ({"minimum": 3, "unit": "weeks"}, "vanaf 3 weken"),
        ({"maximum": 1, "unit": "years"}, "hoogstens 1 jaar"),
        ({"minimum": 3, "maximum": 4}, "3 tot en met 4"),
        ({"unit": "weeks"}, "weken"),
    ],
)
def test_a_length_of_time_is_said_in_words(
    words: Words, duration: dict[str, Any], told: str
) -> None:
    report = of(words, approach={"duration": duration})
    assert answer(report, "Hoe lang duurt het hele programma?") == told


def test_a_year_gets_no_mark_between_its_thousands(words: Words) -> None:
    report = of(words, problem={"figures": [{"id": "a", "name": "Meldingen", "year": 2024}]})
    assert "2024" in said(report)


def test_no_number_is_too_large_or_too_small_to_say(words: Words) -> None:
    for value in (1e300, 5e-324, -0.0, 0.1 + 0.2):
        assert said(of(words, delivery={"hours_per_trajectory": value}))


# --- links


def test_a_link_is_shown_by_the_heading_of_what_it_points_to(words: Words) -> None:
    long = "Het meisje is veilig en weet wat zij doet als het spannend wordt. " * 3
    report = of(
        words,
        goals={"subgoals": [{"id": "g-1", "text": long}]},
        factors=[{"id": "f-1", "name": "Schaamte", "sources": ["s-1", "s-9"]}],
        rationale={"per_subgoal": [{"id": "r-1", "subgoal": "g-1", "reason": "Daarom " * 60}]},
        literature=[{"id": "s-1", "authors": "Voorbeeld, A., & Ander, B.", "year": 2020}],
    )
    text = said(report)
    assert "Voorbeeld & Ander (2020); (verwijderd onderdeel)" in text
    assert "Subdoel 1: ‘Het meisje is veilig en weet wat zij doet als het spannend…’" in text
    assert not re.search(r"\b[gfrs]-[19]\b", text)


@given(data=descriptions())
def test_no_report_fails_on_links_to_anything(words: Words, data: dict[str, Any]) -> None:
    for language in ("nl", "en"):
        assert said(report_of(described(data, words), words, language=language))


def test_a_reference_says_what_it_still_lacks(words: Words) -> None:
    report = of(words, gaps=True, literature=[{"id": "s", "authors": "Boer, P."}, {"id": "t"}])
    [nothing, named] = [p for p in paragraphs(report) if p.kind == "reference"]
    assert (
        named.text
        == "Boer, P. (z.d.). [Niet ingevuld: Titel, Wat voor bron is het?, Jaar van verschijnen]"
    )
    assert nothing.text.startswith("Bron 2 [Niet ingevuld: Titel, ")


# --- what is known about answers


def test_the_appendix_tells_what_answers_rest_on_but_not_who_cleared_what(words: Words) -> None:
    clearance = {"id": "f" * 8, "reason": "Een functie", "person": "Kim", "date": "2026-01-01"}
    about = {
        "goals.subgoals.a.text": {
            "knowledge": "implicit", "basis": ["practice"], "source": "Gesprek met het team",
            "no_personal_data": [clearance],
        }
    }  # fmt: skip
    report = of(words, goals={"subgoals": [{"id": "a", "text": "Veilig"}]}, about=about)
    table = report.body[-1]
    assert isinstance(table, Table)
    assert [" ".join(part.text for part in cell) for cell in table.rows[0]] == [
        "Veilig: Wat is het subdoel?",
        "",
        "Zit in ons hoofd (impliciet)",
        "Praktijkkennis",
        "Gesprek met het team",
    ]
    assert "Kim" not in said(report)
    assert "Een functie" not in said(report)


# --- cover and closing


def test_the_cover_says_that_an_example_is_made_up_and_a_real_one_does_not(words: Words) -> None:
    assert "verzonnen" in of(words, colophon={"fictitious": True}).cover.mark.lower()
    assert of(words, colophon={"fictitious": False}).cover.mark == ""


def test_the_cover_holds_the_block_with_recognitions(words: Words) -> None:
    recognition = {"id": "r", "level": "substantiated", "committee": "Deelcommissie 1"}
    report = of(words, colophon={"recognitions": [recognition]})
    assert "Erkenning" in [t for block in report.cover.blocks for t in spoken(block)]
    assert said(report).count("Deelcommissie 1") == 1


def test_a_description_without_a_title_still_has_a_cover(words: Words) -> None:
    assert of(words, title="  \n ").title == "Nog zonder titel"


def test_the_closing_says_from_what_it_was_made_and_that_it_is_no_judgement(
    words: Words,
) -> None:
    made, disclaimer = of(words).closing
    assert "23 november 2026" in made
    assert "revisie 12" in made
    assert "geen oordeel" in disclaimer
    unsaved = report_of(Programme(), words, revision=None)
    assert "revisie" not in unsaved.closing[0]
