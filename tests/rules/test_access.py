"""Who may do what with the programmes of an institution."""

import pytest

from workbench.domain.people import Institution, Person
from workbench.rules.access import may

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
        (ADVISOR, HOME, {"read"}),
        (ADVISOR, EXAMPLE, {"read"}),
        (STRANGER, HOME, set()),
    ],
)
def test_somebody_may_do_exactly_this(person, institution, allowed):
    assert {a for a in ("read", "change", "start") if may(person, a, institution)} == allowed
