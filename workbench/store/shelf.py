"""Where one description lies: its text and its journal, whatever it is that keeps them."""

from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from workbench.store.protocol import Copied

Signature = Hashable
"""Tells whether a text or a journal changed; it costs little to ask."""


class Shelf(Protocol):
    """The text and the journal of one description, while nobody else changes them."""

    @property
    def signature(self) -> Signature:
        """What text and journal look like now."""

    @property
    def size(self) -> int:
        """How many bytes the journal has."""

    def text(self) -> bytes | None:
        """Return the text, or None if there is none; raise OSError."""

    def lines(self, start: int = 0) -> Iterator[bytes]:
        """Yield the journal from an offset on, up to and with each line end; raise OSError."""

    def record(self, text: bytes, lines: bytes) -> None:
        """Add lines to the journal and put the text to which they lead, or nothing; raise OSError.

        The lines are safe before the text takes the place of the old one.
        """

    def put(self, text: bytes) -> None:
        """Put the text to which the journal leads already; raise OSError."""

    def fill(self, copied: Copied) -> None:
        """Put a copy where nothing was; raise OSError."""

    def tidy(self) -> None:
        """Remove what an interrupted writer left beside text and journal; raise OSError."""

    def append(self, lines: bytes) -> None:
        """Add lines to the journal, or the end that its last line lacks; raise OSError."""

    def cut(self, size: int) -> None:
        """Remove the unfinished line at the end of the journal; raise OSError."""


Held = AbstractContextManager[tuple[Shelf, bool]]
"""A shelf as it stands at one moment, and whether something may be put there."""
