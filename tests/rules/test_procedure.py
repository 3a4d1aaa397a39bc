"""The way to recognition: which step leads where, and that no status is a dead end."""

import pytest

from workbench.domain.status import FIRST, STATUSES, stated
from workbench.rules.procedure import STEPS, leads_to, next_steps, round_of

WAY = ["open_round_1", "close_round_1", "open_round_2", "close_round_2", "finish", "submit"]


def taken(*names):
    """Return the statuses through which steps lead, from the first one on."""
    status, through = FIRST, []
    for name in names:
        assert name in next_steps(status), (name, status)
        status = leads_to(name, ())
        through.append(status)
    return through


def test_two_rounds_of_advice_lead_to_a_submission():
    through = ["round_1", "round_1_done", "round_2", "round_2_done", "final", "submitted"]
    assert taken(*WAY) == through


@pytest.mark.parametrize(
    ("after", "end"),
    [
        (["recognise"], "recognised"),
        (["reject"], "not_recognised"),
        (["ask_repair", "submit", "recognise"], "recognised"),
        (["recognise", "reassess", "open_round_1"], "round_1"),
        (["reject", "open_round_1"], "round_1"),
    ],
)
def test_a_submission_is_judged_repaired_and_judged_again(after, end):
    assert taken(*WAY, *after)[-1] == end


def test_no_status_is_a_dead_end_and_each_can_be_reached():
    assert all(set(next_steps(status)) - {"take_back"} for status in STATUSES)
    assert {step.to for step in STEPS.values()} - {None} == set(STATUSES)


def test_a_round_opens_and_closes_with_a_frozen_version():
    for name in (*WAY[:4], "submit"):
        assert STEPS[name].freezes, name


def test_only_what_was_taken_can_be_taken_back():
    assert leads_to("take_back", ()) is None


@pytest.mark.parametrize(("status", "number"), [("round_1", 1), ("round_2", 2), ("final", None)])
def test_a_round_is_open_in_its_own_status_only(status, number):
    assert round_of(status) == number


def test_what_a_colophon_states_holds_until_the_first_step():
    assert stated("advice_round_2") == "round_2"
    assert stated(None) == stated("iets anders") == FIRST
