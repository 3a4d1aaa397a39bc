"""The strict YAML reader: a file's bytes -> plain data with line numbers, or every `Problem`.

Only `true`, `false`, `null`, plain whole numbers and decimals are more than text; `no`, `012` and
`2024-01-02` are text. The writing side is `domain/dialect.py`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from yaml import events

from workbench.domain.problems import Problem
from workbench.domain.shape import Lines, name_of

LARGEST = 5_000_000
"""Bytes in one file; a complete description is about 60,000."""
DEEPEST = 20
_MOST_PROBLEMS = 100

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]{1,3})?")
_CONSTANTS: Mapping[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMERIC = frozenset("-0123456789")
# What YAML does not allow to stand in a file as it is.
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_WAITING = object()


class Misread(ValueError):
    """The text is not in our dialect of YAML; `problems` says where and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{problem.key} in line {problem.line}" for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Read:
    """Plain data, and where everything in it stands."""

    data: Any
    places: Mapping[int, Any]
    """By the identity of a mapping or list: the line of each key or item."""

    @cached_property
    def lines(self) -> Lines:
        """The line of every dotted address, with ids inside lists."""
        return dict(_located(self.data, self.places, ""))


def read(content: bytes) -> Read:
    """Return the mapping that a file holds; raise Misread."""
    found = read_any(content)
    if not isinstance(found.data, dict):
        raise Misread([Problem("no_mapping", line=1)])
    return found


def read_any(content: bytes) -> Read:
    """Return the one document that a file holds, whatever its kind; raise Misread."""
    text = _decoded(content)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.note(_syntax(text, error))
    except _Stop as stop:
        builder.note(stop.problem)
    if builder.problems:
        raise Misread(builder.problems)
    return Read(builder.root, builder.places)


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST:
        raise Misread([Problem("too_large", values={"megabytes": LARGEST // 1_000_000})])
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Misread([Problem("not_utf8", line=line)]) from None


def _syntax(text: str, error: yaml.YAMLError) -> Problem:
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        return Problem("control", line=line, values={"code": f"U+{ord(found[0]):04X}"})
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Problem("syntax", line=mark.line + 1 if mark else None)


def _located(data: Any, places: Mapping[int, Any], prefix: str) -> Iterator[tuple[str, int]]:
    lines = places.get(id(data), ())
    if isinstance(data, dict):
        entries = [(key, value, lines[key]) for key, value in data.items()]
    elif isinstance(data, list):
        entries = [(name_of(data, n), item, lines[n]) for n, item in enumerate(data)]
    else:
        return
    for name, value, line in entries:
        yield f"{prefix}{name}", line
        yield from _located(value, places, f"{prefix}{name}.")


def _resolved(text: str) -> Any:
    """Return what a plain scalar means."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _NUMERIC:
        if _INT.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
    return text


class _Stop(Exception):
    """After this problem nothing sensible can be read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Makes data out of the parser's events, and notes every problem on the way."""

    def __init__(self) -> None:
        self.root: Any = None
        self.places: dict[int, Any] = {}
        self.problems: list[Problem] = []
        self._documents = 0
        self._around: list[tuple[Any, Any]] = []
        """The containers around this one, each with the key under which the next one stands."""
        self._into: Any = None
        self._lines: Any = None
        self._key: Any = _WAITING
        self._takers: dict[type, Callable[[Any], None]] = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._begin,
            events.SequenceStartEvent: self._begin,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
        }

    def take(self, event: events.Event) -> None:
        """Add what an event says to the data."""
        taker = self._takers.get(type(event))
        if taker:
            taker(event)

    def note(self, problem: Problem) -> None:
        """Remember a problem; after a hundred nobody reads on."""
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem)

    def _note(self, key: str, event: Any, **values: object) -> None:
        self.note(Problem(key, self._path(), event.start_mark.line + 1, values))

    def _path(self) -> str:
        around = [*self._around, (self._into, self._key)][1:]
        innermost = len(around) - 1
        return ".".join(
            name_of(into, len(into) - (n < innermost)) if isinstance(into, list) else key
            for n, (into, key) in enumerate(around)
            if isinstance(into, list) or isinstance(key, str)
        )

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _Stop(Problem("several_documents", line=event.start_mark.line + 1))

    def _alias(self, event: Any) -> None:
        self._note("anchor", event)
        self._place(None, event)

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._marked(event)
        if self._key is _WAITING and type(self._into) is dict:
            self._keyed(event)
        else:
            self._place(event.value if event.style else _resolved(event.value), event)

    def _marked(self, event: Any) -> None:
        self._note("anchor" if event.anchor else "tag", event)

    def _keyed(self, event: Any) -> None:
        key = event.value
        if key == "<<" and not event.style:
            self._note("merge", event)
        if key in self._into:
            self._note("key_twice", event, field=key, first_line=self._lines[key])
        self._key = key
        self._lines[key] = event.start_mark.line + 1

    def _place(self, value: Any, event: Any) -> None:
        if type(self._into) is dict:
            if self._key is _WAITING:
                raise _Stop(Problem("key_no_text", self._path(), event.start_mark.line + 1))
            self._into[self._key] = value
            self._key = _WAITING
        elif type(self._into) is list:
            self._into.append(value)
            self._lines.append(event.start_mark.line + 1)
        else:
            self.root = value

    def _begin(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._marked(event)
        if len(self._around) > DEEPEST:
            line = event.start_mark.line + 1
            raise _Stop(Problem("too_deep", self._path(), line, {"deepest": DEEPEST}))
        mapping = type(event) is events.MappingStartEvent
        value: Any = {} if mapping else []
        key = self._key
        self._place(value, event)
        self._around.append((self._into, key))
        self._into, self._lines, self._key = value, {} if mapping else [], _WAITING
        self.places[id(value)] = self._lines

    def _end(self, _event: events.Event) -> None:
        self._into, _ = self._around.pop()
        self._lines, self._key = self.places.get(id(self._into)), _WAITING
