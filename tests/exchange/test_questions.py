"""A colleague elsewhere asks about what is shared; only the two institutions read it."""

import pytest

from tests.exchange.conftest import OTHER, OWNER, THEIRS
from tests.exchange.test_exchange import refused
from tests.exchange.test_screens import enter, press, say, seen
from tests.ui.test_screens import field, is_whole, show
from workbench.actions.advising import advice
from workbench.actions.asking_along import answer_question, ask_along, questions
from workbench.actions.sharing import share, withdraw
from workbench.domain.people import Person

__all__ = ["enter"]
ADVISOR = Person(name="Ada", role="advisor")


@pytest.fixture
def asked(owner, other):
    share(owner, THEIRS, ["modules"])
    ask_along(other, THEIRS, "modules", "Hoe vaak is dat gesprek?")
    [thread] = questions(owner, THEIRS)
    return thread.id


def texts(desk):
    return [line.text for thread in questions(desk, THEIRS) for line in thread.lines]


def test_a_question_and_its_answer_are_read_by_the_two_institutions_only(
    owner, other, desk_of, asked
):
    answer_question(owner, THEIRS, asked, "Elke vrijdag.")
    assert texts(owner) == texts(other) == ["Hoe vaak is dat gesprek?", "Elke vrijdag."]
    third = desk_of(OTHER.model_copy(update={"institution": "koppeling"}))
    assert texts(third) == []
    advisor = desk_of(ADVISOR)
    assert refused(questions, advisor, THEIRS) == "may_not_see_questions"
    assert advice(advisor, advisor.store.open(THEIRS)) == []


def test_only_about_what_is_shared_somebody_asks(other, owner, asked):
    assert refused(ask_along, other, THEIRS, "goals", "En de doelen?") == "question_not_shared"
    withdraw(owner, THEIRS)
    assert refused(ask_along, other, THEIRS, "modules", "Nog iets?") == "may_not_ask_along"
    assert refused(questions, other, THEIRS) == "may_not_see_questions"
    assert texts(owner) == ["Hoe vaak is dat gesprek?"]


def test_an_empty_question_and_an_answer_to_nothing_are_refused(other, owner, asked):
    assert refused(ask_along, other, THEIRS, "modules", " ") == "advice_text_needed"
    assert refused(answer_question, owner, THEIRS, "weg", "Ja.") == "no_thread"


def test_it_is_asked_and_answered_on_the_screens(enter, owner, asked):
    app = show(enter(OTHER), "shared", programme=str(THEIRS), section="modules")
    field(app, "text_area", say("ui.asking.text")).set_value("En wie kookt er?")
    press(app, say("ui.asking.button"))
    assert is_whole(app)
    assert "En wie kookt er?" in seen(app)
    app = show(enter(OWNER), "share", programme=str(THEIRS))
    assert "En wie kookt er?" in seen(app)
    fields = [one for one in app.text_area if one.label == say("ui.asking.answer")]
    fields[1].set_value("De jongeren zelf.")
    [b for b in app.button if b.label == say("ui.asking.answer_button")][1].click().run()
    assert is_whole(app)
    assert "De jongeren zelf." in seen(app)
