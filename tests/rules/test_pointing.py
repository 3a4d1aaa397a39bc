"""What points at an item: chosen links by the place where they are made, and ids not to reuse."""

import pytest

from workbench.rules.pointing import pointers, taken

DATA = {
    "goals": {"subgoals": [{"id": "veilig", "text": "Veilig wonen", "factors": ["schaamte"]}]},
    "factors": [{"id": "schaamte", "name": "Schaamte", "sources": ["bron"]}],
    "approach": {"modules": [{"id": "wonen", "name": "Leren wonen", "subgoals": ["veilig"]}]},
    "active_elements": [{"id": "plek", "name": "Eigen plek", "modules": ["wonen", "weg"]}],
    "rationale": {"per_subgoal": [{"id": "waarom", "subgoal": "veilig", "mechanism": "Oefenen"}]},
    "research": {
        "effect_studies": [{"id": "studie", "name": "Eerste studie"}],
        "outcomes": [{"id": "uitkomst", "study": "studie", "subgoal": "veilig"}],
    },
    "literature": [{"id": "bron", "title": "Een bron"}],
    "about": {"factors.angst.name": {"knowledge": "implicit"}},
}


@pytest.mark.parametrize(
    ("item", "places"),
    [
        ("factors.schaamte", ["goals.subgoals.veilig.factors"]),
        (
            "goals.subgoals.veilig",
            [
                "approach.modules.wonen.subgoals",
                "rationale.per_subgoal.waarom.subgoal",
                "research.outcomes.uitkomst.subgoal",
            ],
        ),
        ("approach.modules.wonen", ["active_elements.plek.modules"]),
        ("research.effect_studies.studie", ["research.outcomes.uitkomst.study"]),
        ("literature.bron", ["factors.schaamte.sources"]),
        ("active_elements.plek", []),
    ],
)
def test_every_chosen_link_points_at_its_item(words, item, places):
    assert sorted(p.path for p in pointers(DATA, words.template, item)) == places


def test_a_pointer_is_told_by_the_item_and_the_question_in_which_it_was_chosen(words):
    [pointer] = pointers(DATA, words.template, "factors.schaamte")
    one = words.template.question("goals.subgoals").item.one
    label = words.template.question("goals.subgoals.*.factors").label
    assert pointer.where.nl == f"{one.nl} Veilig wonen: {label.nl}"
    assert pointer.where.en == f"{one.en} Veilig wonen: {label.en}"


def test_an_item_that_is_gone_is_still_pointed_at(words):
    [pointer] = pointers(DATA, words.template, "approach.modules.weg")
    assert pointer.path == "active_elements.plek.modules"


def test_an_id_is_taken_while_an_item_a_link_or_a_note_uses_it():
    assert taken(DATA, "approach.modules") == {"wonen", "weg"}
    assert taken(DATA, "factors") == {"schaamte", "angst"}
    assert taken(DATA, "approach.phases") == set()


def test_an_item_with_the_same_id_in_another_list_is_not_meant(words):
    assert pointers(DATA, words.template, "literature.schaamte") == ()
