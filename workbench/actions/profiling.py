"""A description as a researcher would look at it: researchability, TIDieR, recognitions."""

from dataclasses import dataclass

from workbench.actions.desk import Desk
from workbench.rules.recognition import Recognitions, recognitions
from workbench.rules.researchability import Researchability, researchability
from workbench.rules.tidier import Tidier, tidier
from workbench.store.protocol import Opened


@dataclass(frozen=True)
class Profile:
    """Whether the programme can be researched, and what was judged about it before."""

    researchability: Researchability
    tidier: Tidier
    recognitions: Recognitions


def profile(desk: Desk, opened: Opened) -> Profile:
    """Return the profile of a description that was opened already."""
    programme, words = opened.programme, desk.words
    return Profile(
        researchability(programme, words),
        tidier(programme, words),
        recognitions(programme, words, desk.today()),
    )
