"""What a file with literature held: the records understood, and those that could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.csl_reading import Reading, reading_of

MOST_BYTES = 2_000_000
MOST_RECORDS = 500
"""More than any literature list of a programme; a file with more is a whole library."""


class NotRead(ValueError):
    """The file as a whole is not read; the sentence is `sources.<key>` in the catalogue."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Unread:
    """One record that could not be read: on which line it starts, and with which words."""

    line: int
    start: str


@dataclass
class Batch:
    """The records of one file, in its order."""

    read: list[Reading] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def take(self, item: Mapping[str, Any], line: int, start: str) -> None:
        """Add a record as an item of CSL-JSON; one that says nothing counts as not read."""
        reading = reading_of(item)
        if reading.fields.keys() - {"type", "language"}:
            self.read.append(reading)
        else:
            self.miss(line, start)

    def miss(self, line: int, start: str) -> None:
        """Add a record that could not be read."""
        self.unread.append(Unread(line, " ".join(start.split())[:80]))
