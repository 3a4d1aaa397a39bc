"""What the journal of a description adds up to, kept in memory and read on where it ended."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from workbench.domain.changes import Change
from workbench.store.journal import Raw, hash_of, pieces
from workbench.store.protocol import Line, Stamp

Address = tuple[str, ...]

_ORDER = "^order"
"""Stands for the order of a list, which is none of its items."""


class Ledger:
    """The last line, the texts every revision led to, and who last changed which address."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self.last: Line | None = None
        self.end = 0
        """Up to where the journal was read."""
        self.torn = False
        """Whether something unfinished stands behind that."""
        self.saved: dict[str, Stamp] = {}
        self._files: dict[str, int] = {}
        self._touched: list[tuple[Stamp, frozenset[Address]]] = []

    @property
    def revision(self) -> int:
        """The number of the last line; 0 without a journal."""
        return self.last.revision if self.last else 0

    def read_on(self, path: Path) -> None:
        """Take what was added to the journal, or all of it again if it is not the same any more."""
        size = path.stat().st_size if path.exists() else 0
        if size == self.end:
            self.torn = False
            return
        fresh = iter(pieces(path, self.end) if size > self.end else ())
        first = next(fresh, None)
        if self.end and not (first and self._continues(first)):
            self._clear()
            fresh, first = pieces(path), None
        for piece in [first, *fresh] if first else fresh:
            self._take_piece(piece)

    def take(self, line: Line, size: int) -> None:
        """Add a line that was just written."""
        self.last, self.end = line, self.end + size
        self._files[line.file] = line.revision
        self._touched.append((line.stamp, addresses(line.change)))
        for path in _changed(line.change):
            self.saved[path] = line.stamp
        self.saved[""] = line.stamp

    def revision_of(self, file: str) -> int | None:
        """Return the last revision that led to a text with this sha256, if any did."""
        return self._files.get(file)

    def touched_since(self, seen: int, change: Change) -> Stamp | None:
        """Return the last change after a revision that was at, above or below the same address."""
        mine = addresses(change)
        for stamp, others in reversed(self._touched):
            if stamp.revision <= seen:
                return None
            if meet(mine, others):
                return stamp
        return None

    def _take_piece(self, piece: Raw) -> None:
        self.torn = not piece.complete
        if self.torn:
            return
        if piece.line:
            self.take(piece.line, 0)
        self.end = piece.end

    def _continues(self, piece: Raw) -> bool:
        return not piece.complete or (
            piece.line is not None and piece.line.hash == hash_of(piece.line, self.last)
        )


def addresses(change: Change) -> frozenset[Address]:
    """Return what a change is about, as addresses; another item of the same list is elsewhere."""
    if change.kind == "whole":
        return frozenset(_different(change.old, change.new, ()) if change.old else [()])
    if change.kind == "version":
        return frozenset()
    path = tuple(change.path.split("."))
    if change.kind == "note":
        return frozenset([("about", change.path)])
    if change.kind == "order":
        return frozenset([(*path, _ORDER)])
    if change.kind == "answer":
        return frozenset([path])
    return frozenset([(*path, (change.new or change.old)["item"]["id"])])


def meet(some: Iterable[Address], others: Iterable[Address]) -> bool:
    """Return whether an address of one is, or stands above or below, one of the other."""
    others = list(others)
    return any(one[: len(two)] == two[: len(one)] for one in some for two in others)


def _changed(change: Change) -> Iterator[str]:
    """Yield the paths under which people look for the last change."""
    if change.kind == "whole":
        if change.old:
            for found in addresses(change):
                yield ".".join(part for part in found if part != _ORDER)
    elif change.kind == "version":
        return
    elif change.kind == "note":
        yield f"about.{change.path}"
    else:
        yield change.path


def _different(old: Any, new: Any, at: Address) -> Iterator[Address]:
    """Yield the addresses at which two documents differ."""
    if old == new:
        return
    if _is_items(old) and _is_items(new):
        olds, news = ({item["id"]: item for item in items} for items in (old, new))
        if list(olds) != list(news):
            yield (*at, _ORDER)
    elif isinstance(old, dict) and isinstance(new, dict):
        olds, news = old, new
    else:
        yield at
        return
    for name in {**olds, **news}:
        yield from _different(olds.get(name), news.get(name), (*at, name))


def _is_items(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, dict) and "id" in v for v in value)
