"""The template: which question stands where, in which words, and from which level it counts."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

from workbench.domain.wording import Wording

Kind = Literal[
    "line", "text", "number", "amount", "date", "yes_no",
    "choice", "choices", "span", "duration", "link", "links", "list",
]  # fmt: skip
Level = Literal["described", "substantiated", "effective"]
LEVELS: tuple[Level, ...] = ("described", "substantiated", "effective")


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ItemWords(_Data):
    """How one item of a list is called, and which of its fields is its heading."""

    one: Wording
    heading: str


class Question(_Data):
    """One question, bound to a path of the model (inside a list: to a field of the item)."""

    path: str
    kind: Kind
    paragraph: str | None = None
    """The number in the werkblad, such as 1.1a."""
    label: Wording
    why: Wording
    assessors: Wording
    good: Wording
    weak: Wording
    words: int | None = None
    """About how many words do, for a text."""
    entries: int | None = None
    """About how many items do, for a list."""
    required_from: Level | None = None
    indication: bool = False
    """The length or the requirement is from memory, not from the published werkblad."""
    item: ItemWords | None = None
    questions: tuple["Question", ...] = ()


class Section(_Data):
    """A group of questions on one screen and under one heading of the report."""

    id: str
    number: str
    chapter: str
    title: Wording
    intro: Wording
    questions: tuple[Question, ...]


class Chapter(_Data):
    """A chapter of the werkblad: a heading above one or more sections."""

    id: str
    number: str
    title: Wording


class Option(_Data):
    """One code of an option list; a retired one is no longer offered but still opens."""

    code: str
    label: Wording
    explanation: Wording | None = None
    synonyms: tuple[str, ...] = ()
    indication: bool = False
    retired: bool = False


class Template(_Data):
    """All sections in order, with the option lists their questions use."""

    version: str
    chapters: tuple[Chapter, ...]
    sections: tuple[Section, ...]
    options: Mapping[str, tuple[Option, ...]]

    def section(self, section_id: str) -> Section:
        """Return a section by id; raise KeyError if there is none."""
        return self._sections[section_id]

    def question(self, starred: str) -> Question:
        """Return the question that asks a starred path or the group around it; raise KeyError."""
        return self._placed[starred][1] if starred in self._placed else self._around(starred)[1]

    def section_of(self, starred: str) -> Section:
        """Return the section in which a starred path is asked; raise KeyError if it is not."""
        return self._placed[starred][0] if starred in self._placed else self._around(starred)[0]

    def label(self, options: str, code: str) -> Wording:
        """Return the words of an option; an unknown code stands for itself."""
        found = (option.label for option in self.options[options] if option.code == code)
        return next(found, Wording(nl=code, en=code))

    def walk(self) -> Iterator[tuple[str, Section, Question]]:
        """Yield every question with its full starred path and its section, in order."""
        for path, (section, question) in self._placed.items():
            yield path, section, question

    def _around(self, starred: str) -> tuple[Section, Question]:
        return self._placed[starred.rpartition(".")[0]]

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def _placed(self) -> dict[str, tuple[Section, Question]]:
        return {
            path: (section, question)
            for section in self.sections
            for path, question in _below(section.questions, "")
        }


def _below(questions: tuple[Question, ...], prefix: str) -> Iterator[tuple[str, Question]]:
    for question in questions:
        path = prefix + question.path
        yield path, question
        yield from _below(question.questions, f"{path}.*.")
