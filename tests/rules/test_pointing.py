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
def test_every_chosen_link_points_at_its_item(item, places):
    assert sorted(pointers(DATA, item)) == places


def test_an_item_that_is_gone_is_still_pointed_at():
    assert pointers(DATA, "approach.modules.weg") == ("active_elements.plek.modules",)


def test_an_id_is_taken_while_an_item_a_link_or_a_note_uses_it():
    assert taken(DATA, "approach.modules") == {"wonen", "weg"}
    assert taken(DATA, "factors") == {"schaamte", "angst"}
    assert taken(DATA, "approach.phases") == set()


def test_an_item_with_the_same_id_in_another_list_is_not_meant():
    assert pointers(DATA, "literature.schaamte") == ()
