"""Timing one thing many times, and a table of what came out."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Row:
    """One measured figure: milliseconds, and the figure to reach."""

    what: str
    median_ms: float
    p95_ms: float
    figure_ms: float
    counts: str
    """Which of the two the figure speaks of: median or p95."""

    @property
    def ratio(self) -> float:
        """Measured over allowed: below 1 is within the figure."""
        return (self.p95_ms if self.counts == "p95" else self.median_ms) / self.figure_ms


def timed(
    what: str, act: Callable[[int], object], times: int, figure_ms: float, counts: str = "p95"
) -> Row:
    """Return the row for an act that is done `times` times, after one time that does not count."""
    act(0)
    spent = []
    for n in range(1, times + 1):
        before = time.perf_counter()
        act(n)
        spent.append(1000 * (time.perf_counter() - before))
    return Row(what, median(spent), quantiles(spent, n=20)[-1], figure_ms, counts)


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table with ratios."""
    lines = ["| what | median ms | p95 ms | figure ms | measured / figure |", "|---|" + 4 * "---|"]
    lines += [
        f"| {row.what} | {row.median_ms:.1f} | {row.p95_ms:.1f} | {row.counts} <= "
        f"{row.figure_ms:.0f} | {row.ratio:.2f} |"
        for row in rows
    ]
    return "\n".join(lines)
