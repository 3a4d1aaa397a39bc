"""Bringing literature in from a reference manager, and taking it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.actions.assessing import examined
from workbench.actions.desk import Desk, Refused, needs
from workbench.actions.exporting import HeldBack
from workbench.documents.apa import printed
from workbench.documents.sources.batch import Batch, NotRead, Unread
from workbench.documents.sources.csl_json import csl_json_bytes
from workbench.documents.sources.reading import read
from workbench.domain.changes import Change, Data
from workbench.domain.citation import cited_names
from workbench.domain.csl_reading import Fields
from workbench.domain.same_source import known_marks, marks
from workbench.domain.wording import Language
from workbench.rules.naming import free_id
from workbench.rules.pointing import taken
from workbench.rules.privacy import held_back
from workbench.store.protocol import Opened, ProgrammeId

LITERATURE = "literature"
_LONGEST_NAME = 30


@dataclass(frozen=True)
class Offered:
    """One record that could become a source."""

    fields: Fields
    left: tuple[tuple[str, str], ...]
    is_there: bool
    """Whether the list holds this source already, or the file held it before."""

    def line(self, language: Language) -> str:
        """Return the record as the literature list would print it."""
        return printed(self.fields, language).text


@dataclass(frozen=True)
class Offer:
    """What a file holds, seen beside the literature list of one description."""

    records: tuple[Offered, ...]
    unread: tuple[Unread, ...]


def offer(opened: Opened, content: bytes) -> Offer:
    """Return what a file holds; raise Refused when it cannot be read as literature."""
    try:
        batch = _read(content)
    except NotRead as refused:
        raise Refused(f"sources_{refused.key}", **refused.values) from None
    known = known_marks(opened.data.get(LITERATURE, []))
    records = []
    for reading in batch.read:
        own = marks(reading.fields)
        records.append(Offered(reading.fields, reading.left, bool(own & known)))
        known |= own
    return Offer(tuple(records), tuple(batch.unread))


@needs("change")
def add_sources(
    desk: Desk, programme: ProgrammeId, records: Sequence[Fields]
) -> tuple[Opened, int]:
    """Add records to the literature list, as one change, and return how many were added.

    What the list holds by now is left out. Raise Refused, NotFound or Unreadable.
    """
    added: list[Data] = []

    def propose(data: Data) -> Change:
        added.clear()
        items = data.get(LITERATURE, [])
        known, used = known_marks(items), set(taken(data, LITERATURE))
        for fields in records:
            if not marks(fields) & known:
                added.append({"id": free_id(_called(fields), used), **fields})
                known |= marks(fields)
                used.add(added[-1]["id"])
        return Change("answer", LITERATURE, items, [*items, *added])

    return desk.store.change(programme, desk.person, propose), len(added)


@needs("export")
def literature_file(desk: Desk, opened: Opened) -> bytes:
    """Return the literature list as CSL-JSON; raise HeldBack while personal data stands in it."""
    found = held_back(examined(desk, opened).findings)
    if holding := [finding for finding in found if finding.path.startswith(LITERATURE)]:
        raise HeldBack(holding)
    return csl_json_bytes(opened.data.get(LITERATURE, []))


def _called(fields: Fields) -> str:
    """Return what an id is made of: the first name and the year, or else the title."""
    names = cited_names(fields)
    if not names:
        return str(fields.get("title", "bron"))
    return f"{names[0].family[:_LONGEST_NAME]} {fields.get('year', '')}"


@lru_cache(maxsize=4)
def _read(content: bytes) -> Batch:
    return read(content)
