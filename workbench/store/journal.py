"""The journal of a description: JSON lines, each with a hash over itself and the one before."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, get_args

from workbench.domain.changes import Change, Data, Kind, applied
from workbench.domain.people import Person
from workbench.store.protocol import Line


@dataclass(frozen=True)
class Raw:
    """A piece of the journal up to a line end: its line if that can be read, and where it ends."""

    line: Line | None
    end: int
    complete: bool = True
    """Whether it has its line end; without one, the writer was interrupted."""


def made(
    previous: Line | None,
    time: datetime,
    person: Person,
    change: Change,
    file: str,
    writer: str = "",
) -> Line:
    """Return the line that comes after `previous`."""
    revision = previous.revision + 1 if previous else 1
    line = Line(revision, time, person, change, file, hash="", writer=writer)
    return replace(line, hash=hash_of(line, previous))


def hash_of(line: Line, previous: Line | None) -> str:
    """Return the hash that a line should have after `previous`."""
    plain = _plain(line)
    del plain["hash"]
    canonical = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    before = previous.hash if previous else ""
    return hashlib.sha256((before + canonical).encode()).hexdigest()


def encoded(line: Line) -> bytes:
    """Return a line as it stands in the journal."""
    return json.dumps(_plain(line), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def decoded(content: bytes) -> Line | None:
    """Return the line that these bytes hold, or None if they hold none."""
    try:
        return _line(json.loads(content))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def pieces(contents: Iterable[bytes], start: int = 0) -> Iterator[Raw]:
    """Yield what stands in a journal that is read from an offset on."""
    end = start
    for content in contents:
        end += len(content)
        yield Raw(decoded(content), end, content.endswith(b"\n"))


def lines(contents: Iterable[bytes]) -> list[Line]:
    """Return every line of a journal that can be read."""
    return [piece.line for piece in pieces(contents) if piece.line]


def replayed(data: Data, later: Sequence[Line]) -> Data:
    """Return data with the changes of these lines; raise LookupError or ValueError."""
    for line in later:
        data = applied(data, line.change)
    return data


def _plain(line: Line) -> dict[str, Any]:
    said = {"of": line.change.of, "writer": line.writer}
    return {
        "revision": line.revision,
        "time": line.time.isoformat(),
        "person": line.person.model_dump(),
        "kind": line.change.kind,
        "path": line.change.path,
        "old": line.change.old,
        "new": line.change.new,
        "file": line.file,
        "hash": line.hash,
        **{key: value for key, value in said.items() if value},
    }


def _line(plain: Any) -> Line:
    """Return the line; raise ValueError, KeyError or TypeError for what nobody wrote."""
    of = plain.get("of")
    change = Change(plain["kind"], str(plain["path"]), plain["old"], plain["new"], of and int(of))
    if change.kind not in get_args(Kind):
        raise ValueError(change.kind)
    if change.kind in {"add", "remove"}:
        str((change.new or change.old)["item"]["id"])
    if change.kind in {"whole", "version", "aside", "step"}:
        dict(change.new)
    return Line(
        revision=int(plain["revision"]),
        time=datetime.fromisoformat(plain["time"]),
        person=Person.model_validate(plain["person"]),
        change=change,
        file=str(plain["file"]),
        hash=str(plain["hash"]),
        writer=str(plain.get("writer", "")),
    )
