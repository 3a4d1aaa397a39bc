"""Dotted addresses of answers: reading the value there, and the shape the model gives it.

In a description a list is addressed by the ids of its items (`goals.subgoals.veiligheid.text`);
in the template by a star (`goals.subgoals.*.text`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from workbench.domain.programme import Programme
from workbench.domain.records import Item, Record
from workbench.domain.values import Choice, Link

NOT_ASKED = {"format_version", "template_version", "about"}
"""Fields of the model that belong to the file and are no question."""

KNOWN_OF_ITEM = {"id", "taken_from"}
"""Fields of items that the workbench fills in itself and that are no question either."""


class UnknownPath(LookupError):
    """The model has no field at this address."""


@dataclass(frozen=True)
class Shape:
    """What the model allows at one address."""

    type: type
    """The plain type: str, int, float, bool, date, or a Record."""
    many: bool = False
    options: str | None = None
    link: str | None = None

    @property
    def is_items(self) -> bool:
        """Whether this is a list of items with ids."""
        return self.many and issubclass(self.type, Item)

    @property
    def is_group(self) -> bool:
        """Whether this is a group of answers instead of one answer."""
        return not self.many and issubclass(self.type, Record)


def shape_at(path: str) -> Shape:
    """Return the shape at an address with ids or stars; raise UnknownPath if there is none."""
    return _walked(path)[1]


def star(path: str) -> str:
    """Return the address with a star for each item id; raise UnknownPath outside the model."""
    return _walked(path)[0]


def answer_paths() -> Iterator[str]:
    """Yield the starred address of every list and every single answer, in the model's order."""
    yield from _paths_below(Programme, "")


def nearest(path: str) -> str | None:
    """Return the address that somebody may have meant by one that does not exist."""
    ending = [other for other in answer_paths() if other.endswith(f".{path}")]
    return next(iter([*ending, *_misspelt(path), *get_close_matches(path, answer_paths())]), None)


def value_at(data: Mapping[str, Any], path: str) -> Any:
    """Return the plain value at an address, or None where nothing was entered."""
    value: Any = data
    for part in path.split("."):
        if isinstance(value, dict):  # first: nearly everything is one, and it is quick to see
            value = value.get(part)
        elif isinstance(value, list):
            value = next((item for item in value if item.get("id") == part), None)
        elif isinstance(value, Mapping):
            value = value.get(part)
        else:
            return None
    return value


def is_empty(value: Any) -> bool:
    """Return whether a plain value counts as not entered."""
    if isinstance(value, str):
        return not value.strip()
    if value is None or value == []:
        return True
    return isinstance(value, Mapping) and all(is_empty(part) for part in value.values())


def _misspelt(path: str) -> Iterator[str]:
    """Yield the address with its first unknown part mended, as far as that exists."""
    around, shape, parts = "", Shape(Programme), path.split(".")
    for n, part in enumerate(parts):
        try:
            shape = shape_at(around + part)
        except UnknownPath:
            names = [name for name in _fields(shape) if around + name not in NOT_ASKED]
            for near in get_close_matches(part, names, n=1, cutoff=0.5):
                yield _existing(f"{around}{near}", parts[n + 1 :])
            return
        around += f"{part}."


def _existing(path: str, below: list[str]) -> str:
    """Return the longest address that exists of a path with parts below it."""
    for part in below:
        try:
            shape_at(f"{path}.{part}")
        except UnknownPath:
            break
        path += f".{part}"
    return path


@lru_cache(maxsize=10_000)
def _walked(path: str) -> tuple[str, Shape]:
    shape, stars = Shape(Programme), []
    for part in path.split("."):
        if shape.is_items:
            shape = Shape(shape.type)
            stars.append("*")
            continue
        field = _fields(shape).get(part)
        if field is None:
            raise UnknownPath(path)
        shape = _shape_of(field)
        stars.append(part)
    return ".".join(stars), shape


def _fields(shape: Shape) -> Mapping[str, FieldInfo]:
    return shape.type.model_fields if issubclass(shape.type, Record) else {}


@cache
def _paths_below(record: type[Record], prefix: str) -> tuple[str, ...]:
    paths: list[str] = []
    for name, field in record.model_fields.items():
        path = prefix + name
        if path in NOT_ASKED or name in KNOWN_OF_ITEM:
            continue
        shape = _shape_of(field)
        if not shape.is_group:
            paths.append(path)
        if shape.is_group or shape.is_items:
            paths += _paths_below(shape.type, f"{path}.*." if shape.is_items else f"{path}.")
    return tuple(paths)


@cache
def _field_shape(annotation: Any, marks: tuple[Any, ...]) -> Shape:
    for mark in marks:
        if isinstance(mark, Choice):
            return Shape(str, options=mark.options)
        if isinstance(mark, Link):
            return Shape(str, link=mark.to)
    inner = [part for part in get_args(annotation) if part is not type(None)]
    if not inner:
        return Shape(annotation)
    part = _field_shape(*_unwrapped(inner[0]))
    if get_origin(annotation) is list:
        return Shape(part.type, True, part.options, part.link)
    return part


def _unwrapped(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    marks = getattr(annotation, "__metadata__", ())
    return (annotation.__origin__, marks) if marks else (annotation, ())


def _shape_of(field: FieldInfo) -> Shape:
    annotation: Any = field.annotation
    hashable = tuple(mark for mark in field.metadata if isinstance(mark, Choice | Link))
    return _field_shape(annotation, hashable)
