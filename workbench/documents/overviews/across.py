"""Everything that is looked at across programmes, in the order in which it is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.documents.comparing.view import View
from workbench.documents.overviews.chain import (
    agreements_view,
    bottlenecks_view,
    place_view,
    rights_view,
)
from workbench.documents.overviews.implementation import (
    experiences_view,
    implementation_view,
    steps_view,
)
from workbench.documents.overviews.telling import Described, Telling
from workbench.documents.overviews.tools import tools_view
from workbench.rules.overview.steps import TO_DO, Standing

STEPS: Mapping[str, Sequence[Standing]] = {
    "all": (*TO_DO, "done", "dropped"),
    "to_do": TO_DO,
    "late": ("late",),
}


@dataclass(frozen=True)
class Across:
    """The programmes that are looked at together, on one day."""

    described: Sequence[Described]
    telling: Telling
    today: date
    steps: str = "all"
    """Which steps are shown: a key of STEPS."""


ACROSS: Mapping[str, Callable[[Across], View]] = {
    "place": lambda it: place_view(it.described, it.telling),
    "rights": lambda it: rights_view(it.described, it.telling),
    "agreements": lambda it: agreements_view(it.described, it.telling),
    "bottlenecks": lambda it: bottlenecks_view(it.described, it.telling),
    "tools": lambda it: tools_view(it.described, it.telling),
    "implementation": lambda it: implementation_view(it.described, it.telling, it.today),
    "steps": lambda it: steps_view(it.described, it.telling, it.today, STEPS[it.steps]),
    "experiences": lambda it: experiences_view(it.described, it.telling),
}
"""What makes each view, by the name under which addresses ask for it."""


def across_views(it: Across, names: Sequence[str] = ()) -> tuple[View, ...]:
    """Return the views that are asked for, or all of them."""
    return tuple(make(it) for name, make in ACROSS.items() if not names or name in names)
