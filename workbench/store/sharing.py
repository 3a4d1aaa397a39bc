"""Where it is kept what institutions share with each other: beside the programmes, in none."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from workbench.domain.sharing import Shared
from workbench.store import disk
from workbench.store.protocol import NotStored

FOLDER = ".exchange"
"""Beside the institutions; its name is one that no institution can have."""


class Sharing(Protocol):
    """Keeps every decision to share or to stop, in the order in which they were made."""

    def all(self) -> Sequence[Shared]:
        """Return every decision, the oldest first; raise NotStored."""

    def add(self, made: Sequence[Shared]) -> None:
        """Keep decisions; raise NotStored, and then none of them is kept."""


class NoSharing:
    """A place where nothing can be shared: a description that stands alone."""

    def all(self) -> Sequence[Shared]:
        """Return nothing."""
        return ()

    def add(self, made: Sequence[Shared]) -> None:
        """Refuse: nobody else could read it here."""
        if made:
            raise NotStored("nothing_to_share_with")


class SharingFile:
    """Keeps decisions as lines of a file, each synced before it counts.

    Args:
        programmes: the folder with the programmes.
    """

    def __init__(self, programmes: Path) -> None:
        self._file = programmes / FOLDER / "shared.jsonl"
        self._known: tuple[tuple[int, int, int], tuple[Shared, ...]] = ((0, 0, 0), ())

    def all(self) -> Sequence[Shared]:
        """Return every decision that counts, the oldest first; without its file, none."""
        try:
            found = self._file.stat()
            stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
            if stamp != self._known[0]:
                self._known = stamp, understood(self._file.read_bytes())
        except OSError:
            return ()
        return self._known[1]

    def add(self, made: Sequence[Shared]) -> None:
        """Keep decisions at the end of the file; raise NotStored, and then none is kept."""
        with disk.storing():
            self._file.parent.mkdir(parents=True, exist_ok=True)
        with disk.locked(self._file.with_suffix(".lock")), disk.storing():
            self._without_torn_end()
            disk.append(self._file, lines_of(made))

    def _without_torn_end(self) -> None:
        """Take away what a crash left of a line that was never finished, so never confirmed."""
        there = disk.content(self._file)
        if there and not there.endswith(b"\n"):
            with self._file.open("r+b") as file:
                file.truncate(there.rfind(b"\n") + 1)


def lines_of(made: Sequence[Shared]) -> bytes:
    """Return decisions as lines of a file."""
    return b"".join(f"{decision.model_dump_json()}\n".encode() for decision in made)


def understood(lines: bytes) -> tuple[Shared, ...]:
    """Return the decisions in lines of a file that count.

    A whole line that nobody can read may have been the end of a sharing: whatever was shared before
    it no longer is. An unfinished last line was never confirmed to anybody and is none.
    """
    found: list[Shared] = []
    for line in lines.split(b"\n")[:-1]:
        try:
            found.append(Shared.model_validate_json(line))
        except (ValidationError, ValueError, RecursionError):
            found.clear()
    return tuple(found)
