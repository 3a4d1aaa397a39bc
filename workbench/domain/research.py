"""What was found out about the programme, and what further research needs (werkblad 4)."""

from typing import Annotated

from workbench.domain.records import Item, Items, Record
from workbench.domain.substantiation import SourceId
from workbench.domain.values import Amount, Choice, Count, ItemId, Link, Text


class ProcessStudy(Item):
    """A study of how the programme is carried out and received (werkblad 4.1)."""

    name: Text | None = None
    sources: list[SourceId] = []
    type: Annotated[str, Choice("process_study_type")] | None = None
    method: Text | None = None
    participants: Count | None = None
    period: Text | None = None
    reach: Text | None = None
    as_intended: Text | None = None
    appreciation: Text | None = None
    success_factors: Text | None = None
    barriers: Text | None = None
    adjustment: Text | None = None


class EffectStudy(Item):
    """A study of what the programme brings about (werkblad 4.2)."""

    name: Text | None = None
    sources: list[SourceId] = []
    country: Text | None = None
    in_practice: bool | None = None
    same_version: bool | None = None
    design: Annotated[str, Choice("study_design")] | None = None
    participants: Count | None = None
    comparison_participants: Count | None = None
    comparison: Text | None = None
    dropout_percentage: Amount | None = None
    integrity_measured: bool | None = None
    follow_up_months: Count | None = None
    harm: Text | None = None


class Outcome(Item):
    """What one effect study found for one goal."""

    name: Text | None = None
    study: Annotated[ItemId, Link("research.effect_studies")] | None = None
    subgoal: Annotated[ItemId, Link("goals.subgoals")] | None = None
    instrument: Text | None = None
    reliable: bool | None = None
    direction: Annotated[str, Choice("direction")] | None = None
    effect_measure: Text | None = None
    effect_value: Amount | None = None
    significant: bool | None = None
    central: bool | None = None


class Researchability(Record):
    """What a researcher must know that stands nowhere else in the description."""

    participants_per_year: Count | None = None
    expected_dropout: Text | None = None
    baseline: Text | None = None
    comparison: Text | None = None
    context: Text | None = None
    ethics: Text | None = None
    data_owner: Text | None = None
    ongoing: Text | None = None


class Research(Record):
    """Process studies, effect studies and their outcomes, and the room for new research."""

    process_studies: Items[ProcessStudy] = []
    effect_studies: Items[EffectStudy] = []
    outcomes: Items[Outcome] = []
    comparable: Text | None = None
    researchability: Researchability = Researchability()
