"""How the steps of an implementation stand on a day."""

from datetime import date
from typing import Literal

from workbench.domain.delivery import ImplementationStep

Standing = Literal["late", "open", "undated", "done", "dropped"]
"""To be done and past its day; to be done; to be done without a day; done; not to be done."""
TO_DO: tuple[Standing, ...] = ("late", "open", "undated")


def standing(step: ImplementationStep, today: date) -> Standing:
    """Return how a step stands; one without a state is still to be done."""
    if step.state == "done":
        return "done"
    if step.state == "dropped":
        return "dropped"
    if step.date is None:
        return "undated"
    return "late" if step.date < today else "open"
