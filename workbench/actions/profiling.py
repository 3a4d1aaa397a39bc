"""A description as a researcher or advisor would look at it, next to what `assessing` says."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.actions.assessing import Same
from workbench.actions.desk import Desk
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.interview import Interview, interview
from workbench.rules.recognition import Recognitions, recognitions
from workbench.rules.researchability import Researchability, researchability
from workbench.rules.tidier import Tidier, tidier
from workbench.store.protocol import Opened


@dataclass(frozen=True)
class Profile:
    """Whether it can be researched, what was judged before, and what to ask those who know it."""

    researchability: Researchability
    tidier: Tidier
    recognitions: Recognitions
    interview: Interview


def profile(desk: Desk, opened: Opened) -> Profile:
    """Return the profile of a description that was opened already."""
    return _profile(Same(opened.programme), Same(desk.words), desk.today())


@lru_cache(maxsize=64)
def _profile(programme: Same[Programme], words: Same[Words], today: date) -> Profile:
    return Profile(
        researchability(programme.value, words.value),
        tidier(programme.value, words.value),
        recognitions(programme.value, words.value, today),
        interview(programme.value, words.value),
    )
