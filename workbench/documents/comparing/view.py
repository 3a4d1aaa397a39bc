"""What one view of a comparison shows, cell by cell; screens and files show the same value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.rules.comparison.rows import State

Value = str | int
DIFFERS = ("different", "some")


@dataclass(frozen=True)
class Line:
    """One row of a view."""

    cells: tuple[Value, ...]
    state: State | None = None
    """Whether the programmes say the same here; None where that is no question."""
    missing: frozenset[int] = frozenset()
    """The cells that say that something is not there."""
    key: str = ""
    """What it is about, for who acts on it; empty where nobody can."""


@dataclass(frozen=True)
class View:
    """A table with a name, and what is in it in a sentence."""

    name: str
    title: str
    told: str
    head: tuple[str, ...]
    lines: tuple[Line, ...]
    first: int
    """The column of the first programme; as many as there are columns where none has its own."""
    note: str = ""
    """What has to stand beside it wherever it is shown."""
    after: int = 0
    """How many columns stand behind those of the programmes."""

    @property
    def columns(self) -> range:
        """The columns of the programmes."""
        return range(self.first, len(self.head) - self.after)

    @property
    def differing(self) -> "View":
        """The same with only the lines in which programmes differ, where that is a question."""
        kept = (line for line in self.lines if line.state is None or line.state in DIFFERS)
        return replace(self, lines=tuple(kept))

    @property
    def texts(self) -> Sequence[tuple[str, ...]]:
        """The cells as words."""
        return [tuple(map(str, line.cells)) for line in self.lines]


def state_of(said: Sequence[object]) -> State:
    """Return whether some things are all the same, where None is not there."""
    filled = [value for value in said if value is not None]
    if not filled:
        return "none"
    if len(filled) < len(said):
        return "some"
    return "same" if all(value == filled[0] for value in filled) else "different"
