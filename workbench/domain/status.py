"""How far a programme is on its way to recognition: the statuses, in the order of the procedure."""

from typing import Literal, TypeGuard, get_args

Status = Literal[
    "concept",
    "round_1",
    "round_1_done",
    "round_2",
    "round_2_done",
    "final",
    "submitted",
    "repair",
    "recognised",
    "not_recognised",
    "reassessment",
]
STATUSES: tuple[Status, ...] = get_args(Status)
FIRST: Status = "concept"
"""Of a programme with which nobody took a step yet."""

_STATED: dict[str, Status] = {
    "draft": "concept",
    "advice_round_1": "round_1",
    "advice_round_2": "round_2",
    "final": "final",
    "submitted": "submitted",
    "repair": "repair",
    "recognised": "recognised",
    "not_recognised": "not_recognised",
    "reassessment": "reassessment",
}


def stated(code: str | None) -> Status:
    """Return the status that a colophon states; it holds until the first step is taken here."""
    return _STATED.get(code or "", FIRST)


def is_status(said: object) -> TypeGuard[Status]:
    """Return whether this is one of the statuses."""
    return said in STATUSES
