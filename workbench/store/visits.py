"""What each person saw of all programmes last: kept beside the descriptions, never in one."""

import contextlib
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from workbench.domain.people import Person
from workbench.domain.visits import Seen

FOLDER = ".visits"
"""Beside the institutions; its name is one that no institution can have."""


class Visits(Protocol):
    """Keeps what somebody saw last; without it, everything is as at a first visit."""

    def seen(self, person: Person) -> Seen | None:
        """Return what somebody saw last; None if that is not known."""

    def keep(self, person: Person, seen: Seen) -> None:
        """Keep what somebody sees now; where that is not possible, nothing is kept."""


class NoVisits:
    """A place where no visit is kept."""

    def seen(self, _person: Person) -> Seen | None:
        """Return nothing."""
        return None

    def keep(self, _person: Person, _seen: Seen) -> None:
        """Forget it."""


@dataclass(frozen=True)
class FileVisits:
    """Keeps a small file per person in a hidden folder beside the descriptions."""

    root: Path

    def seen(self, person: Person) -> Seen | None:
        """Return what somebody saw last; what nobody can read is not known."""
        try:
            return Seen.model_validate_json(self._file(person).read_bytes())
        except (OSError, ValidationError, ValueError):
            return None

    def keep(self, person: Person, seen: Seen) -> None:
        """Keep what somebody sees now."""
        file = self._file(person)
        if file.parent.is_symlink() or not self.root.is_dir():
            return
        draft = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(seen.model_dump_json(), encoding="utf-8")
            draft.replace(file)

    def _file(self, person: Person) -> Path:
        return self.root / FOLDER / f"{known_as(person)}.json"


def known_as(person: Person) -> str:
    """Return under which name the visits of a person are kept; it tells nobody who it is."""
    return sha256(f"{person.role}\n{person.institution}\n{person.name}".encode()).hexdigest()[:40]
