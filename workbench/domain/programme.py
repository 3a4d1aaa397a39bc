"""The description of one care programme: the werkblad and the profile around it."""

from typing import Annotated, Any, Final, Literal

from workbench.domain.chain import Chain, Safety
from workbench.domain.delivery import Delivery
from workbench.domain.identity import Colophon, Facets, Summary
from workbench.domain.intervention import Aftercare, Approach, Goals, TargetGroup
from workbench.domain.notes import AnswerPath, Note
from workbench.domain.records import Item, Items, Record
from workbench.domain.research import Research
from workbench.domain.substantiation import ActiveElement, Factor, Problem, Rationale, Source
from workbench.domain.values import Choice, Text

FORMAT_VERSION: Final = 1


class PracticeExample(Record):
    """A case told by somebody who does the work; always fictitious or composed."""

    text: Text | None = None
    origin: Annotated[str, Choice("example_origin")] | None = None


class CoreElement(Item):
    """Where the description answers one core element of the quality framework."""

    element: Annotated[str, Choice("core_element")] | None = None
    described_in: Text | None = None
    judgement: Annotated[str, Choice("self_judgement")] | None = None
    remark: Text | None = None


class Programme(Record):
    """One description, in the order of the werkblad; every answer may still be missing."""

    format_version: Literal[1] = FORMAT_VERSION
    template_version: Text | None = None
    title: Text | None = None
    colophon: Colophon = Colophon()
    facets: Facets = Facets()
    summary: Summary = Summary()
    target_group: TargetGroup = TargetGroup()
    goals: Goals = Goals()
    approach: Approach = Approach()
    safety: Safety = Safety()
    chain: Chain = Chain()
    aftercare: Aftercare = Aftercare()
    delivery: Delivery = Delivery()
    problem: Problem = Problem()
    factors: Items[Factor] = []
    rationale: Rationale = Rationale()
    research: Research = Research()
    active_elements: Items[ActiveElement] = []
    literature: Items[Source] = []
    practice_example: PracticeExample = PracticeExample()
    core_elements: Items[CoreElement] = []
    about: dict[AnswerPath, Note] = {}

    def plain(self) -> dict[str, Any]:
        """Return what was entered as plain values in the model's order, as it stands in a file."""
        entered = self.model_dump(mode="json", exclude_defaults=True)
        return {"format_version": self.format_version, **entered}
