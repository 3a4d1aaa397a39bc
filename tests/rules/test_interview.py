"""The interview list: what rests on practice knowledge, with questions that help to tell it."""

import pytest

from tests.rules.examples import changed, example, programme
from workbench.domain.paths import answer_paths, shape_at
from workbench.rules.interview import interview
from workbench.store.words import load_words

KOMPAS = example("kompas")
IMPLICIT = {"knowledge": "implicit"}
ELEMENT = "active_elements.leefklimaat"
RATIONALE = "rationale.per_subgoal.v-relaties"


def asked(about, changes=()):
    words = load_words()
    made = changed(KOMPAS, {**dict(changes), "about": about})
    return interview(programme(made, words), words)


def paths(found):
    return [topic.path for topic in found.topics]


BASE = ["rationale.per_subgoal.v-relaties.basis", "active_elements.ervaringskennis.basis"]
"""What Kompas says itself to rest on practice and clients only."""


def test_an_implicit_answer_is_a_topic_and_an_explicit_one_is_not():
    about = {"goals.main": IMPLICIT, "approach.setup": {"knowledge": "explicit"}}
    assert paths(asked(about)) == ["goals.main", *BASE]


def test_topics_stand_in_the_order_of_the_template():
    about = {"safety.analysis": IMPLICIT, "goals.main": IMPLICIT, "target_group.route": IMPLICIT}
    assert paths(asked(about))[:3] == ["target_group.route", "goals.main", "safety.analysis"]


@pytest.mark.parametrize(
    ("basis", "is_topic"),
    [
        (["practice"], True),
        (["clients"], True),
        (["practice", "clients"], True),
        (["practice", "research"], False),
        (["theory"], False),
        ([], False),
    ],
)
def test_a_claim_that_rests_on_practice_and_clients_only_is_a_topic(basis, is_topic):
    found = asked({}, {f"{ELEMENT}.basis": basis})
    assert (f"{ELEMENT}.basis" in paths(found)) == is_topic


def test_a_claim_of_which_a_note_speaks_already_is_one_topic():
    found = asked({f"{RATIONALE}.mechanism": IMPLICIT})
    assert [path for path in paths(found) if path.startswith(RATIONALE)] == [
        f"{RATIONALE}.mechanism"
    ]


def test_a_note_about_an_item_that_is_gone_is_no_topic():
    assert paths(asked({"goals.subgoals.weg.text": IMPLICIT, "nergens.dit": IMPLICIT})) == BASE


def test_a_topic_says_what_was_said_and_by_whom():
    note = {**IMPLICIT, "basis": ["practice"], "source": "Gesprek met het team"}
    topic = asked({"approach.climate": note}).topics[0]
    assert topic.said.startswith("De groep is klein")
    assert (topic.basis, topic.source) == (("practice",), "Gesprek met het team")
    assert topic.where.nl == "Hoe is het leefklimaat en hoe gaan jullie met jongeren om?"


def test_an_empty_implicit_answer_is_worth_a_talk_too():
    found = asked({"approach.climate": IMPLICIT}, {"approach.climate": ""})
    assert found.topics[0].said is None


def test_the_questions_fit_the_kind_of_answer_and_what_it_rests_on():
    about = {
        "approach.phases.vooruit.exit": {**IMPLICIT, "basis": ["practice"]},
        "approach.modules.vaktherapie.activities": {**IMPLICIT, "basis": ["clients"]},
        "title": IMPLICIT,
    }
    title, phase, module, *_ = (t.questions for t in asked(about).topics)
    guide = load_words().criteria.interview
    assert title == guide.general
    assert "volgende fase" in phase[0].nl
    assert "Wie van je collega’s" in phase[-1].nl
    assert "van begin tot eind" in module[0].nl
    assert "in hun eigen woorden" in module[-1].nl


def test_the_shares_per_section_go_with_the_topics():
    about = {
        "goals.main": {**IMPLICIT, "basis": ["practice", "clients"]},
        "goals.subgoals.rust.indicator": {"knowledge": "explicit", "basis": ["theory"]},
    }
    (goals,) = [section for section in asked(about).sections if section.id == "goals"]
    assert (goals.explicit, goals.implicit, goals.implicit_share) == (1, 1, 0.5)
    assert goals.basis == {"practice": 1, "clients": 1, "theory": 1}


def test_a_section_of_which_nobody_said_anything_is_left_out():
    sections = {section.id for section in asked({}).sections}
    assert sections == {"rationale", "active_elements"}


def test_the_list_is_told_to_programs():
    told = asked({"goals.main": IMPLICIT}).told("en")
    assert told["topics"] == 3
    (topic,) = told["sections"][0]["topics"]
    assert topic["path"] == "goals.main"
    assert all(question.endswith(("?", ".", "...")) for question in topic["questions"])


# --- the questions as data


def test_every_place_of_the_interview_guide_exists_and_has_questions():
    guide = load_words().criteria.interview
    known = set(answer_paths())
    for kind in guide.kinds:
        assert kind.questions, kind.code
        for path in kind.paths:
            assert path in known or shape_at(path).is_group, path
    assert {one.basis for one in guide.bases} <= load_words().options["basis"]


def test_every_question_is_asked_once_in_the_guide():
    guide = load_words().criteria.interview
    kinds = [question.nl for kind in guide.kinds for question in kind.questions]
    asked_once = [
        *kinds,
        *(q.nl for q in guide.general),
        *(q.nl for b in guide.bases for q in b.questions),
    ]
    assert len(set(asked_once)) == len(asked_once)


def test_conditions_of_criteria_name_fields_and_codes_that_exist():
    words = load_words()
    for point in (*words.criteria.researchability, *words.criteria.tidier):
        for condition in point.when:
            list_path = condition.path.partition(".*.")[0]
            options = shape_at(f"{list_path}.*.{condition.field}").options
            assert condition.path in set(answer_paths())
            assert condition.value in words.options[options]
