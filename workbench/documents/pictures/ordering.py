"""In which order the cards of each column stand, so that few connections cross.

The barycentre heuristic: each card goes to the mean place of what it is connected with, column
after column, there and back; the order with the fewest crossings seen is kept.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

Order = tuple[tuple[str, ...], ...]
"""The addresses of each column from top to bottom."""
Pairs = frozenset[tuple[str, str]]
_SWEEPS = 6


def ordered(columns: Sequence[Sequence[str]], pairs: Pairs) -> Order:
    """Return the columns with their cards in an order with few crossings; always the same one."""
    near = _near(pairs)
    best = current = tuple(tuple(column) for column in columns)
    fewest = crossings(best, pairs)
    for sweep in range(2 * _SWEEPS):
        current = _swept(current, near, backwards=sweep % 2 == 1)
        crossed = crossings(current, pairs)
        if crossed < fewest:
            best, fewest = current, crossed
    return best


def crossings(order: Order, pairs: Pairs) -> int:
    """Return how many connections between neighbouring columns cross each other."""
    return sum(
        (a - c) * (b - d) < 0
        for left, right in pairwise(order)
        for (a, b), (c, d) in combinations(_ends(left, right, pairs), 2)
    )


def _ends(left: Sequence[str], right: Sequence[str], pairs: Pairs) -> list[tuple[int, int]]:
    starts = {address: n for n, address in enumerate(left)}
    ends = {address: n for n, address in enumerate(right)}
    return [(starts[a], ends[b]) for a, b in pairs if a in starts and b in ends]


def _swept(order: Order, near: Mapping[str, frozenset[str]], *, backwards: bool) -> Order:
    columns = list(order)
    steps = range(len(columns) - 2, -1, -1) if backwards else range(1, len(columns))
    for n in steps:
        fixed = columns[n + 1] if backwards else columns[n - 1]
        columns[n] = _moved(columns[n], fixed, near)
    return tuple(columns)


def _moved(
    column: Sequence[str], fixed: Sequence[str], near: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """Return a column by the mean place of its neighbours; without any a card keeps its place."""
    places = {address: (n + 0.5) / len(fixed) for n, address in enumerate(fixed)}
    wanted: dict[str, float] = {}
    for n, address in enumerate(column):
        found = [places[other] for other in near.get(address, ()) if other in places]
        wanted[address] = sum(sorted(found)) / len(found) if found else (n + 0.5) / len(column)
    return tuple(sorted(column, key=lambda address: wanted[address]))


def _near(pairs: Pairs) -> Mapping[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for start, end in pairs:
        near.setdefault(start, set()).add(end)
        near.setdefault(end, set()).add(start)
    return {address: frozenset(others) for address, others in near.items()}
