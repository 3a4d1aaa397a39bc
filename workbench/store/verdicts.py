"""Where advisors' decisions about two items are kept: beside the programmes, never in one."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from workbench.domain.verdicts import Verdict
from workbench.store import disk

FOLDER = ".advice"
"""Beside the institutions; its name is one that no institution can have."""


class Verdicts(Protocol):
    """Keeps every decision, in the order in which they were made."""

    def all(self) -> Sequence[Verdict]:
        """Return every decision, the oldest first."""

    def add(self, made: Iterable[Verdict]) -> None:
        """Keep decisions; raise NotStored, and then none of them is kept."""


class NoVerdicts:
    """A place without decisions, where none can be kept: a description that stands alone."""

    def all(self) -> Sequence[Verdict]:
        """Return nothing."""
        return ()

    def add(self, made: Iterable[Verdict]) -> None:
        """Forget the decisions."""


class VerdictFile:
    """Keeps decisions as lines of a file, each synced before it counts.

    Args:
        programmes: the folder with the programmes.
    """

    def __init__(self, programmes: Path) -> None:
        self._file = programmes / FOLDER / "same-or-not.jsonl"
        self._known: tuple[tuple[int, int], tuple[Verdict, ...]] = ((0, 0), ())

    def all(self) -> Sequence[Verdict]:
        """Return every decision, the oldest first; what nobody can read is none."""
        try:
            found = self._file.stat()
            stamp = (found.st_mtime_ns, found.st_size)
            if stamp != self._known[0]:
                self._known = stamp, understood(self._file.read_bytes())
        except OSError:
            return ()
        return self._known[1]

    def add(self, made: Iterable[Verdict]) -> None:
        """Keep decisions at the end of the file; raise NotStored, and then none is kept."""
        lines = lines_of(made)
        with disk.storing():
            self._file.parent.mkdir(parents=True, exist_ok=True)
        with disk.locked(self._file.with_suffix(".lock")), disk.storing():
            disk.append(self._file, self._mended() + lines)

    def _mended(self) -> bytes:
        """Return the line end that a crash may have kept from the last line."""
        there = disk.content(self._file)
        return b"\n" if there and not there.endswith(b"\n") else b""


def lines_of(made: Iterable[Verdict]) -> bytes:
    """Return decisions as lines of a file."""
    return b"".join(f"{verdict.model_dump_json()}\n".encode() for verdict in made)


def understood(lines: bytes) -> tuple[Verdict, ...]:
    """Return the decisions in lines of a file; a line that nobody can read is none."""
    return tuple(verdict for line in lines.splitlines() for verdict in _read(line))


def _read(line: bytes) -> Iterable[Verdict]:
    try:
        yield Verdict.model_validate(json.loads(line))
    except (ValueError, ValidationError, RecursionError):
        return
