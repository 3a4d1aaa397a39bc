"""The interview list: what rests on practice, what to ask, and room to write the answer."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document

from tests.documents.made import MADE_ON, described, example, report_of, said
from workbench.documents.blocks import Report, Room, Table
from workbench.documents.formats import render
from workbench.domain.words import Words
from workbench.rules.examination import Examination

IMPLICIT = {"knowledge": "implicit", "basis": ["practice"], "source": "Gesprek met de mentoren"}


def of(words: Words, language: str = "nl", **data: Any) -> Report:
    return report_of(described(data, words), words, name="interview", language=language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_implicit_answer_stands_there_with_its_questions_and_room(
    words: Words, language: str
) -> None:
    programme = example("kompas", words)
    report = report_of(programme, words, name="interview", language=language)
    flat = " ".join(said(report).split())
    topics = Examination(programme, words, MADE_ON).interview.topics
    assert len(topics) > 10
    assert sum(isinstance(block, Room) for block in report.body) == len(topics)
    for topic in topics:
        assert topic.where[language][1:] in flat  # type: ignore[index]
        assert " ".join((topic.said or "").split()) in flat
        assert (topic.source or "") in flat
        for question in topic.questions:
            assert question[language] in flat  # type: ignore[index]


def test_the_share_per_section_and_what_answers_rest_on_stand_in_a_table(words: Words) -> None:
    about = {
        "goals.main": IMPLICIT,
        "goals.subgoals": {"knowledge": "explicit", "basis": ["theory"]},
    }
    report = of(words, goals={"main": "Veilig"}, about=about)
    [table] = [block for block in report.body if isinstance(block, Table)]
    [row] = [["; ".join(p.text for p in cell) for cell in row] for row in table.rows]
    assert row == ["1.2 Doelen", "1", "1", "50%", "Praktijkkennis (1); Theorie (1)"]


def test_sections_of_which_nothing_is_known_are_named(words: Words) -> None:
    report = of(words, goals={"main": "Veilig"}, about={"goals.main": IMPLICIT})
    unmarked = said(report).split("nog niet vastgelegd waar de antwoorden op rusten")[1]
    first = unmarked.strip().splitlines()[0]
    assert "1.1 Doelgroep" in first
    assert "1.2 Doelen" not in first


def test_without_implicit_answers_it_says_how_they_come_to_stand_there(words: Words) -> None:
    assert "‘Bron, status, n.v.t.’" in said(of(words))
    assert "‘Source, status, n/a’" in said(of(words, "en"))


def test_who_tells_about_an_answer_is_marked_when_nobody_is_named(words: Words) -> None:
    about = {"goals.main": {"knowledge": "implicit"}}
    text = said(of(words, goals={"main": "Veilig"}, about=about))
    assert "Wie of wat erover vertelt\nNiet ingevuld" in text


def test_there_is_room_to_write_in_word_on_the_page_and_in_markdown(words: Words) -> None:
    report = of(words, goals={"main": "Veilig"}, about={"goals.main": IMPLICIT})
    document = Document(BytesIO(render(report, "docx")))
    box = [p.text for p in document.paragraphs if p.style.style_id == "Room"]
    assert len(box) > 3
    assert box[0].startswith("Ruimte om te schrijven bij: ")
    assert not any(box[1:])
    assert b'class="room"' in render(report, "html")
    assert b"> Ruimte om te schrijven" in render(report, "md")
