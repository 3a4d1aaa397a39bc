"""Links and notes that point at something that is not there, and sources nobody refers to."""

from collections.abc import Iterator

from workbench.domain.paths import UnknownPath, star, value_at
from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.mentions import is_cited
from workbench.rules.subject import Entered, Subject


@rule("X11", "error", sources.CONSISTENCY)
def link_to_nowhere(subject: Subject) -> Iterator[Found]:
    """Yield every link to an item that does not exist (any more)."""
    for entered, target, item_id in _links(subject):
        if item_id not in _ids(subject, target):
            yield Found(entered.path, {"id": item_id, "list": _label(subject, target)})


@rule("X12", "note", sources.CONSISTENCY)
def note_on_nothing(subject: Subject) -> Iterator[Found]:
    """Yield every note about an answer in an item that does not exist (any more)."""
    for path in subject.programme.about:
        place = _nearest(subject, path)
        if place != path:
            yield Found(place, {"noted": path})


@rule("G16", "note", sources.CITATION)
def source_never_cited(subject: Subject) -> Iterator[Found]:
    """Yield every entry of the literature list to which no answer refers."""
    linked = {item_id for _, target, item_id in _links(subject) if target == "literature"}
    texts = [e.value for e in subject.texts if not e.starred.startswith("literature.")]
    for source in subject.programme.literature:
        if source.id not in linked and not is_cited(source, texts):
            yield Found(f"literature.{source.id}.title", {"source": source.title or source.id})


def _links(subject: Subject) -> Iterator[tuple[Entered, str, str]]:
    for entered in subject.entered:
        target = entered.shape.link
        if target:
            ids = entered.value if isinstance(entered.value, list) else [entered.value]
            yield from ((entered, target, item_id) for item_id in ids)


def _ids(subject: Subject, target: str) -> set[str]:
    return {item["id"] for item in value_at(subject.data, target) or []}


def _label(subject: Subject, target: str) -> object:
    try:
        return subject.words.template.question(target).label
    except KeyError:
        return target


def _nearest(subject: Subject, path: str) -> str:
    """Return the address itself if its items exist, else of the list where the item is missing."""
    try:
        stars = star(path).split(".")
    except UnknownPath:
        return "title"
    parts = path.split(".")
    for n, part in enumerate(stars):
        if part == "*" and value_at(subject.data, ".".join(parts[: n + 1])) is None:
            return ".".join(parts[:n])
    return path


CHECKS: tuple[Check, ...] = (link_to_nowhere, note_on_nothing, source_never_cited)
