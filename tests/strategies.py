"""Any description at all, for hypothesis: partial, with awkward words, and valid."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from workbench.domain.paths import NOT_ASKED, Shape, answer_paths, shape_at, value_at
from workbench.domain.programme import Programme
from workbench.domain.values import Options, unwritable

SCHEMAS = Path(__file__).parent.parent / "schemas"

AWKWARD = [
    "", " ", "nee", "no", "on", "y", "null", "~", "true", "012", "0x1F", "1e3", ".5", "1_000",
    "2024-01-02", "12:30:00", "=", "<<", ": x", "x: y", "- x", "# geen commentaar", "x # y",
    "&anker", "*ster", "!tag", "%JA", "@x", "`x`", "{a: b}", "[a, b]", "|", ">", "'", '"', "''",
    "\\n", "{naam}", "<b>vet</b>", "---", "...", "--- x", "? x",
    "spaties achteraan  ", "  spaties vooraan", "tab\tin het midden", "\tvooraan",
    "twee\nregels", "alinea\n\nalinea", "eind\n", "eind\n\n", "\nbegin", "\n", "  in\n sprong",
    "achter \nde regel", "venster\r\nregel", "\r", "volgende\x85regel", "regel\u2028scheiding",
    "vast\u00a0wit", "\ufeffmerk", "zacht\u00adstreepje", "\x7f", "\x9f",
    "‘één’ – co\u00f6peratie", "e\u0301", "👩🏽‍🦱", "שלום", "\U0001f1f3\U0001f1f1",
    "lang " * 60, "eengroot" * 40, "regel van een alinea die doorloopt\n" * 5,
]  # fmt: skip
"""Texts on which file formats stumble."""


@cache
def options() -> Options:
    """Return the codes of `schemas/options.yaml`, by list."""
    lists = yaml.safe_load((SCHEMAS / "options.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(option["code"] for option in found) for name, found in lists.items()}


def texts() -> st.SearchStrategy[str]:
    """Return any words that an answer may hold."""
    return st.sampled_from(AWKWARD) | st.text(max_size=40).filter(lambda text: not unwritable(text))


def item_ids() -> st.SearchStrategy[str]:
    """Return ids of items; few enough that links often find their target."""
    usual = ["a", "veiligheid", "fase-1", "module_2", "007", "no", "1e3", "2024-01-02"]
    return st.sampled_from(usual) | st.from_regex(r"[a-z0-9][a-z0-9_-]{0,10}", fullmatch=True)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Return any valid description: some fields of some sections, and some notes."""
    data = draw(_record(Programme, ""))
    about = draw(st.dictionaries(answer_addresses(), notes(), max_size=2))
    return Programme.model_validate({**data, "about": about}, context=options())


def descriptions() -> st.SearchStrategy[dict[str, Any]]:
    """Return the same as plain values in the model's order; what is empty does not stand there."""
    return programmes().map(lambda programme: _entered(programme.plain()))


def addresses(starred: str) -> st.SearchStrategy[str]:
    """Return a starred path with an id for each star."""
    parts = [item_ids() if part == "*" else st.just(part) for part in starred.split(".")]
    return st.tuples(*parts).map(".".join)


def answer_addresses() -> st.SearchStrategy[str]:
    """Return the address of any answer or list, with ids."""
    return st.sampled_from(sorted(answer_paths())).flatmap(addresses)


def addresses_in(data: Mapping[str, Any]) -> list[str]:
    """Return the address of every answer and list that this description has room for."""
    return [path for starred in answer_paths() for path in _filled(data, starred.split(".*."))]


def notes() -> st.SearchStrategy[Mapping[str, Any]]:
    """Return what may be known about an answer, as plain values."""
    words = texts().filter(bool)
    clearance = st.fixed_dictionaries(
        {"id": item_ids(), "reason": words, "person": words, "date": _days()}
    )
    once = st.lists(clearance, max_size=2, unique_by=lambda item: item["id"])
    return st.fixed_dictionaries(
        {},
        optional={
            "status": _codes("answer_status"),
            "knowledge": _codes("knowledge"),
            "basis": st.lists(_codes("basis"), max_size=2),
            "source": texts(),
            "not_applicable": texts(),
            "no_personal_data": once,
        },
    )


def answers(starred: str) -> st.SearchStrategy[Any]:
    """Return any plain value that the model takes at this starred path."""
    shape = shape_at(starred)
    if shape.is_items:
        return st.lists(items(starred), max_size=2, unique_by=lambda item: item["id"])
    if shape.is_group:
        return _record(shape.type, f"{starred}.")
    return st.lists(_single(shape), max_size=3) if shape.many else _single(shape)


@st.composite
def items(draw: st.DrawFn, starred: str) -> dict[str, Any]:
    """Return one item for the list at this starred path, as plain values."""
    item_id = draw(item_ids())
    return {"id": item_id, **draw(_record(shape_at(starred).type, f"{starred}.*."))}


def _entered(value: Any) -> Any:
    if isinstance(value, list):
        return [_entered(part) for part in value]
    if not isinstance(value, Mapping):
        return value
    parts = {name: _entered(part) for name, part in value.items()}
    return {name: part for name, part in parts.items() if part not in ("", {})}


def _filled(data: Mapping[str, Any], parts: list[str]) -> list[str]:
    path, *rest = parts
    if not rest:
        return [path]
    found = value_at(data, path) or []
    below = [_filled(data, [f"{path}.{item['id']}.{rest[0]}", *rest[1:]]) for item in found]
    return [address for addresses in below for address in addresses]


@st.composite
def _record(draw: st.DrawFn, record: type[Any], prefix: str) -> dict[str, Any]:
    asked = [name for name in record.model_fields if name != "id" and name not in NOT_ASKED]
    names = draw(st.lists(st.sampled_from(asked), unique=True, max_size=5))
    return {name: draw(answers(prefix + name)) for name in names}


def _single(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.options:
        return _codes(shape.options)
    if shape.link:
        return item_ids()
    kinds: dict[type, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.integers(0, 1_000_000),
        float: st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 9).map(float),
        date: _days(),
        str: texts(),
    }
    return kinds[shape.type]


def _codes(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(options()[name]))


def _days() -> st.SearchStrategy[str]:
    return st.dates().map(date.isoformat)
