"""What somebody types in a terminal becomes the value that the question holds."""

import pytest

from workbench.actions.desk import Refused
from workbench.actions.typed import typed


@pytest.fixture
def value(words):
    return lambda path, text: typed(path, text, words.template)


@pytest.mark.parametrize("text", ["", " ", " twee \n regels\r\n", "12", "ja", "[1]", "null", "-"])
def test_a_text_stays_as_it_was_typed(value, text):
    assert value("goals.main", text) == text


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("facets.age.minimum", " 12 ", 12),
        ("facets.age", '{"minimum": 12}', {"minimum": 12}),
        ("delivery.hours_per_trajectory", "12,5", 12.5),
        ("delivery.hours_per_trajectory", "-3", -3.0),
        ("approach.around_the_clock", "Nee", False),
        ("approach.around_the_clock", "true", True),
        ("colophon.date", " 2026-05-31\n", "2026-05-31"),
        ("goals.subgoals.veilig.factors", "steun, rust,", ["steun", "rust"]),
        ("goals.subgoals", '[{"id": "a"}]', [{"id": "a"}]),
    ],
)
def test_other_answers_are_read_from_what_was_typed(value, path, text, expected):
    assert value(path, text) == expected


@pytest.mark.parametrize(
    "path",
    ["facets.age.minimum", "facets.age", "colophon.status", "facets.focus", "goals.subgoals"],
)
def test_nothing_typed_takes_an_answer_away(value, path):
    assert value(path, " \n") is None


@pytest.mark.parametrize("text", ["draft", "Draft", "Concept", " CONCEPT\n"])
def test_a_choice_is_given_by_code_or_label(value, text):
    assert value("colophon.status", text) == "draft"


def test_several_choices_are_given_by_codes_and_labels_mixed(value, words):
    first, second = words.template.options["focus"][:2]
    assert value("facets.focus", f"{first.label.nl}, {second.code}") == [first.code, second.code]
    assert value("facets.focus", f'["{second.label.en}"]') == [second.code]


def test_every_label_leads_to_its_code_even_with_a_comma_in_it(value, words):
    for option in words.template.options["core_element"]:
        for label in (option.label.nl, option.label.en):
            assert value("core_elements.een.element", label) == option.code


def test_a_choice_that_nobody_knows_is_left_for_the_store_to_refuse(value):
    assert value("colophon.status", "klaar") == "klaar"
    assert value("facets.focus", "trauma, dansen") == ["trauma", "dansen"]


@pytest.mark.parametrize(
    ("path", "text", "key"),
    [
        ("facets.age.minimum", "twaalf", "wants_whole_number"),
        ("facets.age.minimum", "1_2", "wants_whole_number"),
        ("facets.age.minimum", "9" * 5000, "wants_whole_number"),
        ("facets.age.minimum", "12.5", "wants_whole_number"),
        ("delivery.hours_per_trajectory", "nan", "wants_number"),
        ("delivery.hours_per_trajectory", "1.250,50", "wants_number"),
        ("approach.around_the_clock", "misschien", "wants_yes_no"),
        ("goals.subgoals", "een, twee", "wants_json"),
        ("facets.age", "[" * 100_000, "wants_json"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(value, words, path, text, key):
    with pytest.raises(Refused) as refused:
        value(path, text)
    assert refused.value.key == key
    for language in words.texts:
        told = words.texts[language](f"action.{key}", **refused.value.values)
        assert path in told
        assert len(told) < 300


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("about", "no_question"),
        ("about.goals.main.status", "no_question"),
        ("format_version", "no_question"),
        ("template_version", "no_question"),
        ("goals", "no_question"),
        ("goals.subgoals.veilig", "no_question"),
        ("goals.subgoals.veilig.id", "fixed_id"),
        ("qqq", "unknown_question"),
        ("", "unknown_question"),
        ("goals..main", "unknown_question"),
    ],
)
def test_what_is_no_question_has_no_answer(value, path, key):
    with pytest.raises(Refused) as refused:
        value(path, "x")
    assert refused.value.key.removesuffix("_like") == key


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [
        ("main", "goals.main"),
        ("goals.mian", "goals.main"),
        ("summry.goal", "summary.goal"),
        ("goals.subgoal.veilig.text", "goals.subgoals.veilig.text"),
        ("goals.subgoals.veilig.indicater", "goals.subgoals.veilig.indicator"),
        ("goal.nonsense", "goals"),
    ],
)
def test_a_slip_in_an_address_is_met_with_the_address_that_was_meant(value, path, suggestion):
    with pytest.raises(Refused) as refused:
        value(path, "x")
    assert refused.value.values["suggestion"] == suggestion
