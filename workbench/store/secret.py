"""The secret with which permits are signed: set by the operator, or made once and kept."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from workbench.store.disk import locked
from workbench.store.protocol import NotStored

SHORTEST = 32
_ENVIRONMENT = "WORKBENCH_SECRET"
_UNKEPT = secrets.token_urlsafe(48)
"""For a folder that cannot hold one: good for as long as this process lives."""


def secret(folder: Path) -> str:
    """Return the secret of everybody who works on this folder; it is made when there is none."""
    return os.environ.get(_ENVIRONMENT) or _kept(folder / ".secret") or _UNKEPT


def shared_secret(kept: Callable[[], str]) -> str:
    """Return the secret of everybody on one database, which `kept` reads or makes there."""
    given = os.environ.get(_ENVIRONMENT)
    if given:
        return given
    with suppress(NotStored):
        return kept()
    return _UNKEPT


def _kept(path: Path) -> str | None:
    """Return what stands in the file, after making it if needed; None where that is impossible."""
    with suppress(OSError, NotStored):
        if not _holds_one(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with locked(path.with_name(f"{path.name}.lock")):
                if not _holds_one(path):
                    _make(path)
        return path.read_text("ascii", errors="replace").strip()
    return None


def _holds_one(path: Path) -> bool:
    return path.exists() and path.stat().st_size >= SHORTEST


def new_secret() -> str:
    """Return a secret that nobody can guess."""
    return secrets.token_urlsafe(48)


def _make(path: Path) -> None:
    draft = path.with_name(f"{path.name}.tmp")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(new_secret())
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
