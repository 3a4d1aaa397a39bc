"""Looking at a description as an assessor would, and remembering what was seen until it changes."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.actions.desk import Desk, asks, needs
from workbench.actions.same import Same
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.completeness import Completeness, completeness
from workbench.rules.examination import Examination
from workbench.rules.level import LevelIndication, level
from workbench.store.protocol import Damaged, NotFound, Opened, Unreadable


@dataclass(frozen=True)
class Progress:
    """How far a description is; completeness and level are two judgements, kept apart."""

    completeness: Completeness
    level: LevelIndication


@dataclass(frozen=True)
class Card:
    """One programme in the overview."""

    opened: Opened
    progress: Progress
    mine: bool
    """Whether this person may change it."""


@needs("read")
def examined(desk: Desk, opened: Opened) -> Examination:
    """Return everything the rules say today of a description that was opened already."""
    return _examined(Same(opened.programme), Same(desk.words), desk.today())


@needs("read")
def progress_of(desk: Desk, opened: Opened) -> Progress:
    """Return how far a description is, without looking for anything else."""
    return _progress(Same(opened.programme), Same(desk.words))


@asks("read")
def overview(desk: Desk) -> tuple[list[Card], list[Damaged]]:
    """Return a card for every programme somebody may read, and what cannot be read."""
    cards, damaged = [], []
    for programme in desk.store.ids():
        if not desk.may("read", programme):
            continue
        try:
            opened = desk.store.open(programme)
            mine = desk.may("change", opened)
            cards.append(Card(opened, progress_of(desk, opened), mine))
        except Unreadable as unreadable:
            damaged.append(Damaged(programme, unreadable.problems))
        except NotFound:  # it went while the others were read
            continue
    return cards, damaged


@lru_cache(maxsize=64)
def _examined(programme: Same[Programme], words: Same[Words], today: date) -> Examination:
    return Examination(programme.value, words.value, today)


@lru_cache(maxsize=1024)
def _progress(programme: Same[Programme], words: Same[Words]) -> Progress:
    filled = completeness(programme.value, words.value.template)
    return Progress(filled, level(programme.value, words.value))
