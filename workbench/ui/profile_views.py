"""What the screens about level, research and conversation show, as values."""

from dataclasses import dataclass

from workbench.ui.views import Way, Ways


@dataclass(frozen=True)
class OutcomeView:
    """The evidence for one outcome."""

    name: str
    label: str
    counting: str
    studies: tuple[str, ...]
    reasons: tuple[Way, ...]
    next: str
    """What the steps lead to; empty where there is nothing to reach."""
    steps: tuple[Way, ...]


@dataclass(frozen=True)
class RecognitionView:
    """One judgement of a committee, as the institution entered it."""

    label: str
    about: str
    state: str
    holds: bool
    facts: tuple[str, ...]
    way: Way


@dataclass(frozen=True)
class LevelView:
    """The rung as an indication, how to get higher, the outcomes and what committees said."""

    name: str
    reasons: tuple[Way, ...]
    next: str
    needs: str
    """What must be there for the next rung, and how many steps away that is; empty at the top."""
    steps: tuple[Ways, ...]
    outcomes: tuple[OutcomeView, ...]
    recognitions: tuple[RecognitionView, ...]
    no_recognitions: str
    """Why there are none, as far as somebody said so."""
    to_outcomes: Way
    to_recognitions: Way
