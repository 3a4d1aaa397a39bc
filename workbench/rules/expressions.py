"""Ages, durations and group sizes as people write them, in Dutch and in English.

Only reads; which of them is said about the whole group or programme is for `statements.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from workbench.rules.numbers import NUMBER, START, number

Unit = Literal["days", "weeks", "months", "years"]
DAYS: dict[Unit, tuple[int, int]] = {
    "days": (1, 1), "weeks": (7, 7), "months": (28, 31), "years": (336, 366),
}  # fmt: skip
"""The fewest and most days in one unit: four weeks may be called a month, twelve months a year."""
OLDEST_DURATION = 7
"""In years: what is longer is an age."""


@dataclass(frozen=True)
class Place:
    """Where an expression stands in its text."""

    start: int
    end: int


@dataclass(frozen=True)
class Range:
    """From and up to; `open_end` where the words leave open whether the last one is included."""

    place: Place
    low: int | None
    high: int | None
    open_end: bool = False

    @property
    def highs(self) -> set[int]:
        """Every reading of the upper end."""
        return set() if self.high is None else {self.high, self.high - self.open_end}


@dataclass(frozen=True)
class Length:
    """A number of days, weeks, months or years."""

    number: int
    unit: Unit

    @property
    def days(self) -> tuple[int, int]:
        """The fewest and the most days this can be."""
        fewest, most = DAYS[self.unit]
        return self.number * fewest, self.number * most

    def equals(self, other: "Length") -> bool:
        """Return whether both can be the same length: 26 weeks and 6 months can."""
        if self.unit == other.unit:
            return self.number == other.number
        return self.days[0] <= other.days[1] and other.days[0] <= self.days[1]

    def exceeds(self, other: "Length") -> bool:
        """Return whether this is certainly longer."""
        if self.unit == other.unit:
            return self.number > other.number
        return self.days[0] > other.days[1]


@dataclass(frozen=True)
class Term:
    """A duration with its ends; one number has both ends the same."""

    place: Place
    low: Length | None
    high: Length | None


_DASH = r"\s*(?:-|–|—|t/m|tot en met|tot|à|to|through|until)\s*|\s+(?:a|up to)\s+"
_AND = r"\s+(?:en|and)\s+"
_BOUND = (
    r"\s+(?:en|and)\s+(?:maximaal|hoogstens|ten hoogste|at most)\s+"
    r"|,?\s+(?:maximaal|hoogstens|ten hoogste|at most)\s+"
)
_BETWEEN = r"(?P<between>(?:tussen|between)\s+(?:de\s+|the\s+)?(?:leeftijd van\s+)?)?"
_SEPARATOR = rf"(?P<sep>{_BOUND}|{_DASH}|{_AND})"

_OLD = r"[\s-]*(?:jaar|jarigen?|years?(?:[\s-]olds?)?|yrs?|jr)\b"
_AGES = re.compile(
    rf"(?P<named>\b(?:leeftijd\w*|aged?|ages)\b[^.\d\n]{{0,25}})?{_BETWEEN}"
    rf"{START}(?P<low>{NUMBER})(?:{_OLD}|-(?=\s))?{_SEPARATOR}(?P<high>{NUMBER})(?P<unit>{_OLD})?"
    r"(?!\s*(?:%|procent|percent|euro|uur|hours?|maand|week|weken|dag|month|week|day))",
    re.IGNORECASE,
)
_AGE_WORDS = re.compile(r"jaar|jarig|jr\b|leeftijd|year|yrs?\b|\bage", re.IGNORECASE)
_FROM_AGE = re.compile(
    rf"(?:\b(?:vanaf|minimaal|minstens|ten minste|tenminste|from|at least)\s+"
    rf"(?:(?:de |the )?(?:leeftijd van|age of)\s+)?(?P<low>{NUMBER})(?:{_OLD})"
    rf"|{START}(?P<low2>{NUMBER}){_OLD}\s+(?:en|of|and|or)\s+(?:ouder|older|over)\b"
    rf"|\b(?:ouder dan|older than|over)\s+(?P<above>{NUMBER}){_OLD})",
    re.IGNORECASE,
)
_TO_AGE = re.compile(
    rf"\b(?:(?P<closed>tot en met|t/m|maximaal|hoogstens|up to)|(?P<open>tot|until)"
    rf"|(?P<below>jonger dan|onder de|younger than|under))\s+"
    rf"(?:(?:de |the )?(?:leeftijd van|age of)\s+)?(?P<high>{NUMBER})(?:{_OLD})",
    re.IGNORECASE,
)

_UNIT = r"(?:dag(?:en)?|week|weken|maand(?:en)?|mnd|jaar|jaren|days?|weeks?|months?|years?)\b"
_UNIT_WORDS = re.compile(_UNIT, re.IGNORECASE)
_HALF = r"(?:een |a )?half(?: a)? (?:jaar|year)\b|anderhalf jaar\b"
_ONE = r"(?:\b(?:een|één|a|one)\b)"
_LENGTH = rf"(?:{_HALF}|(?:{NUMBER}|{_ONE})[\s-]*{_UNIT})"
_TERMS = re.compile(
    rf"{_BETWEEN}{START}(?P<low>{_LENGTH}|{NUMBER}){_SEPARATOR}(?P<high>{_LENGTH})",
    re.IGNORECASE,
)
_ONE_TERM = re.compile(
    rf"(?:(?P<least>\b(?:minimaal|minstens|ten minste|tenminste|at least|vanaf)\s+)"
    rf"|(?P<most>\b(?:maximaal|hoogstens|ten hoogste|tot|up to|at most|niet langer dan|"
    rf"no longer than)\s+))?{START}(?P<length>{_LENGTH})(?!\s+(?:oud|old|en ouder|of ouder)\b)",
    re.IGNORECASE,
)
_UNITS: dict[str, Unit] = {"d": "days", "w": "weeks", "m": "months", "j": "years", "y": "years"}

_YOUNG = r"(?:meisjes|jongeren|jeugdigen|jongens|deelnemers|cliënten|girls|young people|boys)"
_SIZES = re.compile(
    rf"\b(?:(?:leef|meisjes|behandel)?groep(?:en)?\s+(?:van|met|bestaat uit|telt)|groups?\s+of|"
    rf"groepsgrootte(?:\s+(?:is|van))?:?|group\s+size(?:\s+(?:is|of))?:?)\s+"
    rf"(?P<bound>maximaal|hoogstens|ten hoogste|at most|up to)?\s*{_BETWEEN}"
    rf"(?P<low>{NUMBER})(?:{_SEPARATOR}(?P<high>{NUMBER}))?"
    rf"(?=\s+{_YOUNG}\b|\s*(?:[.,;:)]|$)|\s+(?:en|and|in|per|met|with|die|who)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def ages(text: str) -> tuple[Range, ...]:
    """Return every age range in a text, half-open ones (`vanaf 12 jaar`) included, in order."""
    if not _AGE_WORDS.search(text):
        return ()
    found = list(_age_ranges(text))
    rest = _without(text, [age.place for age in found])
    for match in _FROM_AGE.finditer(rest):
        above = match["above"]
        low = number(above) + 1 if above else number(match["low"] or match["low2"])
        found.append(Range(_place(match), low, None))
    for match in _TO_AGE.finditer(rest):
        high = number(match["high"]) - bool(match["below"])
        found.append(Range(_place(match), None, high, bool(match["open"])))
    plausible = (age for age in found if max(age.low or 0, age.high or 0) > OLDEST_DURATION)
    return tuple(sorted(plausible, key=lambda age: age.place.start))


@lru_cache(maxsize=4096)
def durations(text: str) -> tuple[Term, ...]:
    """Return every duration in a text, single ones included, in order."""
    if not _UNIT_WORDS.search(text):
        return ()
    found = [term for match in _TERMS.finditer(text) if (term := _term(match))]
    rest = _without(text, [age.place for age in ages(text)] + [term.place for term in found])
    for match in _ONE_TERM.finditer(rest):
        length = _length(match["length"])
        if length.unit != "years" or length.number <= OLDEST_DURATION:
            low, high = None if match["most"] else length, None if match["least"] else length
            found.append(Term(_place(match), low, high))
    return tuple(sorted(found, key=lambda term: term.place.start))


@lru_cache(maxsize=4096)
def group_sizes(text: str) -> tuple[Range, ...]:
    """Return the sizes of groups of young people in a text, in order."""
    if "gro" not in text.lower():
        return ()
    return tuple(_size(match) for match in _SIZES.finditer(text) if not _loose_and(match))


def _age_ranges(text: str) -> Iterator[Range]:
    for match in _AGES.finditer(text):
        if not (match["unit"] or match["named"]) or _loose_and(match):
            continue
        low, high = number(match["low"]), number(match["high"])
        open_end = match["sep"].strip().lower() in {"tot", "until", "en", "and"}
        start = match.start("between") if match["between"] else match.start("low")
        yield Range(Place(start, match.end()), low, high, open_end)


def _loose_and(match: re.Match[str]) -> bool:
    """Whether two numbers are only listed (`12 en 18 jaar`) instead of a range."""
    listed = re.fullmatch(_AND, match["sep"] or "", re.IGNORECASE) is not None
    return listed and not match["between"]


def _term(match: re.Match[str]) -> Term | None:
    if _loose_and(match):
        return None
    high = _length(match["high"])
    low_text = match["low"]
    low = Length(number(low_text), high.unit) if _plain(low_text) else _length(low_text)
    if high.unit == "years" and high.number > OLDEST_DURATION:
        return None
    return Term(_place(match), low, high)


def _plain(text: str) -> bool:
    return re.fullmatch(NUMBER, text, re.IGNORECASE) is not None


def _length(text: str) -> Length:
    lowered = text.lower()
    if "half" in lowered:
        return Length(18 if lowered.startswith("anderhalf") else 6, "months")
    found = re.match(rf"({NUMBER}|{_ONE})[\s-]*({_UNIT})", lowered, re.IGNORECASE)
    if found is None:
        raise ValueError(f"no length: {text}")
    return Length(number(found[1]), _UNITS[found[2][0]])


def _size(match: re.Match[str]) -> Range:
    low = number(match["low"])
    if match["bound"]:
        return Range(_place(match), None, low)
    high = number(match["high"]) if match["high"] else low
    return Range(_place(match), low, high)


def _place(match: re.Match[str]) -> Place:
    return Place(match.start(), match.end())


def _without(text: str, places: list[Place]) -> str:
    """Return the text with what was read already replaced by blanks of the same length."""
    for place in places:
        text = text[: place.start] + "\x00" * (place.end - place.start) + text[place.end :]
    return text
