"""What it takes to carry the programme out (werkblad 2.1 to 2.7)."""

from typing import Annotated

from workbench.domain.records import Item, Items, Record
from workbench.domain.values import Amount, Choice, Count, Day, Text


class Material(Item):
    """Something that is used for execution, recruitment or evaluation."""

    name: Text | None = None
    kind: Annotated[str, Choice("material_kind")] | None = None
    audience: Text | None = None
    available_at: Text | None = None
    version: Text | None = None


class Executor(Item):
    """A role in the execution and what somebody needs to fill it."""

    role: Text | None = None
    education: Text | None = None
    registration: list[Annotated[str, Choice("registration")]] = []
    training: Text | None = None
    competences: Text | None = None
    fte: Amount | None = None


class QualityAssurance(Record):
    """How owner and provider see to it that the programme is carried out as meant."""

    licence: Text | None = None
    supervision: Text | None = None
    peer_consultation: Text | None = None
    integrity_instrument: Text | None = None
    frequency: Text | None = None
    adjustment: Text | None = None


class Condition(Item):
    """Something that must be in place before the programme can work."""

    text: Text | None = None
    kind: Annotated[str, Choice("condition_kind")] | None = None


class ImplementationStep(Item):
    """One step on the way to execution, with who does it and when."""

    step: Text | None = None
    responsible: Text | None = None
    date: Day | None = None
    state: Annotated[str, Choice("step_state")] | None = None


class Implementation(Record):
    """How the programme is brought into use."""

    plan: bool | None = None
    description: Text | None = None
    steps: Items[ImplementationStep] = []
    experiences: Text | None = None


class Cost(Item):
    """One item of what the programme costs, in euros."""

    name: Text | None = None
    recurrence: Annotated[str, Choice("recurrence")] | None = None
    amount: Amount | None = None
    unit: Text | None = None
    price_level: Count | None = None


class Delivery(Record):
    """Materials, organisation, people, quality, conditions, implementation and costs."""

    materials: Items[Material] = []
    organisation: Text | None = None
    executors: Items[Executor] = []
    quality: QualityAssurance = QualityAssurance()
    conditions: Items[Condition] = []
    implementation: Implementation = Implementation()
    costs: Items[Cost] = []
    hours_per_trajectory: Amount | None = None
