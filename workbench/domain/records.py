"""What all parts of a description have in common: strict, frozen and allowed to be partial."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from workbench.domain.values import Count, Day, ItemId, Text


class Record(BaseModel):
    """A group of answers, each of which may still be missing."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Item(Record):
    """One entry of a list, known by an id that stays when its words or its place change."""

    id: ItemId


class Span(Record):
    """A range of whole numbers, both ends included."""

    minimum: Count | None = None
    maximum: Count | None = None


class TakenFrom(Record):
    """From where an item was taken over: what the programme and its institution were called."""

    programme: Text | None = None
    institution: Text | None = None
    date: Day | None = None


class Organisation(Record):
    """Who owns the programme."""

    name: Text | None = None
    website: Text | None = None
    email: Text | None = None
    phone: Text | None = None


class Contact(Record):
    """A person at work who answers questions about the description."""

    name: Text | None = None
    email: Text | None = None
    phone: Text | None = None


def _once(items: Sequence[Item]) -> Sequence[Item]:
    twice = [item_id for item_id, n in Counter(item.id for item in items).items() if n > 1]
    if twice:
        raise PydanticCustomError("item_twice", "{id} more than once", {"id": twice[0]})
    return items


AnyItem = TypeVar("AnyItem", bound=Item)

Items = Annotated[list[AnyItem], AfterValidator(_once)]
"""`Items[Subgoal]` is a list of subgoals in which every id occurs once."""
