"""The research screen: fourteen points and TIDieR's items, each with what is there and lacks."""

import pytest

from tests.ui.conftest import EDITOR
from tests.ui.test_screens import all_html, is_whole, show
from workbench.actions.assessing import examined
from workbench.store.protocol import ProgrammeId
from workbench.ui.presenters.check import section_of
from workbench.ui.presenters.research import research_view


@pytest.fixture
def found(desk_of):
    def made(name):
        desk = desk_of(EDITOR)
        return examined(desk, desk.open(ProgrammeId("voorbeeld", name)))

    return made


@pytest.fixture
def view(found, words):
    return lambda name, language="nl": research_view(found(name), words, language)


def test_what_is_partly_there_counts_for_half_and_is_said_so(view):
    assert view("veerkracht").count == (
        "4,5 van de 14 punten staan er. Een punt dat er deels staat, telt voor een half."
    )
    assert view("veerkracht", "en").count.startswith("4.5 of the 14 points")


def test_the_points_that_come_first_are_marked_in_words(view):
    points = view("veerkracht").points
    assert [n for n, point in enumerate(points, 1) if point.blocking] == [1, 2, 4, 8]
    assert {point.blocking for point in points} == {"", "eerst nodig"}


def test_the_open_points_that_come_first_are_named(view):
    assert "punt 1, 2, 4, 8" in view("veerkracht").blocking
    assert view("kompas").blocking == "Alle 4 punten die eerst nodig zijn, staan er helemaal."


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_that_lacks_leads_to_its_question(view, words, language):
    here = view("veerkracht", language)
    ways = [way for point in (*here.points, *here.items) for way in point.lacks]
    assert ways
    for way in ways:
        assert way.section == section_of(way.path, words.template)
        assert way.label != way.path


def test_a_point_tells_in_how_many_places_a_question_is_answered(view):
    goals = view("veerkracht").points[1]
    assert goals.extent == "some"
    assert "ontbreekt: 6" in goals.state
    assert any(line.endswith("(3 van 4)") for line in goals.there)


def test_a_complete_description_lacks_nothing(view):
    here = view("kompas")
    assert {point.extent for point in (*here.points, *here.items)} == {"all"}
    assert not any(point.lacks for point in (*here.points, *here.items))
    assert here.tidier == "Van de 13 onderdelen: 13 helemaal, 0 deels, 0 niet te vertellen."


def test_the_thirteenth_item_stands_by_its_name(view):
    assert [item.name for item in view("kompas").items[-2:]] == [
        "12. Hoe goed: zoals uitgevoerd",
        "Voor wie",
    ]


@pytest.mark.parametrize("name", ["kompas", "veerkracht", "leeg"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_screen_says_that_it_is_no_verdict(enter, words, name, language):
    app = show(enter(language=language), "research", programme=f"voorbeeld/{name}")
    assert is_whole(app)
    assert words.texts[language]("ui.research.no_verdict") in all_html(app)


def test_an_unfolded_point_shows_the_ways_to_what_lacks(enter):
    app = show(enter(), "research", programme="voorbeeld/veerkracht")
    app.session_state["point/7"] = True
    app.run()
    assert is_whole(app)
    assert any(
        "question=colophon.manual.version" in link.proto.query_string
        for link in app.get("page_link")
    )
