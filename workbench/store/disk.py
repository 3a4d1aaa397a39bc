"""Writing so that it is really on disk, and never half: synced appends and atomic replacement."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from workbench.store.places import Place
from workbench.store.protocol import NotStored

PATIENCE = 10.0
"""Seconds to wait for somebody else who is writing the same description."""

_KEYS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
}


@contextmanager
def storing() -> Iterator[None]:
    """Turn what the disk refuses into NotStored."""
    try:
        yield
    except OSError as error:
        key = _KEYS.get(error.errno or 0, "failed")
        raise NotStored(key, reason=error.strerror or type(error).__name__) from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at this path; raise NotStored if that does not work out."""
    lock = FileLock(path, timeout=PATIENCE, poll_interval=0.005)
    try:
        with storing():
            lock.acquire()
    except NotStored as refused:
        if isinstance(refused.__cause__, Timeout):
            raise NotStored("busy", seconds=round(PATIENCE)) from None
        raise
    try:
        yield
    finally:
        lock.release()


def append(path: Path, content: bytes) -> int:
    """Add content to a file, synced, and return the size before; raise OSError with no change."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    try:
        before = os.fstat(handle).st_size
        try:
            _write(handle, content)
        except OSError:
            os.ftruncate(handle, before)
            raise
    finally:
        os.close(handle)
    return before


def cut(path: Path, size: int) -> None:
    """Shorten a file to a size, synced; raise OSError."""
    with path.open("r+b") as file:
        file.truncate(size)
        os.fsync(file.fileno())


def prepare(draft: Path, content: bytes) -> None:
    """Write content to a draft, synced, that can take another file's place; raise OSError."""
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        _write(handle, content)
    finally:
        os.close(handle)


def put(draft: Path, path: Path) -> None:
    """Let a draft take the place of a file at once, synced; raise OSError."""
    draft.replace(path)
    _sync_folder(path.parent)


def content(path: Path) -> bytes | None:
    """Return what stands in a file, or None if it is not there; raise OSError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def make_folder(folder: Path) -> None:
    """Make a folder that outlives a crash, unless it is there; raise OSError."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _sync_folder(folder.parent)


def record(place: Place, content: bytes, lines: bytes) -> None:
    """Store a description with its new journal lines, or nothing at all; raise OSError.

    The journal is synced before the description is replaced; what can fail for want of space, the
    draft, comes first.
    """
    prepare(place.draft, content)
    before = append(place.journal, lines)
    try:
        put(place.draft, place.yaml)
    except OSError:
        cut(place.journal, before)
        raise


def _sync_folder(folder: Path) -> None:
    # Not every file system can sync a folder; the journal is synced in any case.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write(handle: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)
