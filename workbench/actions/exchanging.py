"""Reading what institutions share, and taking parts of it over into a programme of one's own."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from workbench.actions.desk import Desk, Refused, asks, needs
from workbench.actions.same import Same
from workbench.actions.sharing import held
from workbench.domain.changes import Change, Data
from workbench.domain.citation import folded
from workbench.domain.paths import value_at
from workbench.domain.people import Institution
from workbench.domain.sharing import standing
from workbench.domain.template import Template
from workbench.rules.sharing import shared_part
from workbench.rules.taking_over import (
    ELEMENTS,
    MODULES,
    TO_TAKE_OVER,
    Copy,
    Offered,
    cited,
    copy_of,
    heading,
    there,
)
from workbench.store.protocol import NotFound, Opened, ProgrammeId, Unreadable


@dataclass(frozen=True)
class Part:
    """What everybody may read of one programme; nothing else of it is in here."""

    id: ProgrammeId
    institution: Institution
    sections: tuple[str, ...]
    data: Data
    mine: bool
    """Whether it is of the institution of whoever reads."""

    @property
    def title(self) -> str:
        """What the programme is called."""
        return str(self.data.get("title") or self.id)


@dataclass(frozen=True)
class Entry:
    """One active element or module in the library."""

    part: Part
    list: str
    item: Data
    name: str


@dataclass(frozen=True)
class TakenOver:
    """What came to stand in a description, and what did not come along."""

    path: str
    copy: Copy


@needs("read_shared")
def shared(desk: Desk, programme: ProgrammeId) -> Part:
    """Return what everybody may read of a programme; raise Refused if that is nothing now."""
    sections = _sections(desk, programme)
    if not sections:
        raise Refused("not_shared")
    try:
        opened = desk.store.open(programme)
    except (NotFound, Unreadable):  # what is wrong with it is told to its institution
        raise Refused("shared_unreadable") from None
    if held(desk, opened, sections):
        raise Refused("shared_held_back")
    data = _cut(Same(opened), sections, Same(desk.words.template))
    place = desk.institution(programme.institution)
    return Part(programme, place, sections, data, desk.person.institution == place.id)


@asks("read_shared")
def exchange(desk: Desk) -> list[Part]:
    """Return every programme of which somebody shares something now; raise NotStored."""
    offered = standing(desk.sharing.all())
    found = []
    for programme in desk.store.ids():
        example = desk.institution(programme.institution).example
        if example or str(programme) in offered:
            with suppress(Refused):
                found.append(shared(desk, programme))
    return found


def library(parts: Iterable[Part], template: Template, search: str = "") -> list[Entry]:
    """Return the active elements and modules in shared programmes that hold all these words."""
    wanted = folded(search).split()
    entries = (
        Entry(part, path, item, heading(path, item, template))
        for path in (ELEMENTS, MODULES)
        for part in parts
        for item in value_at(part.data, path) or []
    )
    return [entry for entry in entries if all(word in _said(entry) for word in wanted)]


@needs("change")
def take_over(
    desk: Desk, into: ProgrammeId, programme: ProgrammeId, list_path: str, item_id: str
) -> TakenOver:
    """Copy an item of a shared programme into another one, with its sources and its origin.

    Links to items that do not come along are left out. Raise Refused, NotFound, Unreadable or
    NotStored.
    """
    offered = _offered(desk, shared(desk, programme), list_path, item_id)
    template, present = desk.words.template, desk.store.open(into).data
    if there(offered, present, template):
        raise Refused("taken_already", name=heading(list_path, offered.item, template))
    for source in cited(offered):
        if not there(source, present, template):
            present = _added(desk, into, source)[0].data
    _, copied = _added(desk, into, offered)
    return TakenOver(f"{list_path}.{copied.item['id']}", copied)


@needs("change")
def stands_already(desk: Desk, into: ProgrammeId, part: Part, list_path: str, item_id: str) -> str:
    """Return the address at which an item stands in a programme already; nothing if it does not."""
    offered = _offered(desk, part, list_path, item_id)
    found = there(offered, desk.store.open(into).data, desk.words.template)
    return f"{list_path}.{found}" if found else ""


@asks("change")
def own_programmes(desk: Desk) -> list[Opened]:
    """Return the programmes into which somebody can take something over."""
    found = []
    for programme in desk.store.ids():
        if desk.may("change", programme):
            with suppress(NotFound, Unreadable):
                found.append(desk.store.open(programme))
    return found


def _sections(desk: Desk, programme: ProgrammeId) -> tuple[str, ...]:
    if desk.institution(programme.institution).example:
        return tuple(section.id for section in desk.words.template.sections)
    decision = standing(desk.sharing.all()).get(str(programme))
    return decision.sections if decision else ()


def _offered(desk: Desk, part: Part, list_path: str, item_id: str) -> Offered:
    item = value_at(part.data, f"{list_path}.{item_id}") if list_path in TO_TAKE_OVER else None
    if item is None:
        raise Refused("taken_gone")
    origin = {
        "programme": part.title,
        "institution": part.institution.name,
        "date": desk.today().isoformat(),
    }
    return Offered(part.data, list_path, item, origin)


def _added(desk: Desk, into: ProgrammeId, offered: Offered) -> tuple[Opened, Copy]:
    made: list[Copy] = []

    def propose(data: Data) -> Change:
        made.append(copy_of(offered, data, desk.words.template))
        position = len(value_at(data, offered.list) or [])
        new = {"item": made[-1].item, "position": position}
        return Change("add", offered.list, None, new)

    opened = desk.store.change(into, desk.person, propose)
    return opened, made[-1]


def _said(entry: Entry) -> str:
    """Return everything in which the library searches, in a spelling that is easy to find."""
    texts = (str(value) for value in entry.item.values() if isinstance(value, str))
    return folded(" ".join([*texts, entry.part.title, entry.part.institution.name]))


@lru_cache(maxsize=256)
def _cut(opened: Same[Opened], sections: tuple[str, ...], template: Same[Template]) -> Data:
    return shared_part(opened.value.data, sections, template.value)
