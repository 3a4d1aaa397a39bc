"""What somebody works at: the store, the words, and who they are."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from workbench.domain.people import Institution, Person
from workbench.domain.words import Words
from workbench.rules.access import Action, may
from workbench.store.protocol import Opened, ProgrammeId, Store
from workbench.store.verdicts import NoVerdicts, Verdicts


class Refused(Exception):
    """What was asked cannot be done; the sentence is `action.<key>` in the catalogue."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Desk:
    """The place from which one person does everything."""

    store: Store
    words: Words
    person: Person
    today: Callable[[], date] = date.today
    verdicts: Verdicts = field(default_factory=NoVerdicts)
    """What advisors decided about items of several programmes."""

    def institution(self, institution_id: str) -> Institution:
        """Return an institution by id; a folder nobody registered is known by its own name."""
        known = self.words.institutions.get(institution_id)
        return known or Institution(id=institution_id, name=institution_id)

    def may(self, action: Action, institution_id: str) -> bool:
        """Return whether this person may do this with the programmes of an institution."""
        return may(self.person, action, self.institution(institution_id))

    def need(self, action: Action, institution_id: str) -> None:
        """Raise Refused unless this person may do this."""
        if not self.may(action, institution_id):
            raise Refused(f"may_not_{action}", institution=self.institution(institution_id).name)

    def open(self, programme: ProgrammeId) -> Opened:
        """Return a description somebody may read; raise Refused, NotFound or Unreadable."""
        self.need("read", programme.institution)
        return self.store.open(programme)
