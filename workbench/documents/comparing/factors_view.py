"""The factors against the goals by which each programme tackles them."""

from workbench.documents.comparing.saying import Saying, short
from workbench.documents.comparing.view import Line, View, state_of
from workbench.rules.comparison.grouping import Group
from workbench.rules.graph import Node

FACTORS, GOALS = "factors", "goals.subgoals"


def factors_view(saying: Saying) -> View:
    """Return every factor with the goals that tackle it in each programme."""
    return View(
        "factors",
        saying.say("factors"),
        saying.say("factors.told"),
        (*(saying.say(f"head.{key}") for key in ("factor", "in_how_many", "state")), *saying.names),
        tuple(_factor(saying, group) for group in saying.comparison.sides.groups[FACTORS]),
        3,
    )


def _factor(saying: Saying, group: Group) -> Line:
    sides = range(len(saying.sides))
    state = state_of([_goals(saying, group, side) for side in sides])
    lead = (short(group.parts[0].told.name), len(group.sides), saying.state(state))
    cells = [_tackled(saying, group, side) for side in sides]
    return saying.line(lead, cells, state, group.key, nothing=saying.say("no_item"))


def _goals(saying: Saying, group: Group, side: int) -> frozenset[str] | None:
    """Return the goals that tackle a factor, such that two that mean the same are equal."""
    if not group.at(side):
        return None
    sides = saying.comparison.sides
    found = (sides.group_of(side, GOALS, goal.id) for goal in _linked(saying, group, side))
    return frozenset(goal.key for goal in found if goal)


def _linked(saying: Saying, group: Group, side: int) -> list[Node]:
    theory, paths = saying.tellings[side].theory, {part.path for part in group.at(side)}
    nodes = [node for node in theory.of("factor") if node.path in paths]
    return [goal for node in nodes for goal in theory.onward(node, "goal")]


def _tackled(saying: Saying, group: Group, side: int) -> str:
    """Return what one programme calls a factor, and its goals or why there is none."""
    if not group.at(side):
        return ""
    telling, paths = saying.tellings[side], {part.path for part in group.at(side)}
    goals = [telling.short(goal) for goal in _linked(saying, group, side)]
    asides = [telling.aside(node) for node in telling.theory.of("factor") if node.path in paths]
    told = goals or list(filter(None, asides)) or [saying.say("factors.no_goal")]
    return "\n".join((saying.called(group, side), *told))
