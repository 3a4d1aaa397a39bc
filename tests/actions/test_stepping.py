"""Taking a programme a step further: who, when, why, and what is frozen with it."""

import pytest

from tests.actions.conftest import ADVISOR, EDITOR
from tests.terminal import examples
from workbench.actions.describing import answer, start
from workbench.actions.desk import Desk, Refused
from workbench.actions.going_back import restore
from workbench.actions.history import history, opened_at
from workbench.actions.stepping import LONGEST_REASON, procedure, step
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.words import load_words

KEEPER = Person(name="Bea Voorbeeld", role="administrator")
KOMPAS = ProgrammeId("voorbeeld", "kompas")


@pytest.fixture
def advisor(store):
    return Desk(store, load_words(), ADVISOR)


def refusal(act, *arguments):
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return refused.value.key


def test_a_new_programme_is_a_concept(desk, programme):
    found = procedure(desk, programme)
    assert (found.status, list(found.taken)) == ("concept", [])
    assert list(found.possible) == ["open_round_1", "finish"]


def test_a_step_keeps_who_when_and_why(desk, advisor, programme):
    opened = step(advisor, programme, "open_round_1", " Op verzoek\nvan de instelling. ")
    assert opened.status == "round_1"
    line = procedure(desk, programme).taken[-1]
    assert line.person == ADVISOR
    assert line.change.old == "concept"
    assert line.change.new["reason"] == "Op verzoek van de instelling."


def test_a_round_begins_and_ends_with_a_frozen_version(desk, advisor, programme):
    answer(desk, programme, "goals.main", "Eerst.")
    step(desk, programme, "open_round_1")
    answer(desk, programme, "goals.main", "Later.")
    step(advisor, programme, "close_round_1")
    names = [version.name for version in history(desk, programme).versions]
    assert names == ["Begin van adviesronde 1", "Einde van adviesronde 1"]
    begun = procedure(desk, programme).taken[0].change.new["version"]
    assert opened_at(desk, programme, begun).data["goals"]["main"] == "Eerst."
    assert desk.store.verify(programme) == []


def test_a_second_first_round_gets_a_name_of_its_own(desk, advisor, programme):
    step(desk, programme, "open_round_1")
    step(advisor, programme, "take_back", "Te vroeg begonnen.")
    assert step(desk, programme, "open_round_1").status == "round_1"
    names = [version.name for version in history(desk, programme).versions]
    assert names == ["Begin van adviesronde 1", "Begin van adviesronde 1 (2)"]


def test_writing_on_changes_no_status_and_a_status_stops_nobody_from_writing(
    desk, advisor, programme
):
    step(desk, programme, "open_round_1")
    opened = answer(desk, programme, "goals.main", "Doorgeschreven.")
    assert opened.status == "round_1"
    assert restore(desk, programme, 1).status == "round_1"
    assert FileStore(desk.store._root, load_words().options).open(programme).status == "round_1"


def test_what_is_not_complete_cannot_be_submitted(desk, programme):
    step(desk, programme, "finish")
    assert refusal(step, desk, programme, "submit") == "step_gaps"
    assert desk.open(programme).status == "final"


def test_what_looks_like_personal_data_cannot_be_submitted(desk, programme):
    answer(desk, programme, "goals.main", "Bel met noor@voorbeeld.nl.")
    step(desk, programme, "finish")
    assert refusal(step, desk, programme, "submit") == "step_held_back"


def test_a_complete_description_can_be_submitted(tmp_path):
    store = FileStore(examples(tmp_path / "vol"), load_words().options)
    staff = EDITOR.model_copy(update={"institution": "voorbeeld"})
    desk = Desk(store, load_words(), staff)
    advisor = Desk(store, load_words(), ADVISOR)
    status = desk.open(KOMPAS).status
    while status not in ("final", "submitted"):
        way = {"round_1": "close_round_1", "round_2": "close_round_2"}
        by = advisor if status in way else desk
        status = step(by, KOMPAS, way.get(status, "finish")).status
    assert step(desk, KOMPAS, "submit").status == "submitted"
    assert step(advisor, KOMPAS, "recognise").status == "recognised"


def test_a_step_that_does_not_fit_the_status_is_refused(desk, advisor, programme):
    assert refusal(step, advisor, programme, "close_round_1") == "step_not_now"
    assert refusal(step, desk, programme, "close_round_1") == "may_not_step"
    step(desk, programme, "open_round_1")
    assert refusal(step, desk, programme, "close_round_1") == "may_not_step"


def test_taking_back_needs_a_reason_and_leads_to_the_status_before(store, desk, programme):
    keeper = Desk(store, load_words(), KEEPER)
    step(desk, programme, "open_round_1")
    assert refusal(step, keeper, programme, "take_back") == "step_needs_reason"
    long = "x" * (LONGEST_REASON + 1)
    assert refusal(step, keeper, programme, "take_back", long) == "step_reason_unfit"
    assert step(keeper, programme, "take_back", "Verkeerd programma.").status == "concept"


def test_of_two_who_step_at_once_one_is_told(desk, advisor, programme, monkeypatch):
    real = desk.store.change

    def meanwhile(programme, person, propose, seen=None, writer=""):
        if seen is not None:
            monkeypatch.setattr(desk.store, "change", real)
            step(advisor, programme, "open_round_1")
        return real(programme, person, propose, seen, writer)

    monkeypatch.setattr(desk.store, "change", meanwhile)
    assert refusal(step, desk, programme, "finish") == "step_contested"
    assert desk.open(programme).status == "round_1"


def test_a_programme_of_another_institution_takes_no_step(store, desk):
    other = start(desk, "spirit", "Nog een").id
    stranger = Desk(store, load_words(), EDITOR.model_copy(update={"institution": "parlan"}))
    assert refusal(step, stranger, other, "open_round_1") == "may_not_read"
