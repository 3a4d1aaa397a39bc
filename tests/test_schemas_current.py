"""The JSON Schemas in `schemas/` are what the model and the template say now.

They are out of date after a change to either: run `python -m workbench schema`.
"""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from workbench.cli.main import main
from workbench.domain.template import LEVELS
from workbench.rules.schemas import DRAFT
from workbench.store.reading import read
from workbench.store.words import SCHEMAS

PROGRAMMES = Path(__file__).parents[1] / "programmes"
FOR_LEVELS = tuple(f"programme.{level}.schema.json" for level in LEVELS)
NAMES = (DRAFT, *FOR_LEVELS)


def schema(name):
    return json.loads((SCHEMAS / name).read_text("utf-8"))


@pytest.fixture(scope="module")
def registry():
    return Registry().with_resources((name, Resource.from_contents(schema(name))) for name in NAMES)


def accepted(registry, example):
    """Return the names of the schemas that accept an example."""
    data = read((PROGRAMMES / "voorbeeld" / f"{example}.yaml").read_bytes()).data
    validators = {name: Draft202012Validator(schema(name), registry=registry) for name in NAMES}
    return [name for name, validator in validators.items() if validator.is_valid(data)]


def test_the_schemas_are_what_the_command_writes_now(tmp_path, capsys):
    assert main(["schema", "-o", str(tmp_path)]) == 0
    written = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    kept = {path.name: path.read_text("utf-8") for path in SCHEMAS.glob("*.json")}
    assert written.keys() == kept.keys() == set(NAMES)
    assert [name for name in NAMES if written[name] != kept[name]] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_valid_one_of_2020_12(name):
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema(name))


def test_a_complete_example_is_valid_for_every_level(registry):
    assert accepted(registry, "kompas") == list(NAMES)


def test_a_half_example_is_valid_as_a_draft_only(registry):
    assert accepted(registry, "veerkracht") == [DRAFT]


def test_the_first_line_of_an_example_leads_an_editor_to_the_draft():
    for file in PROGRAMMES.glob("voorbeeld/*.yaml"):
        comment = file.read_text("utf-8").splitlines()[0]
        named = comment.partition("$schema=")[2]
        assert (file.parent / named).resolve() == (SCHEMAS / DRAFT).resolve()
