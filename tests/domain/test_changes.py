"""A change does what it says to one address and leaves everything else as it was."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.strategies import addresses_in, answers, descriptions, items, notes, options
from workbench.domain.changes import Change, ItemExists, ItemGone, applied
from workbench.domain.paths import UnknownPath, answer_paths, shape_at, star, value_at
from workbench.domain.programme import Programme

Data = dict[str, Any]
LISTS = [path for path in answer_paths() if shape_at(path).is_items]


def answer(path: str, new: Any, old: Any = None) -> Change:
    return Change("answer", path, old, new)


def add(path: str, item: Data, position: int = 0) -> Change:
    return Change("add", path, None, {"item": item, "position": position})


def remove(path: str, item: Data, position: int = 0) -> Change:
    return Change("remove", path, {"item": item, "position": position}, None)


def order(path: str, ids: list[str]) -> Change:
    return Change("order", path, None, ids)


def subgoals(*ids: str) -> Data:
    return {"format_version": 1, "goals": {"subgoals": [{"id": item_id} for item_id in ids]}}


@st.composite
def answered(draw: st.DrawFn) -> tuple[Data, str, Any]:
    """A description, an address in it, and any value the model takes there."""
    data = draw(descriptions())
    path = draw(st.sampled_from(addresses_in(data)))
    return data, path, draw(answers(star(path)))


@st.composite
def with_a_new_item(draw: st.DrawFn) -> tuple[Data, str, Data]:
    """A description, the address of a list in it, and an item that is not in that list."""
    data = draw(descriptions())
    path = draw(st.sampled_from([path for path in addresses_in(data) if star(path) in LISTS]))
    item = draw(items(star(path)))
    assume(item["id"] not in [other["id"] for other in value_at(data, path) or []])
    return data, path, item


@given(answered())
def test_an_answer_stands_at_its_address_and_the_description_stays_valid(case: Any) -> None:
    data, path, new = case
    after = applied(data, answer(path, new))
    assert value_at(after, path) == (None if new in ("", []) else new)
    Programme.model_validate(after, context=options())


@given(answered())
def test_the_same_answer_twice_is_the_same_as_once(case: Any) -> None:
    data, path, new = case
    once = applied(data, answer(path, new))
    assert applied(once, answer(path, new)) == once


@given(answered())
def test_answering_the_old_value_again_gives_the_original(case: Any) -> None:
    data, path, new = case
    old = value_at(data, path)
    data = applied(data, answer(path, old))
    assert applied(applied(data, answer(path, new)), answer(path, old)) == data


@given(answered())
def test_an_answer_leaves_every_other_answer_alone(case: Any) -> None:
    data, path, new = case
    after = applied(data, answer(path, new))
    for other in addresses_in(data):
        if not other.startswith(path) and not path.startswith(other):
            assert (value_at(after, other) or None) == (value_at(data, other) or None)


@given(answered())
def test_nothing_is_changed_in_place(case: Any) -> None:
    data, path, new = case
    before = deepcopy(data)
    applied(data, answer(path, new))
    assert data == before


@given(with_a_new_item(), st.integers(0, 3))
def test_adding_an_item_and_removing_it_gives_the_original(case: Any, position: int) -> None:
    data, path, item = case
    added = applied(data, add(path, item, position))
    assert item in value_at(added, path)
    assert applied(added, remove(path, item)) == data


@given(with_a_new_item(), st.integers(0, 3))
def test_a_removed_item_comes_back_in_its_place(case: Any, position: int) -> None:
    data, path, item = case
    full = applied(data, add(path, item, position))
    place = value_at(full, path).index(item)
    gone = applied(full, remove(path, item, place))
    assert applied(gone, add(path, item, place)) == full


@given(st.data())
def test_ordering_keeps_every_item(data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from("abcdefg"), unique=True))
    wanted = data.draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    after = value_at(applied(subgoals(*ids), order("goals.subgoals", wanted)), "goals.subgoals")
    assert sorted(item["id"] for item in after or []) == sorted(ids)


def test_items_stand_in_the_order_of_the_ids() -> None:
    after = applied(subgoals("a", "b", "c"), order("goals.subgoals", ["c", "a", "b"]))
    assert after == subgoals("c", "a", "b")


def test_an_item_added_by_a_colleague_goes_last_and_a_vanished_one_is_no_trouble() -> None:
    after = applied(subgoals("nieuw", "a", "b"), order("goals.subgoals", ["b", "weg", "a"]))
    assert after == subgoals("b", "a", "nieuw")


def test_an_item_is_added_at_its_position_or_at_the_end() -> None:
    assert applied(subgoals("a", "b"), add("goals.subgoals", {"id": "x"}, 1)) == subgoals(
        "a", "x", "b"
    )
    assert applied(subgoals("a"), add("goals.subgoals", {"id": "x"}, 9)) == subgoals("a", "x")


def test_the_first_item_makes_its_list() -> None:
    assert applied({"format_version": 1}, add("goals.subgoals", {"id": "a"})) == subgoals("a")


def test_an_id_that_is_there_already_is_not_added_again() -> None:
    with pytest.raises(ItemExists):
        applied(subgoals("a"), add("goals.subgoals", {"id": "a"}))


@pytest.mark.parametrize(
    "change",
    [
        remove("goals.subgoals", {"id": "weg"}),
        answer("goals.subgoals.weg.text", "Rust"),
        add("approach.phases.weg.duration", {"id": "x"}),
    ],
)
def test_a_change_to_an_item_that_is_gone_is_refused(change: Change) -> None:
    with pytest.raises(ItemGone):
        applied(subgoals("a"), change)


def test_an_answer_in_a_list_that_lost_its_last_item_is_refused() -> None:
    emptied = applied(subgoals("a"), remove("goals.subgoals", {"id": "a"}))
    assert emptied == {"format_version": 1}
    with pytest.raises(ItemGone):
        applied(emptied, answer("goals.subgoals.a.text", "Rust"))


def test_an_address_outside_the_model_is_refused() -> None:
    with pytest.raises(UnknownPath):
        applied({}, answer("doelen.hoofddoel", "Rust"))


@pytest.mark.parametrize("nothing", [None, "", [], {"minimum": None, "maximum": None}])
def test_a_cleared_answer_and_its_hollow_group_disappear(nothing: Any) -> None:
    data = {"format_version": 1, "approach": {"group_size": {"minimum": 4}}}
    assert applied(data, answer("approach.group_size", nothing)) == {"format_version": 1}


@pytest.mark.parametrize("value", [0, False, " ", "\n"])
def test_zero_no_and_blanks_that_were_entered_stay(value: Any) -> None:
    after = applied({}, answer("target_group.involvement.how", value))
    assert after == {"target_group": {"involvement": {"how": value}}}


def test_an_item_stays_when_its_last_answer_is_cleared() -> None:
    data = {"goals": {"subgoals": [{"id": "a", "text": "Rust"}]}}
    after = applied(data, answer("goals.subgoals.a.text", ""))
    assert after == {"goals": {"subgoals": [{"id": "a"}]}}


@given(descriptions(), notes())
def test_a_note_is_kept_apart_from_the_answer_and_can_be_taken_away(data: Data, note: Any) -> None:
    note = {**note, "status": "done"}
    before = {key: value for key, value in data.items() if key != "about"}
    about = {key: value for key, value in data.get("about", {}).items() if key != "title"}
    noted = applied(data, Change("note", "title", None, note))
    assert noted == {**before, "about": {**about, "title": note}}
    bare = applied(noted, Change("note", "title", note, None))
    assert bare == ({**before, "about": about} if about else before)


def test_a_note_in_which_nothing_stands_is_no_note() -> None:
    note = {"status": None, "basis": []}
    assert applied({"title": "x"}, Change("note", "title", None, note)) == {"title": "x"}


def test_a_whole_description_replaces_the_other() -> None:
    old, new = subgoals("a"), {"format_version": 1, "title": "Nieuw"}
    assert applied(old, Change("whole", "", old, new)) == new
