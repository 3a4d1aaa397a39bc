"""Where the chain of a programme theory breaks; the warnings about it are in `chain.py`."""

from collections.abc import Iterator, Mapping

from workbench.domain.programme import Programme
from workbench.rules.graph import Hole, HoleKind, Kind, Node, Theory

LISTS: Mapping[Kind, str] = {
    "figure": "problem.figures",
    "factor": "factors",
    "goal": "goals.subgoals",
    "module": "approach.modules",
    "element": "active_elements",
    "phase": "approach.phases",
}
"""The kinds that make a column of the picture or a row of the timeline, and their lists."""


def holes(graph: Theory, programme: Programme) -> tuple[Hole, ...]:
    """Return every hole of a graph, kind by kind in the order of the chain."""
    empty = [Hole("nothing_yet", path, path) for kind, path in LISTS.items() if not graph.of(kind)]
    return (
        *empty,
        *_figures(graph),
        *_factors(graph, programme),
        *_goals(graph),
        *_modules(graph),
        *_phases(graph, programme),
        *_elements(graph),
    )


def _figures(graph: Theory) -> Iterator[Hole]:
    for figure in graph.of("figure"):
        if not graph.onward(figure, "source"):
            yield _hole("figure_without_source", figure, "sources")


def _factors(graph: Theory, programme: Programme) -> Iterator[Hole]:
    """Yield the factors left alone while nobody said why; of some it is not known if they can."""
    changeable = {factor.id: factor.changeable for factor in programme.factors}
    for factor in graph.of("factor"):
        if factor.set_aside or graph.onward(factor, "goal"):
            continue
        if changeable[factor.id]:
            yield _hole("factor_not_tackled", factor, "not_tackled")
        else:
            yield _hole("factor_without_goal", factor, "changeable")


def _goals(graph: Theory) -> Iterator[Hole]:
    for goal in graph.of("goal"):
        if not graph.back(goal, "factor"):
            yield _hole("goal_without_factor", goal, "factors")
        if not graph.onward(goal, "module"):
            yield _hole("goal_without_module", goal, "text")


def _modules(graph: Theory) -> Iterator[Hole]:
    for module in graph.of("module"):
        if not graph.back(module, "goal"):
            yield _hole("module_without_goal", module, "subgoals")
        if graph.of("phase") and not graph.back(module, "phase"):
            yield _hole("module_without_phase", module, "phases")
        if not module.options:
            yield _hole("module_without_deployment", module, "deployment")


def _phases(graph: Theory, programme: Programme) -> Iterator[Hole]:
    lengths = {phase.id: phase.duration for phase in programme.approach.phases}
    for phase in graph.of("phase"):
        length = lengths[phase.id]
        if length.unit is None or (length.minimum is None and length.maximum is None):
            yield _hole("phase_without_duration", phase, "duration")
        if not graph.onward(phase, "module"):
            yield _hole("phase_without_module", phase, "name")


def _elements(graph: Theory) -> Iterator[Hole]:
    """Yield the elements that no module holds, and those said to rest on research without any."""
    for element in graph.of("element"):
        if not graph.back(element, "module"):
            yield _hole("element_without_module", element, "modules")
        if ("basis", "research") in element.options and not graph.onward(element, "source"):
            yield _hole("element_without_source", element, "sources")


def _hole(kind: HoleKind, node: Node, question: str) -> Hole:
    return Hole(kind, node.path, f"{node.path}.{question}")
