"""Of the answers that a criterion looks at: which are there in this description, which lack."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workbench.domain.criteria import Condition
from workbench.domain.paths import KNOWN_OF_ITEM, is_empty, shape_at, star, value_at
from workbench.domain.template import Question
from workbench.domain.wording import Language, Wording
from workbench.rules.places import place
from workbench.rules.subject import Subject

Extent = Literal["all", "some", "nothing"]


@dataclass(frozen=True)
class Lack:
    """One answer that is not there: its address, and where or what that is in words."""

    path: str
    wording: Wording


@dataclass(frozen=True)
class Part:
    """One question of the criterion: where it is answered, of how many places where it is asked."""

    label: Wording
    filled: tuple[str, ...]
    asked: int


@dataclass(frozen=True)
class Coverage:
    """Everything that a criterion looks at, per question, and what of it is not there."""

    parts: tuple[Part, ...]
    missing: tuple[Lack, ...]

    @property
    def filled(self) -> tuple[str, ...]:
        """The address of every answer that is there."""
        return tuple(path for part in self.parts for path in part.filled)

    @property
    def extent(self) -> Extent:
        """Whether all of it is there, some of it, or nothing."""
        if not self.filled:
            return "nothing"
        return "some" if self.missing else "all"

    def told(self, language: Language) -> dict[str, Any]:
        """Return what is there and what lacks as plain values."""
        return {
            "there": [
                {
                    "question": part.label[language],
                    "paths": list(part.filled),
                    "asked": part.asked,
                }
                for part in self.parts
                if part.filled
            ],
            "lacks": [{"path": lack.path, "what": lack.wording[language]} for lack in self.missing],
        }


def coverage(
    subject: Subject,
    paths: Sequence[str],
    when: Sequence[Condition] = (),
    holes: Sequence[Lack] = (),
) -> Coverage:
    """Return what is there of starred paths, of conditional ones, and of what else was found.

    An answer that does not apply, with a reason, is not asked; but where nothing at all was
    answered a reason does not take its place.
    """
    wanted = _wanted(subject.data, paths, when)
    filled = {path for path in wanted if _filled(subject, path)}
    empty = [path for path in wanted if path not in filled]
    lacks = [path for path in empty if not filled or not _excused(subject, path)]
    told = {hole.path for hole in holes}
    missing = (Lack(path, _where(subject, path)) for path in lacks if path not in told)
    return Coverage(tuple(_parts(subject, wanted, filled)), (*missing, *holes))


def _wanted(data: Any, paths: Sequence[str], when: Sequence[Condition]) -> tuple[str, ...]:
    """Return every address that is looked at, once."""
    always = (path for starred in paths for path in _addresses(data, starred))
    sometimes = (path for condition in when for path in _conditional(data, condition))
    return tuple(dict.fromkeys((*always, *sometimes)))


def _addresses(data: Any, starred: str) -> Iterator[str]:
    """Yield the address in every item; of an empty list, the list itself."""
    list_path, star, rest = starred.partition(".*.")
    items = value_at(data, list_path) if star else None
    if not star:
        yield starred
    elif not items:
        yield list_path
    else:
        yield from (f"{list_path}.{item['id']}.{rest}" for item in items)


def _conditional(data: Any, condition: Condition) -> Iterator[str]:
    list_path, _, rest = condition.path.partition(".*.")
    for item in value_at(data, list_path) or []:
        if value_at(item, condition.field) == condition.value:
            yield f"{list_path}.{item['id']}.{rest}"


def _filled(subject: Subject, path: str) -> bool:
    value, shape = value_at(subject.data, path), shape_at(path)
    if shape.is_items:
        return any(set(item) - KNOWN_OF_ITEM for item in value or [])
    if shape.link and not is_empty(value):
        there = {item["id"] for item in value_at(subject.data, shape.link) or []}
        return bool(there & set(value if isinstance(value, list) else [value]))
    return not is_empty(value)


def _excused(subject: Subject, path: str) -> bool:
    """Whether somebody recorded why this question, or the group it is asked in, does not apply."""
    around = path.rpartition(".")[0]
    group = [around] if around and shape_at(around).is_group else []
    notes = (subject.programme.about.get(at) for at in (path, *group))
    return any(note and (note.not_applicable or "").strip() for note in notes)


def _parts(subject: Subject, wanted: Sequence[str], filled: set[str]) -> Iterator[Part]:
    """Yield the questions in order; both ends of a range are one question."""
    found: dict[int, tuple[Question, list[str]]] = {}
    for path in wanted:
        question = subject.words.template.question(star(path))
        found.setdefault(id(question), (question, []))[1].append(path)
    for question, paths in found.values():
        yield Part(question.label, tuple(path for path in paths if path in filled), len(paths))


def _where(subject: Subject, path: str) -> Wording:
    return place(subject.data, subject.words.template, path)
