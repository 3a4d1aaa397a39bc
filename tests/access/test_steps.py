"""Every role at every step from every status: taken or refused exactly as the table says."""

import pytest

from tests.access.conftest import MEETINGS, called, state_of
from workbench.actions.desk import Refused
from workbench.actions.stepping import procedure, step
from workbench.domain.changes import Change
from workbench.domain.status import STATUSES
from workbench.rules.procedure import STEP_NAMES, STEPS

TOO_EARLY = {"step_gaps"}
"""Let through, and held back by what the description lacks."""


def put(desk, programme, status):
    """Let a programme have a status, however it got there."""
    said = {"step": "finish", "status": status, "reason": "", "version": None}
    desk.store.change(programme, desk.person, lambda _: Change("step", "", "concept", said))


def outcome(desk, programme, name):
    try:
        return step(desk, programme, name, "Omdat dit een proef is.").status
    except Refused as refused:
        return refused.key


@pytest.mark.parametrize(("person", "programme"), MEETINGS, ids=called)
def test_everybody_takes_exactly_the_steps_of_the_table(
    person, programme, desk_of, expected, programmes
):
    desk, reads = desk_of(person), expected(person, "read", programme)
    for status in STATUSES:
        put(desk, programme, status)
        before = state_of(programmes)
        may = [name for name in STEP_NAMES if expected(person, name, programme, status)]
        for name in set(STEP_NAMES) - set(may):
            ever = any(expected(person, name, programme, start) for start in STEPS[name].start)
            why = ("step_not_now" if ever else "may_not_step") if reads else "may_not_read"
            assert outcome(desk, programme, name) == why, (status, name)
        assert state_of(programmes) == before, status
        if reads:
            assert list(procedure(desk, programme).possible) == may
        for name in may:
            put(desk, programme, status)
            found = outcome(desk, programme, name)
            assert found in {STEPS[name].to or "concept", *TOO_EARLY}, (status, name)
