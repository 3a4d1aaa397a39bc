"""Shape problems: what makes a file or a value unacceptable, said of every place at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the shape; its sentence is `shape.<key>` in the catalogue."""

    key: str
    path: str = ""
    """Dotted address, with ids where items have one; empty for the file as a whole."""
    line: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)
