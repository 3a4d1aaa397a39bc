"""Everything the rules say of two to six programmes together, worked out when it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.domain.words import Words
from workbench.rules.comparison.common_elements import Common, common
from workbench.rules.comparison.grouping import Judged
from workbench.rules.comparison.outcomes import SharedOutcome, outcomes
from workbench.rules.comparison.rows import Row, rows
from workbench.rules.comparison.sides import FEWEST, MOST, Side, Sides
from workbench.rules.examination import Examination


class NotComparable(ValueError):
    """Fewer than two programmes, or more than six."""


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
    examined: Mapping[str, Examination], words: Words, judged: Judged | None = None
) -> Comparison:
    """Return the comparison of examined programmes by their ids; raise NotComparable."""
    if not FEWEST <= len(examined) <= MOST:
        raise NotComparable(len(examined))
    sides = tuple(Side(programme, found) for programme, found in examined.items())
    return Comparison(Sides(sides, words, judged or {}))
