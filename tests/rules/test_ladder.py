"""What is open about studies agrees with what counts, and the smallest plan leads to the level."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.programme import Programme
from workbench.rules.blanks import Traits, candidates
from workbench.rules.evidence import by_outcome, evidence
from workbench.rules.ladder import next_level, plan
from workbench.store.words import load_words

CRITERIA = load_words().criteria
DESIGNS = sorted({kind.design for kind in CRITERIA.study_kinds})
MAYBE = st.sampled_from([None, True, False])
STUDY = st.fixed_dictionaries(
    {
        "design": st.sampled_from([None, *DESIGNS]),
        "country": st.sampled_from([None, "", "Nederland", "België"]),
        "in_practice": MAYBE,
        "same_version": MAYBE,
        "integrity_measured": MAYBE,
        "follow_up_months": st.sampled_from([None, 0, 6]),
        "comparison": st.sampled_from([None, " ", "Geloot."]),
        "harm": st.sampled_from([None, "Geen."]),
        "sources": st.sampled_from([[], ["bron"]]),
    }
)
OUTCOME = st.fixed_dictionaries(
    {
        "study": st.sampled_from([None, "s0", "s1", "s2"]),
        "central": st.sampled_from([None, True]),
        "direction": st.sampled_from([None, "positive", "positive", "none"]),
        "reliable": MAYBE,
        "effect_value": st.sampled_from([None, 0.4]),
    }
)
FAVOURABLE = {
    "harm": "Geen.", "sources": ["bron"], "same_version": True, "integrity_measured": True,
    "country": "Nederland", "direction": "positive", "central": True, "reliable": True,
    "effect_value": 0.4, "comparison": "Geloot.", "in_practice": True, "follow_up_months": 6,
}  # fmt: skip


@st.composite
def studied(draw):
    """Return descriptions with one outcome and up to three studies of which much is not known."""
    studies = draw(st.lists(STUDY, max_size=3))
    outcomes = draw(st.lists(OUTCOME, min_size=1, max_size=3))
    return {
        "effect_studies": [{"id": f"s{n}", **study} for n, study in enumerate(studies)],
        "outcomes": [{"id": f"o{n}", "name": "Rust", **one} for n, one in enumerate(outcomes)],
    }


def programme(research):
    return Programme.model_validate({"research": research})


@given(studied())
def test_a_study_counts_exactly_when_nothing_about_it_is_open(research):
    described = programme(research)
    (found,), (entries,) = evidence(described, CRITERIA), by_outcome(described)
    counting = {study.study for study in found.studies if study.counts}
    ready = {c.study.id for c in candidates(described, entries, CRITERIA) if not c.needed}
    assert ready == counting


@given(studied())
def test_answering_what_a_plan_asks_leads_to_the_level_when_no_new_study_is_needed(research):
    described = programme(research)
    (found,), (entries,) = evidence(described, CRITERIA), by_outcome(described)
    level = next_level(found.level, CRITERIA)
    if level is None:
        return
    found_open = list(candidates(described, entries, CRITERIA))
    smallest = plan(found_open, level, CRITERIA)
    assert smallest.size > (0, 0)
    if not smallest.studies:
        links = {c.needed[0]: c.study.id for c in found_open if c.needed}
        blanks = (*smallest.needed, *smallest.helpful)
        order = [None, *(one.level for one in CRITERIA.evidence)]
        reached = [
            order.index(outcome.level)
            for design in DESIGNS
            for outcome in evidence(programme(best(research, blanks, links, design)), CRITERIA)
        ]
        assert max(reached) >= order.index(level.level)


def best(research, blanks, links, design):
    """Return the research with these blanks filled as favourably as can be."""
    filled = {name: [dict(item) for item in items] for name, items in research.items()}
    for path in blanks:
        _, items, item_id, field = path.split(".")
        item = next(one for one in filled[items] if one["id"] == item_id)
        assert field == "study" or item[field] in (None, "", " ", []), path
        item[field] = {**FAVOURABLE, "design": design, "study": links.get(path)}[field]
    return filled


def test_the_ways_are_weighed_by_new_studies_first():
    level = next(one for one in CRITERIA.evidence if one.level == "first_indications")
    assert plan([], level, CRITERIA).studies == (Traits("moderate", True, False),)


def test_the_level_above_the_highest_is_none():
    assert next_level("strong_indications", CRITERIA) is None
    assert next_level(None, CRITERIA).level == "first_indications"
