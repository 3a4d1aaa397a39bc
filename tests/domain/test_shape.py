"""Data that is no description is refused with every problem at once, in words that help."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import descriptions, options
from workbench.domain.paths import answer_paths
from workbench.domain.problems import Problem
from workbench.domain.sentences import sentence
from workbench.domain.shape import Misshapen, understood
from workbench.domain.wording import LANGUAGES

UNFIT: list[Any] = [
    None, True, 5, -1, 10**9, 10**400, 2.5, float("nan"), float("inf"), "x", "\ud800", "\x00",
    "A B", [], [1], [None], ["x"], [{"id": "a"}, {"id": "a"}], [{"id": "A b"}], [{}], [{"id": 5}],
    {}, {"x": 1}, {5: 1}, {"\ud800": 1}, {"id": "a"}, object(), b"x", date(2020, 1, 1),
    datetime(2020, 1, 1, 5), (1,), {1}, 1j,
]  # fmt: skip
ELSEWHERE = [
    "", "goals", "format_version", "template_version", "titel", "facets.age", "goals.subgoals.*.id",
    "goals.subgoals.*.tekst", "about", "about.goals_main", "about.A B", "about.x.status",
    "about.x.nope", "about.x.no_personal_data.*.reason", "about.x.no_personal_data.*.nope",
]  # fmt: skip


def problems_of(data: Any, lines: dict[str, int] | None = None) -> list[Problem]:
    with pytest.raises(Misshapen) as refused:
        understood(data, options(), lambda: lines or {})
    return refused.value.problems


def placed(path: str, value: Any) -> Any:
    """Return data with a value at a starred path; whatever the value, it stands inside an item."""
    for part in reversed(path.split(".") if path else []):
        if part == "*":
            value = [{"id": "a", **value} if isinstance(value, dict) else value]
        else:
            value = {part: value}
    return value


@given(descriptions())
def test_any_description_is_understood_and_comes_out_the_same(data):
    assert understood(data, options()).plain() == data


def test_every_problem_is_told_at_once_in_the_order_of_the_file():
    lines = {"titel": 2, "goals": 3, "goals.subgoals.veilig": 6, "goals.subgoals.veilig.smart": 9}
    data = {
        "titel": "Kompas",
        "goals": {"main": 1.5, "subgoals": [{"id": "veilig", "smart": ["slim"]}, {"text": "x"}]},
        "colophon": {"date": "31-12-2026"},
    }
    found = [(problem.key, problem.path, problem.line) for problem in problems_of(data, lines)]
    assert found == [
        ("day", "colophon.date", None),
        ("unknown_field_like", "titel", 2),
        ("wants_text", "goals.main", 3),
        ("missing", "goals.subgoals.#2.id", 3),
        ("option", "goals.subgoals.veilig.smart.#1", 9),
    ]


@pytest.mark.parametrize(
    ("path", "value", "key", "told"),
    [
        ("goals.main", 5, "wants_text", {"found": "number"}),
        ("facets.age.minimum", "12", "wants_whole_number", {"found": "text"}),
        ("facets.age.minimum", -1, "too_low", {"ge": "0", "value": "-1"}),
        ("facets.age.minimum", 10**9, "too_high", {"le": "1000000"}),
        ("delivery.hours_per_trajectory", True, "wants_number", {"found": "yes_no"}),
        ("colophon.fictitious", "ja", "wants_yes_no", {"found": "text"}),
        ("colophon.date", "2026-02-30", "day", {}),
        ("colophon.status", "klaar", "option", {"value": "klaar"}),
        ("facets.aims", "x", "wants_list", {"found": "text"}),
        ("colophon.owner", ["x"], "wants_group", {"found": "list"}),
        ("goals.main", "a\x00", "unwritable", {"code": "U+0000", "position": 2}),
        ("goals.main", "a" * 500_001, "too_long", {"max_length": "500000"}),
        ("goals.subgoals", [{"id": "a"}, {"id": "a"}], "item_twice", {"id": "a"}),
        ("goals.subgoals.*.id", "Mijn doel", "item_id", {"value": "Mijn doel"}),
        ("goals.mian", "x", "unknown_field_like", {"field": "mian", "suggestion": "main"}),
        ("goals.subgoals.*.tekst", "x", "unknown_field_like", {"suggestion": "text"}),
        ("goals.zzzz", "x", "unknown_field", {"field": "zzzz"}),
        ("format_version", 2, "format_version", {"expected": 1}),
    ],
)
def test_each_kind_of_mistake_has_its_own_problem(path, value, key, told):
    data = placed(path, value)
    [problem] = problems_of(data)
    assert problem.key == key
    assert told.items() <= problem.values.items()


def test_ids_that_stand_twice_are_named_beside_every_other_mistake():
    faulty = [{"id": "a", "tekst": "x"}, {"id": "a"}, {"id": "b"}, {"id": "b"}, "c", {"id": 1}]
    found = problems_of({"goals": {"subgoals": faulty}, "factors": [{"id": "a"}, {"id": "a"}]})
    twice = [(p.path, p.values["id"]) for p in found if p.key == "item_twice"]
    assert sorted(twice) == [("factors", "a"), ("goals.subgoals", "a"), ("goals.subgoals", "b")]
    assert {"unknown_field_like", "wants_group", "wants_text"} <= {p.key for p in found}


def test_a_mistake_in_a_note_names_the_answer_and_the_field():
    [address, field] = problems_of({"about": {"A b": {}, "goals.main": {"statu": "x"}}})
    assert (address.key, address.values["field"]) == ("note_address", "A b")
    assert (field.path, field.values["suggestion"]) == ("about.goals.main.statu", "status")


def test_a_field_with_nothing_behind_it_counts_as_absent():
    data = {"title": None, "colophon": None, "goals": {"main": None, "subgoals": None}}
    assert understood(data, options()).plain() == {"format_version": 1}


@pytest.mark.parametrize("path", [*answer_paths(), *ELSEWHERE])
def test_whatever_stands_anywhere_is_understood_or_has_a_known_problem(path, words):
    for value in UNFIT:
        try:
            understood(placed(path, value), options())
        except Misshapen as refused:
            for problem in refused.problems:
                assert problem.key != "not_accepted"
                for language in LANGUAGES:
                    assert sentence(problem, words.texts[language], words.template)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["goals", "subgoals", "about", "title", "id"]), inner)
        ),
    )
)
def test_no_data_at_all_makes_it_stumble(data):
    with suppress(Misshapen):
        understood(data, options())
