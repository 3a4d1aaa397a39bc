"""A description as a researcher or advisor would look at it, next to what `assessing` says."""

from dataclasses import dataclass

from workbench.actions.desk import Desk
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
    programme, words = opened.programme, desk.words
    return Profile(
        researchability(programme, words),
        tidier(programme, words),
        recognitions(programme, words, desk.today()),
        interview(programme, words),
    )
