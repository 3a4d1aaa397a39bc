"""Going back without losing anything: naming versions, restoring, undoing, bringing items back.

Whatever is done here adds a revision; none is ever removed or altered.
"""

from collections.abc import Callable

from workbench.actions.desk import Desk, Refused, needs
from workbench.actions.history import History, history, opened_at
from workbench.domain.changes import Change, Data, ItemExists, ItemGone
from workbench.domain.values import unwritable
from workbench.rules.entries import Entry, to_undo
from workbench.rules.frozen import named
from workbench.rules.undoing import NothingLeft, Touched, Way, undoing
from workbench.store.protocol import Conflict, Opened, ProgrammeId

LONGEST_NAME = 80


class CameOver(Exception):
    """Something came over what was to be undone since; nothing was stored."""

    def __init__(self, entry: Entry, touched: Touched) -> None:
        super().__init__(f"revision {entry.revision} was changed since")
        self.entry, self.touched = entry, touched


@needs("name_version")
def name_version(desk: Desk, programme: ProgrammeId, name: str) -> Opened:
    """Give the description as it stands a name, with a fingerprint of what it says.

    Raise Refused, NotFound, NotStored or Unreadable.
    """
    called = " ".join(name.split())
    if not called:
        raise Refused("version_name_needed")
    if len(called) > LONGEST_NAME or unwritable(called):
        raise Refused("version_name_unfit", most=LONGEST_NAME)
    taken = {version.name.casefold() for version in history(desk, programme).versions}
    if called.casefold() in taken:
        raise Refused("version_name_taken", name=called)

    return _stored(desk, programme, lambda data: named(data, called))


@needs("go_back")
def restore(
    desk: Desk, programme: ProgrammeId, revision: int, *, seen: int | None = None
) -> Opened:
    """Put the description back as it stood at a revision, as a new revision.

    Raise Refused, too if somebody changed after `seen` what would change back now; NotFound,
    NotStored or Unreadable.
    """
    then = opened_at(desk, programme, revision).data
    if not revision:  # before the first one there was nothing to put back
        raise Refused("no_revision", revision=revision, last=desk.store.open(programme).revision)

    def propose(data: Data) -> Change:
        return Change("whole", "", data, then, of=revision)

    try:
        return _stored(desk, programme, propose, seen)
    except Conflict as conflict:
        by = conflict.stamp
        key = "restore_contested" if by.person else "restore_contested_outside"
        raise Refused(key, person=by.person, revision=by.revision) from None


@needs("go_back")
def undo(desk: Desk, programme: ProgrammeId, revision: int, way: Way = "ask") -> Entry:
    """Take back the entry of which a revision is part, and return that entry.

    Raise CameOver when something came over it and nobody said what to do with that; Refused when
    there is nothing to take back; NotFound, NotStored or Unreadable.
    """
    found = history(desk, programme)
    entry = found.entry(revision)
    try:
        _take_back(desk, programme, found, entry, way)
    except NothingLeft:
        raise Refused("nothing_to_undo") from None
    return entry


@needs("go_back")
def undo_last(desk: Desk, programme: ProgrammeId) -> Entry:
    """Take back the newest change that was not taken back yet, and return that entry.

    Raise as `undo` does.
    """
    found = history(desk, programme)
    for entry in to_undo(found.entries):
        try:
            _take_back(desk, programme, found, entry, "ask")
        except NothingLeft:
            continue
        return entry
    raise Refused("nothing_to_undo")


def _take_back(
    desk: Desk, programme: ProgrammeId, found: History, entry: Entry, way: Way
) -> Opened:
    states = found.states({entry.before, entry.revision})
    before, after = states[entry.before], states[entry.revision]
    try:
        return _stored(desk, programme, lambda now: undoing(entry, before, after, now, way))
    except Touched as touched:
        raise CameOver(entry, touched) from None


def _stored(
    desk: Desk, programme: ProgrammeId, propose: Callable[[Data], Change], seen: int | None = None
) -> Opened:
    try:
        return desk.store.change(programme, desk.person, propose, seen)
    except ItemGone:
        raise Refused("item_gone") from None
    except ItemExists:
        raise Refused("item_exists") from None
