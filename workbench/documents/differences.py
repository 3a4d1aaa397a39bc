"""Differences between two states of a description, in the words of the template."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.documents.answers import Answers
from workbench.domain.changes import Data
from workbench.domain.paths import UnknownPath, is_empty, star, value_at
from workbench.domain.wording import Language
from workbench.domain.words import Words
from workbench.rules.differing import Difference, What
from workbench.rules.places import place

_CODED = {"status": "answer_status", "knowledge": "knowledge", "basis": "basis"}


@dataclass(frozen=True)
class Told:
    """One difference as people read it."""

    what: What
    path: str
    section: str
    """The id of the section in which it is asked; nothing where it is asked no more."""
    where: str
    """The number and title of that section."""
    label: str
    """The question, and inside a list its item first."""
    old: str
    new: str


@dataclass(frozen=True)
class Sides:
    """Two states of one description, each with how to say what was answered in it."""

    old: Answers
    new: Answers

    @property
    def language(self) -> Language:
        """The language of everything that was not typed."""
        return self.new.language

    def label(self, path: str) -> str:
        """Return the question at an address; an item by the name it had, if it is gone."""
        side = self.new if _is_there(self.new.data, path) else self.old
        said = place(side.data, side.template, path)[self.language]
        return f"{said[:1].upper()}{said[1:]}"

    def section(self, path: str) -> tuple[str, str]:
        """Return the section in which a path is asked: its id, and its number and title."""
        try:
            section = self.new.template.section_of(star(path))
        except (UnknownPath, KeyError):
            return "", ""
        return section.id, f"{section.number} {section.title[self.language]}".strip()


def sides(old: Data, new: Data, words: Words, language: Language) -> Sides:
    """Return two states of a description, ready to be told apart in a language."""
    texts = words.texts[language]
    return Sides(*(Answers(data, words.template, texts, gaps=False) for data in (old, new)))


def told(found: Iterable[Difference], between: Sides) -> list[Told]:
    """Return differences as people read them."""
    return [
        Told(
            one.what,
            one.path,
            *between.section(one.path),
            between.label(one.path),
            _said(one.what, one.path, one.old, between.old),
            _said(one.what, one.path, one.new, between.new),
        )
        for one in found
    ]


def _said(what: What, path: str, value: Any, answers: Answers) -> str:
    """Return one side of a difference; nothing where there was nothing."""
    if is_empty(value):
        return ""
    if what == "note":
        return _note(value, answers)
    if what == "moved":
        return _order(path, value, answers)
    if what in ("added", "removed"):
        return _item(path, answers)
    return "; ".join(answers.words(path, answers.template.question(star(path))))


def _item(path: str, answers: Answers) -> str:
    """Return an item with everything that was answered about it, one question per line."""
    asked = answers.template.question(star(path).removesuffix(".*")).questions
    lines = ((one, answers.words(f"{path}.{one.path}", one)) for one in asked)
    return "\n".join(f"{one.label[answers.language]}: {'; '.join(w)}" for one, w in lines if w)


def _order(path: str, ids: Sequence[str], answers: Answers) -> str:
    names = (place(answers.data, answers.template, f"{path}.{i}")[answers.language] for i in ids)
    return "\n".join(f"{n}. {name}" for n, name in enumerate(names, 1))


def _note(note: Mapping[str, Any], answers: Answers) -> str:
    lines = (
        f"{answers.texts(f'history.note.{name}')}: {_noted(name, value, answers)}"
        for name, value in note.items()
        if not is_empty(value) and f"history.note.{name}" in answers.texts.catalogue
    )
    return "\n".join(lines)


def _noted(name: str, value: Any, answers: Answers) -> str:
    if name == "no_personal_data":
        return "; ".join(str(clearance.get("reason", "")) for clearance in value)
    codes = value if isinstance(value, list) else [value]
    if name in _CODED:
        labels = (answers.template.label(_CODED[name], code) for code in codes)
        return ", ".join(label[answers.language] for label in labels)
    return str(value)


def _is_there(data: Mapping[str, Any], path: str) -> bool:
    """Return whether the item in which a path lies is in this state; true outside lists."""
    try:
        steps = star(path).split(".")
    except UnknownPath:
        return True
    if "*" not in steps:
        return True
    item = path.split(".")[: steps.index("*") + 1]
    return value_at(data, ".".join(item)) is not None
