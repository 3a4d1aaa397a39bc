"""Safety, and the programme's place among the others who help: policy, never cases."""

from typing import Annotated

from workbench.domain.records import Item, Items, Record
from workbench.domain.values import Choice, Text


class Partner(Item):
    """An organisation with which the work is shared, and what was agreed."""

    name: Text | None = None
    agreement: Text | None = None


class Place(Record):
    """What the programme does in each phase: the four of the national mechanism, and recovery."""

    signalling: Text | None = None
    protecting: Text | None = None
    criminal_proceedings: Text | None = None
    compensation: Text | None = None
    recovery: Text | None = None


class Right(Item):
    """A right or regulation that the programme helps victims to use."""

    name: Text | None = None
    phase: Annotated[str, Choice("chain_phase")] | None = None
    help: Text | None = None


class Bottleneck(Item):
    """Something in the chain that keeps victims from the help they need."""

    name: Text | None = None
    phase: Annotated[str, Choice("chain_phase")] | None = None
    proposal: Text | None = None


class Safety(Record):
    """How safety is analysed and guarded, and how signals are handled and reported."""

    analysis: Text | None = None
    instrument: Text | None = None
    protection: Text | None = None
    privacy_and_media: Text | None = None
    signalling: Text | None = None
    reporting: Text | None = None
    registration: Text | None = None
    police_and_justice: Text | None = None


class Chain(Record):
    """The programme's place in the chain from signal to recovery."""

    place: Place = Place()
    partners: Items[Partner] = []
    rights: Items[Right] = []
    bottlenecks: Items[Bottleneck] = []
