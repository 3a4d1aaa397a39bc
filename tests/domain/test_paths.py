"""Addresses find the answers they name, and nothing else."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from tests.strategies import answer_addresses, descriptions
from workbench.domain.intervention import Duration, Subgoal
from workbench.domain.paths import (
    KNOWN_OF_ITEM,
    Shape,
    UnknownPath,
    answer_paths,
    is_empty,
    shape_at,
    star,
    value_at,
)

DATA = {
    "format_version": 1,
    "title": "Voorbeeld",
    "goals": {
        "main": "Veilig wonen",
        "subgoals": [{"id": "rust", "text": "Rust"}, {"id": "school", "factors": ["uitval"]}],
    },
    "approach": {"duration": {"minimum": 0}, "around_the_clock": False},
}


@pytest.mark.parametrize(
    ("path", "starred"),
    [
        ("title", "title"),
        ("goals.subgoals", "goals.subgoals"),
        ("goals.subgoals.rust", "goals.subgoals.*"),
        ("goals.subgoals.rust.indicator", "goals.subgoals.*.indicator"),
        ("goals.subgoals.text.text", "goals.subgoals.*.text"),
        ("approach.modules.a.dose.sessions", "approach.modules.*.dose.sessions"),
        ("delivery.implementation.steps.1.date", "delivery.implementation.steps.*.date"),
    ],
)
def test_an_id_becomes_a_star_and_names_of_fields_stay(path: str, starred: str) -> None:
    assert star(path) == starred


@given(answer_addresses())
def test_starring_twice_changes_nothing(path: str) -> None:
    assert star(star(path)) == star(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "titel",
        "title.x",
        "goals..main",
        "goals.main.",
        ".title",
        "goals.subgoals.rust.onbekend",
        "goals.subgoals.rust.factors.uitval",
        "approach.duration.minimum.x",
        "about.title.status",
        "model_fields",
    ],
)
def test_an_address_outside_the_model_is_refused(path: str) -> None:
    with pytest.raises(UnknownPath):
        star(path)
    with pytest.raises(UnknownPath):
        shape_at(path)


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("title", Shape(str)),
        ("colophon.date", Shape(date)),
        ("approach.around_the_clock", Shape(bool)),
        ("approach.duration", Shape(Duration)),
        ("approach.duration.minimum", Shape(int)),
        ("delivery.costs.*.amount", Shape(float)),
        ("facets.sex", Shape(str, options="sex")),
        ("facets.aims", Shape(str, many=True, options="aim")),
        ("goals.subgoals", Shape(Subgoal, many=True)),
        ("goals.subgoals.rust", Shape(Subgoal)),
        ("goals.subgoals.*.factors", Shape(str, many=True, link="factors")),
        ("rationale.per_subgoal.*.subgoal", Shape(str, link="goals.subgoals")),
        ("literature.*.type", Shape(str, options="source_type")),
    ],
)
def test_the_model_tells_which_value_belongs_at_an_address(path: str, shape: Shape) -> None:
    assert shape_at(path) == shape


def test_a_list_of_items_and_a_group_are_told_apart_from_one_answer() -> None:
    assert shape_at("goals.subgoals").is_items
    assert not shape_at("goals.subgoals").is_group
    assert shape_at("goals.subgoals.rust").is_group
    assert shape_at("approach.duration").is_group
    assert not shape_at("facets.aims").is_items
    assert not shape_at("title").is_group


def test_every_answer_has_one_starred_address() -> None:
    paths = list(answer_paths())
    assert len(paths) == len(set(paths))
    assert all(star(path) == path for path in paths)
    assert not [path for path in paths if shape_at(path).is_group]


def test_what_belongs_to_the_file_is_not_asked() -> None:
    paths = set(answer_paths())
    assert not paths & {"format_version", "template_version", "about"}
    assert not [path for path in paths if path.endswith(".id")]


def test_a_list_comes_before_what_its_items_hold() -> None:
    paths = list(answer_paths())
    assert paths.index("goals.subgoals") < paths.index("goals.subgoals.*.text")
    assert paths[0] == "title"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "Voorbeeld"),
        ("goals.subgoals.school.factors", ["uitval"]),
        ("goals.subgoals.rust", {"id": "rust", "text": "Rust"}),
        ("approach.duration.minimum", 0),
        ("approach.around_the_clock", False),
        ("goals.subgoals.rust.indicator", None),
        ("goals.subgoals.weg.text", None),
        ("summary.goal", None),
        ("title.x", None),
        ("", None),
    ],
)
def test_a_value_is_found_by_its_address_or_is_none(path: str, value: Any) -> None:
    assert value_at(DATA, path) == value


@given(descriptions())
def test_every_answer_in_any_description_is_found_by_its_address(data: dict[str, Any]) -> None:
    known = set(answer_paths())
    asked = {name: value for name, value in data.items() if name not in ("format_version", "about")}
    for path, value in leaves(asked):
        assert star(path) in known
        assert value_at(data, path) == value


def leaves(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in data.items():
        if name in KNOWN_OF_ITEM:
            continue
        path = f"{prefix}{name}"
        items = isinstance(value, list) and isinstance(value[0], Mapping)
        if isinstance(value, Mapping):
            yield from leaves(value, f"{path}.")
        else:
            yield path, value
        for item in value if items else []:
            yield from leaves(item, f"{path}.{item['id']}.")


@pytest.mark.parametrize(
    "value", [None, "", "  ", "\n", [], {}, {"minimum": None}, {"how": " ", "role": None}]
)
def test_blanks_and_hollow_groups_count_as_not_entered(value: Any) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", [0, 0.0, False, "0", "-", ["a"], [""], {"minimum": 0}])
def test_zero_and_no_count_as_entered(value: Any) -> None:
    assert not is_empty(value)
