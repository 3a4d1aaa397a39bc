"""The kinds of value an answer can hold, and what makes each of them refusable."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LONGEST_TEXT = 500_000
"""Characters in one answer; a handbook chapter is about 60,000."""

# What neither YAML nor Word can hold: control characters, lone surrogates, non-characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Options = Mapping[str, Set[str]]
"""The codes of every option list, by the name of the list."""


def unwritable(text: str) -> re.Match[str] | None:
    """Return the first character that cannot be stored in a text, or None."""
    return _UNWRITABLE.search(text)


def made_writable(text: str) -> str:
    """Return a text from elsewhere with a blank for every character that cannot be stored."""
    return _UNWRITABLE.sub(" ", text)


def where_unwritable(text: str) -> dict[str, object]:
    """Return code and position of the first character that cannot be stored; empty without one."""
    found = unwritable(text)
    if not found:
        return {}
    return {"code": f"U+{ord(found.group()):04X}", "position": found.start() + 1}


def _writable(text: str) -> str:
    if found := where_unwritable(text):
        raise PydanticCustomError("unwritable", "character {code} at position {position}", found)
    return text


def _day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if _DAY.fullmatch(value) else _no_day()
        except ValueError:
            return _no_day()
    return value


def _no_day() -> Any:
    raise PydanticCustomError("day", "not a date written as year-month-day")


Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_writable)]
"""Words of the institution: one line or many."""

ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""The short, stable name by which one item of a list is known."""

Day = Annotated[date, BeforeValidator(_day), PlainSerializer(date.isoformat, when_used="json")]
"""A calendar day, in a file written as 2026-05-31."""

Count = Annotated[int, Field(ge=0, le=1_000_000)]
"""A whole number of people, sessions, months or years."""

Amount = Annotated[float, Field(allow_inf_nan=False)]
"""A number that may have decimals: euros, hours, percentages, effect sizes."""


@dataclass(frozen=True)
class Choice:
    """Marks a text as a code from the option list with this name in `schemas/options.yaml`."""

    options: str

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "x-options": self.options}

    def _known(self, code: str, info: ValidationInfo) -> str:
        options: Options | None = info.context
        if options is not None and code not in options[self.options]:
            raise PydanticCustomError(
                "option", "a code that is not in {options}", {"options": self.options}
            )
        return code


@dataclass(frozen=True)
class Link:
    """Marks an item id as pointing into the list at this path, such as `goals.subgoals`."""

    to: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "x-link": self.to}
