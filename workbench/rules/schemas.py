"""JSON Schemas of a description: the draft, and one per level with what that level requires."""

from collections.abc import Iterator
from typing import Any

from workbench.domain.programme import Programme
from workbench.domain.template import LEVELS, Kind, Level, Question, Template
from workbench.domain.values import Options

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DRAFT = "programme.schema.json"
SOMETHING: Schema = {"type": "string", "minLength": 1, "pattern": r"\S"}
"""A text with more than blanks."""
COUNTED: Schema = {"anyOf": [{"required": ["minimum"]}, {"required": ["maximum"]}]}


def json_schemas(template: Template, options: Options) -> dict[str, Schema]:
    """Return every schema by the name of its file."""
    return {DRAFT: _draft(template, options)} | {
        _name(level): _for_level(template, level) for level in LEVELS
    }


def _name(level: Level) -> str:
    return f"programme.{level}.schema.json"


def _draft(template: Template, options: Options) -> Schema:
    schema = Programme.model_json_schema()
    _label(schema, template)
    tidy: Schema = _tidy(schema, options)
    return {"$schema": DIALECT, "$id": DRAFT, **tidy}


def _for_level(template: Template, level: Level) -> Schema:
    """Return the draft, the levels before this one, and what this level adds."""
    n = LEVELS.index(level)
    builds_on = _name(LEVELS[n - 1]) if n else DRAFT
    return {
        "$schema": DIALECT,
        "$id": _name(level),
        "title": f"Programme: {level}",
        "allOf": [{"$ref": builds_on}, *_requirements(template, level)],
    }


def _requirements(template: Template, level: Level) -> Iterator[Schema]:
    for section in template.sections:
        for question in section.questions:
            if question.required_from == level:
                yield {"anyOf": [_there(question), _not_applicable(question.path)]}
            if inner := [q for q in question.questions if q.required_from == level]:
                each = {"items": {"allOf": [_there(q) for q in inner]}}
                yield _at(question.path, each, required=False)


def _there(question: Question) -> Schema:
    return _at(question.path, _answered(question.kind), required=True)


def _answered(kind: Kind) -> Schema:
    """Return what makes a value of this kind an answer."""
    if kind in {"line", "text"}:
        return SOMETHING
    if kind in {"choices", "links", "list"}:
        return {"type": "array", "minItems": 1}
    if kind == "duration":
        return {**COUNTED, "required": ["unit"], "properties": {"unit": SOMETHING}}
    if kind in {"choice", "link"}:
        return SOMETHING
    return COUNTED if kind == "span" else {}


def _not_applicable(path: str) -> Schema:
    reason = {"required": ["not_applicable"], "properties": {"not_applicable": SOMETHING}}
    noted = {"required": [path], "properties": {path: reason}}
    return {"required": ["about"], "properties": {"about": noted}}


def _at(path: str, schema: Schema, *, required: bool) -> Schema:
    """Return a schema that holds at a path below an object."""
    for name in reversed(path.split(".")):
        schema = {"properties": {name: schema}}
        if required:
            schema["required"] = [name]
    return schema


def _label(schema: Schema, template: Template) -> None:
    """Give every property the label and the reason of the question that asks it."""
    labels: dict[int, tuple[Schema, list[Question]]] = {}
    for path, _, question in template.walk():
        place = _property(schema, path)
        labels.setdefault(id(place), (place, []))[1].append(question)
    for place, questions in labels.values():
        place["title"] = " / ".join(dict.fromkeys(q.label.nl for q in questions))
        place["description"] = " / ".join(dict.fromkeys(q.why.nl for q in questions))


def _property(schema: Schema, starred: str) -> Schema:
    """Return the place of a starred path, following references."""
    place = schema
    for name in starred.split("."):
        inner = _resolved(schema, place)
        place = inner["items"] if name == "*" else inner["properties"][name]
    return place


def _resolved(schema: Schema, place: Schema) -> Schema:
    if "$ref" in place:
        found: Schema = schema["$defs"][place["$ref"].rpartition("/")[2]]
        return found
    return place


def _tidy(part: Any, options: Options) -> Any:
    """Return a schema without nulls and defaults, and with codes instead of names of lists."""
    if isinstance(part, list):
        return [_tidy(inner, options) for inner in part]
    if not isinstance(part, dict):
        return part
    tidy = {name: _tidy(inner, options) for name, inner in part.items() if name != "default"}
    return _coded(_without_null(tidy), options)


def _without_null(part: Schema) -> Schema:
    kinds = [kind for kind in part.get("anyOf", []) if kind != {"type": "null"}]
    if len(kinds) != 1 or len(part["anyOf"]) != 2:
        return part
    return {**kinds[0], **{name: inner for name, inner in part.items() if name != "anyOf"}}


def _coded(part: Schema, options: Options) -> Schema:
    if "x-options" not in part:
        return part
    kept = {name: inner for name, inner in part.items() if name != "x-options"}
    return {**kept, "enum": sorted(options[part["x-options"]])}
