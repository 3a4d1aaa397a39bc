"""Taking a programme a step further on its way to recognition, and seeing how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.actions.assessing import examined
from workbench.actions.desk import Desk, Refused, asks, needs
from workbench.actions.history import history
from workbench.domain.changes import Change, Data
from workbench.domain.status import Status
from workbench.domain.values import unwritable
from workbench.rules.frozen import named
from workbench.rules.privacy import held_back
from workbench.rules.procedure import STEP_NAMES, STEPS, StepName, leads_to, next_steps
from workbench.store.protocol import Conflict, Line, Opened, ProgrammeId

LONGEST_REASON = 500


@dataclass(frozen=True)
class Procedure:
    """How far a programme is, how it got there, and which steps this person can take."""

    status: Status
    taken: Sequence[Line]
    """Every step, oldest first."""
    possible: Sequence[StepName]


@needs("read")
def procedure(desk: Desk, programme: ProgrammeId) -> Procedure:
    """Return how far a programme is; raise Refused, NotFound or Unreadable."""
    opened = desk.store.open(programme)
    taken = history(desk, programme).steps
    steps = (name for name in next_steps(opened.status) if leads_to(name, taken))
    return Procedure(opened.status, taken, [name for name in steps if desk.may(name, opened)])


@asks(*STEP_NAMES)
def step(desk: Desk, programme: ProgrammeId, name: StepName, reason: str = "") -> Opened:
    """Take a step; a description that it freezes gets a name and a fingerprint first.

    Raise Refused when this person may not take it now, when a reason is missing, or when what is
    strict is not complete; NotFound, NotStored or Unreadable.
    """
    opened = desk.open(programme)
    _need_possible(desk, opened, name)
    why = " ".join(reason.split())
    if STEPS[name].needs_reason and not why:
        raise Refused("step_needs_reason")
    if len(why) > LONGEST_REASON or unwritable(why):
        raise Refused("step_reason_unfit", most=LONGEST_REASON)
    if STEPS[name].is_strict:
        _need_complete(desk, opened)
    to = leads_to(name, history(desk, programme).steps)
    if to is None:
        raise Refused("step_nothing_back")
    said: Data = {"step": name, "status": to, "reason": why}
    if STEPS[name].freezes:
        called = _free_name(desk, programme, name)
        frozen = desk.store.change(programme, desk.person, lambda data: named(data, called))
        said["version"] = frozen.revision
    return _taken(desk, opened, said)


def _taken(desk: Desk, opened: Opened, said: Data) -> Opened:
    def propose(_: Data) -> Change:
        return Change("step", "", opened.status, said)

    try:
        return desk.store.change(opened.id, desk.person, propose, seen=opened.revision)
    except Conflict as conflict:
        raise Refused("step_contested", person=conflict.stamp.person) from None


def _need_possible(desk: Desk, opened: Opened, name: StepName) -> None:
    """Raise Refused: this person may never take it, or nobody may from this status."""
    desk.need(name, opened, min(STEPS[name].start))
    if opened.status not in STEPS[name].start:
        raise Refused("step_not_now")


def _need_complete(desk: Desk, opened: Opened) -> None:
    found = examined(desk, opened)
    if holding := held_back(found.findings):
        raise Refused("step_held_back", n=len(holding))
    count = found.completeness.overall
    if count.answered < count.required:
        raise Refused("step_gaps", n=count.required - count.answered)


def _free_name(desk: Desk, programme: ProgrammeId, name: StepName) -> str:
    """Return what the frozen version is called, with a number if there was one before."""
    called = desk.words.texts["nl"](f"procedure.version.{name}")
    taken = {version.name.casefold() for version in history(desk, programme).versions}
    names = (called if n == 1 else f"{called} ({n})" for n in range(1, len(taken) + 2))
    return next(one for one in names if one.casefold() not in taken)
