"""The evidence of several programmes per outcome: a goal they share, or an outcome by its name."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.rules.comparison.sides import Sides
from workbench.rules.outcomes import OutcomeLevel


@dataclass(frozen=True)
class SharedOutcome:
    """One outcome, and what each programme found out about it; None for not studied."""

    name: str
    found: tuple[OutcomeLevel | None, ...]


def outcomes(sides: Sides) -> Iterator[SharedOutcome]:
    """Yield every outcome that was studied in any of the programmes."""
    rows: dict[str, list[OutcomeLevel | None]] = {}
    names: dict[str, str] = {}
    for number, side in enumerate(sides):
        for outcome in side.examined.level.outcomes:
            key = _key(sides, number, outcome)
            names.setdefault(key, outcome.name)
            row = rows.setdefault(key, [None] * len(sides))
            row[number] = row[number] or outcome
    for key, row in rows.items():
        yield SharedOutcome(names[key], tuple(row))


def _key(sides: Sides, side: int, outcome: OutcomeLevel) -> str:
    if outcome.subgoal is None:
        return f"name:{' '.join(outcome.name.lower().split())}"
    group = sides.group_of(side, "goals.subgoals", outcome.subgoal)
    return f"goal:{group.key if group else outcome.subgoal}"
