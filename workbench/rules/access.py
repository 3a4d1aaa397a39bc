"""Who may do what with the programmes of an institution."""

from typing import Literal

from workbench.domain.people import Institution, Person

Action = Literal["read", "change", "start", "judge"]

OWN: frozenset[Action] = frozenset({"read", "change", "start"})
READ: frozenset[Action] = frozenset({"read"})
ADVISE: frozenset[Action] = frozenset({"read", "judge"})
NOTHING: frozenset[Action] = frozenset()


def may(person: Person, action: Action, institution: Institution) -> bool:
    """Return whether a person may do this with the programmes of an institution."""
    return action in _allowed(person, institution)


def _allowed(person: Person, institution: Institution) -> frozenset[Action]:
    if person.role == "advisor":
        return ADVISE
    if person.institution == institution.id:
        return OWN
    return READ if institution.example else NOTHING
