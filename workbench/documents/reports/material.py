"""What every report is made from: a description, what the rules say of it, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from workbench.documents.answers import Answers
from workbench.documents.blocks import Comment
from workbench.documents.pictures.telling import Telling
from workbench.domain.programme import Programme
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.rules.examination import Examination


@dataclass(frozen=True)
class Earlier:
    """Of when the description is, if it is not as it stands now."""

    day: date
    version: str = ""
    """The name that somebody gave it."""


@dataclass(frozen=True)
class Material:
    """An examined description, and how to tell of it."""

    examined: Examination
    language: Language
    gaps: bool
    """Whether to mark what is missing; else it is left out, with sections left empty."""
    revision: int | None
    """The revision of the description, or None outside a store."""
    earlier: Earlier | None = None
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)
    """What was said about answers, by their addresses."""

    @cached_property
    def answers(self) -> Answers:
        """What was entered, in words."""
        plain, template = self.examined.subject.data, self.examined.words.template
        return Answers(plain, template, self.say, self.gaps, self.comments)

    @cached_property
    def telling(self) -> Telling:
        """How its parts are linked, in words; `documents/pictured.py` draws it."""
        return Telling(self.examined.theory, self.examined.words.template, self.say)

    @property
    def say(self) -> Texts:
        """The catalogue of the language of the report."""
        return self.examined.words.texts[self.language]

    @property
    def made_on(self) -> date:
        """The day on which the report is made."""
        return self.examined.today


def material(
    programme: Programme,
    words: Words,
    language: Language,
    *,
    made_on: date,
    gaps: bool = True,
    revision: int | None = None,
) -> Material:
    """Return what a report of a description is made from."""
    return Material(Examination(programme, words, made_on), language, gaps, revision)
