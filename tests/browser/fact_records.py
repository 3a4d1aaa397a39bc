"""Fact records of real programmes, read at run time, and how a fact answers a question.

The records may not be copied: a table of uses names facts by their key, never by their words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.browser.writing import Writer
from workbench.domain.paths import shape_at
from workbench.domain.template import Option
from workbench.rules.naming import slug

Facts = Mapping[str, str]
Options = Mapping[str, tuple[Option, ...]]

_PAGE = re.compile(r"^\[(?P<page>\w) = (?P<name>[^\]]+)\] ")
_KEY = re.compile(r"^(?P<key>[^:]{2,40}): (?P<words>.+)$")
_COUNTS = {"zes": 6, "negen": 9, "twaalf": 12}
_MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"]
_MONTHS += ["september", "oktober", "november", "december"]


def read_facts(record: Path, listed: tuple[str, ...] = ()) -> Facts:
    """Return the facts of a record by their key.

    A fact without a key of its own is numbered after the last one that had one (`fasen/2`). What
    stands in brackets before a line goes in front of its keys. The keys in `listed` hold several
    facts with commas between them. What the first line says about the record itself is no fact.
    """
    facts: dict[str, str] = {}
    first, *lines = record.read_text("utf-8").splitlines()
    for line in [first.partition(" -- ")[0], *lines]:
        for key, words in _facts_of(line, listed):
            number = sum(known.partition("/")[0] == key for known in facts) + 1
            facts[key if number == 1 else f"{key}/{number}"] = words
    return facts


def _facts_of(line: str, listed: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    page = _PAGE.match(line)
    before, key = (f"{page['page']} " if page else ""), ""
    if page:
        yield page["page"], page["name"]
    for part in re.split(r"\s*;\s+|\s+--\s+", line[page.end() if page else 0 :].strip()):
        keyed = _KEY.match(part)
        key, words = (before + keyed["key"], keyed["words"]) if keyed else (key, part)
        for fact in words.split(", ") if key in listed else [words]:
            if fact:
                yield key, fact


@dataclass(frozen=True)
class Record:
    """The facts of one programme, and the choices that the app offers."""

    facts: Facts
    options: Options

    def words(self, keys: tuple[str, ...]) -> list[str]:
        """Return the facts with these keys; raise KeyError if the record has no such fact."""
        return [self.facts[key] for key in keys]


@dataclass(frozen=True)
class Use:
    """One question that facts answer: how they are entered, and what must stand in the file."""

    path: str
    facts: tuple[str, ...] = ()

    def enter(self, writer: Writer, record: Record, path: str) -> None:
        """Answer the question on the screen that is open."""
        raise NotImplementedError

    def value(self, record: Record, path: str) -> Any:
        """Return the answer as it must stand in the file."""
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Use):
    """Facts in the words of the record, each on a line of its own."""

    keyed: bool = False
    """Whether the key stands in front, where the words alone do not say what they are about."""

    def enter(self, writer: Writer, record: Record, path: str) -> None:
        writer.text(path, self.value(record, path))

    def value(self, record: Record, path: str) -> str:
        keys = [f"{key.partition('/')[0]}: " if self.keyed else "" for key in self.facts]
        words = record.words(self.facts)
        return "\n".join(key + fact for key, fact in zip(keys, words, strict=True))


@dataclass(frozen=True)
class Choice(Use):
    """Facts that are options: found by label or synonym, or those that the table names."""

    labels: tuple[str, ...] = ()

    def enter(self, writer: Writer, record: Record, path: str) -> None:
        writer.pick(path, *(option.label["nl"] for option in self._chosen(record, path)))

    def value(self, record: Record, path: str) -> str | list[str]:
        codes = [option.code for option in self._chosen(record, path)]
        return codes if shape_at(path).many else codes[0]

    def _chosen(self, record: Record, path: str) -> list[Option]:
        wanted = self.labels or record.words(self.facts)
        offered = record.options[shape_at(path).options or ""]
        chosen = [option for option in offered if any(_is_called(option, w) for w in wanted)]
        assert chosen, f"nothing at {path} is called {wanted}"
        assert shape_at(path).many or len(chosen) == 1, f"{wanted} are different things"
        return chosen


@dataclass(frozen=True)
class Ages(Use):
    """A fact with two ages."""

    def enter(self, writer: Writer, record: Record, path: str) -> None:
        ages = self.value(record, path)
        writer.number(path, "vanaf", ages["minimum"])
        writer.number(path, "tot en met", ages["maximum"])

    def value(self, record: Record, path: str) -> dict[str, int]:
        low, high = re.findall(r"\d+", *record.words(self.facts))
        return {"minimum": int(low), "maximum": int(high)}


@dataclass(frozen=True)
class Months(Use):
    """A fact with a shortest and a longest number of months, in words."""

    def enter(self, writer: Writer, record: Record, path: str) -> None:
        length = self.value(record, path)
        writer.number(path, "vanaf", length["minimum"])
        writer.number(path, "tot en met", length["maximum"])
        writer.pick(path, "maanden")

    def value(self, record: Record, path: str) -> dict[str, int | str]:
        *_, low, _, high, unit = record.words(self.facts)[0].split()
        assert unit == "maanden"
        return {"minimum": _COUNTS[low], "maximum": _COUNTS[high], "unit": "months"}


@dataclass(frozen=True)
class Day(Use):
    """A fact that is a date with its month in words."""

    def enter(self, writer: Writer, record: Record, path: str) -> None:
        writer.day(path, date.fromisoformat(self.value(record, path)))

    def value(self, record: Record, path: str) -> str:
        day, month, year = record.words(self.facts)[0].split()
        return date(int(year), _MONTHS.index(month) + 1, int(day)).isoformat()


@dataclass(frozen=True)
class Yes(Use):
    """A fact that says yes to a question."""

    def enter(self, writer: Writer, record: Record, path: str) -> None:
        writer.pick(path, "Ja")

    def value(self, record: Record, path: str) -> bool:
        return True


@dataclass(frozen=True)
class Links(Use):
    """Facts that are items of another list, chosen by their headings."""

    def enter(self, writer: Writer, record: Record, path: str) -> None:
        writer.pick(path, *record.words(self.facts))

    def value(self, record: Record, path: str) -> list[str]:
        return [slug(words) for words in record.words(self.facts)]


@dataclass(frozen=True)
class Card:
    """An item of a list: the fact above it, if any, and the uses inside it."""

    path: str
    heading: str | None
    inside: tuple[Use, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """All facts in the item."""
        above = (self.heading,) if self.heading else ()
        return (*above, *(key for use in self.inside for key in use.facts))


def _is_called(option: Option, words: str) -> bool:
    """Whether an option has these words as a name, what stands between brackets left aside."""
    names = {name.casefold() for name in (option.label["nl"], *option.synonyms)}
    return not names.isdisjoint({words.casefold(), words.partition(" (")[0].casefold()})
