"""What an institution decided about who else may read a programme: which sections, or none."""

from collections.abc import Iterable, Mapping

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Shared(BaseModel):
    """One decision about one programme; the last one about it holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    programme: str
    """`institution/name`."""
    sections: tuple[str, ...]
    """The sections of the template that others read from now on; none ends the sharing."""
    person: str
    time: AwareDatetime


def standing(decisions: Iterable[Shared]) -> Mapping[str, Shared]:
    """Return the decisions that hold, by programme, of the programmes that are shared now."""
    last = {decision.programme: decision for decision in decisions}
    return {programme: decision for programme, decision in last.items() if decision.sections}
