"""Who made the programme, which version this is, and for whom and where it is meant."""

from typing import Annotated

from workbench.domain.records import Contact, Item, Items, Organisation, Record, Span
from workbench.domain.values import Choice, Day, Text


class Author(Item):
    """Somebody who wrote the description."""

    name: Text | None = None
    organisation: Text | None = None


class Manual(Record):
    """The handbook in which the programme is worked out at the level of action."""

    title: Text | None = None
    version: Text | None = None
    date: Day | None = None
    language: Text | None = None


class Recognition(Item):
    """One dated judgement of a recognition committee, for one outcome or for the whole."""

    level: Annotated[str, Choice("recognition_level")] | None = None
    outcome: Text | None = None
    provisional: bool | None = None
    committee: Text | None = None
    date: Day | None = None
    valid_until: Day | None = None
    remark: Text | None = None


class Revision(Item):
    """One line of the programme's own list of changes."""

    version: Text | None = None
    date: Day | None = None
    change: Text | None = None


class Colophon(Record):
    """Owner, contact, authors, version, status and recognition of the description."""

    short_name: Text | None = None
    fictitious: bool | None = None
    owner: Organisation = Organisation()
    contact: Contact = Contact()
    authors: Items[Author] = []
    advisor: Text | None = None
    published_in: Text | None = None
    version: Text | None = None
    date: Day | None = None
    status: Annotated[str, Choice("status")] | None = None
    target_level: Annotated[str, Choice("target_level")] | None = None
    manual: Manual = Manual()
    recognitions: Items[Recognition] = []
    revisions: Items[Revision] = []


class Facets(Record):
    """The coded traits by which programmes are found and compared."""

    focus: list[Annotated[str, Choice("focus")]] = []
    age: Span = Span()
    sex: Annotated[str, Choice("sex")] | None = None
    aims: list[Annotated[str, Choice("aim")]] = []
    method: Annotated[str, Choice("method")] | None = None
    settings: list[Annotated[str, Choice("setting")]] = []
    location: Annotated[str, Choice("location")] | None = None
    provision: Annotated[str, Choice("provision")] | None = None
    type: Annotated[str, Choice("programme_type")] | None = None
    legal_framework: list[Annotated[str, Choice("legal_framework")]] = []
    mild_intellectual_disability: Annotated[str, Choice("suitability")] | None = None
    chain_phases: list[Annotated[str, Choice("chain_phase")]] = []


class Summary(Record):
    """Six short texts that stand alone on one page."""

    target_group: Text | None = None
    goal: Text | None = None
    approach: Text | None = None
    materials: Text | None = None
    substantiation: Text | None = None
    research: Text | None = None
