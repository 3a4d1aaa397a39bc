"""For whom the programme is, what it wants to reach, and what is done (werkblad 1.1 to 1.3b)."""

from typing import Annotated

from workbench.domain.records import Item, Items, Record, Span, TakenFrom
from workbench.domain.values import Choice, Count, ItemId, Link, Text


class Duration(Record):
    """A length of time from minimum to maximum, counted in one unit."""

    minimum: Count | None = None
    maximum: Count | None = None
    unit: Annotated[str, Choice("time_unit")] | None = None


class Characteristic(Item):
    """A trait of the target group that matters for the approach."""

    name: Text | None = None
    value: Text | None = None


class Subgroup(Item):
    """A part of the target group for which the approach is adapted."""

    name: Text | None = None
    age: Span = Span()
    adaptation: Text | None = None


class Intermediary(Item):
    """People around the young person for whom the programme sets goals of their own."""

    name: Text | None = None
    characteristics: Text | None = None


class Criterion(Item):
    """One reason to admit, or not to admit, a young person."""

    criterion: Text | None = None
    instrument: Text | None = None
    threshold: Text | None = None


class Involvement(Record):
    """How the target group helped to develop the programme."""

    how: Text | None = None
    moment: Text | None = None
    role: Text | None = None


class TargetGroup(Record):
    """For whom the programme is meant, and who is selected how (werkblad 1.1)."""

    final: Text | None = None
    characteristics: Items[Characteristic] = []
    subgroups: Items[Subgroup] = []
    intermediary: Items[Intermediary] = []
    indications: Items[Criterion] = []
    contraindications: Items[Criterion] = []
    route: Text | None = None
    involvement: Involvement = Involvement()


class Subgoal(Item):
    """A goal derived from the factors that are tackled, and how its attainment is seen."""

    text: Text | None = None
    audience: Annotated[str, Choice("audience")] | None = None
    factors: list[Annotated[ItemId, Link("factors")]] = []
    indicator: Text | None = None
    instrument: Text | None = None
    moment: Text | None = None
    smart: list[Annotated[str, Choice("smart")]] = []


class Goals(Record):
    """What the programme wants to reach (werkblad 1.2)."""

    main: Text | None = None
    subgoals: Items[Subgoal] = []


class Phase(Item):
    """A stretch of the programme with a purpose, a length, a way in and a way out."""

    name: Text | None = None
    goal: Text | None = None
    duration: Duration = Duration()
    entry: Text | None = None
    exit: Text | None = None


class Dose(Record):
    """How much of a module somebody gets."""

    sessions: Count | None = None
    minutes: Count | None = None
    frequency: Text | None = None


class ExistingIntervention(Record):
    """A known intervention that a module consists of."""

    name: Text | None = None
    recognition: Text | None = None


class Module(Item):
    """A part of the work: what is done, why, by whom, how much, and for whom."""

    name: Text | None = None
    activities: Text | None = None
    function: Text | None = None
    deployment: Annotated[str, Choice("deployment")] | None = None
    indication: Text | None = None
    phases: list[Annotated[ItemId, Link("approach.phases")]] = []
    subgoals: list[Annotated[ItemId, Link("goals.subgoals")]] = []
    executors: list[Annotated[ItemId, Link("delivery.executors")]] = []
    modes: list[Annotated[str, Choice("mode")]] = []
    dose: Dose = Dose()
    materials: list[Annotated[ItemId, Link("delivery.materials")]] = []
    existing: ExistingIntervention = ExistingIntervention()
    taken_from: TakenFrom = TakenFrom()


class Approach(Record):
    """How the programme is set up and what it consists of (werkblad 1.3)."""

    setup: Text | None = None
    duration: Duration = Duration()
    intensity: Text | None = None
    around_the_clock: bool | None = None
    formats: list[Annotated[str, Choice("format")]] = []
    group_size: Span = Span()
    recruitment: Text | None = None
    climate: Text | None = None
    phases: Items[Phase] = []
    modules: Items[Module] = []


class Aftercare(Record):
    """What follows on the programme, for how long, and who is responsible."""

    follow_up: Text | None = None
    duration: Duration = Duration()
    responsible: Text | None = None
