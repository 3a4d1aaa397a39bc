"""The chain from factor to goal to module: where it breaks."""

from collections.abc import Iterator

from workbench.domain.substantiation import Factor
from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.subject import Subject
from workbench.rules.wordings import quoted


@rule("G01", "warning", sources.FACTORS)
def goal_without_factor(subject: Subject) -> Iterator[Found]:
    """Yield every subgoal that tackles no factor."""
    for goal in subject.programme.goals.subgoals:
        if not goal.factors:
            path = f"goals.subgoals.{goal.id}.factors"
            yield Found(path, {"goal": quoted(goal.text or goal.id)})


@rule("G02", "warning", sources.FACTORS)
def factor_without_goal(subject: Subject) -> Iterator[Found]:
    """Yield every factor without a goal of which nobody said that it cannot be changed."""
    for factor in _left_alone(subject):
        if factor.changeable is None:
            path = f"factors.{factor.id}.name"
            yield Found(path, {"factor": quoted(factor.name or factor.id)})


@rule("G03", "warning", sources.APPROACH)
def goal_without_module(subject: Subject) -> Iterator[Found]:
    """Yield every subgoal to which no module contributes."""
    served = {goal for module in subject.programme.approach.modules for goal in module.subgoals}
    for goal in subject.programme.goals.subgoals:
        if goal.id not in served:
            path = f"goals.subgoals.{goal.id}.text"
            yield Found(path, {"goal": quoted(goal.text or goal.id)})


@rule("G04", "warning", sources.APPROACH)
def module_without_goal(subject: Subject) -> Iterator[Found]:
    """Yield every module that contributes to no subgoal."""
    for module in subject.programme.approach.modules:
        if not module.subgoals:
            path = f"approach.modules.{module.id}.subgoals"
            yield Found(path, {"module": quoted(module.name or module.id)})


@rule("G05", "warning", sources.FACTORS)
def changeable_factor_not_tackled(subject: Subject) -> Iterator[Found]:
    """Yield every factor that can be changed, is not tackled, and has no reason why not."""
    for factor in _left_alone(subject):
        if factor.changeable:
            path = f"factors.{factor.id}.not_tackled"
            yield Found(path, {"factor": quoted(factor.name or factor.id)})


@rule("X13", "warning", sources.FACTORS)
def tackled_and_not_tackled(subject: Subject) -> Iterator[Found]:
    """Yield every factor with a goal and with a reason why it is not tackled."""
    for factor in subject.programme.factors:
        if _explained(factor.not_tackled) and factor.id in _tackled(subject):
            path = f"factors.{factor.id}.not_tackled"
            yield Found(path, {"factor": quoted(factor.name or factor.id)})


@rule("G23", "warning", sources.RATIONALE)
def goal_without_rationale(subject: Subject) -> Iterator[Found]:
    """Yield every subgoal that is not explained while others are; C01 speaks when none is."""
    entries = subject.programme.rationale.per_subgoal
    explained = {entry.subgoal for entry in entries}
    for goal in subject.programme.goals.subgoals:
        if entries and goal.id not in explained:
            yield Found("rationale.per_subgoal", {"goal": quoted(goal.text or goal.id)})


def _left_alone(subject: Subject) -> Iterator[Factor]:
    """Yield the factors without a goal and without a reason for that."""
    tackled = _tackled(subject)
    for factor in subject.programme.factors:
        if factor.id not in tackled and not _explained(factor.not_tackled):
            yield factor


def _tackled(subject: Subject) -> set[str]:
    return {factor for goal in subject.programme.goals.subgoals for factor in goal.factors}


def _explained(reason: str | None) -> bool:
    return bool(reason and reason.strip())


CHAIN: tuple[Check, ...] = (
    goal_without_factor,
    factor_without_goal,
    goal_without_module,
    module_without_goal,
    changeable_factor_not_tackled,
)
"""What must be whole before a programme can be called well substantiated."""
CHECKS: tuple[Check, ...] = (*CHAIN, tackled_and_not_tackled, goal_without_rationale)
