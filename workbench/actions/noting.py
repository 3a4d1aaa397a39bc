"""Saying something about an answer: its status, what it rests on, or that it does not apply."""

from typing import Any

from workbench.actions.desk import Desk, Refused
from workbench.domain.changes import Change, Data
from workbench.domain.notes import Note
from workbench.domain.paths import UnknownPath, star
from workbench.store.protocol import Opened, ProgrammeId


def note(desk: Desk, programme: ProgrammeId, path: str, **said: Any) -> Opened:
    """Change what is known about one answer; None or an empty value takes it away.

    Args:
        desk: where the person works.
        programme: the description.
        path: the address of the answer.
        said: fields of `Note` with their new values.

    Raises:
        Refused: when the path is no question or the person may not change this programme.
    """
    desk.need("change", programme.institution)
    if unknown := said.keys() - Note.model_fields.keys():
        raise TypeError(f"no such thing is known about an answer: {sorted(unknown)}")
    try:
        star(path)
    except UnknownPath:
        raise Refused("unknown_question", path=path) from None

    def propose(data: Data) -> Change:
        old = data.get("about", {}).get(path, {})
        new = {key: value for key, value in {**old, **said}.items() if value not in (None, "", [])}
        return Change("note", path, old, new)

    return desk.store.change(programme, desk.person, propose)


def clear_personal_data(
    desk: Desk, programme: ProgrammeId, path: str, fingerprint: str, reason: str
) -> Opened:
    """Record why these words are no personal data, so that they hold no report back any more."""
    if not reason.strip():
        raise Refused("reason_needed")
    clearance = {
        "id": fingerprint,
        "reason": reason.strip(),
        "person": desk.person.name,
        "date": desk.today().isoformat(),
    }
    about = desk.open(programme).data.get("about", {}).get(path, {})
    earlier = [c for c in about.get("no_personal_data", []) if c["id"] != fingerprint]
    return note(desk, programme, path, no_personal_data=[*earlier, clearance])
