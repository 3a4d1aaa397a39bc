"""Which recognitions still hold on a day, and the level that now stands for every outcome.

Recognitions are given per outcome or for the whole programme, hold for a term, and can be
replaced by a later judgement; the list is what the institution entered, nothing is computed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from workbench.domain.identity import Recognition
from workbench.domain.programme import Programme
from workbench.domain.wording import Language, Wording
from workbench.domain.words import Words
from workbench.rules.dates import recognition_end
from workbench.rules.wordings import worded

State = Literal["valid", "provisional", "expired", "replaced", "refused", "unclear"]
HOLDS: tuple[State, ...] = ("valid", "provisional")


@dataclass(frozen=True)
class Standing:
    """One recognition of the list, and how it stands on the day that was asked about."""

    id: str
    outcome: str | None
    """What it is about; None for the whole programme."""
    level: str | None
    label: Wording
    given: date | None
    until: date | None
    """The last day on which it holds, as entered or by the term of its level."""
    state: State
    told_state: Wording
    committee: str | None = None

    def told(self, language: Language) -> dict[str, Any]:
        """Return the recognition as plain values."""
        return {
            "id": self.id,
            "outcome": self.outcome,
            "level": self.level,
            "label": self.label[language],
            "committee": self.committee,
            "given": self.given.isoformat() if self.given else None,
            "until": self.until.isoformat() if self.until else None,
            "state": self.state,
            "state_label": self.told_state[language],
        }


@dataclass(frozen=True)
class Recognitions:
    """All recognitions in the order of the list."""

    all: tuple[Standing, ...]

    @property
    def current(self) -> tuple[Standing, ...]:
        """Those that hold now; at most one per outcome, since a later one replaces an earlier."""
        return tuple(standing for standing in self.all if standing.state in HOLDS)

    def told(self, language: Language) -> dict[str, Any]:
        """Return the list and what holds now as plain values, for programs that read it."""
        return {
            "all": [standing.told(language) for standing in self.all],
            "current": [standing.told(language) for standing in self.current],
        }


def recognitions(programme: Programme, words: Words, today: date) -> Recognitions:
    """Return how every recognition in the colophon stands on a day."""
    entered = programme.colophon.recognitions
    return Recognitions(tuple(_standing(one, entered, words, today) for one in entered))


def _standing(
    one: Recognition, entered: Sequence[Recognition], words: Words, today: date
) -> Standing:
    until = recognition_end(one, words.criteria)
    state = _state(one, entered, until, today)
    label = words.template.label("recognition_level", one.level or "")
    told = worded(words, f"recognition.{state}")
    committee = (one.committee or "").strip() or None
    about = _about(one)
    return Standing(one.id, about, one.level, label, one.date, until, state, told, committee)


def _state(
    one: Recognition, entered: Sequence[Recognition], until: date | None, today: date
) -> State:
    if one.level is None or one.date is None or one.date > today:
        return "unclear"
    if one.level == "refused":
        return "refused"
    if until and until < today:
        return "expired"
    if any(_replaces(other, one, today) for other in entered):
        return "replaced"
    return "provisional" if one.provisional else "valid"


def _replaces(other: Recognition, one: Recognition, today: date) -> bool:
    """Whether a later judgement is about the same: a whole programme includes every outcome."""
    if one.date is None or other.date is None or not one.date < other.date <= today:
        return False
    return _about(other) is None or _about(one) is None or _key(other) == _key(one)


def _key(one: Recognition) -> str:
    return " ".join((one.outcome or "").split()).casefold()


def _about(one: Recognition) -> str | None:
    return one.outcome.strip() or None if one.outcome else None
