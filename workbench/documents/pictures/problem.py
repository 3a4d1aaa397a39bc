"""The first column: the figures that show the problem, on one card."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.documents.pictures import ink
from workbench.documents.pictures.card import Sizes
from workbench.documents.pictures.lettering import lines
from workbench.documents.pictures.symbols import source_mark, source_room, warning
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Node


@dataclass(frozen=True)
class Problem:
    """The figures below each other; without any, that they are missing."""

    telling: Telling
    width: float
    sizes: Sizes

    @property
    def height(self) -> float:
        """How high the card is."""
        figures = self.telling.theory.of("figure")
        if not figures:
            return 2 * self.sizes.pad + self._line * len(self._nothing) + 4
        parts = (self._height(figure) for figure in figures)
        return self.sizes.pad * 2 + sum(parts) + self.sizes.pad * (len(figures) - 1)

    def drawn(self, x: float, y: float) -> str:
        """Return the card with its upper left corner at this place."""
        broken = not self.telling.theory.of("figure")
        frame = ink.box(
            x, y, self.width, self.height,
            fill=ink.GAP_SOFT if broken else ink.CARD,
            stroke=ink.GAP if broken else ink.LINE,
            stroke_width=1.8 if broken else 1,
            stroke_dasharray="6 3" if broken else None,
        )  # fmt: skip
        inner = self._told_nothing(x, y) if broken else self._figures(x, y)
        problem = self.telling.theory.of("problem")[0]
        return ink.group((frame, *inner), problem.heading, data_node=problem.path)

    @property
    def _line(self) -> float:
        return self.sizes.small * 1.3

    @property
    def _room(self) -> float:
        return self.width - 2 * self.sizes.pad

    @property
    def _nothing(self) -> tuple[str, ...]:
        room = self._room - self.sizes.small * 1.6
        return lines(self.telling.nothing("figure"), room, self.sizes.small, bold=True)

    def _value(self, figure: Node) -> tuple[str, ...]:
        sources = len(self.telling.theory.onward(figure, "source"))
        room = self._room - source_room(sources, self.sizes.small) - 2
        return lines(figure.value, room, self.sizes.heading + 1, bold=True, most=3) or ("–",)

    def _name(self, figure: Node) -> tuple[str, ...]:
        return lines(figure.heading, self._room, self.sizes.small, most=5)

    def _height(self, figure: Node) -> float:
        missing = len(self.telling.holes(figure))
        value = (self.sizes.heading + 1) * 1.24 * len(self._value(figure))
        return value + self._line * (len(self._name(figure)) + missing) + 3

    def _figures(self, x: float, y: float) -> Iterator[str]:
        at = y + self.sizes.pad
        for n, figure in enumerate(self.telling.theory.of("figure")):
            if n:
                left, right = ink.number(x + self.sizes.pad), ink.number(x + self._room + 8)
                line = f"M{left} {ink.number(at - self.sizes.pad / 2)}H{right}"
                yield ink.path(line, stroke=ink.LINE, stroke_width=0.8)
            told = self.telling.name(figure)
            yield ink.group(self._figure(figure, x, at), told, data_node=figure.path)
            at += self._height(figure) + self.sizes.pad

    def _figure(self, figure: Node, x: float, at: float) -> Iterator[str]:
        left, size = x + self.sizes.pad, self.sizes.heading + 1
        sources = len(self.telling.theory.onward(figure, "source"))
        if sources:
            right = left + self._room - source_room(sources, self.sizes.small)
            yield source_mark(right, at, self.sizes.small, sources)
        for line in self._value(figure):
            at += size * 1.24
            yield ink.words(left, at - 3, line, size, fill=ink.TEAL, bold=True)
        for line in self._name(figure):
            at += self._line
            yield ink.words(left, at - 2, line, self.sizes.small)
        for hole in self.telling.holes(figure):
            at += self._line
            yield warning(left, at - self.sizes.small - 1, self.sizes.small)
            yield ink.words(
                left + self.sizes.small * 1.5,
                at - 2,
                hole,
                self.sizes.small,
                fill=ink.GAP,
                bold=True,
            )

    def _told_nothing(self, x: float, y: float) -> Iterator[str]:
        left, small = x + self.sizes.pad, self.sizes.small
        yield warning(left, y + self.sizes.pad + 3, small)
        for n, line in enumerate(self._nothing, 1):
            at = y + self.sizes.pad + self._line * n
            yield ink.words(left + small * 1.6, at, line, small, fill=ink.GAP, bold=True)
