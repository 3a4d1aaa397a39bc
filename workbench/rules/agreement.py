"""Numbers in texts that differ from the numbers that were entered, or from another text.

A text is held against the entered range; where that is empty, against the first text of the
sections (else of the summary) that names one. What may be said about a part is left alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from workbench.domain.wording import Wording
from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.expressions import Length, Place, Range, Term
from workbench.rules.ranges import length, told, told_with_unit
from workbench.rules.statements import group_ages, groups, only_age, programme_durations, whole_age
from workbench.rules.subject import Subject
from workbench.rules.wordings import quoted, worded

GROUP_TEXTS = ("target_group.final", "summary.target_group")
"""Texts that describe the group as a whole."""
AGE_TEXTS = {
    "title", "target_group.final", "target_group.route", "target_group.indications.*.criterion",
    "target_group.indications.*.threshold", "goals.main", "approach.setup", "approach.recruitment",
    "summary.target_group", "summary.goal", "summary.approach",
}  # fmt: skip
DURATION_TEXTS = {
    "target_group.final", "approach.setup", "approach.intensity",
    "summary.target_group", "summary.goal", "summary.approach",
}  # fmt: skip
SIZE_TEXTS = {"approach.setup", "delivery.organisation", "summary.approach", "summary.target_group"}


@dataclass(frozen=True)
class Difference:
    """A text that says something else than it is held against."""

    path: str
    found: str
    expected: Wording
    entered: bool
    """Whether it is held against numbers that were entered, not against another text."""
    where: str
    """The address of what it is held against."""

    @property
    def in_summary(self) -> bool:
        """Whether the summary says something else than the sections."""
        return self.path.startswith("summary.") and not self.where.startswith("summary.")


@rule("G15", "warning", sources.CONSISTENCY)
def age_differs(subject: Subject) -> Iterator[Found]:
    """Yield every text of the sections with ages outside the entered ages of the group."""
    yield from _beside_entered(subject, _age_differences)


@rule("X14", "warning", sources.CONSISTENCY)
def duration_differs(subject: Subject) -> Iterator[Found]:
    """Yield every text of the sections with another duration than the entered one."""
    yield from _beside_entered(subject, _duration_differences)


@rule("X15", "warning", sources.CONSISTENCY)
def group_size_differs(subject: Subject) -> Iterator[Found]:
    """Yield every text of the sections with another group size than the entered one."""
    yield from _beside_entered(subject, _size_differences)


@rule("X16", "warning", sources.CONSISTENCY)
def texts_differ(subject: Subject) -> Iterator[Found]:
    """Yield every text that contradicts another one, where no number was entered to decide."""
    for difference in _differences(subject):
        if not difference.entered and not difference.in_summary:
            yield Found(difference.path, _values(subject, difference))


@rule("G19", "warning", sources.WERKBLAD)
def summary_differs(subject: Subject) -> Iterator[Found]:
    """Yield every text of the summary with another number than the sections."""
    for difference in _differences(subject):
        if difference.in_summary:
            yield Found(difference.path, _values(subject, difference))


def _beside_entered(
    subject: Subject, differences: Callable[[Subject], Iterator[Difference]]
) -> Iterator[Found]:
    for difference in differences(subject):
        if difference.entered and not difference.in_summary:
            yield Found(difference.path, _values(subject, difference))


def _values(subject: Subject, difference: Difference) -> dict[str, object]:
    return {
        "found": quoted(difference.found),
        "expected": difference.expected,
        "where": _label(subject, difference.where),
    }


def _differences(subject: Subject) -> Iterator[Difference]:
    yield from _age_differences(subject)
    yield from _duration_differences(subject)
    yield from _size_differences(subject)


def _age_differences(subject: Subject) -> Iterator[Difference]:
    age = subject.programme.facets.age
    if age.minimum is None and age.maximum is None:
        yield from _ages_between_texts(subject)
        return
    expected = _years(subject, age.minimum, age.maximum)
    for path, text in _texts(subject, AGE_TEXTS):
        only = only_age(text) if path in GROUP_TEXTS else None
        for said in group_ages(text):
            if _outside(said, age.minimum, age.maximum) or (
                said is only and _other(said, age.minimum, age.maximum)
            ):
                yield Difference(path, _cut(text, said.place), expected, True, "facets.age")


def _ages_between_texts(subject: Subject) -> Iterator[Difference]:
    named = ((path, subject.text_at.get(path, "")) for path in GROUP_TEXTS)
    whole = [(path, text, age) for path, text in named if (age := whole_age(text))]
    for path, text, age in whole[1:]:
        where, _, first = whole[0]
        if age.low != first.low or not first.highs & age.highs:
            yield _beside(subject, path, text, age, where, first)


def _beside(
    subject: Subject, path: str, text: str, age: Range, where: str, first: Range
) -> Difference:
    expected = _years(subject, first.low, first.high)
    return Difference(path, _cut(text, age.place), expected, False, where)


def _duration_differences(subject: Subject) -> Iterator[Difference]:
    total = subject.programme.approach.duration
    low, high = length(total.minimum, total.unit), length(total.maximum, total.unit)
    names = _names(subject)
    said = [
        (path, text, term)
        for path, text in _texts(subject, DURATION_TEXTS)
        for term in programme_durations(text, names)
    ]
    where, entered = "approach.duration", bool(low or high)
    if not entered:
        if not said:
            return
        where, _, first = next((s for s in said if not s[0].startswith("summary.")), said[0])
        low, high = first.low, first.high
    for path, text, term in said:
        if _not_as_long(term, low, high):
            expected = _lengths(subject, low, high)
            yield Difference(path, _cut(text, term.place), expected, entered, where)


def _names(subject: Subject) -> tuple[str, ...]:
    """Return the names by which the texts may call the programme."""
    title = subject.programme.title or ""
    names = (subject.programme.colophon.short_name or "", title, re.split(r"[,:(–]| - ", title)[0])
    return tuple(sorted({name.strip() for name in names if len(name.strip()) > 2}))


def _size_differences(subject: Subject) -> Iterator[Difference]:
    size = subject.programme.approach.group_size
    if size.minimum is None and size.maximum is None:
        return
    expected = told(subject.words, size.minimum, size.maximum)
    for path, text in _texts(subject, SIZE_TEXTS):
        for said in groups(text):
            if _outside(said, size.minimum, size.maximum):
                found = _cut(text, said.place)
                yield Difference(path, found, expected, True, "approach.group_size")


def _texts(subject: Subject, starred: set[str]) -> Iterator[tuple[str, str]]:
    for entered in subject.texts:
        if entered.starred in starred:
            yield entered.path, entered.value


def _outside(said: Range, low: int | None, high: int | None) -> bool:
    """Whether a range in a text is wider than the entered one, in every reading of it."""
    below = low is not None and any(n < low for n in (said.low, said.high) if n is not None)
    above = high is not None and (
        (said.low is not None and said.low > high)
        or (bool(said.highs) and all(n > high for n in said.highs))
    )
    return below or above


def _other(said: Range, low: int | None, high: int | None) -> bool:
    """Whether a range in a text has other ends than the entered one."""
    return (low is not None and said.low != low) or (high is not None and high not in said.highs)


def _not_as_long(term: Term, low: Length | None, high: Length | None) -> bool:
    """Whether a duration in a text cannot be the other one, nor a single length within it."""
    if term.low == term.high and term.low and low != high:
        too_short = low is not None and low.exceeds(term.low)
        too_long = high is not None and term.low.exceeds(high)
        return too_short or too_long
    return _unequal(term.low, low) or _unequal(term.high, high)


def _unequal(one: Length | None, other: Length | None) -> bool:
    return one is not None and other is not None and not one.equals(other)


def _cut(text: str, place: Place) -> str:
    return text[place.start : place.end].strip(" ,")


def _years(subject: Subject, low: int | None, high: int | None) -> Wording:
    return told_with_unit(subject.words, low, high, "years")


def _lengths(subject: Subject, low: Length | None, high: Length | None) -> Wording:
    tell = partial(told_with_unit, subject.words)
    if low and high and low.unit != high.unit:
        ends = (tell(end.number, end.number, end.unit) for end in (low, high))
        return told(subject.words, *ends)
    unit = (low or high or Length(0, "months")).unit
    return tell(low.number if low else None, high.number if high else None, unit)


def _label(subject: Subject, path: str) -> object:
    try:
        return subject.words.template.question(path).label
    except KeyError:
        return worded(subject.words, "rule.place.unknown", path=path)


CHECKS: tuple[Check, ...] = (
    age_differs,
    duration_differs,
    group_size_differs,
    texts_differ,
    summary_differs,
)
