"""Two states side by side show what differs, at the question where it differs."""

from hypothesis import given

from tests.rules.recorded import BEGIN, Record
from tests.strategies import descriptions
from workbench.domain.paths import is_empty
from workbench.rules.differing import Difference, differences, within
from workbench.store.words import load_words

FILE = {"format_version", "template_version"}
MAIN, SUBGOALS = "goals.main", "goals.subgoals"


def found(record, words):
    return differences(BEGIN, record.data, words.template)


def test_an_answer_a_note_and_items_that_came_went_and_moved_are_told_apart(words):
    record = Record()
    record.note(MAIN, status="done")
    record.add(SUBGOALS, {"id": "c"}, 2)
    record.order(SUBGOALS, "c", "b", "a")
    record.answer(f"{SUBGOALS}.b.text", "Daarna")
    record.answer(MAIN, "Thuis zijn.")
    record.answer("title", "Anders")
    assert found(record, words) == [
        Difference("answer", "title", "Kompas", "Anders"),
        Difference("answer", MAIN, "Veilig zijn.", "Thuis zijn."),
        Difference("moved", SUBGOALS, ["a", "b"], ["b", "a"]),
        Difference("added", f"{SUBGOALS}.c", None, {"id": "c"}),
        Difference("answer", f"{SUBGOALS}.b.text", "Dan", "Daarna"),
        Difference("note", MAIN, None, {"status": "done"}),
    ]
    record.remove(SUBGOALS, "a")
    gone = Difference("removed", f"{SUBGOALS}.a", BEGIN["goals"]["subgoals"][0], None)
    assert gone in found(record, words)


def test_the_differences_of_one_question_are_those_at_it_in_it_and_around_it(words):
    record = Record()
    record.answer(f"{SUBGOALS}.b.text", "Daarna")
    record.remove(SUBGOALS, "a")
    record.answer(MAIN, "Thuis zijn.")
    everything = found(record, words)
    assert [d.path for d in within(everything, SUBGOALS)] == [f"{SUBGOALS}.b.text", f"{SUBGOALS}.a"]
    assert [d.path for d in within(everything, f"{SUBGOALS}.a.text")] == [f"{SUBGOALS}.a"]
    assert [d.path for d in within(everything, MAIN)] == [MAIN]


@given(descriptions(), descriptions())
def test_two_states_without_a_difference_say_the_same(one, other):
    template = load_words().template
    assert differences(one, one, template) == []
    there, back = differences(one, other, template), differences(other, one, template)
    assert {d.path for d in there} == {d.path for d in back}
    if not there:
        assert filled(one) == filled(other)


def filled(value):
    """Return what is filled in of what is asked or noted."""
    if isinstance(value, dict):
        parts = {key: filled(part) for key, part in value.items() if key not in FILE}
        return {key: part for key, part in parts.items() if not is_empty(part)}
    return [filled(part) for part in value] if isinstance(value, list) else value
