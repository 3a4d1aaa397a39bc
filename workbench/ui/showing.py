"""Which widget shows which answer, and what it showed of the store: so that nothing old is saved.

A widget keeps its key as long as it shows what the store holds. If the store holds something else,
by a colleague or by an undo, a widget with another key takes its place, with the new answer in it.
What comes in under a key is then always an answer to what that widget showed.
"""

from dataclasses import dataclass
from secrets import token_hex
from typing import Any


@dataclass(frozen=True)
class Shown:
    """What one widget showed: of what, which answer, and as it was at which revision."""

    name: str
    answer: Any
    revision: int


class Showing:
    """What the widgets of one session showed."""

    def __init__(self) -> None:
        # A page that was open on another server process sends its old keys: they mean nothing here.
        self._session = token_hex(4)
        self._shown: dict[str, Shown] = {}
        self._current: dict[str, str] = {}

    def key(self, name: str, stored: Any, revision: int = 0) -> str:
        """Return the key of the widget that shows this answer, of which this is stored now."""
        key = self._current.get(name)
        if key is None or self._shown[key].answer != stored:
            key = self._current[name] = f"{name}/{self._session}-{len(self._shown)}"
        self._shown[key] = Shown(name, stored, revision)
        return key

    def is_new(self, key: str, typed: Any) -> bool:
        """Return whether what stands in a widget is something else than it showed."""
        return bool(self._shown[key].answer != typed)

    def seen(self, key: str) -> int:
        """Return the revision of the answer that a widget showed."""
        return self._shown[key].revision

    def accept(self, key: str, typed: Any, revision: int) -> None:
        """Note that the store holds what stands in a widget: the next answer builds on that one."""
        self._shown[key] = Shown(self._shown[key].name, typed, revision)

    def renew(self, key: str) -> None:
        """Let another widget take the place of this one, as it is drawn for the first time."""
        self._current.pop(self._shown[key].name, None)
