"""One node as a card: code, facts, heading, and what is missing; measured first, then drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.documents.pictures import ink
from workbench.documents.pictures.lettering import length, lines
from workbench.documents.pictures.symbols import (
    DEPLOYMENT,
    phase_marks,
    phase_room,
    source_mark,
    source_room,
    warning,
)
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Kind, Node

LONGEST: Mapping[Kind, int] = {"goal": 6, "factor": 3, "module": 3, "element": 3}
"""How many lines a heading may have; in full it stands in the table and under a pointer."""


@dataclass(frozen=True)
class Sizes:
    """The letters of a picture."""

    heading: float = 13
    small: float = 11
    pad: float = 8
    between: float = 7
    """At least this stands between two cards below each other."""


@dataclass(frozen=True)
class Card:
    """A node with its words wrapped for one width."""

    node: Node
    telling: Telling
    width: float
    sizes: Sizes
    beside: str = ""
    """What stands in words below the heading where no line can be drawn."""

    @cached_property
    def heading(self) -> tuple[str, ...]:
        """The lines of the heading."""
        most = LONGEST.get(self.node.kind, 4)
        return lines(self.node.heading, self._room, self.sizes.heading, most=most)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The lines beside and below the code: what was chosen, briefly."""
        small, first, rest = self.sizes.small, "", self._told.split()
        while rest and length(f"{first} {rest[0]}".strip(), small) <= self._beside:
            first = f"{first} {rest.pop(0)}".strip()
        return (first, *lines(" ".join(rest), self._room, small))

    @cached_property
    def aside(self) -> tuple[str, ...]:
        """The quiet lines: why a factor has no goal, and what is linked out of sight."""
        told = (self.telling.aside(self.node), self.beside)
        return tuple(ln for text in told for ln in lines(text, self._room, self.sizes.small))

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The lines that say what is missing."""
        room, small = self._room - self.sizes.small * 1.5, self.sizes.small
        told = self.telling.holes(self.node)
        return tuple(line for hole in told for line in lines(hole, room, small, bold=True))

    @property
    def below(self) -> tuple[str, ...]:
        """The lines under the heading."""
        return (*self.aside, *self.missing)

    @property
    def height(self) -> float:
        """How high the card is."""
        small = self.sizes.small * 1.3 * (len(self.facts) + len(self.below) - 1)
        badge = self.sizes.small * 1.5
        text = self.sizes.heading * 1.24 * len(self.heading)
        return 2 * self.sizes.pad - 2 + badge + small + text + 2

    def drawn(self, x: float, y: float) -> str:
        """Return the card with its upper left corner at this place."""
        told = " · ".join((self.telling.name(self.node), *self.telling.facts(self.node)))
        inner = [*self._frame(x, y), *self._top(x, y), *self._words(x, y)]
        return ink.group(inner, told, data_node=self.node.path)

    @property
    def _room(self) -> float:
        return self.width - 2 * self.sizes.pad - (4 if self.node.kind == "goal" else 0)

    @property
    def _left(self) -> float:
        return self.sizes.pad + (4 if self.node.kind == "goal" else 0)

    @property
    def _badge(self) -> float:
        return length(self.telling.code(self.node), self.sizes.small, bold=True) + 9

    @property
    def _beside(self) -> float:
        """The room beside the code, without what stands at the right."""
        return self._room - self._badge - 6 - self._glyph - self._right

    @property
    def _glyph(self) -> float:
        return self.sizes.small + 5 if self._deployment else 0

    @property
    def _right(self) -> float:
        if self.node.kind == "module":
            return phase_room(len(self.telling.theory.of("phase")), self.sizes.small)
        if not self._sources or self.node.kind == "element":
            return 0
        return source_room(self._sources, self.sizes.small)

    @property
    def _sources(self) -> int:
        return len(self.telling.theory.onward(self.node, "source"))

    @property
    def _deployment(self) -> str:
        return next((code for name, code in self.node.options if name == "deployment"), "")

    @property
    def _told(self) -> str:
        if self._deployment:
            return self.telling.say(f"deployment.{self._deployment}")
        options = self.telling.options(self.node)
        return " · ".join(options[:1] if self.node.kind == "factor" else options)

    def _frame(self, x: float, y: float) -> Iterator[str]:
        broken, aside = bool(self.missing), bool(self.telling.aside(self.node))
        fill = ink.GAP_SOFT if broken else ink.PAPER if aside else ink.CARD
        yield ink.box(
            x,
            y,
            self.width,
            self.height,
            fill=fill,
            stroke=ink.GAP if broken else ink.LINE,
            stroke_width=1.8 if broken else 1,
            stroke_dasharray="6 3" if broken else None,
        )
        if self.node.kind == "goal":
            colour = ink.hue(self.node.number)[0]
            yield ink.box(x, y, 7, self.height, fill=colour, rx=3)

    def _top(self, x: float, y: float) -> Iterator[str]:
        size, left, top = self.sizes.small, x + self._left, y + self.sizes.pad - 2
        fill, letters = _badge_colours(self.node)
        high = size * 1.5
        yield ink.box(left, top, self._badge, high, fill=fill, rx=4)
        code = self.telling.code(self.node)
        yield ink.words(
            left + self._badge / 2,
            top + size * 1.12,
            code,
            size,
            fill=letters,
            bold=True,
            anchor="middle",
        )
        at = left + self._badge + 6
        if self._deployment:
            yield DEPLOYMENT[self._deployment](at, top + size * 0.25, size)
            at += self._glyph
        yield ink.words(at, top + size * 1.12, self.facts[0], size, fill=ink.QUIET)
        yield from self._corner(x + self._left + self._room, top)

    def _corner(self, right: float, top: float) -> Iterator[str]:
        if self.node.kind == "module":
            phases = self.telling.theory.of("phase")
            within = {p.number for p in self.telling.theory.back(self.node, "phase")}
            room = phase_room(len(phases), self.sizes.small)
            yield phase_marks(right - room, top, self.sizes.small, len(phases), within)
        elif self._right:
            yield source_mark(right - self._right, top, self.sizes.small, self._sources)

    def _words(self, x: float, y: float) -> Iterator[str]:
        small, left = self.sizes.small, x + self._left
        at = y + self.sizes.pad - 2 + small * 1.5
        for line in self.facts[1:]:
            at += small * 1.3
            yield ink.words(left, at - small * 0.15, line, small, fill=ink.QUIET)
        for line in self.heading:
            at += self.sizes.heading * 1.24
            yield ink.words(left, at, line, self.sizes.heading)
        for line in self.aside:
            at += small * 1.3
            yield ink.words(left, at, line, small, fill=ink.QUIET)
        at += 2
        for n, line in enumerate(self.missing):
            at += small * 1.3
            if n == 0:
                yield warning(left, at - small * 0.9, small)
            yield ink.words(left + small * 1.5, at, line, small, fill=ink.GAP, bold=True)


def _badge_colours(node: Node) -> tuple[str, str]:
    return ink.hue(node.number) if node.kind == "goal" else (ink.TEAL_SOFT, ink.TEAL)
