"""Who has which section of a description open now: kept outside the description, for a minute."""

import contextlib
import os
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

from workbench.domain.people import Person
from workbench.store.places import place
from workbench.store.protocol import NotFound, ProgrammeId

GONE_AFTER = timedelta(seconds=40)
"""Whoever was not heard of for this long has left."""
SWEPT_AFTER = timedelta(minutes=10)
"""What is older than this is cleared away; a little younger may be of a clock that is behind."""
FOLDER = ".presence"
_SCREEN = re.compile(r"[0-9a-z]{1,40}")
_LARGEST = 2000


class Visit(BaseModel):
    """Somebody on one open screen, at one section, as last heard of."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    screen: str
    person: Person
    section: str
    works: bool
    """Whether they may change the description; otherwise they read along."""
    time: datetime


class Presence(Protocol):
    """Keeps who is where; nothing of it is lasting, and nothing goes wrong without it."""

    def stay(self, programme: ProgrammeId, visit: Visit) -> None:
        """Note where somebody is; it takes the place of what their screen said before."""

    def leave(self, programme: ProgrammeId, screen: str) -> None:
        """Forget a screen."""

    def visits(self, programme: ProgrammeId) -> list[Visit]:
        """Return who was heard of just now, by name."""


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def is_here(visit: Visit, moment: datetime) -> bool:
    """Return whether somebody was heard of just now; a clock may be off a little either way."""
    return abs(moment - visit.time) <= GONE_AFTER


@dataclass(frozen=True)
class FilePresence:
    """Keeps a small file per open screen in a hidden folder beside the descriptions."""

    root: Path
    clock: Callable[[], datetime] = now

    def stay(self, programme: ProgrammeId, visit: Visit) -> None:
        """Note where somebody is; where nothing can be written, nobody is seen."""
        file = self._file(programme, visit.screen)
        if file is None or not self.root.is_dir():
            return
        draft = file.with_name(f".{visit.screen}-{secrets.token_hex(4)}")
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(visit.model_dump_json(), encoding="utf-8")
            draft.replace(file)

    def leave(self, programme: ProgrammeId, screen: str) -> None:
        """Forget a screen."""
        file = self._file(programme, screen)
        if file is not None:
            _cleared(file)

    def visits(self, programme: ProgrammeId) -> list[Visit]:
        """Return who was heard of just now, by name; clear away what is long past."""
        moment, folder = self.clock(), self._folder(programme)
        if folder is None:
            return []
        found = [visit for file in _files(folder) if (visit := self._read(file))]
        here = (visit for visit in found if is_here(visit, moment))
        return sorted(here, key=lambda visit: (visit.person.name, visit.screen))

    def _read(self, file: Path) -> Visit | None:
        """Return the visit in a file, or None; a file that was left behind is cleared away."""
        try:
            if self.clock() - _written(file) > SWEPT_AFTER:
                _cleared(file)
                return None
            with file.open(encoding="utf-8") as content:
                return Visit.model_validate_json(content.read(_LARGEST))
        except (OSError, ValidationError, ValueError):
            return None

    def _folder(self, programme: ProgrammeId) -> Path | None:
        try:
            place(self.root, programme)
        except NotFound:
            return None
        folder = self.root / FOLDER
        return None if folder.is_symlink() else folder / programme.institution / programme.name

    def _file(self, programme: ProgrammeId, screen: str) -> Path | None:
        folder = self._folder(programme)
        return folder / f"{screen}.json" if folder and _SCREEN.fullmatch(screen) else None


def _files(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                yield Path(entry.path)


def _written(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _cleared(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()
