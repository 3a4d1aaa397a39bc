"""What stands in a text field: an answer, or a text about one; read, stored, and shown again."""

from dataclasses import dataclass
from typing import Any, Protocol

from workbench.actions import describing, noting
from workbench.actions.describing import tidied
from workbench.actions.desk import Desk, Refused, needs
from workbench.actions.figures import figure, written
from workbench.domain.changes import Data
from workbench.domain.paths import value_at
from workbench.domain.template import Template
from workbench.domain.wording import Language
from workbench.store.protocol import Opened, ProgrammeId, Stamp

NOTES = ("source", "not_applicable")
"""What is known about an answer that is a text of one's own."""


@dataclass(frozen=True)
class Typed:
    """A text as it stands in a field, and what its writer had seen."""

    text: str
    seen: int
    base: str | None = None
    """The text that it went on from, where that may have been stored without its writer knowing."""
    writer: str = ""


@dataclass(frozen=True)
class Saved:
    """What the store holds once a text was saved."""

    text: str
    """As a field shows it."""
    revision: int
    stamp: Stamp | None
    """The last change of it; None if it was never changed in the workbench."""


class Field(Protocol):
    """A text field: what it is about."""

    @property
    def address(self) -> str:
        """Under which the store keeps when it was changed last."""

    def value(self, text: str, template: Template, language: Language) -> Any:
        """Return what a text means here; raise Refused if it does not fit."""

    def shown(self, data: Data, language: Language) -> str:
        """Return what stands in this field of a description."""

    def store(
        self, desk: Desk, programme: ProgrammeId, value: Any, seen: int, writer: str
    ) -> Opened:
        """Store a value; raise Refused, Conflict, NotFound, Unreadable or NotStored."""


@dataclass(frozen=True)
class AnswerField:
    """The field of an answer that is a text or a number."""

    path: str

    @property
    def address(self) -> str:
        """Under which the store keeps when it was changed last."""
        return self.path

    def value(self, text: str, template: Template, language: Language) -> Any:
        """Return what a text means here; raise Refused if it does not fit."""
        shape = describing.answerable(self.path, template)
        if shape.type not in {str, int, float} or shape.many or shape.options or shape.link:
            raise Refused("no_question", path=self.path)
        if shape.type is str:
            return tidied(text)
        return figure(text, language, whole=shape.type is int)

    def shown(self, data: Data, language: Language) -> str:
        """Return what stands in this field of a description."""
        value = value_at(data, self.path)
        return (
            (value or "") if value is None or isinstance(value, str) else written(value, language)
        )

    def store(
        self, desk: Desk, programme: ProgrammeId, value: Any, seen: int, writer: str
    ) -> Opened:
        """Store a value; raise Refused, Conflict, NotFound, Unreadable or NotStored."""
        return describing.answer(desk, programme, self.path, value, seen=seen, writer=writer)


@dataclass(frozen=True)
class NoteField:
    """The field of a text about an answer."""

    path: str
    what: str

    @property
    def address(self) -> str:
        """Under which the store keeps when it was changed last."""
        return f"about.{self.path}"

    def value(self, text: str, template: Template, _: Language) -> str | None:
        """Return what a text means here; raise Refused if there is nothing to say."""
        describing.answerable(self.path, template)
        if self.what not in NOTES:
            raise Refused("no_question", path=f"{self.path}/{self.what}")
        tidy: str | None = tidied(text)
        return tidy

    def shown(self, data: Data, _: Language) -> str:
        """Return what stands in this field of a description."""
        return str(data.get("about", {}).get(self.path, {}).get(self.what, ""))

    def store(
        self, desk: Desk, programme: ProgrammeId, value: Any, seen: int, writer: str
    ) -> Opened:
        """Store a value; raise Refused, Conflict, NotFound, Unreadable or NotStored."""
        said = {self.what: value}
        return noting.note(desk, programme, self.path, seen=seen, writer=writer, **said)


@needs("change")
def save(
    desk: Desk, programme: ProgrammeId, field: Field, typed: Typed, language: Language
) -> Saved:
    """Store what stands in a field.

    Raise Conflict if somebody changed it since its writer saw it, unless it still is the text that
    the writer went on from; raise Refused, NotFound, Unreadable or NotStored. Then nothing changed.
    """
    value = field.value(typed.text, desk.words.template, language)
    seen = _seen(desk, programme, field, typed, language)
    opened = field.store(desk, programme, value, seen, typed.writer)
    stamp = opened.saved.get(field.address)
    return Saved(field.shown(opened.data, language), opened.revision, stamp)


def _seen(
    desk: Desk, programme: ProgrammeId, field: Field, typed: Typed, language: Language
) -> int:
    """Return up to which revision the writer's text is known to go on from what is stored."""
    if typed.base is None:
        return typed.seen
    opened, template = desk.open(programme), desk.words.template
    now = field.value(field.shown(opened.data, language), template, language)
    goes_on = bool(now == field.value(typed.base, template, language))
    return max(typed.seen, opened.revision) if goes_on else typed.seen
