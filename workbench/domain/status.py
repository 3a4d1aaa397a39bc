"""How far a programme is on its way to recognition: the statuses, in the order of the procedure."""

from typing import Literal, get_args

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
