"""All programmes at once, for advisors: in short, what is new, and words in any answer."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.actions.briefing import briefing_of
from workbench.actions.desk import Desk, asks, needs_all
from workbench.domain.advice import threads
from workbench.domain.briefs import Brief
from workbench.domain.paths import UnknownPath, star
from workbench.domain.template import Template
from workbench.domain.visits import Seen, caught_up, visited
from workbench.domain.wording import Wording
from workbench.rules.overview.overseen import News, Overseen
from workbench.rules.overview.searching import Hit, hit, terms
from workbench.rules.places import place
from workbench.store.protocol import Damaged, NotFound, ProgrammeId, Unreadable

_NOTES = "about."
REMEMBERED = 60
"""Seconds within which looking again is not noted anew."""


@dataclass(frozen=True)
class Oversight:
    """All programmes as one person sees them now."""

    programmes: tuple[Overseen, ...]
    damaged: tuple[Damaged, ...]
    since: datetime | None
    """When the visit before this one ended; None at a first visit."""
    now: datetime


@dataclass(frozen=True)
class Found:
    """One answer in which everything that was asked for stands."""

    one: Overseen
    path: str
    text: str


@dataclass(frozen=True)
class Placed:
    """The same with where a reader finds it, and the words around what was looked for."""

    one: Overseen
    section: str
    """The id of the section in which it is asked; empty if it is in none."""
    label: Wording
    hit: Hit


@asks("oversee")
def oversees(desk: Desk) -> bool:
    """Return whether somebody sees all programmes together."""
    return desk.may("oversee")


@needs_all("oversee")
def oversight(desk: Desk, now: datetime | None = None) -> Oversight:
    """Return all programmes in short, and note that somebody saw them; raise Refused."""
    found, damaged = _briefs(desk)
    revisions = {str(programme): brief.revision for programme, brief in found.items()}
    now = now or datetime.now(UTC)
    seen = _noted(desk, revisions, now)
    open_ = open_threads(desk, found)
    programmes = tuple(
        Overseen(
            str(programme),
            desk.institution(programme.institution).name,
            brief,
            _news(seen, str(programme), brief.revision),
            (seen.before or {}).get(str(programme), 0),
            open_[programme],
        )
        for programme, brief in found.items()
    )
    return Oversight(programmes, tuple(damaged), seen.began, now)


@needs_all("oversee")
def open_threads(desk: Desk, programmes: Iterable[ProgrammeId]) -> Mapping[ProgrammeId, int]:
    """Return how many threads of advice that the institution reads are open in each programme."""
    kept = set(desk.advice.places())
    return {
        programme: sum(
            thread.state != "resolved"
            for thread in threads(desk.advice.said(programme, "shared"), "shared")
        )
        if (programme, "shared") in kept
        else 0
        for programme in programmes
    }


@needs_all("oversee")
def catch_up(desk: Desk) -> None:
    """Note that somebody has seen everything that is new; raise Refused."""
    found, _ = _briefs(desk)
    revisions = {str(programme): brief.revision for programme, brief in found.items()}
    desk.visits.keep(desk.person, caught_up(datetime.now(UTC), revisions))


@needs_all("oversee")
def search(desk: Desk, asked: str, among: Collection[Overseen]) -> list[Found]:
    """Return every answer of these programmes in which all words stand; raise Refused."""
    looked_for = terms(asked)
    if not looked_for:
        return []
    by_id = {id_of(one): one for one in among}
    searchable = briefing_of(desk).searchable(desk.store, desk.words, by_id)
    return [
        Found(by_id[programme], path, text)
        for programme, one in searchable.items()
        for path, text in one.found(looked_for)
    ]


@needs_all("oversee")
def placed(desk: Desk, found: Iterable[Found], asked: str) -> Iterator[Placed]:
    """Yield where what was found stands, with as much of it as shows it; raise Refused."""
    for one in found:
        try:
            data = desk.open(id_of(one.one)).data
        except (NotFound, Unreadable):  # it went or broke meanwhile
            continue
        template = desk.words.template
        label, shown = place(data, template, one.path), hit(one.path, one.text, terms(asked))
        yield Placed(one.one, section_at(template, one.path), label, shown)


@needs_all("oversee")
def changed_sections(desk: Desk, one: Overseen) -> list[str]:
    """Return the ids of the sections in which something changed since the last visit."""
    opened = desk.open(id_of(one))
    changed = (path for path, stamp in opened.saved.items() if path and stamp.revision > one.since)
    template = desk.words.template
    touched = {section for path in changed if (section := section_at(template, path))}
    return [section.id for section in template.sections if section.id in touched]


def id_of(one: Overseen) -> ProgrammeId:
    """Return under which id the store knows a programme."""
    return ProgrammeId(*one.programme.split("/", 1))


def section_at(template: Template, path: str) -> str:
    """Return the id of the section in which an address is asked; empty if it is in none."""
    try:
        return template.section_of(star(path.removeprefix(_NOTES))).id
    except (UnknownPath, KeyError):
        return ""


def _news(seen: Seen, programme: str, revision: int) -> News:
    if seen.before is None:
        return "unknown"
    if programme not in seen.before:
        return "new"
    return "changed" if revision != seen.before[programme] else "same"


def _briefs(desk: Desk) -> tuple[dict[ProgrammeId, Brief], list[Damaged]]:
    return briefing_of(desk).of(
        desk.store, desk.words, lambda programme: desk.may("read", programme)
    )


def _noted(desk: Desk, revisions: Mapping[str, int], now: datetime) -> Seen:
    before = desk.visits.seen(desk.person)
    seen = visited(before, now, revisions)
    settled = before is not None and before.revisions == seen.revisions
    if before is None or not settled or (now - before.time).total_seconds() > REMEMBERED:
        desk.visits.keep(desk.person, seen)
    return seen
