"""What the screens show of a conflict, as values: no Streamlit, no decisions left."""

from dataclasses import dataclass
from typing import Any

from workbench.domain.paths import is_empty


@dataclass(frozen=True)
class Side:
    """One of two answers: by whom, the plain value, and the same in words."""

    by: str
    value: Any
    said: str


@dataclass(frozen=True)
class ContestView:
    """Two answers to one question, of which one stays, or both in one."""

    label: str
    """What the answers are to, where that is not the question itself."""
    told: str
    theirs: Side
    mine: Side
    is_text: bool
    is_line: bool
    together: Any = None
    """Both answers in one; nothing where that cannot be, or is one of the two."""
    together_said: str = ""
    """The same in words, or how the two texts were put together."""
    newest: int = 0
    """The revision in which the other answer was written."""

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing left to choose: both say the same by now."""
        theirs, mine = self.theirs.value, self.mine.value
        return theirs == mine or (is_empty(theirs) and is_empty(mine))


@dataclass(frozen=True)
class GoneView:
    """An item that a colleague removed while somebody wrote in it, and what was written."""

    path: str
    told: str
    answers: tuple[tuple[str, str], ...]
    """The question in words, and what was written there."""


@dataclass(frozen=True)
class ChangedView:
    """One answer in an item as somebody saw it and as it is now."""

    label: str
    old: str
    new: str
