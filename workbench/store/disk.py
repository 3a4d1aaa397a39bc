"""Writing so that it is really on disk, and never half: synced appends and atomic replacement."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import IO

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
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.ESTALE: "gone",
}


@contextmanager
def storing() -> Iterator[None]:
    """Turn what the disk refuses into NotStored."""
    try:
        yield
    except OSError as error:
        raise refused(error) from error


def refused(error: OSError) -> NotStored:
    """Return what the disk refuses as NotStored."""
    return NotStored(_KEYS.get(error.errno or 0, "failed"), reason=named(error))


def named(error: OSError) -> str:
    """Return the name by which an administrator can look an error up, the same in any language."""
    return errno.errorcode.get(error.errno or 0, type(error).__name__)


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


def append(path: Path, content: bytes, like: Path | None = None) -> int:
    """Add content to a file, synced, and return the size before; raise OSError with no change.

    A new file gets the permissions of the one that it belongs to.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _mode(like))
    try:
        before = os.fstat(handle).st_size
        try:
            if not before:
                _resemble(handle, like)
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


def prepare(draft: Path, content: bytes, like: Path | None = None) -> None:
    """Write content to a draft, synced, that can take another file's place; raise OSError.

    It gets that file's permissions, so that a private description stays private.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    handle = os.open(draft, flags, _mode(like))
    try:
        _resemble(handle, like)
        _write(handle, content)
    finally:
        os.close(handle)


def put(draft: Path, path: Path) -> None:
    """Let a draft take the place of a file at once, synced; raise OSError."""
    draft.replace(path)
    _sync_folder(path.parent)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Give a private file to write, which takes the place of another once it is complete.

    If something goes wrong, nothing of it stays behind. Raise OSError.
    """
    handle, name = mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        put(draft, path)
    finally:
        draft.unlink(missing_ok=True)


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
    draft, comes first and leaves nothing that takes up space.
    """
    try:
        _refuse_protected(place.yaml)
        prepare(place.draft, content, like=place.yaml)
        before = append(place.journal, lines, like=place.yaml)
        try:
            put(place.draft, place.yaml)
        except OSError:
            cut(place.journal, before)
            raise
    except OSError:
        with suppress(OSError):
            place.draft.unlink(missing_ok=True)
        raise


def _refuse_protected(path: Path) -> None:
    # Replacing a file needs no permission to write in it, but who protects one means it.
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _mode(like: Path | None) -> int:
    try:
        return stat.S_IMODE(like.stat().st_mode) if like else 0o666
    except FileNotFoundError:
        return 0o666


def _resemble(handle: int, like: Path | None) -> None:
    """Give a file the permissions of another, and its group where that is allowed."""
    with suppress(FileNotFoundError):
        if like:
            found = like.stat()
            with suppress(PermissionError):
                os.fchown(handle, -1, found.st_gid)
            os.fchmod(handle, stat.S_IMODE(found.st_mode))


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
