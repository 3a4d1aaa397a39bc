"""A programme theory as a value: nodes, the links between them, and the holes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

AnyValue = TypeVar("AnyValue")

Kind = Literal[
    "problem", "figure", "factor", "main", "goal", "module", "phase", "element", "source"
]
HoleKind = Literal[
    "nothing_yet",
    "link_to_nowhere",
    "figure_without_source",
    "factor_without_goal",
    "factor_not_tackled",
    "goal_without_factor",
    "goal_without_module",
    "module_without_goal",
    "module_without_phase",
    "module_without_deployment",
    "phase_without_duration",
    "phase_without_module",
    "element_without_module",
    "element_without_source",
]


@dataclass(frozen=True)
class Node:
    """One thing of the description that stands in the picture."""

    kind: Kind
    id: str
    number: int
    """Its place in its own list, from one, as on the screens; zero outside a list."""
    heading: str
    path: str
    """The address of the item, by which it is known in the graph."""
    options: tuple[tuple[str, str], ...] = ()
    """What was chosen about it: the name of the option list and the code."""
    value: str = ""
    """The number that a figure gives."""
    set_aside: Literal["", "unchangeable", "explained"] = ""
    """Why a factor may stand without a goal."""


@dataclass(frozen=True)
class Link:
    """What somebody linked: two addresses, in the direction of the chain.

    Figure, factor, goal and element lead to their sources; factor to goal; goal and phase to
    module; module to element.
    """

    start: str
    end: str


@dataclass(frozen=True)
class Hole:
    """Something that should be linked and is not; `place` is the node or list it is seen at."""

    kind: HoleKind
    place: str
    path: str
    """The address of the question that fills the hole."""


@dataclass(frozen=True)
class Matrix:
    """Which rows are linked with which columns."""

    rows: tuple[Node, ...]
    columns: tuple[Node, ...]
    marked: frozenset[tuple[str, str]]
    """The linked pairs, as addresses of row and column."""

    def has(self, row: Node, column: Node) -> bool:
        """Return whether the two are linked."""
        return (row.path, column.path) in self.marked


@dataclass(frozen=True)
class Theory:
    """Everything in the picture of one programme, in the order of the description."""

    title: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    holes: tuple[Hole, ...]

    def of(self, kind: Kind) -> tuple[Node, ...]:
        """Return the nodes of one kind."""
        return self._by_kind.get(kind, ())

    def onward(self, node: Node, kind: Kind) -> tuple[Node, ...]:
        """Return the nodes of one kind to which this one leads."""
        return tuple(other for other in self._after.get(node.path, ()) if other.kind == kind)

    def back(self, node: Node, kind: Kind) -> tuple[Node, ...]:
        """Return the nodes of one kind that lead to this one."""
        return tuple(other for other in self._before.get(node.path, ()) if other.kind == kind)

    def holes_at(self, place: str) -> tuple[Hole, ...]:
        """Return the holes that are seen at a node or at a list."""
        return tuple(hole for hole in self.holes if hole.place == place)

    def matrix(self, rows: Kind, columns: Kind) -> Matrix:
        """Return which nodes of two kinds are linked, in either direction."""
        pairs = {(link.start, link.end) for link in self.links}
        return Matrix(
            self.of(rows), self.of(columns), frozenset(pairs | {(b, a) for a, b in pairs})
        )

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Node, ...]]:
        return _grouped((node.kind, node) for node in self.nodes)

    @cached_property
    def _after(self) -> Mapping[str, tuple[Node, ...]]:
        return self._neighbours((link.start, link.end) for link in self.links)

    @cached_property
    def _before(self) -> Mapping[str, tuple[Node, ...]]:
        return self._neighbours((link.end, link.start) for link in self.links)

    def _neighbours(self, pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[Node, ...]]:
        ends = _grouped(pairs)
        return {
            path: tuple(node for node in self.nodes if node.path in others)
            for path, others in ends.items()
        }


def _grouped(pairs: Iterable[tuple[str, AnyValue]]) -> Mapping[str, tuple[AnyValue, ...]]:
    groups: dict[str, list[AnyValue]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in groups.items()}
