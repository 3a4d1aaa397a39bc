"""One thing less in the complete example Kompas: the rung and the steps follow the criteria.

Kompas stands on rung 3: two weak Dutch studies are favourable about trauma, a central outcome.
"""

import itertools

import pytest

from tests.rules.examples import GONE, changed, example, programme
from workbench.rules.level import level
from workbench.store.words import load_words

STUDIES = "research.effect_studies"
FIRST, SECOND = f"{STUDIES}.verandering-2024", f"{STUDIES}.verandering-2025"
FOUND = "research.outcomes.trauma-2024"
TRIAL = {"design": "rct", "follow_up_months": 6}
KOMPAS = example("kompas")


def indication(changes):
    words = load_words()
    return level(programme(changed(KOMPAS, changes), words), words)


def without(*paths):
    return dict.fromkeys(paths, GONE)


def on(path, **values):
    return {f"{path}.{name}": value for name, value in values.items()}


LINKS = {
    "nothing is taken away": ({}, 3, [STUDIES]),
    "a goal loses its factors, which then belong to no goal: one link mends both": (
        without("goals.subgoals.rust.factors"),
        1,
        ["goals.subgoals.rust.factors"],
    ),
    "a goal loses a factor that no other goal tackles": (
        {"goals.subgoals.relaties.factors": ["online-contact"]},
        1,
        ["factors.kennis-grenzen.not_tackled"],
    ),
    "a module loses its only goal, which other modules serve too": (
        without("approach.modules.girls-talk.subgoals"),
        0,
        ["approach.modules.girls-talk.subgoals"],
    ),
    "a goal is left without a module": (
        {"approach.modules.onderwijs.subgoals": ["rust"]},
        1,
        ["goals.subgoals.school.text"],
    ),
    "a rationale is about no goal": (
        without("rationale.per_subgoal.v-rust.subgoal"),
        1,
        ["rationale.per_subgoal.v-rust.subgoal"],
    ),
    "an active element stands in no module": (
        without("active_elements.vaste-mentor.modules"),
        1,
        ["active_elements.vaste-mentor.modules"],
    ),
    "a figure loses its source": (
        without("problem.figures.terugval.sources"),
        1,
        ["problem.figures.terugval.sources"],
    ),
    "an outcome is no longer linked to its study": (
        without(f"{FOUND}.study"),
        2,
        [f"{FOUND}.study"],
    ),
}
ANSWERS = {
    "the main goal is gone": (without("goals.main"), 0, ["goals.main"]),
    "a phase has no way out": (
        without("approach.phases.verwerken.exit"),
        0,
        ["approach.phases.verwerken.exit"],
    ),
    "the theory as a whole is not explained": (
        without("rationale.overall"),
        1,
        ["rationale.overall"],
    ),
    "it cannot be checked whether the work is done as intended": (
        without("delivery.quality.integrity_instrument"),
        1,
        ["delivery.quality.integrity_instrument"],
    ),
    "an answer of the description and one of the theory: the lower rung comes first": (
        without("goals.main", "rationale.overall"),
        0,
        ["goals.main"],
    ),
    "two answers of the theory: two steps in the order of the template": (
        without("rationale.overall", "problem.description"),
        1,
        ["problem.description", "rationale.overall"],
    ),
}
CRITERIA = {
    "it is not told whether there was harm": (without(f"{FIRST}.harm"), 2, [f"{FIRST}.harm"]),
    "the report cannot be found": (without(f"{FIRST}.sources"), 2, [f"{FIRST}.sources"]),
    "it is not told which version was studied": (
        without(f"{FIRST}.same_version"),
        2,
        [f"{FIRST}.same_version"],
    ),
    "it is not told whether the work went as intended": (
        without(f"{FIRST}.integrity_measured"),
        2,
        [f"{FIRST}.integrity_measured"],
    ),
    "it is not told in which country the study was done": (
        without(f"{FIRST}.country"),
        2,
        [f"{FIRST}.country"],
    ),
    "the design of the study is not told": (without(f"{FIRST}.design"), 2, [f"{FIRST}.design"]),
    "the direction of the outcome is not told": (
        without(f"{FOUND}.direction"),
        2,
        [f"{FOUND}.direction"],
    ),
    "it is not told whether the outcome is central": (
        without(f"{FOUND}.central"),
        2,
        [f"{FOUND}.central"],
    ),
    "it is not told whether the instrument is reliable": (
        without(f"{FOUND}.reliable"),
        2,
        [f"{FOUND}.reliable"],
    ),
    "the size of the effect is not told": (
        without(f"{FOUND}.effect_value"),
        2,
        [f"{FOUND}.effect_value"],
    ),
    "two things about one study are not told": (
        without(f"{FIRST}.harm", f"{FIRST}.sources"),
        2,
        [f"{FIRST}.sources", f"{FIRST}.harm"],
    ),
    "a question of which the answer makes no difference is not asked": (
        without(f"{FIRST}.harm", f"{FIRST}.follow_up_months", f"{FIRST}.in_practice"),
        2,
        [f"{FIRST}.harm"],
    ),
    "one open study of moderate strength is less to do than two weak ones": (
        {**on(FIRST, design="norm_related"), **without(f"{FIRST}.harm", f"{SECOND}.harm")},
        2,
        [f"{FIRST}.harm"],
    ),
}
ANSWERED_AGAINST = {
    "the study found no effect": on(FOUND, direction="none"),
    "the study had an adverse effect": on(FOUND, direction="negative"),
    "the instrument is not reliable": on(FOUND, reliable=False),
    "another version was studied": on(FIRST, same_version=False),
    "it was not measured whether the work went as intended": on(FIRST, integrity_measured=False),
    "the study was done abroad": on(FIRST, country="België"),
    "only afterwards was anything measured": on(FIRST, design="monitoring"),
    "the study is taken away with what it found": without(
        FIRST, FOUND, "research.outcomes.eigenwaarde-2024"
    ),
    "the study is taken away and what it found stays": without(FIRST),
    "all effect studies are taken away": without(f"{STUDIES}", "research.outcomes"),
}
STRONGER = {
    "one study becomes a trial in practice": (on(FIRST, design="rct"), 4, []),
    "one study is of moderate strength": (on(FIRST, design="n1"), 3, [STUDIES]),
    "a trial does not say how the groups were made": (
        {**on(FIRST, **TRIAL), **without(f"{FIRST}.comparison")},
        3,
        [f"{FIRST}.comparison"],
    ),
    "a trial does not say whether it was done in practice": (
        {**on(FIRST, **TRIAL), **without(f"{FIRST}.in_practice")},
        3,
        [f"{FIRST}.in_practice"],
    ),
    "two trials with a long follow-up": ({**on(FIRST, **TRIAL), **on(SECOND, **TRIAL)}, 4, []),
}
ROWS = {**LINKS, **ANSWERS, **CRITERIA, **STRONGER}
FAVOURABLE = {
    "harm": "Geen.",
    "sources": ["effect-2024"],
    "same_version": True,
    "integrity_measured": True,
    "country": "Nederland",
    "design": "pre_post",
    "direction": "positive",
    "central": True,
    "reliable": True,
    "effect_value": 0.4,
    "comparison": "Geloot.",
    "in_practice": True,
    "study": "verandering-2024",
}


@pytest.mark.parametrize("row", ROWS)
def test_the_rung_and_the_steps_follow_when(row):
    changes, rung, steps = ROWS[row]
    found = indication(changes)
    assert (found.rung, [step.path for step in found.steps]) == (rung, steps)


@pytest.mark.parametrize("row", ANSWERED_AGAINST)
def test_only_a_new_study_helps_when(row):
    found = indication(ANSWERED_AGAINST[row])
    assert (found.rung, [step.path for step in found.steps]) == (2, [STUDIES])


@pytest.mark.parametrize("row", [*CRITERIA, "an outcome is no longer linked to its study"])
def test_all_steps_together_and_no_fewer_bring_back_the_rung_when(row):
    changes, rung, steps = ROWS[row]
    taken = {step: FAVOURABLE[step.rpartition(".")[2]] for step in steps}
    assert indication({**changes, **taken}).rung == rung + 1
    for fewer in itertools.combinations(taken, len(taken) - 1):
        assert indication({**changes, **{s: taken[s] for s in fewer}}).rung == rung


def test_a_new_study_is_told_with_what_it_must_be():
    (step,) = indication(on(FOUND, direction="none")).steps
    assert "‘Zwak’" in step.wording.nl
    assert "Doe het in Nederland." in step.wording.nl
    assert "Gerandomiseerd" not in step.wording.nl
    (step,) = indication({}).steps
    assert "‘Strong’" in step.wording.en
    assert "in the Netherlands" not in step.wording.en


def test_without_any_study_the_step_names_no_outcome():
    (step,) = indication(without(STUDIES, "research.outcomes")).steps
    assert step.wording.nl.startswith("Laat onderzoeken of een centrale uitkomst")
    assert "‘Matig’" in step.wording.nl


def test_the_strongest_level_asks_two_long_studies():
    (trauma, *_) = indication({**on(FIRST, design="rct")}).outcomes
    dutch, other = (step.wording.nl for step in trauma.steps)
    assert (trauma.level, trauma.next_level) == ("good_indications", "strong_indications")
    assert "minstens 6 maanden" in dutch
    assert "minstens 6 maanden" in other
    assert ("in Nederland" in dutch, "in Nederland" in other) == (True, False)


def test_every_outcome_has_its_own_steps():
    trauma, _, safety, *_ = indication(without(f"{SECOND}.harm")).outcomes
    assert [step.path for step in trauma.steps] == [f"{SECOND}.harm"]
    assert [step.path for step in safety.steps] == [STUDIES]
    assert "‘Matig’" in safety.steps[0].wording.nl


def test_a_study_that_counts_is_no_reason():
    found = indication({})
    assert found.outcomes[0].reasons == ()
    assert not [r for r in found.why_not_higher if r.path.startswith(f"{STUDIES}.")]


def test_an_outcome_that_is_not_central_has_one_reason_and_no_steps():
    marginal = indication({}).outcomes[1]
    assert (marginal.name, marginal.central, marginal.steps) == ("Eigenwaarde", False, ())
    assert [r.path for r in marginal.reasons] == ["research.outcomes.eigenwaarde-2024.central"]


def test_a_lack_of_a_study_is_told_once_for_all_its_outcomes():
    found = indication(without(f"{SECOND}.harm"))
    told = [r.wording.nl for r in found.why_not_higher if r.path == f"{SECOND}.name"]
    assert len(told) == 1
    assert "Klachten door trauma, Doel veiligheid behaald" in told[0]


def test_steps_are_told_to_programs():
    found = indication({})
    assert found.told("nl")["steps"] == [
        {"path": STUDIES, "step": found.steps[0].wording.nl},
    ]  # fmt: skip
    assert found.outcomes_told("en")[0]["steps"][0]["path"] == STUDIES
    assert found.outcomes_told("en")[0]["next_level"] == "good_indications"
