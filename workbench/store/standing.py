"""Finding out how a description stands: its text, what the journal adds, or the journal alone."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from workbench.domain.changes import Change, Data, applied
from workbench.domain.dialect import written
from workbench.domain.paths import UnknownPath
from workbench.domain.problems import Problem
from workbench.domain.programme import Programme
from workbench.domain.shape import Misshapen, understood
from workbench.domain.status import stated
from workbench.domain.values import Options
from workbench.store import disk, journal
from workbench.store.ledger import Ledger
from workbench.store.protocol import Line, NotFound, Opened, ProgrammeId, Unreadable
from workbench.store.reading import LARGEST, Misread, read
from workbench.store.shelf import Shelf, Signature


@dataclass(frozen=True)
class Standing:
    """A description as it stands, and how that relates to its text and its journal."""

    opened: Opened
    signature: Signature
    """Of the text and the journal from which this was read."""
    file: str
    """The sha256 of the description's text."""
    recorded: bool
    """Whether the journal leads here; if not, the file was made or edited outside the workbench."""
    behind: bool = False
    """Whether the text itself could not be brought up to date."""


def text_of(data: Data) -> bytes:
    """Return a description as it stands in a file; raise Unreadable if it is too large for one."""
    content = written(data).encode()
    if len(content) > LARGEST:
        raise Unreadable([Problem("too_large", values={"megabytes": LARGEST // 1_000_000})])
    return content


def sha256(content: bytes) -> str:
    """Return the fingerprint of a text."""
    return hashlib.sha256(content).hexdigest()


def shaped(data: Data, options: Options) -> Programme:
    """Return the description that plain data holds; raise Unreadable."""
    try:
        return understood(data, options)
    except Misshapen as misshapen:
        raise Unreadable(misshapen.problems) from None


def changed(data: Data, change: Change, options: Options) -> Programme:
    """Return the description after a change; raise Unreadable, ItemGone or ItemExists."""
    try:
        return shaped(applied(data, change), options)
    except UnknownPath:
        field = change.path.rpartition(".")[2]
        problem = Problem("unknown_field", change.path, values={"field": field})
        raise Unreadable([problem]) from None


def parsed(content: bytes, options: Options) -> Programme:
    """Return the description that a file holds; raise Unreadable."""
    try:
        found = read(content)
        return understood(found.data, options, lambda: found.lines)
    except (Misread, Misshapen) as wrong:
        raise Unreadable(wrong.problems) from None


def opened_from(
    programme_id: ProgrammeId,
    programme: Programme,
    data: Data,
    ledger: Ledger,
    *,
    recorded: bool = True,
) -> Opened:
    """Return a description with what the journal says about it."""
    revision = ledger.revision if recorded else ledger.revision + 1
    status = ledger.status or stated(programme.colophon.status)
    return Opened(programme_id, programme, data, revision, dict(ledger.saved), status)


def stand(
    programme_id: ProgrammeId,
    shelf: Shelf,
    ledger: Ledger,
    options: Options,
    *,
    may_write: bool,
    known: Standing | None = None,
) -> Standing:
    """Return how a description stands after reading on in its journal.

    A text that is behind its journal is brought up to date, and one that vanished is written again,
    unless nothing may be written; one that was not behind when it was `known` was put back by hand.
    Raise NotFound or Unreadable.
    """
    signature = shelf.signature  # before reading: whatever is written meanwhile makes it stale
    with legible("journal_not_readable"):
        ledger.read_on(shelf)
    if may_write and _tidied(shelf, ledger):
        signature = shelf.signature
    with legible():
        content = shelf.text()
    if content is None:
        return _rebuilt(programme_id, shelf, ledger, options, may_write)
    file = sha256(content)
    at = ledger.revision_of(file)
    programme = parsed(content, options)
    data = programme.plain()
    if at is not None and at < ledger.revision and not _was_newest(known, ledger):
        caught_up = _caught_up(data, at, shelf, options)
        if caught_up:
            return _written(programme_id, caught_up, shelf, ledger, may_write)
    recorded = at == ledger.revision
    opened = opened_from(programme_id, programme, data, ledger, recorded=recorded)
    return Standing(opened, signature, file, recorded)


def to_record(known: Standing, stands: Standing, ledger: Ledger) -> Standing | None:
    """Return an edit outside the workbench that cannot wait for the next change, if there is one.

    People saw it under the number that the newer edit would get, so that they would overwrite that
    unseen; or the text went back to what an older revision was, and would be brought up to date.
    """
    if stands.recorded:
        return None
    if not known.recorded and known.opened.revision == ledger.revision + 1:
        return known if known.opened.data != stands.opened.data else None
    return stands if _was_newest(known, ledger) and ledger.revision_of(stands.file) else None


def _was_newest(known: Standing | None, ledger: Ledger) -> bool:
    """Return whether the text led to the newest revision before: no crash left it behind then."""
    newest = known and known.recorded and known.opened.revision == ledger.revision
    return bool(known and newest and not known.behind)


@contextmanager
def legible(key: str = "not_readable") -> Iterator[None]:
    """Turn what the disk refuses into Unreadable."""
    try:
        yield
    except OSError as error:
        raise Unreadable([Problem(key, values={"reason": disk.named(error)})]) from error


def last_recorded(shelf: Shelf) -> Data | None:
    """Return the description where the journal ends, or None if the journal cannot tell."""
    lines = journal.lines(shelf.lines())
    start = max((n for n, line in enumerate(lines) if line.change.kind == "whole"), default=None)
    if start is None:
        return None
    return _replayed({}, lines[start:], after=lines[start].revision - 1)


def _tidied(shelf: Shelf, ledger: Ledger) -> bool:
    """Remove what an interrupted writer left: a draft, and an unfinished line of the journal."""
    with suppress(OSError):
        shelf.tidy()
        if ledger.torn:
            _mended(shelf, ledger)
            return True
    return False


def _mended(shelf: Shelf, ledger: Ledger) -> None:
    """Finish the last line of the journal if only its line end is missing, or else drop it."""
    last = next(journal.pieces(shelf.lines(ledger.end))).line
    if last and last.hash == journal.hash_of(last, ledger.last):
        shelf.append(b"\n")
    else:
        shelf.cut(ledger.end)
    ledger.read_on(shelf)


def _rebuilt(
    programme_id: ProgrammeId, shelf: Shelf, ledger: Ledger, options: Options, may_write: bool
) -> Standing:
    if not ledger.last:
        raise NotFound(str(programme_id))
    data = last_recorded(shelf)
    if data is None:
        raise Unreadable([Problem("journal_lost")])
    return _written(programme_id, shaped(data, options), shelf, ledger, may_write)


def _caught_up(data: Data, at: int, shelf: Shelf, options: Options) -> Programme | None:
    """Return the description after the later lines, or None if the journal has a gap there."""
    later = [line for line in journal.lines(shelf.lines()) if line.revision > at]
    caught_up = _replayed(data, later, after=at)
    return None if caught_up is None else shaped(caught_up, options)


def _replayed(data: Data, lines: Sequence[Line], after: int) -> Data | None:
    if [line.revision for line in lines] != list(range(after + 1, after + 1 + len(lines))):
        return None
    try:
        return journal.replayed(data, lines)
    except (LookupError, ValueError, TypeError, AttributeError):
        return None


def _written(
    programme_id: ProgrammeId, programme: Programme, shelf: Shelf, ledger: Ledger, may_write: bool
) -> Standing:
    data = programme.plain()
    content = text_of(data)
    signature, behind = shelf.signature, True
    # Where it cannot be written it is still known; the next change writes it.
    if may_write:
        with suppress(OSError):
            shelf.put(content)
            signature, behind = shelf.signature, False
    opened = opened_from(programme_id, programme, data, ledger)
    return Standing(opened, signature, sha256(content), recorded=True, behind=behind)
