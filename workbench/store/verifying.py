"""Whether a journal is whole, as it was written, and leads to the description as it stands.

Pure functions over what is stored; nothing is mended here.
"""

from collections.abc import Iterable, Iterator, Sequence

from workbench.domain.problems import Problem
from workbench.domain.values import Options
from workbench.rules.frozen import fingerprint_of
from workbench.rules.history import Broken, state_at, states_at
from workbench.store.journal import decoded, encoded, hash_of
from workbench.store.protocol import Line, Unreadable
from workbench.store.standing import parsed, sha256


def wrong(contents: Iterable[bytes], text: bytes | None, options: Options) -> list[Problem]:
    """Return what is wrong with a journal and the text of the description beside it.

    Args:
        contents: the lines of the journal with their line ends; none if there is no journal.
        text: the description as it is stored, or None if it is lost.
        options: the codes of every option list.

    Every byte of both counts: a line is written in one way only, so that one that means the same
    but stands there differently is wrong too.
    """
    pieces = list(contents)
    lines = [decoded(piece) for piece in pieces]
    found = list(_chained(pieces, lines))
    known = [line for line in lines if line]
    ends = bool(lines and lines[-1] and pieces[-1].endswith(b"\n"))
    if ends and text is not None and sha256(text) not in {line.file for line in known}:
        found.append(Problem("journal_file", values={"number": len(pieces)}))
    return found or list(_followed(known, text, options))


def _chained(pieces: Sequence[bytes], lines: Sequence[Line | None]) -> Iterator[Problem]:
    """Yield a problem for every line that is not as it was written, or not where it was written."""
    previous: Line | None = None
    follows = True
    for number, (piece, line) in enumerate(zip(pieces, lines, strict=True), start=1):
        if key := _wrong_with(piece, line, previous, follows):
            expected = previous.revision + 1 if previous else 1
            there = line.revision if line else 0
            values = {"number": number, "expected": expected, "there": there}
            yield Problem(key, values=values if key == "journal_gap" else {"number": number})
        previous, follows = line or previous, line is not None


def _wrong_with(
    piece: bytes, line: Line | None, previous: Line | None, follows: bool
) -> str | None:
    """Return what is wrong with one line; `follows` says whether the one before could be read."""
    if not piece.endswith(b"\n"):
        return "journal_torn"
    if line is None:
        return "journal_line"
    if follows and line.revision != (previous.revision + 1 if previous else 1):
        return "journal_gap"
    as_written = encoded(line) == piece and line.hash == hash_of(line, previous)
    return None if as_written and follows else "journal_chain"


def _followed(lines: Sequence[Line], text: bytes | None, options: Options) -> Iterator[Problem]:
    """Yield where an unbroken journal does not lead to what its versions, or the text, say."""
    if not lines:
        return
    versions = [line for line in lines if line.change.kind == "version"]
    try:
        states = states_at(lines, [line.revision for line in versions])
        leads_to = fingerprint_of(state_at(lines, lines[-1].revision))
    except Broken as broken:
        yield Problem("journal_replay", values={"number": broken.revision})
        return
    for line in versions:
        if fingerprint_of(states[line.revision]) != line.change.new.get("sha256"):
            values = {"number": line.revision, "name": str(line.change.new.get("name"))}
            yield Problem("version_changed", values=values)
    if text is not None and sha256(text) == lines[-1].file:
        yield from _differs(text, leads_to, options)


def _differs(text: bytes, leads_to: str, options: Options) -> Iterator[Problem]:
    try:
        stands = fingerprint_of(parsed(text, options).plain())
    except Unreadable as unreadable:
        yield from unreadable.problems
        return
    if stands != leads_to:
        yield Problem("journal_leads_elsewhere")
