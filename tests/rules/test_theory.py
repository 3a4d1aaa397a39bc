"""The programme theory holds exactly what somebody linked, and knows where a link is missing."""

import pytest
from hypothesis import given

from tests.strategies import programmes
from workbench.rules.graph import Link
from workbench.rules.theory import theory
from workbench.rules.timeline import Weeks, timeline

WHOLE = {
    "problem": {"figures": [{"id": "c", "name": "Meisjes", "value": "900", "sources": ["b"]}]},
    "factors": [
        {"id": "f", "name": "Spanning", "type": "risk", "changeable": True, "sources": ["b"]}
    ],
    "goals": {"main": "Veilig.", "subgoals": [{"id": "d", "text": "Rust.", "factors": ["f"]}]},
    "approach": {
        "phases": [{"id": "p", "name": "Start", "duration": {"minimum": 2, "unit": "weeks"}}],
        "modules": [
            {"id": "m", "name": "Groep", "deployment": "fixed", "phases": ["p"], "subgoals": ["d"]}
        ],
    },
    "rationale": {"per_subgoal": [{"id": "r", "subgoal": "d", "sources": ["b"]}]},
    "active_elements": [
        {"id": "w", "name": "Mentor", "basis": ["research"], "modules": ["m"], "sources": ["b"]}
    ],
    "literature": [{"id": "b", "title": "Onderzoek"}],
}


@pytest.fixture
def graph(described):
    """Return a function from plain values to the theory."""
    return lambda **changed: theory(described(**{**WHOLE, **changed}))


def found(graph):
    return {(hole.kind, hole.place) for hole in graph.holes}


def test_every_item_of_the_chain_is_a_node_known_by_its_address(graph):
    assert [(node.kind, node.path, node.heading) for node in graph().nodes] == [
        ("problem", "problem.description", ""),
        ("figure", "problem.figures.c", "Meisjes"),
        ("factor", "factors.f", "Spanning"),
        ("main", "goals.main", "Veilig."),
        ("goal", "goals.subgoals.d", "Rust."),
        ("phase", "approach.phases.p", "Start"),
        ("module", "approach.modules.m", "Groep"),
        ("element", "active_elements.w", "Mentor"),
        ("source", "literature.b", "Onderzoek"),
    ]


def test_every_link_that_somebody_made_stands_in_the_graph_once(graph):
    source = "literature.b"
    assert sorted((link.start, link.end) for link in graph().links) == [
        ("active_elements.w", source),
        ("approach.modules.m", "active_elements.w"),
        ("approach.phases.p", "approach.modules.m"),
        ("factors.f", "goals.subgoals.d"),
        ("factors.f", source),
        ("goals.subgoals.d", "approach.modules.m"),
        ("goals.subgoals.d", source),
        ("problem.figures.c", source),
    ]


def test_a_link_made_twice_is_one_link(graph):
    twice = graph(goals={"subgoals": [{"id": "d", "text": "Rust.", "factors": ["f", "f"]}]})
    assert twice.links.count(Link("factors.f", "goals.subgoals.d")) == 1


def test_a_whole_chain_has_no_holes(graph):
    assert graph().holes == ()


def test_an_empty_description_tells_which_lists_are_empty_and_nothing_else(described):
    holes = theory(described()).holes
    assert {hole.kind for hole in holes} == {"nothing_yet"}
    assert [hole.place for hole in holes] == [
        "problem.figures", "factors", "goals.subgoals", "approach.modules", "active_elements",
        "approach.phases",
    ]  # fmt: skip


def test_a_link_to_something_that_is_gone_is_a_hole_at_the_item_that_has_it(graph):
    gone = graph(approach={"modules": []})
    assert ("link_to_nowhere", "active_elements.w") in found(gone)
    assert all(link.start != "approach.modules.m" for link in gone.links)


def test_a_goal_without_module_and_a_goal_without_factor_are_holes(graph):
    goals = {"subgoals": [*WHOLE["goals"]["subgoals"], {"id": "los", "text": "Los."}]}
    assert found(graph(goals=goals)) == {
        ("goal_without_factor", "goals.subgoals.los"),
        ("goal_without_module", "goals.subgoals.los"),
    }


def test_a_module_without_goal_phase_or_deployment_is_a_hole_of_each_kind(graph):
    approach = WHOLE["approach"]
    modules = [*approach["modules"], {"id": "los", "name": "Sport"}]
    place = "approach.modules.los"
    assert found(graph(approach={**approach, "modules": modules})) == {
        ("module_without_goal", place),
        ("module_without_phase", place),
        ("module_without_deployment", place),
    }


def test_a_module_needs_no_phase_where_there_are_no_phases(graph):
    modules = [{**WHOLE["approach"]["modules"][0], "phases": []}]
    kinds = {hole.kind for hole in graph(approach={"modules": modules}).holes}
    assert "module_without_phase" not in kinds


@pytest.mark.parametrize(
    ("factor", "hole"),
    [
        ({"changeable": True}, "factor_not_tackled"),
        ({}, "factor_without_goal"),
        ({"changeable": False}, None),
        ({"changeable": True, "not_tackled": "Dat doet een ander."}, None),
        ({"changeable": True, "not_tackled": "  "}, "factor_not_tackled"),
    ],
)
def test_a_factor_without_goal_is_a_hole_unless_somebody_said_why(graph, factor, hole):
    factors = [*WHOLE["factors"], {"id": "los", "name": "Armoede", **factor}]
    expected = {(hole, "factors.los")} if hole else set()
    assert found(graph(factors=factors)) == expected


def test_a_figure_without_source_is_a_hole(graph):
    problem = {"figures": [{"id": "c", "value": "900"}]}
    assert found(graph(problem=problem)) == {("figure_without_source", "problem.figures.c")}


def test_an_element_that_rests_on_research_needs_a_source_and_every_element_a_module(graph):
    elements = [
        {"id": "a", "name": "Mentor", "basis": ["research"]},
        {"id": "b", "name": "Nabijheid", "basis": ["practice"], "modules": ["m"]},
    ]
    assert found(graph(active_elements=elements)) == {
        ("element_without_module", "active_elements.a"),
        ("element_without_source", "active_elements.a"),
    }


def test_a_phase_without_length_or_modules_is_a_hole(graph):
    approach = WHOLE["approach"]
    phases = [*approach["phases"], {"id": "los", "name": "Eind", "duration": {"minimum": 3}}]
    assert found(graph(approach={**approach, "phases": phases})) == {
        ("phase_without_duration", "approach.phases.los"),
        ("phase_without_module", "approach.phases.los"),
    }


@given(programmes())
def test_of_any_description_every_link_and_hole_leads_to_something_that_is_there(programme):
    graph = theory(programme)
    known = {node.path for node in graph.nodes}
    assert all({link.start, link.end} <= known for link in graph.links)
    lists = {hole.place for hole in graph.holes if hole.kind == "nothing_yet"}
    assert {hole.place for hole in graph.holes} <= known | lists


# --- matrices


def test_a_matrix_marks_the_pairs_that_are_linked_and_no_others(graph):
    goals = [*WHOLE["goals"]["subgoals"], {"id": "los", "text": "Los."}]
    linked = graph(goals={"subgoals": goals})
    factors, modules = linked.matrix("factor", "goal"), linked.matrix("module", "goal")
    for matrix in (factors, modules):
        assert [matrix.has(matrix.rows[0], column) for column in matrix.columns] == [True, False]


# --- the timeline


def phased(*lengths):
    phases = [{"id": f"p{n}", "duration": length} for n, length in enumerate(lengths)]
    return {"approach": {"phases": phases}}


def spans(described, *lengths):
    programme = described(**phased(*lengths))
    return timeline(programme, theory(programme)).spans


def test_phases_follow_each_other_at_the_shortest_and_at_the_longest(described):
    first, second = spans(
        described,
        {"minimum": 2, "maximum": 4, "unit": "weeks"},
        {"minimum": 3, "maximum": 12, "unit": "months"},
    )
    assert (first.start, first.end) == (Weeks(0, 0), Weeks(2, 4))
    assert (second.start, second.end) == (Weeks(2, 4), Weeks(15, 56))


def test_one_number_is_both_the_shortest_and_the_longest(described):
    (only,) = spans(described, {"maximum": 14, "unit": "days"})
    assert only.length == Weeks(2, 2)


def test_after_a_phase_without_length_nobody_knows_when_the_next_one_starts(described):
    unknown, after = spans(described, {"minimum": 2}, {"minimum": 2, "unit": "weeks"})
    assert (unknown.length, unknown.end, after.start) == (None, None, None)
    assert after.length == Weeks(2, 2)


def test_a_module_stands_in_each_of_its_phases_and_without_any_it_is_loose(described):
    approach = {
        "phases": [{"id": "a"}, {"id": "b"}],
        "modules": [{"id": "m", "phases": ["a", "b"]}, {"id": "los"}],
    }
    programme = described(approach=approach)
    line = timeline(programme, theory(programme))
    assert [[module.id for module in span.modules] for span in line.spans] == [["m"], ["m"]]
    assert [module.id for module in line.loose] == ["los"]
