"""Where advice is kept: beside the programmes, the private notes apart (decision 0017)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from workbench.domain.advice import DRAWERS, Drawer, Said
from workbench.store import disk
from workbench.store.places import check_name, programmes_with
from workbench.store.protocol import ProgrammeId
from workbench.store.verdicts import FOLDER

Place = tuple[ProgrammeId, Drawer]


class Advice(Protocol):
    """Keeps what was said, line by line, of every programme; a line is never changed."""

    def said(self, programme: ProgrammeId, drawer: Drawer) -> Sequence[Said]:
        """Return what was said, oldest first; raise NotFound or NotStored."""

    def add(self, programme: ProgrammeId, drawer: Drawer, lines: Iterable[Said]) -> None:
        """Keep lines, in order; raise NotFound or NotStored, and then none of them is kept."""

    def places(self) -> Sequence[Place]:
        """Return of which programmes something is kept, and in which drawers."""


class NoAdvice:
    """A place without advice, where none can be kept: a description that stands alone."""

    def said(self, _: ProgrammeId, __: Drawer) -> Sequence[Said]:
        """Return nothing."""
        return ()

    def add(self, _: ProgrammeId, __: Drawer, ___: Iterable[Said]) -> None:
        """Forget the lines."""

    def places(self) -> Sequence[Place]:
        """Return nothing."""
        return ()


class AdviceFiles:
    """Keeps advice as lines of files, each synced before it counts.

    Args:
        programmes: the folder with the programmes.
    """

    def __init__(self, programmes: Path) -> None:
        self._root = programmes / FOLDER
        self._known: dict[Path, tuple[tuple[int, int], Sequence[Said]]] = {}

    def said(self, programme: ProgrammeId, drawer: Drawer) -> Sequence[Said]:
        """Return what was said, oldest first; what nobody can read is nothing. Raise NotFound."""
        file = self._file(programme, drawer)
        try:
            found = file.stat()
            stamp = (found.st_mtime_ns, found.st_size)
            known = self._known.get(file)
            if known is None or known[0] != stamp:
                known = self._known[file] = (stamp, understood(file.read_bytes()))
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise disk.refused(error) from error
        return known[1]

    def add(self, programme: ProgrammeId, drawer: Drawer, lines: Iterable[Said]) -> None:
        """Keep lines at the end of the file; raise NotFound or NotStored: then none is kept."""
        file, content = self._file(programme, drawer), lines_of(lines)
        with disk.storing():
            disk.make_folder(file.parent)
        with disk.locked(file.with_suffix(".lock")), disk.storing():
            there = disk.content(file)
            mended = b"\n" if there and not there.endswith(b"\n") else b""
            disk.append(file, mended + content)

    def places(self) -> Sequence[Place]:
        """Return of which programmes something is kept, and in which drawers."""
        return [
            (programme, drawer)
            for drawer in DRAWERS
            for programme in programmes_with(self._root, f".{drawer}.jsonl")
        ]

    def _file(self, programme: ProgrammeId, drawer: Drawer) -> Path:
        check_name(programme)
        return self._root / programme.institution / f"{programme.name}.{drawer}.jsonl"


def everything(advice: Advice) -> Mapping[Place, Sequence[Said]]:
    """Return all that is kept; raise NotStored."""
    return {place: tuple(advice.said(*place)) for place in sorted(advice.places())}


def lines_of(said: Iterable[Said]) -> bytes:
    """Return what was said as lines of a file."""
    return b"".join(f"{line.model_dump_json()}\n".encode() for line in said)


def understood(content: bytes) -> tuple[Said, ...]:
    """Return what was said in lines of a file; a line that nobody can read is nothing."""
    return tuple(said for line in content.splitlines() for said in _read(line))


def _read(line: bytes) -> Iterable[Said]:
    try:
        yield Said.model_validate(json.loads(line))
    except (ValueError, ValidationError, RecursionError):
        return
