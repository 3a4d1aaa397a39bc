"""What an advisor decided about two items of two programmes: that they mean the same, or not."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Ref(NamedTuple):
    """One item of one programme, wherever the two are compared."""

    programme: str
    """`institution/name`."""
    list: str
    """The path of the list, such as `approach.modules`."""
    item: str


Pair = frozenset[Ref]


class Verdict(BaseModel):
    """One decision about two items; the last one about the same two holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    one: Ref
    other: Ref
    same: bool | None
    """None takes an earlier decision back."""
    person: str
    time: AwareDatetime

    @property
    def pair(self) -> Pair:
        """The two, in no order."""
        return frozenset({self.one, self.other})


def standing(verdicts: Iterable[Verdict]) -> Mapping[Pair, Verdict]:
    """Return the decisions that hold, by the two they are about."""
    last = {verdict.pair: verdict for verdict in verdicts}
    return {pair: verdict for pair, verdict in last.items() if verdict.same is not None}
