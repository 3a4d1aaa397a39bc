"""Ranges that were entered as numbers (ages, durations, group size), and how they are told."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.intervention import Duration
from workbench.domain.paths import shape_at
from workbench.domain.records import Span
from workbench.domain.wording import Wording
from workbench.domain.words import Words
from workbench.rules.expressions import Length, Unit
from workbench.rules.subject import Subject
from workbench.rules.wordings import worded

UNITS: dict[str, Unit] = {
    "days": "days", "weeks": "weeks", "months": "months", "years": "years",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A range as entered: the address of its question and its numbers."""

    path: str
    minimum: int | None
    maximum: int | None
    unit: str | None = None


def entries(subject: Subject, kind: type[Span] | type[Duration]) -> Iterator[Entry]:
    """Yield every age and group size (Span) or every duration (Duration) that was entered."""
    found: dict[str, dict[str, int | str]] = {}
    for entered in subject.entered:
        group, _, name = entered.starred.rpartition(".")
        if name in {"minimum", "maximum", "unit"} and shape_at(group).type is kind:
            found.setdefault(entered.path.rpartition(".")[0], {})[name] = entered.value
    for path, values in found.items():
        low, high, unit = (values.get(name) for name in ("minimum", "maximum", "unit"))
        yield Entry(path, _count(low), _count(high), str(unit) if unit else None)


def length(number: int | None, unit: str | None) -> Length | None:
    """Return a number with its unit as a length, or None where one of both is missing."""
    if number is None or unit not in UNITS:
        return None
    return Length(number, UNITS[unit])


def told(words: Words, low: object, high: object) -> Wording:
    """Return a range in words: from, up to, or both."""
    if low == high:
        return worded(words, "rule.range.exact", low=low)
    if high is None:
        return worded(words, "rule.range.from", low=low)
    if low is None:
        return worded(words, "rule.range.to", high=high)
    return worded(words, "rule.range.both", low=low, high=high)


def told_with_unit(words: Words, low: int | None, high: int | None, unit: str) -> Wording:
    """Return a range in words with its unit."""
    label = words.template.label("time_unit", unit)
    return worded(words, "rule.range.unit", range=told(words, low, high), unit=label)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) else None
