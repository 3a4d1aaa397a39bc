"""The way of a programme to recognition: which step leads from which status to which."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.domain.changes import Recorded
from workbench.domain.status import FIRST, STATUSES, Status, is_status

StepName = Literal[
    "open_round_1",
    "close_round_1",
    "open_round_2",
    "close_round_2",
    "finish",
    "rework",
    "submit",
    "ask_repair",
    "recognise",
    "reject",
    "reassess",
    "take_back",
]
STEP_NAMES: tuple[StepName, ...] = get_args(StepName)


@dataclass(frozen=True)
class Step:
    """One step of the procedure."""

    start: frozenset[Status]
    """From which statuses it can be taken."""
    to: Status | None
    """To which it leads; None: to the status before the last step."""
    freezes: bool = False
    """Whether the description as it stands gets a name and a fingerprint with it."""
    needs_reason: bool = False
    is_strict: bool = False
    """Whether everything that the level asks must be answered first."""


def _from(*statuses: Status) -> frozenset[Status]:
    return frozenset(statuses)


STEPS: dict[StepName, Step] = {
    "open_round_1": Step(_from("concept", "not_recognised", "reassessment"), "round_1", True),
    "close_round_1": Step(_from("round_1"), "round_1_done", True),
    "open_round_2": Step(_from("round_1_done"), "round_2", True),
    "close_round_2": Step(_from("round_2"), "round_2_done", True),
    "finish": Step(_from("concept", "round_1_done", "round_2_done", "reassessment"), "final", True),
    "rework": Step(_from("final"), "concept", needs_reason=True),
    "submit": Step(_from("final", "repair"), "submitted", freezes=True, is_strict=True),
    "ask_repair": Step(_from("submitted"), "repair", needs_reason=True),
    "recognise": Step(_from("submitted"), "recognised"),
    "reject": Step(_from("submitted"), "not_recognised", needs_reason=True),
    "reassess": Step(_from("recognised"), "reassessment"),
    "take_back": Step(frozenset(STATUSES) - {FIRST}, None, needs_reason=True),
}


def next_steps(status: Status) -> list[StepName]:
    """Return every step that can be taken from a status, in the order of the procedure."""
    return [name for name, step in STEPS.items() if status in step.start]


def leads_to(name: StepName, taken: Sequence[Recorded]) -> Status | None:
    """Return the status to which a step leads now; None if there is nothing to take back."""
    step = STEPS[name]
    return step.to or (_before(taken[-1]) if taken else None)


def round_of(status: Status) -> int | None:
    """Return the number of the advice round that is open; None outside a round."""
    rounds: dict[Status, int] = {"round_1": 1, "round_2": 2}
    return rounds.get(status)


def _before(step: Recorded) -> Status | None:
    old = step.change.old
    return old if is_status(old) else None
