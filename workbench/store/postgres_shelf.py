"""The text and the journal of one description as rows of a database, within one transaction."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from workbench.store.postgres_tables import JOURNAL, PROGRAMMES
from workbench.store.protocol import Copied
from workbench.store.shelf import Signature

FOUND = (PROGRAMMES.c.id, PROGRAMMES.c.file, PROGRAMMES.c.size)
"""The columns that a shelf is made from."""


class PostgresShelf:
    """A description and its journal in the database; does what `Shelf` promises."""

    def __init__(self, connection: Connection, found: Row[Any]) -> None:
        self._connection = connection
        self._id, self._file, self._size = found.id, found.file, found.size

    @property
    def signature(self) -> Signature:
        """The fingerprint of the text, and how long the journal is."""
        return self._file, self._size

    @property
    def size(self) -> int:
        """How many bytes the journal has."""
        return int(self._size)

    def text(self) -> bytes | None:
        """Return the text, or None if there is none."""
        text = select(PROGRAMMES.c.yaml).where(PROGRAMMES.c.id == self._id)
        return self._connection.scalar(text)

    def lines(self, start: int = 0) -> Iterator[bytes]:
        """Yield the journal from an offset on."""
        if start < self._size:
            lines = select(JOURNAL.c.line).where(*self._from(start)).order_by(JOURNAL.c.start)
            yield from self._connection.scalars(lines)

    def record(self, text: bytes, lines: bytes) -> None:
        """Store a text with its new journal lines; both are safe when the transaction is."""
        self._add(lines)
        self._set(yaml=text, size=self._size)

    def put(self, text: bytes) -> None:
        """Let a text take the place of the old one."""
        self._set(yaml=text)

    def fill(self, copied: Copied) -> None:
        """Put a copy."""
        self._add(copied.journal)
        self._set(yaml=copied.yaml, size=self._size)

    def tidy(self) -> None:
        """Do nothing: a writer who is interrupted leaves nothing beside these rows."""

    def append(self, lines: bytes) -> None:
        """Add lines to the journal, or the end that its last line lacks."""
        last = select(JOURNAL.c.start, JOURNAL.c.line).where(*self._from(0))
        found = self._connection.execute(last.order_by(JOURNAL.c.start.desc()).limit(1)).first()
        if found and not found.line.endswith(b"\n"):
            self.cut(found.start)
            lines = found.line + lines
        self._add(lines)
        self._set(size=self._size)

    def cut(self, size: int) -> None:
        """Remove the unfinished line at the end of the journal."""
        self._connection.execute(delete(JOURNAL).where(*self._from(size)))
        self._size = size
        self._set(size=size)

    def _from(self, start: int) -> tuple[Any, ...]:
        return JOURNAL.c.programme == self._id, JOURNAL.c.start >= start

    def _add(self, lines: bytes) -> None:
        rows = []
        for line in BytesIO(lines):
            rows.append({"programme": self._id, "start": self._size, "line": line})
            self._size += len(line)
        if rows:
            self._connection.execute(insert(JOURNAL), rows)

    def _set(self, **values: Any) -> None:
        changed = update(PROGRAMMES).where(PROGRAMMES.c.id == self._id).values(**values)
        self._file = self._connection.scalar(changed.returning(PROGRAMMES.c.file))
