"""Everybody who can meet a programme, and the programmes that they meet."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from workbench.actions.desk import Desk
from workbench.domain.people import ROLES, Person
from workbench.domain.sharing import Shared
from workbench.rules.access import ROWS, relation_to
from workbench.store.advice import AdviceFiles
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.sharing import SharingFile
from workbench.store.verdicts import VerdictFile

SHARED, HOME = ProgrammeId("voorbeeld", "proef"), ProgrammeId("spirit", "proef")
PLACES = (SHARED, HOME)
EXCHANGED = ProgrammeId("spirit", "uitgewisseld")
"""Of which the institution shares a section with the others."""
EVERYBODY = [
    Person(name=f"Iemand {role} {institution}", role=role, institution=institution)
    for role in ROLES
    for institution in (
        ("spirit", "voorbeeld", "parlan", None) if role in ("editor", "reader") else (None,)
    )
]
MEETINGS = [(person, programme) for person in EVERYBODY for programme in (*PLACES, EXCHANGED)]
DATA = {
    "format_version": 1,
    "title": "Proefprogramma",
    "goals": {"main": "Veilig wonen.", "subgoals": [{"id": "rust", "text": "Rust vinden."}]},
    "approach": {"modules": [{"id": "een", "name": "Groepsgesprek"}]},
}


def shared(programme, *sections) -> Shared:
    """Return the decision to share sections of a programme."""
    moment = datetime(2026, 11, 23, 12, tzinfo=UTC)
    return Shared(programme=str(programme), sections=sections, person="Noor", time=moment)


def called(case) -> str:
    """Return the name of a meeting for the list of tests."""
    return str(getattr(case, "name", case)).replace(" ", "-")


@pytest.fixture
def programmes(tmp_path, words):
    store = FileStore(tmp_path / "programmes", words.options)
    for programme in (*PLACES, EXCHANGED):
        owner = Person(name="Noor", role="editor", institution=programme.institution)
        store.create(programme, DATA, owner)
    SharingFile(tmp_path / "programmes").add([shared(EXCHANGED, "goals")])
    return tmp_path / "programmes"


@pytest.fixture
def desk_of(programmes, words) -> Callable[[Person], Desk]:
    store, verdicts = FileStore(programmes, words.options), VerdictFile(programmes)
    sharing = SharingFile(programmes)
    advice = AdviceFiles(programmes)
    return lambda person: Desk(
        store,
        words,
        person,
        today=lambda: date(2026, 11, 23),
        verdicts=verdicts,
        sharing=sharing,
        advice=advice,
    )


@pytest.fixture
def expected(words):
    """Return a function that reads the table: may this person do that with this programme?"""

    def read(person: Person, action: str, programme: ProgrammeId, status="concept") -> bool:
        relation = relation_to(person, words.institutions[programme.institution])
        if relation == "other" and programme == EXCHANGED:
            relation = "exchanged"
        row = ROWS[action]
        return relation in row.relations(person.role) and status in row.statuses

    return read


def state_of(folder) -> dict[str, bytes]:
    """Return everything that is kept in a folder, but the locks."""
    kept = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in kept}
