"""Looking at a description as an assessor would: findings, completeness, level as an indication."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from workbench.actions.desk import Desk
from workbench.domain.findings import Finding
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.checking import check, cleared
from workbench.rules.completeness import Completeness, completeness
from workbench.rules.graph import Theory
from workbench.rules.level import LevelIndication, level
from workbench.rules.theory import theory
from workbench.rules.timeline import Timeline, timeline
from workbench.store.protocol import Damaged, Opened, Unreadable

T = TypeVar("T")


@dataclass(frozen=True)
class Progress:
    """How far a description is; completeness and level are two judgements, kept apart."""

    completeness: Completeness
    level: LevelIndication


@dataclass(frozen=True)
class Assessment(Progress):
    """How far a description is, and what the rules found in it."""

    findings: list[Finding]


@dataclass(frozen=True)
class Coherence:
    """How the parts of a description are linked, and when its phases run."""

    theory: Theory
    timeline: Timeline


@dataclass(frozen=True)
class Card:
    """One programme in the overview."""

    opened: Opened
    progress: Progress
    mine: bool
    """Whether this person may change it."""


def assess_opened(desk: Desk, opened: Opened) -> Assessment:
    """Return what the rules say of a description that was opened already."""
    return _assessed(Same(opened.programme), Same(desk.words), desk.today())


def cleared_in(desk: Desk, opened: Opened) -> list[Finding]:
    """Return what looks like personal data in a description but was recorded as none."""
    if not any(note.no_personal_data for note in opened.programme.about.values()):
        return []
    return _cleared(Same(opened.programme), Same(desk.words), desk.today())


def progress_of(desk: Desk, opened: Opened) -> Progress:
    """Return how far a description is, without looking for findings."""
    return _progress(Same(opened.programme), Same(desk.words))


def coherence(opened: Opened) -> Coherence:
    """Return what somebody linked in a description that was opened already."""
    return _coherence(Same(opened.programme))


def overview(desk: Desk) -> tuple[list[Card], list[Damaged]]:
    """Return a card for every programme somebody may read, and what cannot be read."""
    cards, damaged = [], []
    for programme in desk.store.ids():
        if not desk.may("read", programme.institution):
            continue
        try:
            opened = desk.store.open(programme)
            mine = desk.may("change", programme.institution)
            cards.append(Card(opened, progress_of(desk, opened), mine))
        except Unreadable as unreadable:
            damaged.append(Damaged(programme, unreadable.problems))
    return cards, damaged


class Same(Generic[T]):
    """Stands for a value by identity: the store hands out the same one until it changes."""

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=64)
def _assessed(programme: Same[Programme], words: Same[Words], today: date) -> Assessment:
    far = _progress(programme, words)
    found = check(programme.value, words.value, today)
    return Assessment(far.completeness, far.level, found)


@lru_cache(maxsize=64)
def _cleared(programme: Same[Programme], words: Same[Words], today: date) -> list[Finding]:
    return cleared(programme.value, words.value, today)


@lru_cache(maxsize=1024)
def _progress(programme: Same[Programme], words: Same[Words]) -> Progress:
    filled = completeness(programme.value, words.value.template)
    return Progress(filled, level(programme.value, words.value))


@lru_cache(maxsize=64)
def _coherence(programme: Same[Programme]) -> Coherence:
    linked = theory(programme.value)
    return Coherence(linked, timeline(programme.value, linked))
