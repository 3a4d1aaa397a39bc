"""What programmes have in common: modules, factors and elements, counted over all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.domain.verdicts import Pair
from workbench.rules.comparison.grouping import Group
from workbench.rules.comparison.parts import ELEMENTS
from workbench.rules.comparison.sides import Sides

Standing = Literal["alone", "proposed", "partly", "confirmed"]
"""Of one programme; only seen by the rules; some of it decided by an advisor; all of it."""
Share = Literal["common", "shared", "unique"]
"""In at least half of the programmes; in fewer; in one."""


@dataclass(frozen=True)
class Common:
    """One module, factor or active element, in how many programmes it is, and who says so."""

    group: Group
    programmes: int
    share: Share
    standing: Standing


def common(sides: Sides) -> Iterator[Common]:
    """Yield every module, factor and active element, those in most programmes first."""
    for path in ELEMENTS:
        found = [_counted(sides, group) for group in sides.groups[path]]
        yield from sorted(found, key=lambda one: -one.programmes)


def half(programmes: int) -> int:
    """Return in how many of the programmes something is common: half of them, and never one."""
    return max(2, -(-programmes // 2))


def open_pairs(group: Group, sides: Sides) -> tuple[Pair, ...]:
    """Return every two of its items about which nobody decided yet."""
    pairs = (frozenset({one.ref, other.ref}) for one, other in group.pairs)
    return tuple(pair for pair in pairs if pair not in sides.judged)


def _counted(sides: Sides, group: Group) -> Common:
    n = len(group.sides)
    share: Share = "unique" if n == 1 else "common" if n >= half(len(sides)) else "shared"
    return Common(group, n, share, _standing(sides, group))


def _standing(sides: Sides, group: Group) -> Standing:
    pairs = list(group.pairs)
    if not pairs:
        return "alone"
    still_open = len(open_pairs(group, sides))
    if not still_open:
        return "confirmed"
    return "proposed" if still_open == len(pairs) else "partly"
