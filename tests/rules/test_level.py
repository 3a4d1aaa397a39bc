"""On which rung a description seems to stand, and why not higher."""

import copy

import pytest

from workbench.rules.level import level

COMPLETE = {
    "title": "Proef",
    "facets": {"age": {"minimum": 12}, "focus": ["trauma"]},
    "summary": {"goal": "Meisjes zijn veilig."},
    "target_group": {"final": "Meisjes.", "indications": [{"id": "a"}]},
    "goals": {
        "main": "Meisjes zijn veilig.",
        "subgoals": [{"id": "a", "text": "Veilig.", "indicator": "Rust", "factors": ["f"]}],
    },
    "approach": {
        "duration": {"minimum": 6, "unit": "months"},
        "around_the_clock": True,
        "modules": [{"id": "a", "name": "Start", "dose": {"sessions": 3}, "subgoals": ["a"]}],
    },
    "delivery": {"hours_per_trajectory": 10.0},
    "problem": {"description": "Uitbuiting."},
    "factors": [{"id": "f", "name": "Weinig steun"}],
    "rationale": {"overall": "Steun helpt."},
    "literature": [{"id": "l", "title": "Onderzoek"}],
}
STUDY = {
    "name": "Eerste studie",
    "design": "norm_related",
    "country": "Nederland",
    "harm": "Geen.",
    "integrity_measured": True,
    "same_version": True,
    "sources": ["l"],
}
FOUND = {
    "name": "Veiligheid",
    "subgoal": "a",
    "direction": "positive",
    "central": True,
    "reliable": True,
    "effect_value": 0.6,
}
TRIAL = {
    "design": "rct", "in_practice": True, "follow_up_months": 6, "comparison": "Wachtlijst",
}  # fmt: skip


@pytest.fixture
def rung(words, described):
    """Return a function from plain values to the indication."""
    return lambda data: level(described(**data), words)


def without(path):
    data = copy.deepcopy(COMPLETE)
    *around, last = path.split(".")
    part = data
    for name in around:
        part = part[name]
    del part[last]
    return data


def researched(*studies, **outcome):
    effect = [{"id": f"s{n}", **STUDY, **study} for n, study in enumerate(studies)]
    outcomes = [{"id": f"o{s['id']}", "study": s["id"], **FOUND, **outcome} for s in effect]
    return {**COMPLETE, "research": {"effect_studies": effect, "outcomes": outcomes}}


def test_nothing_on_paper_is_rung_zero(rung):
    found = rung({})
    assert found.rung == 0
    assert found.name.nl == "Impliciete kennis"
    assert found.why_not_higher[0].path == "title"


def test_one_empty_answer_keeps_a_description_off_the_first_rung(rung):
    found = rung(without("goals.main"))
    assert found.rung == 0
    assert [reason.path for reason in found.why_not_higher] == ["goals.main"]


def test_a_described_programme_without_theory_stands_on_the_first_rung(rung):
    found = rung(without("problem.description"))
    assert (found.rung, [r.path for r in found.why_not_higher]) == (1, ["problem.description"])


def test_a_broken_chain_keeps_a_programme_on_the_first_rung(rung):
    data = copy.deepcopy(COMPLETE)
    data["approach"]["modules"][0]["subgoals"] = []
    found = rung(data)
    assert found.rung == 1
    assert {r.path for r in found.why_not_higher} == {
        "goals.subgoals.a.text", "approach.modules.a.subgoals",
    }  # fmt: skip


def test_a_whole_chain_and_all_theory_is_the_second_rung(rung):
    found = rung(COMPLETE)
    assert found.rung == 2
    assert [r.path for r in found.why_not_higher] == ["research.effect_studies"]


def test_one_dutch_study_of_moderate_strength_is_the_third_rung(rung):
    found = rung(researched({}))
    assert (found.rung, found.outcomes[0].level) == (3, "first_indications")


@pytest.mark.parametrize(
    "change",
    [{"country": "België"}, {"harm": ""}, {"sources": []}, {"design": "pre_post"}],
)
def test_a_study_that_misses_a_requirement_carries_nobody_up(rung, change):
    found = rung(researched(change))
    assert found.rung == 2
    assert found.why_not_higher


@pytest.mark.parametrize("change", [{"direction": "none"}, {"central": False}, {"reliable": False}])
def test_an_outcome_that_is_not_favourable_central_and_sound_does_not_count(rung, change):
    assert rung(researched({}, **change)).rung == 2


def test_two_trials_with_a_long_follow_up_are_the_highest_rung(rung):
    found = rung(researched(TRIAL, TRIAL))
    assert (found.rung, found.outcomes[0].level) == (4, "strong_indications")
    assert found.why_not_higher == ()


def test_research_waits_for_a_complete_description(rung):
    data = {**researched(TRIAL, TRIAL), "problem": {}}
    found = rung(data)
    assert found.rung == 1
    assert found.why_not_higher[-1].path == "research.effect_studies"


def test_the_level_is_told_per_outcome(rung):
    data = researched({}, {"design": "pre_post"})
    data["research"]["outcomes"][1].update({"subgoal": None, "name": "Schoolgang"})
    told = rung(data).outcomes_told("nl")
    assert [(outcome["name"], outcome["level"]) for outcome in told] == [
        ("Veiligheid", "first_indications"), ("Schoolgang", None),
    ]  # fmt: skip


def test_the_indication_is_told_to_programs(rung):
    told = rung({}).told("nl")
    assert told["rung"] == 0
    assert told["why_not_higher"][0]["reason"].endswith(".")
