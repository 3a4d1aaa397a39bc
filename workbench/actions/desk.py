"""What somebody works at: the store, the words, and who they are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

from workbench.domain.people import Institution, Person
from workbench.domain.sharing import standing
from workbench.domain.status import FIRST, Status
from workbench.domain.words import Words
from workbench.rules.access import (
    ROWS,
    Action,
    Relation,
    in_any_status,
    may,
    relation_to,
    tells_apart,
)
from workbench.store.advice import Advice, NoAdvice
from workbench.store.briefs import Briefs, NoBriefs
from workbench.store.protocol import Opened, ProgrammeId, Store
from workbench.store.sharing import NoSharing, Sharing
from workbench.store.verdicts import NoVerdicts, Verdicts
from workbench.store.visits import NoVisits, Visits

Where = ProgrammeId | Opened | str | Mapping[str, Opened] | None
"""What an action is about: a programme, an institution by its id, several programmes, or all."""
_R = TypeVar("_R")
_Act = TypeVar("_Act", bound=Callable[..., Any])


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
    briefs: Briefs = field(default_factory=NoBriefs)
    """What was worked out of every description."""
    visits: Visits = field(default_factory=NoVisits)
    """What everybody saw of all programmes."""
    sharing: Sharing = field(default_factory=NoSharing)
    """Which sections of their programmes institutions share with the others."""
    advice: Advice = field(default_factory=NoAdvice)
    """What was said at the questions."""

    def institution(self, institution_id: str) -> Institution:
        """Return an institution by id; a folder nobody registered is known by its own name."""
        known = self.words.institutions.get(institution_id)
        return known or Institution(id=institution_id, name=institution_id)

    def may(self, action: Action, where: Where = None, status: Status | None = None) -> bool:
        """Return whether this person may do this here, as the table in `rules/access.py` says.

        With a status: whether they might if the programme were there.
        """
        if isinstance(where, Mapping):
            return all(self.may(action, opened, status) for opened in where.values())
        place = self._institution_of(where)
        if status is None:
            status = FIRST if in_any_status(action) else self._status(where)
        return may(self.person, action, self._relation(action, where, place), status)

    def need(self, action: Action, where: Where = None, status: Status | None = None) -> None:
        """Raise Refused unless this person may do this here."""
        if not self.may(action, where, status):
            one = next(iter(where.values()), None) if isinstance(where, Mapping) else where
            place = self._institution_of(one)
            why = ROWS[action].refused or action
            raise Refused(f"may_not_{why}", institution=place.name if place else "")

    def open(self, programme: ProgrammeId) -> Opened:
        """Return a description somebody may read; raise Refused, NotFound or Unreadable."""
        self.need("read", programme)
        return self.store.open(programme)

    def _relation(self, action: Action, where: Where, institution: Institution | None) -> Relation:
        """Return what a programme is to this person, as far as it matters to an action."""
        relation = relation_to(self.person, institution)
        if relation == "other" and tells_apart(action, self.person.role):
            name = str(where.id if isinstance(where, Opened) else where)
            return "exchanged" if name in standing(self.sharing.all()) else "other"
        return relation

    def _institution_of(self, where: ProgrammeId | Opened | str | None) -> Institution | None:
        if where is None:
            return None
        if isinstance(where, Opened):
            where = where.id
        return self.institution(where if isinstance(where, str) else where.institution)

    def _status(self, where: Where) -> Status:
        """Return the status of a programme; of an institution it is that of a new programme."""
        if isinstance(where, ProgrammeId):
            where = self.store.open(where)
        return where.status if isinstance(where, Opened) else FIRST


def needs(action: Action) -> Callable[[_Act], _Act]:
    """Make a function one that only those carry out who may; others get Refused.

    Its first two arguments are the desk and what it is about. A test holds that every function
    that works at a desk says this.
    """

    def guarding(act: _Act) -> _Act:
        @wraps(act)
        def guarded(desk: Desk, where: Any, *more: Any, **named: Any) -> Any:
            desk.need(action, where)
            return act(desk, where, *more, **named)

        vars(guarded)["needs"] = action
        return cast(_Act, guarded)

    return guarding


def needs_all(action: Action) -> Callable[[_Act], _Act]:
    """Make a function that is about all programmes together one for who may; others get Refused.

    Its first argument is the desk.
    """

    def guarding(act: _Act) -> _Act:
        @wraps(act)
        def guarded(desk: Desk, *more: Any, **named: Any) -> Any:
            desk.need(action)
            return act(desk, *more, **named)

        vars(guarded)["needs"] = action
        return cast(_Act, guarded)

    return guarding


def asks(*actions: Action) -> Callable[[_Act], _Act]:
    """Say of a function that it asks the desk itself, for each programme that it comes upon."""

    def marked(act: _Act) -> _Act:
        vars(act)["needs"] = actions[0] if len(actions) == 1 else actions
        return act

    return marked


def looks_after(act: Callable[..., _R]) -> Callable[..., _R]:
    """Make a function that works at everything at once one for who looks after the workbench.

    It gets one more argument, `by`: the person who asks.
    """

    @wraps(act)
    def guarded(*all_of_it: Any, by: Person, **named: Any) -> _R:
        if not may(by, "look_after", "all", FIRST):
            raise Refused("may_not_look_after")
        return act(*all_of_it, **named)

    vars(guarded)["needs"] = "look_after"
    return guarded
