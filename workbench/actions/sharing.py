"""Sharing a programme, or sections of it, with the other institutions, and taking that back."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from workbench.actions.desk import Desk, Refused, needs
from workbench.actions.exporting import HeldBack
from workbench.actions.same import Same
from workbench.domain.findings import Finding
from workbench.domain.paths import UnknownPath, star
from workbench.domain.programme import Programme
from workbench.domain.sharing import Shared, standing
from workbench.domain.template import Template
from workbench.domain.words import Words
from workbench.rules.privacy import held_back, uncleared
from workbench.rules.sharing import TITLE
from workbench.rules.subject import Subject
from workbench.store.protocol import Opened, ProgrammeId


@needs("read")
def decisions(desk: Desk, programme: ProgrammeId) -> list[Shared]:
    """Return what was decided about sharing a programme, the newest first; raise NotStored."""
    here = str(programme)
    return [one for one in reversed(desk.sharing.all()) if one.programme == here]


@needs("read")
def shared_now(desk: Desk, programme: ProgrammeId) -> Shared | None:
    """Return the decision by which a programme is shared now, or None if it is not."""
    return standing(desk.sharing.all()).get(str(programme))


@needs("share")
def share(desk: Desk, programme: ProgrammeId, sections: Collection[str]) -> Shared:
    """Share these sections of a programme from now on, and no others.

    Raise Refused, NotFound, Unreadable or NotStored, or HeldBack while words that look like
    personal data stand in one of them.
    """
    template = desk.words.template
    known = tuple(section.id for section in template.sections)
    if strange := [name for name in sections if name not in known]:
        raise Refused("unknown_section", section=strange[0], sections=", ".join(known))
    chosen = tuple(name for name in known if name in sections)
    if not chosen:
        raise Refused("no_sections")
    if holding := held(desk, desk.store.open(programme), chosen):
        raise HeldBack(holding)
    now = shared_now(desk, programme)
    return now if now and now.sections == chosen else _decided(desk, programme, chosen)


@needs("share")
def withdraw(desk: Desk, programme: ProgrammeId) -> Shared:
    """Share a programme with nobody any more; raise Refused if it is not shared, or NotStored."""
    if shared_now(desk, programme) is None:
        raise Refused("not_shared")
    return _decided(desk, programme, ())


@needs("read_shared")
def held(desk: Desk, opened: Opened, sections: Collection[str]) -> Sequence[Finding]:
    """Return what looks like personal data in some sections of a description."""
    found = _held(Same(opened.programme), Same(desk.words), desk.today())
    return [one for one in found if _stands_in(one.path, sections, desk.words.template)]


def _stands_in(path: str, sections: Collection[str], template: Template) -> bool:
    """Return whether an address is in one of these sections; where that is not sure, it is."""
    try:
        return path == TITLE or template.section_of(star(path)).id in sections
    except (KeyError, UnknownPath):
        return True


def _decided(desk: Desk, programme: ProgrammeId, sections: tuple[str, ...]) -> Shared:
    made = Shared(
        programme=str(programme),
        sections=sections,
        person=desk.person.name,
        time=datetime.now(UTC),
    )
    desk.sharing.add([made])
    return made


@lru_cache(maxsize=256)
def _held(programme: Same[Programme], words: Same[Words], today: date) -> tuple[Finding, ...]:
    return tuple(held_back(uncleared(Subject(programme.value, words.value, today))))
