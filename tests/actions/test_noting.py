from dataclasses import replace

import pytest

from workbench.actions.describing import answer
from workbench.actions.desk import Refused
from workbench.actions.noting import clear_personal_data, note, take_clearance_back
from workbench.domain.people import Person


def test_what_is_known_about_an_answer_stands_apart_from_the_answer(desk, programme):
    answer(desk, programme, "goals.main", "Veilig wonen")
    opened = note(desk, programme, "goals.main", knowledge="implicit", source="Het team")
    assert opened.data["goals"] == {"main": "Veilig wonen"}
    assert opened.programme.about["goals.main"].knowledge == "implicit"


def test_taking_back_the_last_thing_known_leaves_no_trace(desk, programme):
    note(desk, programme, "goals.main", not_applicable="Past niet")
    assert "about" not in note(desk, programme, "goals.main", not_applicable=None).data


def test_one_remark_leaves_the_others_alone(desk, programme):
    note(desk, programme, "goals.main", knowledge="explicit")
    known = note(desk, programme, "goals.main", status="done").programme.about["goals.main"]
    assert (known.knowledge, known.status) == ("explicit", "done")


def test_a_remark_about_a_question_that_does_not_exist_is_refused(desk, programme):
    with pytest.raises(Refused, match="unknown_question"):
        note(desk, programme, "goals.nonsense", status="done")


def test_a_clearance_needs_a_reason_and_holds_who_and_when(desk, programme):
    with pytest.raises(Refused, match="reason_needed"):
        clear_personal_data(desk, programme, "goals.main", "abc", "  ")
    opened = clear_personal_data(desk, programme, "goals.main", "abc", "Nummer van een wet")
    cleared = opened.programme.about["goals.main"].no_personal_data[0]
    assert (cleared.id, cleared.person) == ("abc", "Noor Voorbeeld")
    assert cleared.reason == "Nummer van een wet"
    assert cleared.date.isoformat() == "2026-11-23"


def test_a_clearance_that_is_taken_back_leaves_the_others_and_the_journal_keeps_it(desk, programme):
    clear_personal_data(desk, programme, "goals.main", "abc", "Nummer van een wet")
    clear_personal_data(desk, programme, "goals.main", "def", "Nummer van een zaal")
    opened = take_clearance_back(desk, programme, "goals.main", "abc")
    [left] = opened.programme.about["goals.main"].no_personal_data
    assert left.id == "def"
    last = desk.store.history(programme)[-1]
    assert "Nummer van een wet" in str(last.change.old)
    assert "Nummer van een wet" not in str(last.change.new)


def test_taking_back_a_clearance_twice_makes_one_revision(desk, programme):
    clear_personal_data(desk, programme, "goals.main", "abc", "Nummer van een wet")
    first = take_clearance_back(desk, programme, "goals.main", "abc")
    assert "about" not in first.data
    assert take_clearance_back(desk, programme, "goals.main", "abc").revision == first.revision


def test_only_who_may_change_a_description_takes_a_clearance_back(desk, programme):
    clear_personal_data(desk, programme, "goals.main", "abc", "Nummer van een wet")
    stranger = Person(name="Sem Voorbeeld", role="editor", institution="elders")
    with pytest.raises(Refused, match="may_not_change"):
        take_clearance_back(replace(desk, person=stranger), programme, "goals.main", "abc")
    assert desk.open(programme).programme.about["goals.main"].no_personal_data
