"""Whoever goes back keeps every earlier state readable and undoes nobody's work unseen."""

import random

import pytest

from tests.actions.conftest import ADVISOR, EDITOR
from workbench.actions.describing import add_item, answer, move_item, remove_item
from workbench.actions.desk import Desk, Refused
from workbench.actions.going_back import CameOver, name_version, restore, undo, undo_last
from workbench.actions.history import history, opened_at
from workbench.actions.noting import note
from workbench.domain.people import Person
from workbench.rules.frozen import fingerprint_of
from workbench.store.words import load_words

MAIN, SUBGOALS = "goals.main", "goals.subgoals"
COLLEAGUE = Person(name="Sam Voorbeeld", role="editor", institution="spirit")


@pytest.fixture
def colleague(store):
    return Desk(store, load_words(), COLLEAGUE)


def main_goal(desk, programme):
    return desk.open(programme).data.get("goals", {}).get("main")


def test_an_earlier_state_can_be_looked_at_as_it_was(desk, programme):
    then = answer(desk, programme, MAIN, "Eerst")
    answer(desk, programme, MAIN, "Later")
    seen = opened_at(desk, programme, then.revision)
    assert seen.data == then.data
    assert (seen.revision, seen.saved[MAIN].revision) == (2, 2)
    assert opened_at(desk, programme, then.revision) is seen


def test_restoring_ten_times_in_any_order_leaves_every_earlier_state_readable(desk, programme):
    chance, states = random.Random(11), {1: desk.open(programme).data}
    for n in range(6):
        opened = answer(desk, programme, MAIN, f"Antwoord {n}")
        states[opened.revision] = opened.data
        opened, _ = add_item(desk, programme, SUBGOALS, f"Doel {n}")
        states[opened.revision] = opened.data
    for _ in range(10):
        opened = restore(desk, programme, chance.choice(list(states)))
        states[opened.revision] = opened.data
    assert len(history(desk, programme).lines) == max(states)
    for revision, data in states.items():
        assert opened_at(desk, programme, revision).data == data
    assert desk.store.verify(programme) == []


def test_there_is_nothing_to_put_back_from_before_the_first_revision(desk, programme):
    before = desk.open(programme)
    with pytest.raises(Refused) as refused:
        restore(desk, programme, 0)
    assert refused.value.key == "no_revision"
    assert desk.open(programme) == before


def test_what_a_colleague_changed_meanwhile_is_not_put_back_unseen(desk, colleague, programme):
    answer(desk, programme, MAIN, "Eerst")
    seen = answer(desk, programme, "title", "Anders").revision
    answer(colleague, programme, "title", "Van Sam")
    with pytest.raises(Refused) as refused:
        restore(desk, programme, 1, seen=seen)
    assert refused.value.key == "restore_contested"
    assert refused.value.values["person"] == "Sam Voorbeeld"
    assert desk.open(programme).data["title"] == "Van Sam"


def test_what_a_colleague_wrote_that_stays_as_it_is_stops_nobody(desk, colleague, programme):
    answer(colleague, programme, "title", "Van Sam")
    before = answer(desk, programme, MAIN, "Eerst")
    seen = answer(desk, programme, MAIN, "Later").revision
    note(colleague, programme, "title", status="done")
    with pytest.raises(Refused):
        restore(desk, programme, before.revision, seen=seen)
    restore(desk, programme, before.revision)
    assert desk.open(programme).data == before.data


def test_undoing_takes_back_one_change_after_the_other(desk, programme):
    answer(desk, programme, "title", "Anders")
    answer(desk, programme, MAIN, "Een hoofddoel")
    _, item = add_item(desk, programme, SUBGOALS, "Veilig")
    undone = [undo_last(desk, programme).path for _ in range(3)]
    assert undone == [SUBGOALS, MAIN, "title"]
    assert desk.open(programme).data == opened_at(desk, programme, 1).data
    with pytest.raises(Refused) as refused:
        undo_last(desk, programme)
    assert refused.value.key == "nothing_to_undo"
    assert opened_at(desk, programme, 4).data[SUBGOALS.split(".")[0]]["subgoals"][0]["id"] == item


def test_undoing_says_what_a_colleague_wrote_over_it_and_leaves_that(desk, colleague, programme):
    mine = answer(desk, programme, MAIN, "Van Noor").revision
    answer(colleague, programme, MAIN, "Van Sam")
    with pytest.raises(CameOver) as over:
        undo(desk, programme, mine)
    assert (over.value.touched.before, over.value.touched.now) == (None, "Van Sam")
    assert main_goal(desk, programme) == "Van Sam"
    undo(desk, programme, mine, "over")
    assert main_goal(desk, programme) is None


def test_an_item_removed_long_ago_comes_back_to_its_place(desk, programme):
    for name in ("Veilig", "Thuis", "School"):
        add_item(desk, programme, SUBGOALS, name)
    before = desk.open(programme).data["goals"]["subgoals"]
    remove_item(desk, programme, SUBGOALS, "thuis")
    gone = desk.open(programme).revision
    for n in range(4):
        answer(desk, programme, MAIN, f"Later {n}")
    undo(desk, programme, gone)
    assert desk.open(programme).data["goals"]["subgoals"] == before


def test_an_order_and_a_note_can_be_undone(desk, programme):
    for name in ("Veilig", "Thuis"):
        add_item(desk, programme, SUBGOALS, name)
    before = desk.open(programme).data
    move_item(desk, programme, SUBGOALS, "thuis", -1)
    note(desk, programme, MAIN, status="done")
    undo_last(desk, programme)
    undo_last(desk, programme)
    assert desk.open(programme).data == before


def test_a_version_carries_a_fingerprint_of_what_it_says(desk, programme):
    answer(desk, programme, MAIN, "Eerst")
    data = desk.open(programme).data
    name_version(desk, programme, "  ronde   1 ")
    answer(desk, programme, MAIN, "Later")
    found = history(desk, programme)
    [version] = found.versions
    assert version.name == "ronde 1"
    assert found.line(version.revision).change.new["sha256"] == fingerprint_of(data)
    assert opened_at(desk, programme, version.revision).data == data
    assert found.version_of(version.revision) == found.version_of(version.revision - 1) == "ronde 1"
    assert desk.store.verify(programme) == []


def test_a_name_is_given_once(desk, programme):
    name_version(desk, programme, "Ronde 1")
    with pytest.raises(Refused) as refused:
        name_version(desk, programme, "ronde 1")
    assert refused.value.key == "version_name_taken"
    assert len(history(desk, programme).versions) == 1


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, id_: name_version(desk, id_, "x"),
        lambda desk, id_: restore(desk, id_, 1),
        lambda desk, id_: undo(desk, id_, 2),
        lambda desk, id_: undo_last(desk, id_),
    ],
)
def test_who_may_only_read_may_look_back_but_not_go_back(desk, store, programme, act):
    answer(desk, programme, MAIN, "Eerst")
    reader = Desk(store, load_words(), ADVISOR)
    assert len(history(reader, programme).entries) == 2
    with pytest.raises(Refused) as refused:
        act(reader, programme)
    assert refused.value.key in {"may_not_name_version", "may_not_go_back"}


def test_who_may_not_read_may_not_look_back_either(store, programme):
    stranger = Desk(store, load_words(), EDITOR.model_copy(update={"institution": "parlan"}))
    for look in (lambda: history(stranger, programme), lambda: opened_at(stranger, programme, 1)):
        with pytest.raises(Refused):
            look()
