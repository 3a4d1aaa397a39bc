"""Every earlier state is there, and the record reads as what people did."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.recorded import AN, BEGIN, BO, Record
from tests.strategies import descriptions
from workbench.domain.changes import Change
from workbench.rules.entries import about, asked_at, entries, to_undo, undone
from workbench.rules.frozen import fingerprint_of
from workbench.rules.history import Broken, NoRevision, state_at, states_at

MAIN = "goals.main"


@pytest.fixture
def record():
    return Record()


def paths(found):
    return [(entry.kind, entry.path) for entry in found]


# --- states


def test_a_description_can_be_made_again_as_it_was_at_any_revision(record):
    states = [record.data]
    for n in range(12):
        record.answer(MAIN, f"Antwoord {n}")
        states.append(record.data)
        record.add("goals.subgoals", {"id": f"n{n}"})
        states.append(record.data)
    record.whole(states[3], of=4)
    states.append(record.data)
    record.remove("goals.subgoals", "n0")
    states.append(record.data)
    assert [state_at(record.lines, n) for n in range(1, len(states) + 1)] == states
    assert states_at(record.lines, [0, 2]) == {0: {}, 2: states[1]}


def test_going_back_ten_times_in_any_order_leaves_every_earlier_state_readable(record):
    chance, states = random.Random(4), [record.data]
    for n in range(10):
        record.answer(MAIN, f"Antwoord {n}")
        states.append(record.data)
    for _ in range(10):
        to = chance.randint(1, len(states))
        record.whole(state_at(record.lines, to), of=to)
        states.append(record.data)
    assert [state_at(record.lines, n + 1) for n in range(len(states))] == states


@given(st.lists(descriptions(), min_size=1, max_size=5), st.randoms())
def test_any_description_can_be_gone_back_to(found, chance):
    record = Record(found[0])
    for data in found[1:]:
        record.whole(data)
    states = [record.data, *found[1:]] if len(found) == 1 else found
    for _ in range(3):
        to = chance.randint(1, len(record.lines))
        record.whole(state_at(record.lines, to), of=to)
    assert [state_at(record.lines, n + 1) for n in range(len(found))] == states[: len(found)]


def test_what_was_never_recorded_is_no_state(record):
    for revision in (2, 99, -1):
        with pytest.raises(NoRevision):
            state_at(record.lines, revision)


def test_a_gap_in_the_record_is_said_instead_of_guessed_over(record):
    for n in range(4):
        record.answer(MAIN, f"Antwoord {n}")
    del record.lines[2]
    assert state_at(record.lines, 2)["goals"]["main"] == "Antwoord 0"
    with pytest.raises(Broken) as broken:
        state_at(record.lines, 5)
    assert broken.value.revision == 3


def test_a_change_to_an_item_that_never_was_breaks_the_record(record):
    record.lines.append(record.lines[0].__class__(
        2, record.lines[0].time, AN, Change("answer", "goals.subgoals.weg.text", None, "x")
    ))  # fmt: skip
    with pytest.raises(Broken):
        state_at(record.lines, 2)


# --- the fingerprint


def test_a_fingerprint_is_of_what_is_said_not_of_how_it_is_written():
    one = {"title": "x", "goals": {"main": "y"}, "research": {"studies": []}, "summary": {}}
    other = {"goals": {"main": "y", "note": None}, "title": "x"}
    assert fingerprint_of(one) == fingerprint_of(other)
    assert fingerprint_of({"a": {"b": 2}}) == fingerprint_of({"a": {"b": 2.0}})


@pytest.mark.parametrize(
    "other", [{"title": "X"}, {"title": "x "}, {"titel": "x"}, {"title": ["x"]}, {}]
)
def test_a_fingerprint_changes_with_every_character(other):
    assert fingerprint_of({"title": "x"}) != fingerprint_of(other)


# --- entries


def test_saving_while_typing_is_one_entry(record, words):
    for n in range(5):
        record.answer(MAIN, "Thuis zijn."[: 2 * n + 3], after=0.1)
    _, typed = entries(record.lines, words.template)
    assert (typed.path, typed.before, typed.revision) == (MAIN, 1, 6)
    assert (typed.began, typed.ended) == (record.lines[1].time, record.lines[-1].time)


def test_who_stops_for_a_while_begins_a_new_entry(record, words):
    record.answer(MAIN, "Een")
    record.answer(MAIN, "Twee", after=11)
    assert len(entries(record.lines, words.template)) == 3


def test_who_writes_on_and_on_can_go_back_in_steps(record, words):
    for n in range(70):
        record.answer(MAIN, f"Zin {n}")
    assert len(entries(record.lines, words.template)) == 1 + 3


def test_two_people_who_type_side_by_side_are_two_entries_not_forty(record, words):
    for n in range(20):
        record.answer(MAIN, f"Van An {n}", AN, after=0.05)
        record.answer("title", f"Van Bo {n}", BO, after=0.05)
    found = entries(record.lines, words.template)
    assert [(e.person.name, e.path, len(e.lines)) for e in found[1:]] == [
        ("An Voorbeeld", MAIN, 20), ("Bo Voorbeeld", "title", 20),
    ]  # fmt: skip


def test_who_writes_over_a_colleague_begins_a_new_entry(record, words):
    record.answer(MAIN, "Een", AN)
    record.answer(MAIN, "Twee", BO)
    record.answer(MAIN, "Drie", AN)
    found = entries(record.lines, words.template)[1:]
    assert [e.person.name[:2] for e in found] == ["An", "Bo", "An"]


def test_an_answer_in_an_item_that_was_removed_meanwhile_begins_a_new_entry(record, words):
    record.answer("goals.subgoals.a.text", "Een", AN)
    gone = record.remove("goals.subgoals", "a", BO)
    record.add("goals.subgoals", gone.change.old["item"], who=BO)
    record.answer("goals.subgoals.a.text", "Twee", AN)
    assert len(entries(record.lines, words.template)) == 5


def test_the_two_ends_of_a_range_are_one_question(record, words):
    record.answer("facets.age.minimum", 12)
    record.answer("facets.age.maximum", 18)
    [_, typed] = entries(record.lines, words.template)
    assert (typed.path, len(typed.lines)) == ("facets.age", 2)


def test_every_question_is_found_at_its_own_address(words):
    for path, _, _ in words.template.walk():
        assert asked_at(path.replace("*", "a"), words.template) == path.replace("*", "a")
    assert asked_at("bestaat.niet", words.template) == "bestaat.niet"


def test_a_clock_that_jumps_back_keeps_the_order_of_the_record(record, words):
    record.answer(MAIN, "Een")
    record.answer("title", "Twee", after=-300)
    record.answer(MAIN, "Drie", after=1)
    found = entries(record.lines, words.template)
    assert [entry.revision for entry in found] == [1, 2, 3, 4]


def test_a_question_has_a_history_of_its_own(record, words):
    record.answer("title", "Anders")
    record.answer("goals.subgoals.a.text", "Een")
    record.note("goals.subgoals.a.text", status="done")
    record.add("goals.subgoals", {"id": "c"})
    record.order("goals.subgoals", "c", "b", "a")
    record.remove("goals.subgoals", "a")
    record.whole({**record.data, "title": "Nog anders"})
    found = entries(record.lines, words.template)

    def revisions(path):
        return [entry.revision for entry in about(found, path)]

    assert revisions("goals.subgoals.a.text") == [1, 3, 4, 7]
    assert revisions("goals.subgoals") == [1, 3, 5, 6, 7]
    assert revisions("title") == [1, 2, 8]
    assert revisions("safety.protection") == []


# --- what was undone


def last_done(found):
    return next(to_undo(found), None)


def test_undoing_again_goes_on_to_the_one_before_and_not_to_and_fro(record, words):
    first = record.answer(MAIN, "Een")
    second = record.answer("title", "Twee")
    third = record.order("goals.subgoals", "b", "a")
    for expected in (third, second, first):
        entry = last_done(entries(record.lines, words.template))
        assert entry.revision == expected.revision
        record.do(Change(
            expected.change.kind, expected.change.path, expected.change.new, expected.change.old,
            of=expected.revision,
        ))  # fmt: skip
    assert last_done(entries(record.lines, words.template)) is None


def test_what_was_done_again_can_be_undone_again(record, words):
    done = record.answer(MAIN, "Een")
    back = record.do(Change("answer", MAIN, "Een", "Veilig zijn.", of=done.revision))
    assert undone(entries(record.lines, words.template)) == {done.revision: back.revision}
    record.do(Change("answer", MAIN, "Veilig zijn.", "Een", of=back.revision))
    found = entries(record.lines, words.template)
    assert undone(found) == {back.revision: 4}
    assert last_done(found).revision == done.revision


def test_a_whole_document_that_was_put_back_can_be_undone_once(record, words):
    record.answer(MAIN, "Een")
    back = record.whole(BEGIN, of=1)
    assert last_done(entries(record.lines, words.template)).revision == back.revision
    record.whole(state_at(record.lines, 2), of=2)
    assert last_done(entries(record.lines, words.template)).revision == 2


def test_the_beginning_and_a_name_cannot_be_undone(record, words):
    record.version("ronde 1")
    assert last_done(entries(record.lines, words.template)) is None
