"""What was worked out of descriptions for an overview: kept beside them, and made again at will.

Nothing goes wrong without it; it only saves the time of reading hundreds of descriptions.
"""

import contextlib
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from workbench.store import places
from workbench.store.protocol import NotFound, ProgrammeId

FOLDER = ".briefs"
"""Beside the institutions; its name is one that no institution can have."""


class Kept(NamedTuple):
    """What is kept of one description, as text, and of which state of it."""

    state: str
    """Names the state of the description, and the edition of the words and rules."""
    brief: str
    contents: str = ""


class Briefs(Protocol):
    """Keeps for each description what was worked out of it last."""

    def all(self) -> Mapping[ProgrammeId, Kept]:
        """Return what is kept of every description, without the contents."""

    def contents(self, programme: ProgrammeId, state: str) -> str:
        """Return the contents of a description in this state; nothing if they are not kept."""

    def keep(self, programme: ProgrammeId, kept: Kept) -> None:
        """Keep something; where that is not possible, nothing is kept."""


class NoBriefs:
    """A place where nothing is kept."""

    def all(self) -> Mapping[ProgrammeId, Kept]:
        """Return nothing."""
        return {}

    def contents(self, _programme: ProgrammeId, _state: str) -> str:
        """Return nothing."""
        return ""

    def keep(self, _programme: ProgrammeId, _kept: Kept) -> None:
        """Forget it."""


@dataclass(frozen=True)
class FileBriefs:
    """Keeps a file of three lines for each description in a hidden folder beside them."""

    root: Path

    def all(self) -> Mapping[ProgrammeId, Kept]:
        """Return what is kept of every description, without the contents."""
        found = {}
        for programme in _kept_in(self.root / FOLDER):
            if kept := self._read(programme, whole=False):
                found[programme] = kept
        return found

    def contents(self, programme: ProgrammeId, state: str) -> str:
        """Return the contents of a description in this state; nothing if they are not kept."""
        kept = self._read(programme, whole=True)
        return kept.contents if kept and kept.state == state else ""

    def keep(self, programme: ProgrammeId, kept: Kept) -> None:
        """Keep something in the place of what was kept before."""
        file = self._file(programme)
        if file is None or not self.root.is_dir():
            return
        draft = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
            draft.replace(file)

    def _read(self, programme: ProgrammeId, *, whole: bool) -> Kept | None:
        file = self._file(programme)
        if file is None:
            return None
        try:
            with file.open(encoding="utf-8") as lines:
                state, brief = (next(lines).rstrip("\n") for _ in range(2))
                return Kept(state, brief, lines.read().rstrip("\n") if whole else "")
        except (OSError, ValueError, StopIteration, RuntimeError):
            return None

    def _file(self, programme: ProgrammeId) -> Path | None:
        try:
            places.place(self.root, programme)
        except NotFound:
            return None
        folder = self.root / FOLDER
        if folder.is_symlink():
            return None
        return folder / programme.institution / f"{programme.name}.jsonl"


def _kept_in(folder: Path) -> list[ProgrammeId]:
    found = []
    with contextlib.suppress(OSError):
        for institution in os.listdir(folder):  # noqa: PTH208  names are enough
            with contextlib.suppress(OSError):
                names = os.listdir(folder / institution)  # noqa: PTH208
                found += [
                    ProgrammeId(institution, name.removesuffix(".jsonl"))
                    for name in names
                    if name.endswith(".jsonl") and not name.startswith(".")
                ]
    return found
