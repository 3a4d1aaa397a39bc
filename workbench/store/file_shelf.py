"""The text and the journal of one description as two files in a folder."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from workbench.store import disk
from workbench.store.places import Place, look
from workbench.store.protocol import Copied
from workbench.store.shelf import Signature


@dataclass(frozen=True)
class FileShelf:
    """A description and its journal where `place` says; does what `Shelf` promises."""

    place: Place

    @property
    def signature(self) -> Signature:
        """What the two files look like now."""
        return self.place.signature

    @property
    def size(self) -> int:
        """How many bytes the journal has; raise OSError if its folder is gone."""
        self.place.folder.stat()
        found = look(self.place.journal)
        return found[1] if found else 0

    def text(self) -> bytes | None:
        """Return the text, or None if there is none; raise OSError."""
        return disk.content(self.place.yaml)

    def lines(self, start: int = 0) -> Iterator[bytes]:
        """Yield the journal from an offset on; raise OSError."""
        if not self.place.journal.exists():
            return
        with self.place.journal.open("rb") as journal:
            journal.seek(start)
            yield from journal

    def record(self, text: bytes, lines: bytes) -> None:
        """Store a text with its new journal lines, or nothing at all; raise OSError."""
        disk.record(self.place, text, lines)

    def put(self, text: bytes) -> None:
        """Let a text take the place of the old one; raise OSError."""
        disk.prepare(self.place.draft, text, like=self.place.journal)
        disk.put(self.place.draft, self.place.yaml)

    def fill(self, copied: Copied) -> None:
        """Put a copy, the journal first, from which the rest can be made; raise OSError.

        Then nothing of it stays behind.
        """
        try:
            self._fill(copied)
        except OSError:
            for path in (self.place.draft, self.place.yaml, self.place.journal):
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            raise

    def tidy(self) -> None:
        """Remove the draft of a writer who was interrupted; raise OSError."""
        self.place.draft.unlink(missing_ok=True)

    def append(self, lines: bytes) -> None:
        """Add lines to the journal, or the end that its last line lacks; raise OSError."""
        disk.append(self.place.journal, lines, like=self.place.yaml)

    def cut(self, size: int) -> None:
        """Remove the unfinished line at the end of the journal; raise OSError."""
        disk.cut(self.place.journal, size)

    def _fill(self, copied: Copied) -> None:
        if copied.journal or copied.yaml is None:
            disk.prepare(self.place.draft, copied.journal)
            disk.put(self.place.draft, self.place.journal)
        if copied.yaml is not None:
            self.put(copied.yaml)
