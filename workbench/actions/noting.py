"""Saying something about an answer: its status, what it rests on, or that it does not apply."""

from collections.abc import Callable
from typing import Any

from workbench.actions.aside import keeping
from workbench.actions.desk import Desk, Refused, needs
from workbench.domain.changes import Change, Data
from workbench.domain.notes import Note
from workbench.domain.paths import UnknownPath, star
from workbench.store.protocol import Opened, ProgrammeId


@needs("change")
def note(
    desk: Desk,
    programme: ProgrammeId,
    path: str,
    *,
    seen: int | None = None,
    writer: str = "",
    **said: Any,
) -> Opened:
    """Change what is known about one answer; None or an empty value takes it away.

    Args:
        desk: where the person works.
        programme: the description.
        path: the address of the answer.
        seen: the revision of the description that the person saw.
        writer: the open screen on which it was said.
        said: fields of `Note` with their new values.

    Raises:
        Refused: when the path is no question or the person may not change this programme.
        Conflict: when one of these fields was changed after `seen`; the journal keeps both.
    """
    if unknown := said.keys() - Note.model_fields.keys():
        raise TypeError(f"no such thing is known about an answer: {sorted(unknown)}")
    with keeping(desk, programme, path, {"note": said}, writer):
        return _changed(desk, programme, path, lambda _: said, seen, writer)


@needs("change")
def clear_personal_data(
    desk: Desk, programme: ProgrammeId, path: str, fingerprint: str, reason: str
) -> Opened:
    """Record why these words are no personal data, so that they hold no report back any more.

    Raises:
        Refused: when there is no reason, or as `note` does.
    """
    if not reason.strip():
        raise Refused("reason_needed")
    clearance = {
        "id": fingerprint,
        "reason": reason.strip(),
        "person": desk.person.name,
        "date": desk.today().isoformat(),
    }

    def add(old: Data) -> Data:
        return {"no_personal_data": [*_others(old, fingerprint), clearance]}

    return _changed(desk, programme, path, add)


@needs("change")
def take_clearance_back(desk: Desk, programme: ProgrammeId, path: str, fingerprint: str) -> Opened:
    """Forget that these words are no personal data, so that they are a finding again.

    The journal keeps who recorded it and why. Raises Refused as `note` does.
    """

    def remove(old: Data) -> Data:
        return {"no_personal_data": _others(old, fingerprint)}

    return _changed(desk, programme, path, remove)


def _others(note: Data, fingerprint: str) -> list[Data]:
    return [c for c in note.get("no_personal_data", []) if c["id"] != fingerprint]


def _changed(
    desk: Desk,
    programme: ProgrammeId,
    path: str,
    said: Callable[[Data], Data],
    seen: int | None = None,
    writer: str = "",
) -> Opened:
    """Store what is said of one answer, given what was known of it until now."""
    try:
        star(path)
    except UnknownPath:
        raise Refused("unknown_question", path=path) from None

    def propose(data: Data) -> Change:
        old = data.get("about", {}).get(path, {})
        known = {**old, **said(old)}
        new = {key: value for key, value in known.items() if value not in (None, "", [])}
        return Change("note", path, old, new)

    return desk.store.change(programme, desk.person, propose, seen, writer)
