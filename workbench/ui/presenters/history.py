"""The timeline, the versions and single revisions, in the words and the time of the reader."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from workbench.actions.history import History
from workbench.documents.deeds import changes, deed
from workbench.documents.differences import Told
from workbench.domain.changes import Data
from workbench.domain.paths import UnknownPath, star
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.rules.entries import Entry, about, can_be_undone
from workbench.rules.places import place
from workbench.store.protocol import Stamp
from workbench.ui.history_views import (
    Chosen,
    DayView,
    EntryView,
    RevisionView,
    TimelineView,
    VersionView,
)
from workbench.ui.presenters.moments import author, date_of, hours, weekday
from workbench.ui.presenters.progress import numbered

PAGE = 25
"""Entries on one page of the timeline."""
MOST = 60
"""Differences shown at one entry; who wants to see more compares."""


@dataclass(frozen=True)
class Looking:
    """The record of a description, and in which words and what time somebody looks at it."""

    found: History
    words: Words
    language: Language
    timezone: str

    @property
    def texts(self) -> Texts:
        """The catalogue of the reader's language."""
        return self.words.texts[self.language]

    def when(self, stamp: Stamp) -> str:
        """Return when a revision was made."""
        day = weekday(stamp.time, self.timezone, self.language)
        return f"{day}, {hours(stamp.time, stamp.time, self.timezone, self.language)}"

    def made(self, stamp: Stamp) -> str:
        """Return by whom and when a revision was made."""
        return f"{author(stamp, self.texts)}, {self.when(stamp)}"


def timeline(looking: Looking, chosen: Chosen) -> TimelineView:
    """Return a page of the timeline, newest first; raise Refused where it cannot be told."""
    entries = list(_chosen(looking, chosen))[::-1]
    pages = max(1, -(-len(entries) // PAGE))
    page = min(max(0, chosen.page), pages - 1)
    here = entries[page * PAGE : (page + 1) * PAGE]
    states = looking.found.states({n for entry in here for n in (entry.before, entry.revision)})
    days = groupby(here, lambda e: weekday(e.ended, looking.timezone, looking.language))
    return TimelineView(
        days=tuple(
            DayView(day, tuple(_entry(looking, entry, states) for entry in of_day))
            for day, of_day in days
        ),
        page=page,
        pages=pages,
        count=len(entries),
        of=chosen.of,
    )


def people(looking: Looking) -> dict[str, str]:
    """Return everybody who changed something, by name, with how to call who has none."""
    names = {entry.person.name for entry in looking.found.entries}
    return {name: name or looking.texts("ui.outside") for name in sorted(names)}


def sections(looking: Looking) -> dict[str, str]:
    """Return the sections in which something was changed, by id."""
    touched = {section_of(looking, entry.path) for entry in looking.found.entries}
    return {
        section.id: numbered(section, looking.language)
        for section in looking.words.template.sections
        if section.id in touched
    }


def section_of(looking: Looking, path: str) -> str:
    """Return the id of the section in which a path is asked; nothing if it is not."""
    try:
        return looking.words.template.section_of(_starred(path)).id
    except KeyError:
        return ""


def asked(looking: Looking, section: str, now: Data, of: str = "") -> dict[str, str]:
    """Return the questions of a section that were changed, by their addresses, and `of` itself."""
    template = looking.words.template
    order = {path: n for n, (path, _, _) in enumerate(template.walk())}
    paths = {of, *(entry.path for entry in looking.found.entries)}
    known = (path for path in paths if path and section_of(looking, path) == section)
    in_order = sorted(known, key=lambda path: (order.get(_starred(path), len(order)), path))
    return {path: place(now, template, path)[looking.language] for path in in_order}


def line(looking: Looking, entry: Entry) -> str:
    """Return one entry on one line: when, who, where and what; raise Refused."""
    return _entry(looking, entry, looking.found.states({entry.before, entry.revision})).line


def details(looking: Looking, revision: int, path: str = "") -> tuple[list[Told], int]:
    """Return what an entry changed, of one question where that is asked, and how much was left out.

    Of the beginning nothing is told: all of it was new.
    """
    entry = looking.found.entry(revision)
    if entry.kind == "whole" and not entry.before and not path:
        return [], 0
    states = looking.found.states({entry.before, entry.revision})
    around = (states[entry.before], states[entry.revision])
    told = changes(entry, *around, looking.words, looking.language)
    here = [one for one in told if not path or _meet(one.path, path)]
    return here[:MOST], len(here[MOST:])


def by_section(told: Iterable[Told]) -> Iterator[tuple[str, list[Told]]]:
    """Yield the sections in which something differs, in order, each with what does."""
    found: dict[str, list[Told]] = {}
    for one in told:
        found.setdefault(one.section, []).append(one)
    yield from found.items()


def versions(looking: Looking) -> list[VersionView]:
    """Return the named versions, newest first."""
    return [
        VersionView(version.revision, version.name, looking.made(version.stamp))
        for version in reversed(looking.found.versions)
    ]


def revision_view(looking: Looking, revision: int) -> RevisionView:
    """Return what one revision is called; raise Refused if there is none."""
    stamp = looking.found.line(revision).stamp
    name = looking.found.version_of(revision)
    made = looking.texts("ui.revision.made", revision=revision, made=looking.made(stamp))
    if name:
        return RevisionView(revision, looking.texts("ui.revision.version", name=name), made)
    when = looking.texts("ui.revision.title", when=looking.when(stamp))
    return RevisionView(revision, when, made)


def to_compare(looking: Looking, revision: int, asked_for: int | None) -> dict[int, str]:
    """Return with which states a revision can be compared, newest first; 0 stands for now.

    The named versions, how each day ended, the one before it, and the one somebody asked for.
    """
    found = looking.found
    last_of_day = {date_of(line.time, looking.timezone): line.revision for line in found.lines}
    wanted = {version.revision for version in found.versions} | set(last_of_day.values())
    wanted |= {revision - 1} | ({asked_for} if asked_for else set())
    known = {line.revision for line in found.lines} & wanted - {revision}
    labels = {n: _called(looking, n) for n in sorted(known, reverse=True)}
    return {0: looking.texts("ui.revision.now"), **labels}


def _called(looking: Looking, revision: int) -> str:
    view = revision_view(looking, revision)
    return looking.texts("ui.revision.called", title=view.title, revision=revision)


def _chosen(looking: Looking, chosen: Chosen) -> Iterator[Entry]:
    entries: Iterable[Entry] = looking.found.entries
    if chosen.path:
        entries = about(entries, chosen.path)
    elif chosen.section:
        section = looking.words.template.section(chosen.section)
        entries = about(entries, *(question.path for question in section.questions))
    for entry in entries:
        if chosen.person is None or entry.person.name == chosen.person:
            yield entry


def _entry(looking: Looking, entry: Entry, states: Mapping[int, Data]) -> EntryView:
    around = (states[entry.before], states[entry.revision])
    told = deed(entry, *around, looking.words, looking.language)
    undone = entry.revision in looking.found.undone
    time = hours(entry.began, entry.ended, looking.timezone, looking.language)
    parts = [time, entry.person.name or looking.texts("ui.outside"), told.line]
    parts += [looking.texts("ui.history.undone")] if undone else []
    back = "" if undone or not can_be_undone(entry) else "ui.history.undo"
    if back and entry.kind == "remove":
        back = "ui.history.bring_back"
    return EntryView(entry.revision, " · ".join(parts), undone, back)


def _meet(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _starred(path: str) -> str:
    try:
        return star(path)
    except UnknownPath:
        return path
