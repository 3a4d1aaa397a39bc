"""Where the files of a programme are: one folder per institution, and never outside the root."""

import logging
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from workbench.store.protocol import NotFound, ProgrammeId

_LOG = logging.getLogger(__name__)
_NAME = re.compile(r"[a-z0-9-]+")
_YAML, _JOURNAL = ".yaml", ".journal.jsonl"
Look = tuple[int, int, int] | None
"""Tells whether a file changed: its time, size and inode; None for one that is not there."""
NOTHING = (None, None)
"""The signature of a place where neither description nor journal is."""


@dataclass(frozen=True)
class Place:
    """The files of one programme."""

    folder: Path
    yaml: Path
    journal: Path
    lock: Path
    draft: Path

    @property
    def signature(self) -> tuple[Look, Look]:
        """What description and journal look like now; raise OSError if that cannot be seen."""
        return look(self.yaml), look(self.journal)

    @property
    def exists(self) -> bool:
        """Whether there is a description, or a journal from which it can be made again."""
        return self.signature != NOTHING


def place(root: Path, programme: ProgrammeId) -> Place:
    """Return where a programme is, or would be; raise NotFound for an impossible name."""
    check_name(programme)
    institution, name = programme.institution, programme.name
    folder = root / institution
    found = Place(
        folder,
        yaml=folder / f"{name}{_YAML}",
        journal=folder / f"{name}{_JOURNAL}",
        lock=folder / f".{name}.lock",
        draft=folder / f".{name}.tmp",
    )
    if any(_leads_outside(path, root) for path in (folder, found.yaml, found.journal)):
        raise NotFound(str(programme))
    return found


def check_name(programme: ProgrammeId) -> None:
    """Raise NotFound for a name that no programme can have."""
    if not all(_NAME.fullmatch(name) for name in (programme.institution, programme.name)):
        raise NotFound(str(programme))


def programmes(root: Path) -> list[ProgrammeId]:
    """Return every programme of which a description or a journal is there, in order.

    A folder that may not be read hides its own programmes only; the log of the server names it.
    """
    found = {
        ProgrammeId(folder.name, name)
        for folder in _folders(root)
        for path in _files(folder)
        if (name := _name(path)) and not _leads_outside(path, root)
    }
    return sorted(found)


def looks(root: Path) -> dict[ProgrammeId, str]:
    """Return what text and journal of every programme look like now, in order.

    An empty look stands for what cannot be seen.
    """
    found: dict[ProgrammeId, dict[str, str]] = {}
    for folder in _folders(root):
        for entry in _entries(folder):
            name = _name(entry)
            if name and not (entry.is_symlink() and _leads_outside(Path(entry.path), root)):
                seen = found.setdefault(ProgrammeId(folder.name, name), {})
                seen[entry.name] = _seen(entry)
    told = {programme: [seen[name] for name in sorted(seen)] for programme, seen in found.items()}
    return {programme: " ".join(told[programme]) if all(told[programme]) else ""
            for programme in sorted(told)}  # fmt: skip


def programmes_with(root: Path, ending: str) -> list[ProgrammeId]:
    """Return every programme of which a file with this ending is there, in order."""
    found = {
        ProgrammeId(folder.name, name)
        for folder in _folders(root)
        for path in _files(folder)
        if path.name.endswith(ending) and not _leads_outside(path, root)
        if _NAME.fullmatch(name := path.name.removesuffix(ending))
    }
    return sorted(found)


def overlooked(root: Path) -> list[Path]:
    """Return what looks like a description but has a name that no programme can have."""
    return sorted(
        path
        for folder in (root.iterdir() if root.is_dir() else [])
        if not folder.name.startswith(".") and folder.is_dir()
        for path in _files(folder)
        if path.suffix in {_YAML, ".yml"} and not path.name.startswith(".")
        if not (_NAME.fullmatch(folder.name) and _name(path))
    )


def _folders(root: Path) -> list[Path]:
    if not root.is_dir():
        return []
    return [
        path
        for path in root.iterdir()
        if _NAME.fullmatch(path.name) and path.is_dir() and not _leads_outside(path, root)
    ]


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_file()]
    except OSError as error:
        _LOG.warning("%s cannot be read: %s", folder, error.strerror)
        return []


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if entry.is_file()]
    except OSError as error:
        _LOG.warning("%s cannot be read: %s", folder, error.strerror)
        return []


def _seen(entry: os.DirEntry[str]) -> str:
    try:
        found = entry.stat()
    except OSError:
        return ""
    return f"{entry.name}:{found.st_mtime_ns}:{found.st_size}:{found.st_ino}"


def _name(path: Path | os.DirEntry[str]) -> str | None:
    for ending in (_YAML, _JOURNAL):
        name = path.name.removesuffix(ending)
        if name != path.name and _NAME.fullmatch(name):
            return name
    return None


def _leads_outside(path: Path, root: Path) -> bool:
    try:
        if not stat.S_ISLNK(os.lstat(path).st_mode):
            return False
    except OSError:
        return False
    return not path.resolve().is_relative_to(root.resolve())


def look(path: Path) -> Look:
    """Return what a file looks like now; raise OSError if that cannot be seen."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
