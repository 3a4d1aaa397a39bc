"""What the journal of a description adds up to, kept in memory and read on where it ended."""

from collections.abc import Iterator

from workbench.domain.addresses import ORDER, Address, addresses, meet
from workbench.domain.changes import RECORDS, Change
from workbench.domain.status import Status, is_status
from workbench.store.journal import Raw, pieces
from workbench.store.protocol import Line, Stamp
from workbench.store.shelf import Shelf


class Ledger:
    """The last line, the texts every revision led to, and who last changed which address."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self.last: Line | None = None
        self._start = 0
        """Where the last line begins."""
        self.end = 0
        """Up to where the journal was read."""
        self.torn = False
        """Whether something unfinished stands behind that."""
        self.saved: dict[str, Stamp] = {}
        self.status: Status | None = None
        """To which the last step led; None before the first one."""
        self._files: dict[str, int] = {}
        self._touched: list[tuple[Stamp, frozenset[Address]]] = []

    @property
    def revision(self) -> int:
        """The number of the last line; 0 without a journal."""
        return self.last.revision if self.last else 0

    def read_on(self, shelf: Shelf) -> None:
        """Take what was added to the journal, or all of it again if it is not the same any more."""
        if not self._recognises(shelf):
            self._clear()
        self.torn = False
        for piece in pieces(shelf.lines(self.end), self.end):
            self._take_piece(piece)

    def take(self, line: Line, size: int) -> None:
        """Add a line that was just written."""
        self.last, self._start, self.end = line, self.end, self.end + size
        self._files[line.file] = line.revision
        self._touched.append((line.stamp, addresses(line.change)))
        if line.change.kind == "step" and is_status(status := line.change.new.get("status")):
            self.status = status
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
            self.take(piece.line, piece.end - self.end)
        self.end = piece.end

    def _recognises(self, shelf: Shelf) -> bool:
        """Return whether the last line that was read still stands where it stood."""
        if not self.last or shelf.size < self.end:
            return False
        piece = next(pieces(shelf.lines(self._start), self._start), None)
        return bool(piece and piece.line and piece.line.hash == self.last.hash)


def _changed(change: Change) -> Iterator[str]:
    """Yield the paths under which people look for the last change."""
    if change.kind == "whole":
        if change.old:
            for found in addresses(change):
                yield ".".join(part for part in found if part != ORDER)
    elif change.kind in RECORDS:
        return
    elif change.kind == "note":
        yield f"about.{change.path}"
    else:
        yield change.path
