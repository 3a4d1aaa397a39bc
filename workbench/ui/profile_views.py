"""What the screens about level, research and conversation show, as values."""

from dataclasses import dataclass

from workbench.rules.coverage import Extent
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


@dataclass(frozen=True)
class PointView:
    """One point or item of a profile: how far it is there, in what, and what lacks."""

    name: str
    extent: Extent
    state: str
    blocking: str
    """That it comes first; empty where it does not."""
    there: tuple[str, ...]
    lacks: tuple[Way, ...]


@dataclass(frozen=True)
class ResearchView:
    """Whether a researcher could start, point by point, and what TIDieR asks; no verdict."""

    count: str
    blocking: str
    points: tuple[PointView, ...]
    tidier: str
    items: tuple[PointView, ...]


@dataclass(frozen=True)
class TopicView:
    """One answer to talk about, with questions that help."""

    where: str
    said: str
    basis: str
    questions: tuple[str, ...]
    way: Way


@dataclass(frozen=True)
class KnownView:
    """How much of a section is on paper, how much in people's heads, and what that rests on."""

    section: str
    label: str
    marked: str
    basis: str
    topics: tuple[TopicView, ...]


@dataclass(frozen=True)
class InterviewView:
    """What the answers rest on per section, and the list for the conversation."""

    sections: tuple[KnownView, ...]
    topics: int
    example: Way
    """The way to a first question, for who has not marked anything yet."""
