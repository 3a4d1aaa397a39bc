"""Everything the rules say of two to six programmes together, worked out when it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.comparison.common_elements import Common, common
from workbench.rules.comparison.grouping import Judged
from workbench.rules.comparison.outcomes import SharedOutcome, outcomes
from workbench.rules.comparison.rows import Row, rows
from workbench.rules.comparison.sides import FEWEST, MOST, Side, Sides
from workbench.rules.examination import Examination


class NotComparable(ValueError):
    """Fewer than two programmes, more than six, or one of them twice."""


@dataclass(frozen=True)
class Comparison:
    """Two to six programmes, side by side and together."""

    sides: Sides

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every question, with the items that go together."""
        return tuple(rows(self.sides))

    @cached_property
    def common(self) -> tuple[Common, ...]:
        """Modules, factors and active elements, counted over the programmes."""
        return tuple(common(self.sides))

    @cached_property
    def outcomes(self) -> tuple[SharedOutcome, ...]:
        """What was found out per outcome."""
        return tuple(outcomes(self.sides))


def compare(
    programmes: Sequence[tuple[str, Programme]],
    words: Words,
    today: date,
    judged: Judged | None = None,
) -> Comparison:
    """Return the comparison of programmes by their ids; raise NotComparable."""
    if not FEWEST <= len({programme for programme, _ in programmes}) == len(programmes) <= MOST:
        raise NotComparable(len(programmes))
    sides = tuple(
        Side(programme, Examination(description, words, today))
        for programme, description in programmes
    )
    return Comparison(Sides(sides, words, judged or {}))
