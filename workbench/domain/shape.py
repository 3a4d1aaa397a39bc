"""Plain data -> `Programme`, or every `Problem` with its shape at once."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from workbench.domain.notes import Clearance, Note
from workbench.domain.paths import UnknownPath, answer_paths, shape_at
from workbench.domain.problems import Problem
from workbench.domain.programme import FORMAT_VERSION, Programme
from workbench.domain.values import Options, where_unwritable

Lines = Mapping[str, int]
"""The line of each address in a file."""

_KEYS = {
    "extra_forbidden": "unknown_field",
    "invalid_key": "unknown_field",
    "missing": "missing",
    "string_type": "wants_text",
    "string_unicode": "unwritable",
    "string_too_long": "too_long",
    "string_pattern_mismatch": "item_id",
    "int_type": "wants_whole_number",
    "int_from_float": "wants_whole_number",
    "float_type": "wants_number",
    "finite_number": "wants_number",
    "bool_type": "wants_yes_no",
    "date_type": "day",
    "list_type": "wants_list",
    "model_type": "wants_group",
    "model_attributes_type": "wants_group",
    "dict_type": "wants_group",
    "greater_than_equal": "too_low",
    "less_than_equal": "too_high",
    "literal_error": "format_version",
    "int_parsing_size": "format_version",
    "day": "day",
    "option": "option",
    "unwritable": "unwritable",
}
"""The problem for each type of error that pydantic can report for this model."""

_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "yes_no"),
    ((int, float), "number"),
    (str, "text"),
    (date, "date"),
    ((list, tuple), "list"),
    (Mapping, "group"),
    (type(None), "nothing"),
)
_KEY = "[key]"
"""How pydantic says that the key itself is wrong, not what stands under it."""
_SHOWN = 60


class Misshapen(ValueError):
    """The data does not have the shape of a description; `problems` says where and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{problem.key} at {problem.path}" for problem in problems))
        self.problems = problems


def understood(data: Any, options: Options, lines: Callable[[], Lines] = dict) -> Programme:
    """Return the description that plain data holds; a field with nothing in it counts as absent.

    Args:
        data: mappings, lists and values as they stand in a file.
        options: the codes of every option list.
        lines: gives the line of each address; asked only when there is a problem to place.

    Raises:
        Misshapen: with every problem, in the order of the file.
    """
    try:
        return Programme.model_validate(data, context=options)
    except ValidationError:
        pass
    full = _without_nothing(data)
    try:
        return Programme.model_validate(full, context=options)
    except ValidationError as error:
        raise Misshapen(_problems(error, full, options, lines())) from None


def name_of(items: Any, position: int) -> str:
    """Return how the item at a position is addressed: by its id, or as `#2` when it has none."""
    item = items[position] if position < len(items) else None
    item_id = item.get("id") if isinstance(item, Mapping) else None
    return item_id if isinstance(item_id, str) and item_id else f"#{position + 1}"


def line_of(path: str, lines: Lines) -> int | None:
    """Return the line of an address, or of the nearest address around it that has one."""
    while path and path not in lines:
        path = path.rpartition(".")[0]
    return lines.get(path)


def _without_nothing(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _without_nothing(value) for key, value in data.items() if value is not None}
    return [_without_nothing(value) for value in data] if isinstance(data, list) else data


def _problems(error: ValidationError, data: Any, options: Options, lines: Lines) -> list[Problem]:
    shapes = (e for e in error.errors(include_url=False) if e["type"] != "item_twice")
    problems = [_problem(details, data, options, lines) for details in shapes]
    return sorted([*problems, *_twice(data, lines)], key=lambda problem: problem.line or 0)


def _twice(data: Any, lines: Lines) -> Iterator[Problem]:
    """Yield every id that stands twice; the model looks for them only in lists without a fault."""
    for path in _lists():
        for item_id, times in Counter(_ids(data, path)).items():
            if times > 1:
                yield Problem("item_twice", path, line_of(path, lines), {"id": _short(item_id)})


@cache
def _lists() -> tuple[str, ...]:
    return tuple(path for path in answer_paths() if shape_at(path).is_items)


def _ids(data: Any, path: str) -> Iterator[str]:
    """Yield the ids in a list that may not have the shape of one."""
    for part in path.split("."):
        data = data.get(part) if isinstance(data, Mapping) else None
    found = (item.get("id") for item in _list(data) if isinstance(item, Mapping))
    yield from (item_id for item_id in found if isinstance(item_id, str))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _problem(details: ErrorDetails, data: Any, options: Options, lines: Lines) -> Problem:
    path = _path(details["loc"], data)
    key = _KEYS.get(details["type"], "not_accepted")
    if key == "item_id" and _KEY in details["loc"]:
        key = "note_address"
    values = _values(key, details, options)
    if key == "unknown_field":
        values = _unknown(details["loc"], path)
        key = "unknown_field_like" if "suggestion" in values else key
    return Problem(key, path, line_of(path, lines), values)


def _path(loc: tuple[int | str, ...], data: Any) -> str:
    parts, at = [], data
    for part in loc:
        if part == _KEY:
            continue
        if isinstance(part, int) and isinstance(at, list):
            parts.append(name_of(at, part))
            at = at[part] if part < len(at) else None
        else:
            parts.append(str(part))
            at = at.get(part) if isinstance(at, Mapping) else None
    return ".".join(parts)


def _values(key: str, details: ErrorDetails, options: Options) -> dict[str, object]:
    given = details["input"]
    context = details.get("ctx", {})
    values = {name: _short(value) for name, value in context.items() if name != "error"}
    values |= {"found": _kind(given), "value": _short(given), "expected": FORMAT_VERSION}
    if key == "option":
        values["allowed"] = ", ".join(sorted(options[str(values["options"])]))
    elif key == "unwritable":
        # A lone surrogate in a key is reported for the whole mapping, without saying where.
        values |= where_unwritable(str(given)) or {"code": "U+D800", "position": 1}
    elif key in {"missing", "note_address"}:
        values["field"] = _short(details["loc"][-1 if key == "missing" else -2])
    return values


def _unknown(loc: tuple[int | str, ...], path: str) -> dict[str, object]:
    field = str(loc[-2] if loc[-1] == _KEY else loc[-1])
    near = get_close_matches(field, _fields_around(loc, path), n=1, cutoff=0.5)
    values: dict[str, object] = {"field": _short(field)}
    return {**values, "suggestion": near[0]} if near else values


def _fields_around(loc: tuple[int | str, ...], path: str) -> list[str]:
    """Return the fields that do exist in the group where this one stands."""
    record: type[BaseModel] = Programme
    if loc[0] == "about" and len(loc) > 1:
        record = Clearance if "no_personal_data" in loc[:-1] else Note
    elif "." in path:
        try:
            record = shape_at(".".join("*" if isinstance(p, int) else p for p in loc[:-1])).type
        except (UnknownPath, KeyError, AttributeError):
            return []
    return list(record.model_fields)


def _kind(value: Any) -> str:
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "other")


def _short(value: Any) -> object:
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
