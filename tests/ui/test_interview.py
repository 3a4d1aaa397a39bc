"""The conversation screen: what answers rest on, and questions for what is in people's heads."""

import pytest

from tests.ui.conftest import ADVISOR, EDITOR
from tests.ui.test_screens import all_html, is_whole, show, stored
from workbench.actions.assessing import examined
from workbench.documents.reports.kinds import INTERVIEW, KINDS
from workbench.domain.shape import understood
from workbench.rules.interview import interview
from workbench.store.protocol import ProgrammeId
from workbench.ui.presenters.check import section_of
from workbench.ui.presenters.interview import interview_view


@pytest.fixture
def view(desk_of, words):
    def made(name, language="nl"):
        desk = desk_of(EDITOR)
        opened = desk.open(ProgrammeId("voorbeeld", name))
        return interview_view(examined(desk, opened).interview, words, language)

    return made


def test_a_section_says_how_much_is_on_paper_and_what_it_rests_on(view):
    known = {section.section: section for section in view("veerkracht").sections}
    assert known["modules"].marked == "1 op papier, 2 in ons hoofd (67%)"
    assert known["modules"].basis == "praktijkkennis 2"
    assert known["active_elements"].marked == "niet vastgelegd"
    assert known["active_elements"].basis == "onderzoek 1, praktijkkennis 1"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_topic_has_questions_and_leads_to_its_own(view, words, language):
    here = view("kompas", language)
    topics = [topic for section in here.sections for topic in section.topics]
    assert len(topics) == here.topics > 0
    for topic in topics:
        assert topic.questions
        assert topic.where != topic.way.path
        assert topic.way.section == section_of(topic.way.path, words.template)


def test_a_topic_says_what_was_said_and_where_that_comes_from(view):
    [climate] = [
        topic
        for section in view("veerkracht").sections
        for topic in section.topics
        if topic.way.path == "approach.climate"
    ]
    assert climate.said.startswith("De sfeer is huiselijk.")
    assert climate.basis == "Rust op: praktijkkennis · Bron: Teamgesprek in week twee"


def test_a_long_answer_is_quoted_in_short(opened, words):
    programme = opened(
        approach={"climate": "Rustig. " * 200},
        about={"approach.climate": {"knowledge": "implicit"}},
    ).programme
    [section] = interview_view(interview(programme, words), words, "nl").sections
    assert len(section.topics[0].said) <= 320
    assert section.topics[0].said.endswith("…")


@pytest.mark.parametrize("person", [EDITOR, ADVISOR], ids=["editor", "advisor"])
def test_staff_and_advisors_see_the_questions(enter, programmes, words, person):
    programme = understood(stored(programmes, "veerkracht"), words.options)
    app = show(enter(person), "interview", programme="voorbeeld/veerkracht")
    assert is_whole(app)
    shown = all_html(app)
    topics = interview(programme, words).topics
    assert topics
    assert all(topic.questions[0].nl in shown for topic in topics)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_marks_the_screen_says_how_to_make_them(enter, words, language):
    app = show(enter(language=language), "interview", programme="voorbeeld/leeg")
    assert is_whole(app)
    said = [caption.value for caption in app.caption]
    assert words.texts[language]("ui.interview.none") in said
    assert words.texts[language]("ui.mark.button") in words.texts[language]("ui.interview.none")


def test_the_way_to_the_list_as_a_report_is_there_as_soon_as_that_report_is(enter):
    app = show(enter(), "interview", programme="voorbeeld/kompas")
    ways = [w for w in app.get("page_link") if "report=interview" in w.proto.query_string]
    assert len(ways) == (INTERVIEW.name in KINDS)
