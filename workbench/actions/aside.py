"""What a colleague was before with: kept in the journal, and what people need to decide on it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from workbench.actions.desk import Desk, Refused, needs
from workbench.domain.addresses import addresses, meet
from workbench.domain.changes import Change, Data, applied
from workbench.domain.paths import is_empty, value_at
from workbench.rules.history import Broken, NoRevision, state_at
from workbench.store.protocol import (
    Conflict,
    Line,
    NotFound,
    NotStored,
    ProgrammeId,
    Stamp,
    Unreadable,
)


@dataclass(frozen=True)
class Gone:
    """An item that is no longer in its list: as it was, and who took it away."""

    item: Data
    position: int
    stamp: Stamp


@needs("change")
@contextmanager
def keeping(
    desk: Desk, programme: ProgrammeId, path: str, mine: Data, writer: str = ""
) -> Iterator[None]:
    """Keep in the journal what is refused because a colleague was first; the refusal goes on.

    `mine` is what was to be stored: {answer: value}, or {note: {field: value}}. What comes late
    from the screen that stored the newer one itself is not kept: that screen sends it again.
    """
    try:
        yield
    except Conflict as conflict:
        if not writer or conflict.stamp.writer != writer:
            _put_aside(desk, programme, path, mine, writer)
        raise
    except Refused as refused:
        if refused.key == "item_gone":
            _put_aside(desk, programme, path, mine, writer)
        raise


@needs("read")
def described_at(desk: Desk, programme: ProgrammeId, revision: int) -> Data | None:
    """Return a description as it was at a revision, or None if the journal cannot tell."""
    try:
        return state_at(desk.store.history(programme), revision)
    except (NoRevision, Broken):
        return None


@needs("read")
def gone(desk: Desk, programme: ProgrammeId, item_path: str) -> Gone | None:
    """Return an item that was removed as it last was; None if it never was there, or still is."""
    list_path, _, item_id = item_path.rpartition(".")
    there: tuple[Data, int] | None = None
    found: Gone | None = None
    for line, data in _told(desk.store.history(programme)):
        items = value_at(data, list_path) or []
        now = next(((item, n) for n, item in enumerate(items) if item["id"] == item_id), None)
        if there and not now:
            found = Gone(*there, line.stamp)
        there, found = now, None if now else found
    return found


@needs("read")
def changed_since(
    desk: Desk, programme: ProgrammeId, item_path: str, revision: int, writer: str = ""
) -> list[Line]:
    """Return what was changed of an item after a revision, except from this open screen."""
    here = [tuple(item_path.split("."))]
    return [
        line
        for line in desk.store.history(programme)
        if line.revision > revision
        and not (writer and line.writer == writer)
        and meet(here, addresses(line.change))
    ]


@needs("read")
def is_back(desk: Desk, programme: ProgrammeId, removed: Change) -> bool:
    """Return whether an item that was removed is in its list again, and not another one."""
    item = removed.old["item"]
    if value_at(desk.store.open(programme).data, f"{removed.path}.{item['id']}") is None:
        return False
    lines = reversed(desk.store.history(programme))
    came = (line.change for line in lines if _came(line.change, removed.path, item["id"]))
    last = next(came, None)
    return last is not None and (last.kind != "add" or last.new == removed.old)


@needs("read")
def untouched(
    desk: Desk, programme: ProgrammeId, item_path: str, waiting: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Return what was written in an item that is gone and meets nothing that a colleague wrote.

    `waiting` holds by address what was written (`mine`), and at which revision it was `seen`.
    """
    last, fits = gone(desk, programme, item_path), {}
    for path, wrote in waiting.items():
        seen = wrote.get("seen")
        then = None if seen is None else described_at(desk, programme, seen)
        now = value_at(last.item, path.removeprefix(f"{item_path}.")) if last else None
        if now == wrote["mine"] or is_empty(now) or (then and value_at(then, path) == now):
            fits[path] = wrote["mine"]
    return fits


def with_answers(item_path: str, item: Data, answers: Mapping[str, Any]) -> Data:
    """Return an item with these answers in it, by their full addresses."""
    list_path = item_path.rpartition(".")[0]
    data = applied({}, Change("add", list_path, None, {"item": item, "position": 0}))
    for path, value in answers.items():
        data = applied(data, Change("answer", path, None, value))
    filled: Data = value_at(data, item_path)
    return filled


def _came(change: Change, path: str, item_id: str) -> bool:
    """Return whether an item came with this change, or may have come with it."""
    if change.kind == "add":
        return change.path == path and bool(change.new["item"]["id"] == item_id)
    return change.kind == "whole"


def _told(lines: list[Line]) -> Iterator[tuple[Line, Data]]:
    """Yield every line with the description to which it led, as far as they can be followed."""
    data: Data | None = None
    for line in lines:
        if data is None and line.change.kind != "whole":
            continue
        try:
            data = applied(data or {}, line.change)
        except (LookupError, ValueError, TypeError, AttributeError):
            data = None
            continue
        yield line, data


def _put_aside(
    desk: Desk, programme: ProgrammeId, path: str, mine: Mapping[str, Any], writer: str
) -> None:
    if all(is_empty(value) for value in mine.values()) or _is_kept(desk, programme, path, mine):
        return

    def propose(data: Data) -> Change:
        return Change("aside", path, _standing(data, path, mine), dict(mine))

    # What cannot be kept now is still in the hands of who wrote it.
    with suppress(NotStored, NotFound, Unreadable):
        desk.store.change(programme, desk.person, propose, writer=writer)


def _is_kept(desk: Desk, programme: ProgrammeId, path: str, mine: Mapping[str, Any]) -> bool:
    """Return whether this very text of this person was put aside before: a page sends it again."""
    with suppress(NotStored, NotFound):
        return any(
            line.change.kind == "aside"
            and (line.change.path, line.change.new, line.person) == (path, mine, desk.person)
            for line in desk.store.history(programme)
        )
    return False


def _standing(data: Data, path: str, mine: Mapping[str, Any]) -> Data:
    if "note" not in mine:
        return {"answer": value_at(data, path)}
    note = data.get("about", {}).get(path, {})
    return {"note": {field: note.get(field) for field in mine["note"]}}
