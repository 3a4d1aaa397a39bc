"""The level screen: the rung with reasons and steps, the outcomes, and dated recognitions."""

from datetime import date

import pytest

from tests.ui.conftest import EDITOR
from tests.ui.test_screens import all_html, is_whole, show
from workbench.actions.assessing import examined
from workbench.rules.level import level
from workbench.rules.recognition import recognitions
from workbench.store.protocol import ProgrammeId
from workbench.ui.presenters.check import section_of
from workbench.ui.presenters.level import level_view

TODAY = date(2026, 11, 23)


@pytest.fixture
def view(desk_of, words):
    def made(name, language="nl"):
        desk = desk_of(EDITOR)
        opened = desk.open(ProgrammeId("voorbeeld", name))
        found, judged = level(opened.programme, words), examined(desk, opened).recognitions
        return level_view(opened.programme, found, judged, words, language)

    return made


@pytest.fixture
def judged(opened, words):
    """Return a function from recognitions in the colophon to how the screen shows them."""

    def made(*entered, **more):
        given = [{"id": f"r{n}", **one} for n, one in enumerate(entered)]
        programme = opened(colophon={"recognitions": given}, **more).programme
        stand = recognitions(programme, words, TODAY)
        return level_view(programme, level(programme, words), stand, words, "nl")

    return made


def all_ways(view):
    steps = [way for group in view.steps for way in group.ways]
    inside = [way for outcome in view.outcomes for way in (*outcome.reasons, *outcome.steps)]
    return [*view.reasons, *steps, *inside]


@pytest.mark.parametrize("name", ["kompas", "haven", "veerkracht"])
def test_every_reason_and_every_step_leads_to_its_question(view, words, name):
    for language in words.texts:
        ways = all_ways(view(name, language))
        assert ways
        for way in ways:
            assert way.label
            assert way.section == section_of(way.path, words.template)


def test_the_steps_are_those_to_the_next_rung_together_per_section(view, words, desk_of):
    here = view("veerkracht")
    programme = desk_of(EDITOR).open(ProgrammeId("voorbeeld", "veerkracht")).programme
    assert here.name.startswith("Trede 0")
    assert here.next.startswith("De kortste weg naar trede 1")
    steps = [way.path for group in here.steps for way in group.ways]
    assert sorted(steps) == sorted(step.path for step in level(programme, words).steps)
    order = [section.id for section in words.template.sections]
    assert [group.section for group in here.steps] == [
        section for section in order if any(g.section == section for g in here.steps)
    ]


def test_every_outcome_says_which_of_its_studies_count(view):
    trauma, *others = view("kompas").outcomes
    assert trauma.label == "Effectief volgens eerste aanwijzingen"
    assert [line.endswith(", telt mee") for line in trauma.studies] == [True, True]
    assert "goede aanwijzingen" in trauma.next
    aside = next(outcome for outcome in others if outcome.name == "Eigenwaarde")
    assert [line.endswith(", telt niet mee") for line in aside.studies] == [True]
    assert (aside.next, aside.steps) == ("", ())


def test_recognitions_stand_the_newest_first_and_an_expired_one_says_so(judged):
    old = {"level": "strong_indications", "date": "2012-05-01", "committee": "Commissie A"}
    new = {
        "level": "first_indications",
        "date": "2026-10-01",
        "outcome": "Klachten",
        "provisional": True,
    }
    first, second = judged(old, new).recognitions
    assert (first.about, first.state, first.holds) == ("Over: Klachten", "onder voorbehoud", True)
    assert (second.state, second.holds) == ("verlopen: opnieuw te beoordelen", False)
    assert second.about == "Over het hele programma"
    assert second.facts == (
        "Commissie A",
        "oordeel van 1 mei 2012",
        "gold tot en met 1 mei 2017",
    )
    assert second.way.path == "colophon.recognitions.r0.level"


def test_a_recognition_of_which_little_is_known_is_shown_too(judged):
    [one] = judged({"committee": "Commissie A"}).recognitions
    assert (one.label, one.facts, one.holds) == ("Niveau niet ingevuld", ("Commissie A",), False)


def test_without_recognitions_the_reason_is_told_if_there_is_one(judged):
    assert judged().no_recognitions.startswith("Er is nog geen oordeel")
    about = {"colophon.recognitions": {"not_applicable": "Wij zijn net begonnen."}}
    assert judged(about=about).no_recognitions == "Niet van toepassing: Wij zijn net begonnen."


@pytest.mark.parametrize("name", ["kompas", "veerkracht", "leeg"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_screen_shows_the_level_and_that_it_is_no_judgement(enter, words, name, language):
    app = show(enter(language=language), "level", programme=f"voorbeeld/{name}")
    assert is_whole(app)
    assert words.texts[language]("level.disclaimer") in all_html(app)


def test_the_steps_of_a_section_show_when_they_are_unfolded(enter):
    app = show(enter(), "level", programme="voorbeeld/leeg")
    assert not any("question=facets" in link.proto.query_string for link in app.get("page_link"))
    app.session_state["steps/facets"] = True
    app.run()
    assert is_whole(app)
    assert any("question=facets" in link.proto.query_string for link in app.get("page_link"))
