"""Recognitions are dated, per outcome, and end; what was published about MDFT can be expressed."""

from datetime import date

import pytest

from tests.rules.conftest import TODAY
from workbench.rules.level import level
from workbench.rules.recognition import recognitions

# Published: strong indications in May 2016, reassessed in December 2021 per outcome.
# The days of the month are not known.
MDFT = [
    {"id": "eerst", "level": "strong_indications", "date": "2016-05-01"},
    {
        "id": "delinquentie",
        "outcome": "Delinquentie",
        "level": "first_indications",
        "date": "2021-12-01",
    },
    {
        "id": "middelen",
        "outcome": "Middelengebruik",
        "level": "good_indications",
        "date": "2021-12-01",
    },
]
GIVEN = {"id": "a", "level": "substantiated", "date": "2024-06-01"}


@pytest.fixture
def stand(words, described):
    """Return a function from recognitions to how each of them stands."""

    def on(*entered, today=TODAY):
        given = [{"id": f"r{n}", **one} for n, one in enumerate(entered)]
        return recognitions(described(colophon={"recognitions": given}), words, today)

    return on


def states(found):
    return [standing.state for standing in found.all]


def test_mdft_has_two_outcomes_with_different_levels(stand):
    found = stand(*MDFT)
    assert [(one.outcome, one.level) for one in found.current] == [
        ("Delinquentie", "first_indications"),
        ("Middelengebruik", "good_indications"),
    ]
    assert states(found) == ["expired", "valid", "valid"]


def test_before_the_reassessment_the_first_judgement_held_for_the_whole(stand):
    found = stand(*MDFT, today=date(2020, 1, 1))
    assert [(one.outcome, one.level) for one in found.current] == [(None, "strong_indications")]


def test_a_recognition_from_2012_is_shown_as_expired(stand):
    found = stand({**GIVEN, "date": "2012-02-17"})
    (told,) = found.told("nl")["all"]
    assert (told["state"], told["state_label"]) == ("expired", "verlopen")
    assert told["until"] == "2017-02-16"
    assert found.current == ()


TABLE = {
    "a recognition holds for five years": (GIVEN, date(2029, 5, 1), "valid"),
    "and no longer": (GIVEN, date(2029, 6, 2), "expired"),
    "a described programme is recognised for three years": (
        {**GIVEN, "level": "described"},
        date(2027, 7, 1),
        "expired",
    ),
    "under reservation it holds for half a year": (
        {**GIVEN, "provisional": True},
        date(2024, 11, 1),
        "provisional",
    ),
    "and then ends": ({**GIVEN, "provisional": True}, date(2025, 1, 1), "expired"),
    "the end that was entered goes before the term": (
        {**GIVEN, "valid_until": "2030-01-01"},
        date(2029, 12, 31),
        "valid",
    ),
    "the last day counts": ({**GIVEN, "valid_until": "2026-06-01"}, date(2026, 6, 1), "valid"),
    "a refusal is no recognition": ({**GIVEN, "level": "refused"}, TODAY, "refused"),
    "without a date nothing can be said": ({"id": "a", "level": "described"}, TODAY, "unclear"),
    "without a level nothing can be said": ({"id": "a", "date": "2024-06-01"}, TODAY, "unclear"),
    "a day to come does not count": (GIVEN, date(2024, 5, 31), "unclear"),
}


@pytest.mark.parametrize("row", TABLE)
def test_the_state_of_a_recognition(row, stand):
    entered, today, state = TABLE[row]
    assert states(stand(entered, today=today)) == [state]


def test_a_later_judgement_replaces_an_earlier_one_about_the_same(stand):
    school, later = {**GIVEN, "outcome": "School"}, {**GIVEN, "id": "b", "date": "2025-06-01"}
    assert states(stand(school, {**later, "outcome": " school "})) == ["replaced", "valid"]
    assert states(stand(school, {**later, "outcome": "Veiligheid"})) == ["valid", "valid"]
    assert states(stand(school, later)) == ["replaced", "valid"]
    assert states(stand(school, {**later, "level": "refused"})) == ["replaced", "refused"]


def test_studies_can_give_two_outcomes_different_levels(words, described):
    study = {
        "country": "Nederland", "in_practice": True, "comparison": "Geloot.", "harm": "Geen.",
        "integrity_measured": True, "same_version": True, "sources": ["l"], "design": "rct",
    }  # fmt: skip
    good = {"direction": "positive", "central": True, "reliable": True, "effect_value": 0.5}
    found = [("use", "s1"), ("use", "s2"), ("crime", "s1")]
    programme = described(
        research={
            "effect_studies": [{"id": s, **study} for s in ("s1", "s2")],
            "outcomes": [{"id": f"{n}-{s}", "name": n, "study": s, **good} for n, s in found],
        }
    )
    told = {outcome.name: outcome.level for outcome in level(programme, words).outcomes}
    assert told == {"use": "good_indications", "crime": "first_indications"}
