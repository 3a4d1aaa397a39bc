"""What the advisor can ask: answers that rest on practice knowledge, with questions for each."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.domain.notes import Note
from workbench.domain.paths import UnknownPath, is_empty, shape_at, star, value_at
from workbench.domain.programme import Programme
from workbench.domain.template import Section
from workbench.domain.wording import Language, Wording
from workbench.domain.words import Words
from workbench.rules.places import addresses, place
from workbench.rules.subject import Subject

PRACTICE = {"practice", "clients"}
"""What an answer rests on as long as nobody wrote it down or studied it."""
CLAIMS = {"active_elements": "description", "rationale.per_subgoal": "mechanism"}
"""Lists whose items say themselves on what they rest, and the text that tells what they claim."""


@dataclass(frozen=True)
class Topic:
    """One answer to talk about, what was said so far, and questions that help."""

    path: str
    where: Wording
    said: str | None
    """The answer as it stands, if it is a text."""
    basis: tuple[str, ...]
    source: str | None
    questions: tuple[Wording, ...]

    def told(self, language: Language) -> dict[str, Any]:
        """Return the topic as plain values."""
        return {
            "path": self.path,
            "where": self.where[language],
            "said": self.said,
            "basis": list(self.basis),
            "source": self.source,
            "questions": [question[language] for question in self.questions],
        }


@dataclass(frozen=True)
class SectionTopics:
    """One section: what its answers rest on, and what to talk about."""

    id: str
    title: Wording
    explicit: int
    implicit: int
    implicit_share: float | None
    """The share of the marked answers that rests on practice knowledge; None without marks."""
    basis: Mapping[str, int]
    """How many answers and items rest on each kind of knowledge; one can rest on several."""
    topics: tuple[Topic, ...]

    def told(self, language: Language) -> dict[str, Any]:
        """Return the section as plain values."""
        return {
            "id": self.id,
            "title": self.title[language],
            "explicit": self.explicit,
            "implicit": self.implicit,
            "implicit_share": self.implicit_share,
            "basis": dict(self.basis),
            "topics": [topic.told(language) for topic in self.topics],
        }


@dataclass(frozen=True)
class Interview:
    """The interview list in the order of the template; sections without marks are left out."""

    sections: tuple[SectionTopics, ...]

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics of all sections, in order."""
        return tuple(topic for section in self.sections for topic in section.topics)

    def told(self, language: Language) -> dict[str, Any]:
        """Return the list as plain values, for programs that read it."""
        return {
            "topics": len(self.topics),
            "sections": [section.told(language) for section in self.sections],
        }


@dataclass(frozen=True)
class _Ground:
    """What one answer or item rests on, as far as somebody said so."""

    path: str
    basis: tuple[str, ...]
    implicit: bool
    source: str | None = None
    text_path: str | None = None


def interview(programme: Programme, words: Words) -> Interview:
    """Return what to talk about with the people who know the programme from practice."""
    return interview_of(Subject(programme, words, date.min))


def interview_of(subject: Subject) -> Interview:
    """Return the same for a description of which the plain values are at hand."""
    order = {path: n for n, path in enumerate(addresses(subject.data, subject.words.template))}
    grounds = sorted(_grounds(subject), key=lambda ground: order.get(ground.path, len(order)))
    found = (_section(subject, section, grounds) for section in subject.words.template.sections)
    return Interview(tuple(one for one in found if one.basis or one.explicit or one.implicit))


def _grounds(subject: Subject) -> list[_Ground]:
    noted = [
        _Ground(path, tuple(note.basis), note.knowledge == "implicit", note.source)
        for path, note in subject.programme.about.items()
        if _says_something(note) and _exists(subject, path)
    ]
    told = {ground.path.rpartition(".")[0] for ground in noted if ground.implicit}
    return [*noted, *_claims(subject, told)]


def _claims(subject: Subject, told: Collection[str]) -> Iterator[_Ground]:
    """Yield the ground of every claim; implicit ones once, also where a note speaks of them."""
    for list_path, text in CLAIMS.items():
        for item in value_at(subject.data, list_path) or []:
            at, basis = f"{list_path}.{item['id']}", item.get("basis", [])
            implicit = bool(basis) and set(basis) <= PRACTICE and at not in told
            if basis:
                yield _Ground(f"{at}.basis", tuple(basis), implicit, None, f"{at}.{text}")


def _section(subject: Subject, section: Section, grounds: list[_Ground]) -> SectionTopics:
    here = [g for g in grounds if subject.words.template.section_of(star(g.path)) is section]
    filled = subject.filled.section(section.id)
    return SectionTopics(
        section.id,
        section.title,
        filled.explicit,
        filled.implicit,
        filled.implicit_share,
        Counter(basis for ground in here for basis in ground.basis),
        tuple(_topic(subject, ground) for ground in here if ground.implicit),
    )


def _topic(subject: Subject, ground: _Ground) -> Topic:
    said = value_at(subject.data, ground.text_path or ground.path)
    questions = subject.words.criteria.interview.questions(star(ground.path), ground.basis)
    return Topic(
        ground.path,
        place(subject.data, subject.words.template, ground.path),
        said if isinstance(said, str) and _is_words(ground) and said.strip() else None,
        ground.basis,
        ground.source,
        questions,
    )


def _is_words(ground: _Ground) -> bool:
    shape = shape_at(ground.text_path or ground.path)
    return shape.type is str and not shape.options and not shape.link


def _says_something(note: Note) -> bool:
    return note.knowledge is not None or bool(note.basis)


def _exists(subject: Subject, path: str) -> bool:
    """Whether a question stands at an address, in an item that is still there."""
    try:
        starred = star(path)
        subject.words.template.section_of(starred)
    except (UnknownPath, KeyError):
        return False
    list_path, found, _ = starred.partition(".*")
    item = ".".join(path.split(".")[: list_path.count(".") + 2])
    return not found or not is_empty(value_at(subject.data, item))
