"""The research sheet: everything a researcher starts from, out of the description itself."""

from typing import Any

import pytest

from tests.documents.made import MADE_ON, described, example, report_of, said
from tests.documents.test_gaps import chapter
from workbench.documents.blocks import Heading, Picture, Report, flat
from workbench.documents.reports.research_parts import AFTER, BEFORE, MODULES
from workbench.domain.paths import star
from workbench.domain.words import Words
from workbench.rules.examination import Examination


def of(words: Words, language: str = "nl", **data: Any) -> Report:
    return report_of(described(data, words), words, name="research", language=language)


def of_example(words: Words, name: str = "kompas") -> Report:
    return report_of(example(name, words), words, name="research")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_chapter_stands_there_even_of_an_empty_description(
    words: Words, language: str
) -> None:
    report = of(words, language)
    found = {b.text for b in report.body if isinstance(b, Heading) and b.level == 1}
    names = [part.name for part in (*BEFORE, MODULES, *AFTER)]
    titles = {words.texts[language](f"report.research.part.{name}") for name in names}  # type: ignore[index]
    assert titles < found


def test_every_address_of_the_sheet_is_asked_by_the_template(words: Words) -> None:
    for part in (*BEFORE, MODULES, *AFTER):
        for path in part.paths:
            assert words.template.question(star(path))
    for field in MODULES.fields:
        assert words.template.question(f"approach.modules.*.{field}").path == field


def test_the_fourteen_points_say_what_lacks_and_which_four_block(words: Words) -> None:
    text = chapter(of_example(words, "veerkracht"), "Is het programma te onderzoeken?")
    found = Examination(example("veerkracht", words), words, MADE_ON).researchability
    for point in found.points:
        assert f"{point.number}. {point.name.nl}" in text
        for lack in point.coverage.missing:
            assert lack.wording.nl[1:] in text
    assert text.count("Blokkerend") == 4
    assert "de blokkerende punten 1, 2, 4, 8" in text
    free = chapter(of_example(words), "Is het programma te onderzoeken?")
    assert "Geen van de vier blokkerende punten" in free


def test_modules_stand_by_whether_they_are_fixed_on_indication_or_tailored(words: Words) -> None:
    modules = [
        {"id": "a", "name": "Mentorgesprek", "deployment": "fixed"},
        {"id": "b", "name": "EMDR", "deployment": "on_indication", "indication": "CRIES boven 30"},
        {"id": "c", "name": "Sport", "deployment": "tailored"},
        {"id": "d", "name": "Nog open"},
    ]
    text = chapter(
        of(words, approach={"modules": modules}), "Onderdelen: vast, op indicatie en op maat"
    )
    order = ["Vast voor iedereen", "Mentorgesprek", "Op indicatie", "EMDR", "CRIES boven 30"]
    order += ["Op maat", "Sport", "Nog niet gezegd: vast, op indicatie of op maat", "Nog open"]
    places = [text.index(words_of_it) for words_of_it in order]
    assert places == sorted(places)


def test_only_a_module_on_indication_is_asked_by_which_rule(words: Words) -> None:
    rule = words.template.question("approach.modules.*.indication").label.nl
    for deployment, asked in (("fixed", False), ("on_indication", True)):
        modules = [{"id": "a", "name": "Module", "deployment": deployment}]
        text = said(of(words, approach={"modules": modules}))
        assert (f"{rule}\nNiet ingevuld" in text) == asked


def test_what_a_goal_still_lacks_to_be_measured_is_marked(words: Words) -> None:
    goals = {"subgoals": [{"id": "a", "text": "Veilig", "indicator": "Nachten thuis"}]}
    text = chapter(of(words, goals=goals), "Doelen, uitkomsten en meetmomenten")
    assert "Nachten thuis" in text
    assert text.count("Niet ingevuld") >= 3


@pytest.mark.parametrize("name", ["kompas", "veerkracht"])
def test_every_answer_about_studies_elements_and_numbers_stands_there(
    words: Words, name: str
) -> None:
    programme = example(name, words)
    report = report_of(programme, words, name="research")
    flat_text = " ".join(said(report).split())
    needed = programme.research.researchability
    typed = [needed.baseline, needed.comparison, needed.ethics, needed.data_owner]
    typed += [study.name for study in programme.research.effect_studies]
    typed += [study.method for study in programme.research.process_studies]
    typed += [element.description for element in programme.active_elements]
    typed += [phase.exit for phase in programme.approach.phases]
    typed += [one.threshold for one in programme.target_group.indications]
    assert [text for text in typed if text and " ".join(text.split()) not in flat_text] == []


def test_the_phases_are_drawn_as_a_timeline_too(words: Words) -> None:
    assert any(isinstance(block, Picture) for block in flat(of_example(words).body))


def test_its_own_values_hold_the_answers_and_what_lacks(words: Words) -> None:
    data = of(words, goals={"main": "Veilig"}).data
    assert data["answers"] == {"goals.main": "Veilig"}
    assert "research.researchability.ethics" in data["lacks"]
    assert data["researchability"]["of"] == 14
