"""One file that holds many descriptions with their history: a zip with a manifest of hashes.

Nothing is believed of such a file: before anything is taken out, everything in it is checked.
"""

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Any, cast

from workbench.domain.advice import Drawer
from workbench.domain.problems import Problem
from workbench.store.advice import Place
from workbench.store.places import check_name
from workbench.store.protocol import Copied, NotFound, ProgrammeId, Unreadable

FORMAT = 1
MANIFEST = "manifest.json"
VERDICTS = "verdicts.jsonl"
"""What advisors decided about items of two programmes, which stands in neither of them."""
SHARING = "sharing.jsonl"
"""What institutions share with each other, and what they stopped sharing."""
_BESIDE = frozenset({VERDICTS, SHARING})
MOST_FILES = 20_000
LARGEST_FILE = 500_000_000
LARGEST_MANIFEST = 20_000_000
MOST_BYTES = 4_000_000_000
"""What all files together may take up; a description of years takes up a few million."""
_YAML, _JOURNAL = ".yaml", ".journal.jsonl"
_NAME = re.compile(r"programmes/([^/]+)/([^/]+?)(\.yaml|\.journal\.jsonl)")
_ADVICE = re.compile(r"advice/([a-z0-9-]+)/([a-z0-9-]+)\.(shared|private|exchange)\.jsonl")
_CHUNK = 1_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError)


@dataclass
class Packing:
    """An archive that is being written."""

    made: datetime
    workbench: str
    zip: zipfile.ZipFile
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    programmes: int = 0

    def add(self, programme: ProgrammeId, copied: Copied) -> None:
        """Add a description with its history; raise OSError."""
        self.programmes += 1
        for ending, content in ((_YAML, copied.yaml), (_JOURNAL, copied.journal or None)):
            if content is not None:
                self._keep(f"programmes/{programme}{ending}", content)

    def add_verdicts(self, content: bytes) -> None:
        """Add the decisions of advisors; raise OSError."""
        if content:
            self._keep(VERDICTS, content)

    def add_sharing(self, content: bytes) -> None:
        """Add what institutions share with each other; raise OSError."""
        if content:
            self._keep(SHARING, content)

    def add_advice(self, place: Place, content: bytes) -> None:
        """Add what was said about a programme in one drawer; raise OSError."""
        programme, drawer = place
        self._keep(f"advice/{programme}.{drawer}.jsonl", content)

    def close(self) -> None:
        """Add the manifest and finish the archive; raise OSError."""
        manifest = {
            "format": FORMAT,
            "made": self.made.isoformat(),
            "workbench": self.workbench,
            "programmes": self.programmes,
            "files": self.files,
        }
        self._write(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        self.zip.close()

    def _keep(self, name: str, content: bytes) -> None:
        digest = hashlib.sha256(content).hexdigest()
        self.files[name] = {"size": len(content), "sha256": digest}
        self._write(name, content)

    def _write(self, name: str, content: bytes) -> None:
        entry = zipfile.ZipInfo(name, self.made.timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = (stat.S_IFREG | 0o640) << 16
        self.zip.writestr(entry, content)


def packing(file: IO[bytes], made: datetime, workbench: str) -> Packing:
    """Return an empty archive that is written to a file."""
    return Packing(made, workbench, zipfile.ZipFile(file, "w"))


@dataclass(frozen=True)
class Archive:
    """An archive of which everything was checked."""

    made: str
    workbench: str
    programmes: Sequence[ProgrammeId]
    zip: zipfile.ZipFile

    def copies(self) -> Iterator[tuple[ProgrammeId, Copied]]:
        """Yield every description with its history."""
        there = set(self.zip.namelist())
        for programme in self.programmes:
            yaml, journal = (
                self.zip.read(name) if name in there else None
                for name in (f"programmes/{programme}{_YAML}", f"programmes/{programme}{_JOURNAL}")
            )
            yield programme, Copied(yaml, journal or b"")

    def advice(self) -> Iterator[tuple[Place, bytes]]:
        """Yield what was said about programmes, by programme and drawer."""
        for name in self.zip.namelist():
            if found := _ADVICE.fullmatch(name):
                drawer = cast(Drawer, found[3])
                yield (ProgrammeId(found[1], found[2]), drawer), self.zip.read(name)

    def verdicts(self) -> bytes:
        """Return the decisions of advisors."""
        return self.zip.read(VERDICTS) if VERDICTS in self.zip.namelist() else b""

    def sharing(self) -> bytes:
        """Return what institutions share with each other."""
        return self.zip.read(SHARING) if SHARING in self.zip.namelist() else b""


def unpacked(file: IO[bytes]) -> Archive:
    """Return what is in an archive; raise Unreadable with everything that is wrong with it."""
    try:
        opened = zipfile.ZipFile(file)
    except _BROKEN:
        raise Unreadable([Problem("archive_no_zip")]) from None
    problems = list(_strange(opened.infolist()))
    if problems:
        raise Unreadable(problems)
    manifest = _manifest(opened)
    problems = list(_different(opened, manifest["files"]))
    ids = sorted({found for name in manifest["files"] if (found := _id(name))})
    if not problems and len(ids) != manifest["programmes"]:
        problems = [
            Problem("archive_count", values={"n": len(ids), "said": manifest["programmes"]})
        ]
    if problems:
        raise Unreadable(problems)
    return Archive(manifest["made"], manifest["workbench"], ids, opened)


def _strange(entries: Sequence[zipfile.ZipInfo]) -> Iterator[Problem]:
    """Yield what no archive of ours holds, before anything is read from it."""
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield Problem("archive_huge", values={"most": MOST_BYTES // 1_000_000_000})
        return
    for name, times in Counter(entry.filename for entry in entries).items():
        if times > 1:
            yield Problem("archive_twice", values={"name": _shown(name)})
    for entry in entries:
        name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
        if not (name in {MANIFEST, *_BESIDE} or _id(name) or _ADVICE.fullmatch(name)):
            yield Problem("archive_name", values={"name": _shown(name)})
        elif entry.flag_bits & 1 or kind not in (0, stat.S_IFREG):
            yield Problem("archive_no_file", values={"name": _shown(name)})
        elif entry.file_size > (most := LARGEST_MANIFEST if name == MANIFEST else LARGEST_FILE):
            megabytes = most // 1_000_000
            yield Problem("archive_large", values={"name": _shown(name), "megabytes": megabytes})


def _manifest(opened: zipfile.ZipFile) -> Mapping[str, Any]:
    """Return what the archive says that it holds; raise Unreadable."""
    try:
        found = json.loads(opened.read(MANIFEST))
        ours = found["format"] == FORMAT
        datetime.fromisoformat(found["made"])
        sound = isinstance(found["workbench"], str) and isinstance(found["programmes"], int)
        sound = sound and all(isinstance(one["sha256"], str) for one in found["files"].values())
    except (*_BROKEN, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreadable([Problem("archive_manifest")]) from None
    if not (ours and sound):
        raise Unreadable([Problem("archive_manifest" if ours else "archive_format")])
    return dict(found)


def _different(opened: zipfile.ZipFile, said: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield where the archive and its manifest differ, byte for byte."""
    there = set(opened.namelist()) - {MANIFEST}
    for name in sorted(there | set(said)):
        shown = {"name": _shown(name)}
        if name not in there:
            yield Problem("archive_missing", values=shown)
        elif name not in said:
            yield Problem("archive_more", values=shown)
        elif _digest(opened, name) != said[name]["sha256"]:
            yield Problem("archive_changed", values=shown)


def _digest(opened: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with opened.open(name) as content:
            while chunk := content.read(_CHUNK):
                digest.update(chunk)
    except _BROKEN:
        return ""
    return digest.hexdigest()


def _id(name: str) -> ProgrammeId | None:
    """Return whose file this name is, or None for a name that no file of ours has."""
    found = _NAME.fullmatch(name)
    if not found:
        return None
    programme = ProgrammeId(found[1], found[2])
    try:
        check_name(programme)
    except NotFound:
        return None
    return programme


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in name)[:100]
