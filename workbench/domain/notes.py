"""What is known about an answer, kept apart from the answer itself and found by its path."""

from typing import Annotated

from pydantic import StringConstraints

from workbench.domain.records import Item, Items, Record
from workbench.domain.values import Choice, Day, Text

AnswerPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$")]
"""A dotted address such as `goals.subgoals.veiligheid.indicator`."""


class Clearance(Item):
    """Somebody's reason why words that look like personal data are none.

    The id is the fingerprint of exactly those words, so that a clearance ends when they change.
    """

    reason: Text
    person: Text
    date: Day


class Note(Record):
    """Status, origin and applicability of one answer."""

    status: Annotated[str, Choice("answer_status")] | None = None
    knowledge: Annotated[str, Choice("knowledge")] | None = None
    basis: list[Annotated[str, Choice("basis")]] = []
    source: Text | None = None
    not_applicable: Text | None = None
    no_personal_data: Items[Clearance] = []
