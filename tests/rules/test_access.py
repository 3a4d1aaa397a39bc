"""Who may do what with the programmes of an institution."""

from typing import get_args

import pytest

from workbench.domain.people import Institution, Person
from workbench.rules.access import Action, may

HOME = Institution(id="spirit", name="Spirit")
OTHER = Institution(id="parlan", name="Parlan")
EXAMPLE = Institution(id="voorbeeld", name="Voorbeeld", example=True)

EDITOR = Person(name="Noor", role="editor", institution="spirit")
TEACHER = Person(name="Sem", role="editor", institution="voorbeeld")
ADVISOR = Person(name="Ada", role="advisor")
STRANGER = Person(name="Iemand", role="editor")


@pytest.mark.parametrize(
    ("person", "institution", "allowed"),
    [
        (EDITOR, HOME, {"read", "change", "start"}),
        (EDITOR, OTHER, set()),
        (EDITOR, EXAMPLE, {"read"}),
        (TEACHER, EXAMPLE, {"read", "change", "start"}),
        (TEACHER, HOME, set()),
        (ADVISOR, HOME, {"read", "judge"}),
        (ADVISOR, EXAMPLE, {"read", "judge"}),
        (STRANGER, HOME, set()),
    ],
)
def test_somebody_may_do_exactly_this(person, institution, allowed):
    assert {a for a in get_args(Action) if may(person, a, institution)} == allowed
