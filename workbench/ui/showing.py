"""Which widget shows which answer, and what it showed of the store: so that nothing old is saved.

A widget keeps its key as long as it shows what the store holds. If the store holds something else,
by a colleague or by an undo, a widget with another key takes its place, with the new answer in it.
What comes in under a key is then always an answer to what that widget showed.

A text is also saved while it is typed, past the session (decision 0010). The field on the page then
knows more than the session: it keeps its key and its place on the page, and what the session hears
of it counts as shown. A field that has been away comes back with what the store holds.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from secrets import token_hex
from threading import RLock
from typing import Any
from weakref import WeakValueDictionary

from workbench.actions.fields import Saved
from workbench.ui.drafts import Drafts

_REMEMBERED = 20
"""Texts per widget: of a late one only those from the last seconds can still come in."""


@dataclass(frozen=True)
class Shown:
    """What one widget showed: of what, which answer, and as it was at which revision."""

    name: str
    answer: Any
    revision: int
    drawn: Any
    """With which answer the widget was drawn first; the page itself never takes in another."""
    last: Any = None
    """What was saved of it last, as it was typed."""
    before: tuple[Any, ...] = ()
    """What was saved before that, past the session; its own acts come in order."""

    def with_text(self, typed: str, saved: Saved) -> "Shown":
        """Return the same widget after a text was saved past the session."""
        others = (text for text in (*self.before, self.last) if text not in (None, typed))
        before = tuple(others)[-_REMEMBERED:]
        new = {"answer": saved.text, "revision": saved.revision}
        return replace(self, **new, last=typed, before=before)


class Showing:
    """What the widgets of one session showed."""

    def __init__(self) -> None:
        # A page that was open on another server process sends its old keys: they mean nothing here.
        self.writer = token_hex(6)
        self.came = datetime.now(UTC)
        self._shown: dict[str, Shown] = {}
        self._current: dict[str, str] = {}
        self._on_page: set[str] = set()
        self._drawn: set[str] = set()
        self.listened: list[Any] = []
        """The text fields of this drawing to which the page listens."""
        self.drafts: list[Any] = []
        """The fields of this drawing in which something is typed that is no answer yet."""
        self.used: list[str] = []
        """The keys of fields whose text was used since: the page forgets its draft."""
        self.unposted = Drafts()
        """What was typed and waits to be posted."""
        self._lock = RLock()
        _OPEN[self.writer] = self

    def begin(self) -> None:
        """Start a drawing; what one that was cut short drew may be on the page as well."""
        self._on_page |= self._drawn
        self._drawn = set()
        self.listened, self.drafts = [], []

    def listen(self, field: Any) -> None:
        """Note that a drawing holds a text field to which the page listens."""
        self.listened.append(field)

    def keep_draft(self, field: Any) -> None:
        """Note that a drawing holds a field whose text the page keeps until it is used."""
        self.drafts.append(field)

    def use(self, key: str) -> None:
        """Note that what was typed in a field was used: an empty one takes its place."""
        self.used.append(key)
        if key in self._shown:
            self.renew(key)

    def finish(self) -> None:
        """End a drawing: what it did not draw has left the page."""
        self._on_page, self._drawn = self._drawn, set()

    def key(self, name: str, stored: Any, revision: int = 0) -> str:
        """Return the key of the widget that shows this answer, of which this is stored now."""
        with self._lock:
            key = self._current.get(name)
            if key is None or not self._holds(key, stored, revision):
                key = self._current[name] = f"{name}/{self.writer}-{len(self._shown)}"
                self._shown[key] = Shown(name, stored, revision, drawn=stored)
            elif revision >= self._shown[key].revision:
                self._shown[key] = replace(self._shown[key], answer=stored, revision=revision)
            self._drawn.add(key)
            return key

    def drawn(self, key: str) -> Any:
        """Return the answer with which a widget was drawn first."""
        return self._shown[key].drawn

    def is_new(self, key: str, typed: Any) -> bool:
        """Return whether what stands in a widget is something else than it showed.

        A text that was saved from this same field, and typed on since, comes late: it is not new.
        """
        shown = self._shown[key]
        return bool(shown.answer != typed) and typed not in shown.before

    def seen(self, key: str) -> int:
        """Return the revision of the answer that a widget showed."""
        return self._shown[key].revision

    def accept(self, key: str, typed: Any, revision: int) -> None:
        """Note that the store holds what stands in a widget: the next answer builds on that one."""
        with self._lock:
            new = {"answer": typed, "revision": revision, "last": typed}
            self._shown[key] = replace(self._shown[key], **new, before=())

    def renew(self, key: str) -> None:
        """Let another widget take the place of this one, as it is drawn for the first time."""
        self._current.pop(self._shown[key].name, None)

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Let no text of this session be saved while this one is."""
        with self._lock:
            yield

    def heard(self, key: str, typed: str, saved: Saved) -> None:
        """Note what was saved of a field while somebody types in it."""
        shown = self._shown.get(key)
        if shown and saved.revision >= shown.revision:
            self._shown[key] = shown.with_text(typed, saved)

    def _holds(self, key: str, stored: Any, revision: int) -> bool:
        """Return whether the widget with this key is right for what is stored now."""
        shown = self._shown[key]
        if key not in self._on_page and key not in self._drawn:
            return bool(shown.drawn == stored)
        # A drawing that began before the last text was saved does not know that text yet.
        return revision < shown.revision or bool(shown.answer == stored)


_OPEN: WeakValueDictionary[str, Showing] = WeakValueDictionary()


def told(writer: str, key: str, typed: str, act: Callable[[], Saved]) -> Saved:
    """Save a text that is being typed, and tell the session in which its field is shown."""
    showing = _OPEN.get(writer)
    if showing is None:
        return act()
    with showing.saving():
        saved = act()
        showing.heard(key, typed, saved)
        return saved
