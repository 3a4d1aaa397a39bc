"""From a description to its programme theory: what somebody linked, and where a link is missing.

Nothing is guessed: a link that nobody made is a hole, or simply not there.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from workbench.domain.programme import Programme
from workbench.domain.substantiation import Factor, SourceId
from workbench.rules.graph import Hole, Link, Node, Theory
from workbench.rules.holes import holes

Made = tuple[str, str, Link]
"""The question in which a link was made, the node at which that is seen, and the link."""


def theory(programme: Programme) -> Theory:
    """Return the graph of what somebody linked, with its holes."""
    nodes = tuple(_nodes(programme))
    known = {node.path for node in nodes}
    made = [one for one in _links(programme) if one[1] in known]
    whole = [link for _, _, link in made if {link.start, link.end} <= known]
    lost = [
        Hole("link_to_nowhere", place, question)
        for question, place, link in made
        if not {link.start, link.end} <= known
    ]
    graph = Theory(programme.title or "", nodes, tuple(dict.fromkeys(whole)), ())
    found = (*dict.fromkeys(lost), *holes(graph, programme))
    return Theory(graph.title, graph.nodes, graph.links, found)


def _nodes(programme: Programme) -> Iterator[Node]:
    problem, goals = programme.problem, programme.goals
    yield Node("problem", "", 0, _line(problem.description), "problem.description")
    for n, figure in enumerate(problem.figures, 1):
        year = "" if figure.year is None else f" ({figure.year})"
        name = f"{_line(figure.name) or figure.id}{year}"
        path = f"problem.figures.{figure.id}"
        yield Node("figure", figure.id, n, name, path, value=_line(figure.value))
    for n, factor in enumerate(programme.factors, 1):
        yield _factor(factor, n)
    yield Node("main", "", 0, _line(goals.main), "goals.main")
    for n, goal in enumerate(goals.subgoals, 1):
        name, chosen = _line(goal.text) or goal.id, _chosen("audience", goal.audience)
        yield Node("goal", goal.id, n, name, f"goals.subgoals.{goal.id}", chosen)
    yield from _work(programme)
    yield from _grounds(programme)


def _factor(factor: Factor, number: int) -> Node:
    aside: Literal["", "unchangeable", "explained"] = ""
    if _line(factor.not_tackled):
        aside = "explained"
    elif factor.changeable is False:
        aside = "unchangeable"
    return Node(
        "factor",
        factor.id,
        number,
        _line(factor.name) or factor.id,
        f"factors.{factor.id}",
        (*_chosen("factor_type", factor.type), *_chosen("factor_level", factor.level)),
        set_aside=aside,
    )


def _work(programme: Programme) -> Iterator[Node]:
    for n, phase in enumerate(programme.approach.phases, 1):
        name = _line(phase.name) or phase.id
        yield Node("phase", phase.id, n, name, f"approach.phases.{phase.id}")
    for n, module in enumerate(programme.approach.modules, 1):
        name, chosen = _line(module.name) or module.id, _chosen("deployment", module.deployment)
        yield Node("module", module.id, n, name, f"approach.modules.{module.id}", chosen)


def _grounds(programme: Programme) -> Iterator[Node]:
    for n, element in enumerate(programme.active_elements, 1):
        name, chosen = _line(element.name) or element.id, _chosen("basis", *element.basis)
        yield Node("element", element.id, n, name, f"active_elements.{element.id}", chosen)
    for n, source in enumerate(programme.literature, 1):
        name = _line(source.title) or _line(source.authors) or source.id
        yield Node("source", source.id, n, name, f"literature.{source.id}")


def _links(programme: Programme) -> Iterator[Made]:
    for goal in programme.goals.subgoals:
        here = f"goals.subgoals.{goal.id}"
        for factor in goal.factors:
            yield f"{here}.factors", here, Link(f"factors.{factor}", here)
    for module in programme.approach.modules:
        here = f"approach.modules.{module.id}"
        for subgoal in module.subgoals:
            yield f"{here}.subgoals", here, Link(f"goals.subgoals.{subgoal}", here)
        for phase in module.phases:
            yield f"{here}.phases", here, Link(f"approach.phases.{phase}", here)
    for element in programme.active_elements:
        here = f"active_elements.{element.id}"
        for used in element.modules:
            yield f"{here}.modules", here, Link(f"approach.modules.{used}", here)
    yield from _citations(programme)


def _citations(programme: Programme) -> Iterator[Made]:
    for figure in programme.problem.figures:
        here = f"problem.figures.{figure.id}"
        yield from _cited(here, here, figure.sources)
    for factor in programme.factors:
        yield from _cited(f"factors.{factor.id}", f"factors.{factor.id}", factor.sources)
    for reason in programme.rationale.per_subgoal:
        asked, goal = f"rationale.per_subgoal.{reason.id}", f"goals.subgoals.{reason.subgoal}"
        yield from _cited(asked, goal, reason.sources)
    for element in programme.active_elements:
        here = f"active_elements.{element.id}"
        yield from _cited(here, here, element.sources)


def _cited(asked: str, place: str, sources: Sequence[SourceId]) -> Iterator[Made]:
    for source in sources:
        yield f"{asked}.sources", place, Link(place, f"literature.{source}")


def _chosen(options: str, *codes: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((options, code) for code in dict.fromkeys(codes) if code)


def _line(text: str | None) -> str:
    """Return a text on one line."""
    return " ".join((text or "").split())
