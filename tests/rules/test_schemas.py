"""The JSON Schemas say the same as the model and as completeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.conftest import raw
from tests.rules.templates import REQUIRED, a_template
from tests.strategies import answers, descriptions, options
from workbench.domain.changes import Change, applied
from workbench.domain.programme import Programme
from workbench.domain.template import LEVELS
from workbench.rules.completeness import completeness
from workbench.rules.schemas import DRAFT, json_schemas

TEMPLATE = a_template(raw("options.yaml"))
SCHEMAS = json_schemas(TEMPLATE, options())
REGISTRY = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)


def valid(name, data):
    return Draft202012Validator(SCHEMAS[name], registry=REGISTRY).is_valid(data)


@st.composite
def nearly_complete(draw):
    """Return a description in which many required questions are answered."""
    data = draw(descriptions())
    lists = [path for path in REQUIRED if "*" not in path]
    for path in draw(st.lists(st.sampled_from(lists), unique=True, min_size=len(lists) - 1)):
        value = draw(answers(path))
        data = applied(data, Change("answer", path, None, value or None))
    about = {**data.get("about", {})}
    for path in draw(st.lists(st.sampled_from(lists), unique=True)):
        about[path] = {"not_applicable": draw(st.sampled_from(["Geldt niet.", " "]))}
    return Programme.model_validate({**data, "about": about}, context=options()).plain()


@given(descriptions())
def test_every_valid_description_is_a_valid_draft(data):
    assert valid(DRAFT, data)


@pytest.mark.parametrize("level", LEVELS)
@given(data=nearly_complete())
def test_a_schema_agrees_with_completeness(level, data):
    programme = Programme.model_validate(data, context=options())
    complete = completeness(programme, TEMPLATE).levels[level].complete
    assert valid(f"programme.{level}.schema.json", data) == complete


def test_a_complete_description_is_valid_for_its_level_only():
    data = {
        "format_version": 1,
        "title": "Proef",
        "facets": {"age": {"minimum": 12}, "focus": ["trauma"]},
        "summary": {"goal": "Meisjes zijn veilig."},
        "target_group": {"final": "Meisjes.", "indications": [{"id": "a"}]},
        "goals": {"main": "Veilig.", "subgoals": [{"id": "a", "text": "Veilig."}]},
        "approach": {
            "duration": {"minimum": 6, "unit": "months"},
            "around_the_clock": False,
            "modules": [{"id": "a", "name": "Start", "dose": {"sessions": 0}}],
        },
        "about": {"delivery.hours_per_trajectory": {"not_applicable": "Nog niet bekend."}},
    }
    assert [valid(f"programme.{level}.schema.json", data) for level in LEVELS] == [
        True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        {"format_version": 1, "onbekend": "x"},
        {"format_version": 1, "title": None},
        {"format_version": 1, "facets": {"sex": "robots"}},
        {"format_version": 1, "goals": {"subgoals": [{"text": "zonder id"}]}},
    ],
)
def test_what_the_model_refuses_is_no_valid_draft(data):
    assert not valid(DRAFT, data)


def test_every_schema_is_one_and_names_itself():
    assert list(SCHEMAS) == [DRAFT, *(f"programme.{level}.schema.json" for level in LEVELS)]
    for name, schema in SCHEMAS.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"].endswith("2020-12/schema")
        assert schema["$id"] == name


def test_questions_lend_their_label_to_the_draft():
    goals = SCHEMAS[DRAFT]["$defs"]["Goals"]["properties"]
    assert goals["main"]["title"] == "goals.main"
    assert SCHEMAS[DRAFT]["$defs"]["Facets"]["properties"]["age"]["title"] == "facets.age"


def test_the_schemas_of_the_real_template_can_be_made(words):
    assert json_schemas(words.template, words.options)
