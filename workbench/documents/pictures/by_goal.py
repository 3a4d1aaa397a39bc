"""The theory per goal: what it tackles and with which modules, in rows short enough for paper."""

from collections.abc import Iterable

from workbench.documents.blocks import Cell, Paragraph, Table
from workbench.documents.pictures.tables import nothing_yet
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Node


def goals_table(telling: Telling) -> Table:
    """Return a row per goal with its factors and modules, and what stands apart below them."""
    theory = telling.theory
    rows = [_goal(telling, goal) for goal in theory.of("goal")]
    factors = [node for node in theory.of("factor") if not theory.onward(node, "goal")]
    modules = [node for node in theory.of("module") if not theory.back(node, "goal")]
    if factors or modules:
        loose = Paragraph(telling.say("loose"))
        rows.append(((loose,), _told(telling, factors), _told(telling, modules)))
    head = (telling.say("one.goal"), telling.say("goal.factors"), telling.say("goal.modules"))
    return Table(telling.title("picture"), head, tuple(rows))


def elements_told(telling: Telling) -> tuple[str, ...]:
    """Return each active element with its modules, and of which lists there is nothing yet."""
    elements = (_element(telling, element) for element in telling.theory.of("element"))
    return (*elements, *nothing_yet(telling))


def figures_told(telling: Telling) -> Cell:
    """Return the figures that show the problem, each with how many sources it has."""
    return tuple(
        Paragraph(_sentence(telling, figure, telling.sources(figure)))
        for figure in telling.theory.of("figure")
    )


def _goal(telling: Telling, goal: Node) -> tuple[Cell, ...]:
    theory = telling.theory
    return (
        (Paragraph(telling.name(goal)), Paragraph(_known(telling, goal)), *_missing(telling, goal)),
        _told(telling, theory.back(goal, "factor")),
        _told(telling, theory.onward(goal, "module")),
    )


def _told(telling: Telling, nodes: Iterable[Node]) -> Cell:
    """Return factors or modules, a module with the codes of the elements that are in it."""
    return tuple(part for node in nodes for part in _part(telling, node))


def _part(telling: Telling, node: Node) -> Cell:
    elements = telling.names(telling.theory.onward(node, "element"))
    told = Paragraph(_sentence(telling, node, *telling.facts(node), elements))
    return (told, *_missing(telling, node))


def _element(telling: Telling, element: Node) -> str:
    modules = telling.names(telling.theory.back(element, "module"))
    facts = (*telling.facts(element), modules, telling.sources(element))
    missing = (telling.say("gap", told=hole) for hole in telling.holes(element))
    return ". ".join((_sentence(telling, element, *facts), *missing))


def _known(telling: Telling, goal: Node) -> str:
    """Return what was chosen about a goal, and how many sources its reasons have."""
    return "; ".join((*telling.facts(goal), telling.sources(goal)))


def _sentence(telling: Telling, node: Node, *facts: str) -> str:
    known = "; ".join(fact for fact in facts if fact)
    return f"{telling.short(node)} ({known})" if known else telling.short(node)


def _missing(telling: Telling, node: Node) -> Cell:
    holes = telling.holes(node)
    return tuple(Paragraph(telling.say("gap", told=hole), "gap") for hole in holes)
