"""What somebody did can be taken back, and what came over it is never lost unseen."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.recorded import AN, BEGIN, BO, Record
from workbench.domain.paths import value_at
from workbench.rules.entries import entries, to_undo
from workbench.rules.history import state_at
from workbench.rules.undoing import NothingLeft, Touched, undoing
from workbench.store.words import load_words

MAIN, SUBGOALS = "goals.main", "goals.subgoals"


def take_back(record, revision, way="ask"):
    found = entries(record.lines, load_words().template)
    entry = next(e for e in found if e.revision == revision)
    states = [state_at(record.lines, n) if n else {} for n in (entry.before, entry.revision)]
    change = undoing(entry, *states, record.data, way)
    record.do(change)
    return change


@pytest.fixture
def record():
    return Record()


STEPS = {
    "an answer": lambda r: r.answer(MAIN, "Anders"),
    "a first answer": lambda r: r.answer("safety.protection", "Zo"),
    "an answer taken away": lambda r: r.answer(MAIN, None),
    "one end of a range": lambda r: r.answer("facets.age.minimum", 12),
    "a new item": lambda r: r.add(SUBGOALS, {"id": "c", "text": "Nieuw"}, 1),
    "an item taken away": lambda r: r.remove(SUBGOALS, "a"),
    "an order": lambda r: r.order(SUBGOALS, "b", "a"),
    "a note": lambda r: r.note(MAIN, status="done"),
    "a whole document": lambda r: r.whole({"format_version": 1, "title": "Weg"}),
}


@pytest.mark.parametrize("name", STEPS)
def test_every_kind_of_change_can_be_taken_back(record, name):
    done = STEPS[name](record)
    change = take_back(record, done.revision)
    assert record.data == BEGIN
    assert change.of == (done.revision if change.kind != "whole" else done.revision - 1)


@pytest.mark.parametrize("name", STEPS)
def test_what_was_taken_back_can_be_done_again(record, name):
    done = STEPS[name](record)
    after = record.data
    take_back(record, done.revision)
    take_back(record, done.revision + 1)
    assert record.data == after


@given(st.lists(st.sampled_from([n for n in STEPS if n != "a whole document"]), max_size=6))
def test_undoing_again_and_again_leads_to_the_beginning(names):
    record = Record()
    for name in names:
        if name == "an item taken away" and not value_at(record.data, f"{SUBGOALS}.a"):
            continue
        if name == "a new item" and value_at(record.data, f"{SUBGOALS}.c"):
            continue
        if name == "an order" and len(value_at(record.data, SUBGOALS)) < 2:
            continue
        STEPS[name](record)
    while undid_one(record):
        assert len(record.lines) < 30
    assert record.data == BEGIN


def test_an_order_that_changed_nothing_is_never_undone_later(record):
    for name in ("a new item", "an order", "an item taken away", "an order"):
        STEPS[name](record)
    while undid_one(record):
        assert len(record.lines) < 30
    assert record.data == BEGIN


def undid_one(record):
    """Undo the newest change of which anything is left, and return whether there was one."""
    for entry in to_undo(entries(record.lines, load_words().template)):
        with suppress(NothingLeft):
            take_back(record, entry.revision)
            return True
    return False


def test_what_a_colleague_wrote_over_it_is_asked_about_first(record):
    mine = record.answer(MAIN, "Van An", AN)
    record.answer(MAIN, "Van Bo", BO)
    with pytest.raises(Touched) as touched:
        take_back(record, mine.revision)
    assert (touched.value.before, touched.value.now) == ("Veilig zijn.", "Van Bo")
    assert touched.value.are_texts
    assert record.data["goals"]["main"] == "Van Bo"


def test_whoever_was_asked_may_put_the_old_over_it_or_below_it(record):
    mine = record.answer(MAIN, "Van An", AN)
    record.answer(MAIN, "Van Bo", BO)
    assert take_back(record, mine.revision, "below").new == "Van Bo\n\nVeilig zijn."
    assert take_back(record, mine.revision, "over").new == "Veilig zijn."
    assert state_at(record.lines, 3)["goals"]["main"] == "Van Bo"


def test_an_item_that_was_filled_in_since_is_asked_about_before_it_goes(record):
    added = record.add(SUBGOALS, {"id": "c"})
    record.answer(f"{SUBGOALS}.c.text", "Ingevuld", BO)
    with pytest.raises(Touched) as touched:
        take_back(record, added.revision)
    assert touched.value.now == {"id": "c", "text": "Ingevuld"}
    take_back(record, added.revision, "over")
    assert value_at(record.data, f"{SUBGOALS}.c") is None


def test_what_a_colleague_wrote_elsewhere_stays(record):
    done = record.order(SUBGOALS, "b", "a")
    record.add(SUBGOALS, {"id": "c"}, 2, BO)
    record.answer("title", "Van Bo", BO)
    take_back(record, done.revision)
    assert [item["id"] for item in value_at(record.data, SUBGOALS)] == ["a", "b", "c"]
    assert record.data["title"] == "Van Bo"


def test_a_removed_item_comes_back_long_after_to_its_place(record):
    gone = record.remove(SUBGOALS, "a")
    for n in range(5):
        record.answer(MAIN, f"Later {n}")
    take_back(record, gone.revision)
    assert value_at(record.data, SUBGOALS) == BEGIN["goals"]["subgoals"]


def test_a_removed_item_gets_another_id_only_if_its_own_was_given_away(record):
    gone = record.remove(SUBGOALS, "a")
    record.add(SUBGOALS, {"id": "a", "text": "Een ander"}, 0, BO)
    change = take_back(record, gone.revision)
    assert change.new["item"] == {**BEGIN["goals"]["subgoals"][0], "id": "a-2"}
    assert [item["id"] for item in value_at(record.data, SUBGOALS)] == ["a-2", "a", "b"]


@pytest.mark.parametrize("name", ["an item taken away", "an answer", "a new item"])
def test_what_is_back_already_leaves_nothing_to_do(record, name):
    done = STEPS[name](record)
    take_back(record, done.revision)
    with pytest.raises(NothingLeft):
        take_back(record, done.revision)


def test_a_name_leaves_nothing_to_take_back(record):
    with pytest.raises(NothingLeft):
        take_back(record, record.version("ronde 1").revision)


def test_a_whole_document_with_later_work_is_asked_about_first(record):
    done = record.whole({**BEGIN, "title": "Anders"})
    record.answer(MAIN, "Later", BO)
    with pytest.raises(Touched):
        take_back(record, done.revision)
