"""The lines of the wide picture: from card to card, and broken off where one is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.documents.pictures import ink
from workbench.documents.pictures.card import Card
from workbench.documents.pictures.telling import Telling

LOOSE: Mapping[str, int] = {
    "factor_without_goal": 1,
    "factor_not_tackled": 1,
    "goal_without_factor": -1,
    "goal_without_module": 1,
    "module_without_goal": -1,
    "element_without_module": -1,
}
"""At which side of its card a missing connection is seen: right, or left."""


@dataclass(frozen=True)
class Place:
    """A card and where it stands."""

    card: Card
    x: float
    y: float

    @property
    def right(self) -> float:
        """Where the card ends."""
        return self.x + self.card.width


def threads(telling: Telling, places: Mapping[str, Place]) -> Iterator[str]:
    """Yield a line for every link between two cards, in the colour of its goal."""
    leaving = _ports(telling, places, outgoing=True)
    arriving = _ports(telling, places, outgoing=False)
    for link in telling.theory.links:
        pair = (link.start, link.end)
        if pair in leaving:
            start, end = places[link.start], places[link.end]
            goal = next((p.card.node for p in (start, end) if p.card.node.kind == "goal"), None)
            yield _curve(
                start.right, leaving[pair], end.x, arriving[pair],
                stroke=ink.hue(goal.number)[0] if goal else ink.THREAD,
                stroke_width=2 if goal else 1.5,
                stroke_dasharray=ink.dash(goal.number) if goal else None,
                data_from=link.start,
                data_to=link.end,
            )  # fmt: skip


def loose_ends(telling: Telling, places: Mapping[str, Place]) -> Iterator[str]:
    """Yield a broken-off line with an open end wherever a connection is missing."""
    for hole in telling.theory.holes:
        side = LOOSE.get(hole.kind)
        if side and hole.place in places:
            place = places[hole.place]
            x = place.right if side > 0 else place.x
            y = place.y + place.card.height / 2
            end = x + side * 17
            line = f"M{ink.number(x)} {ink.number(y)}H{ink.number(end)}"
            yield ink.path(line, stroke=ink.GAP, stroke_width=2, stroke_dasharray="3 2")
            yield ink.shape(
                "circle",
                cx=end + side * 5,
                cy=y,
                r=5,
                fill=ink.CARD,
                stroke=ink.GAP,
                stroke_width=2,
            )


def _ports(
    telling: Telling, places: Mapping[str, Place], *, outgoing: bool
) -> Mapping[tuple[str, str], float]:
    """Return where each line touches a card: spread along its side, so that lines stay apart."""
    ends: dict[str, list[tuple[float, tuple[str, str]]]] = {}
    for link in telling.theory.links:
        here, there = (link.start, link.end) if outgoing else (link.end, link.start)
        if here in places and there in places:
            far = places[there]
            ends.setdefault(here, []).append((far.y + far.card.height / 2, (link.start, link.end)))
    found: dict[tuple[str, str], float] = {}
    for here, far_ends in ends.items():
        place, n = places[here], len(far_ends)
        apart = min(9.0, place.card.height / (n + 1))
        middle = place.y + place.card.height / 2
        for i, (_, pair) in enumerate(sorted(far_ends)):
            found[pair] = middle + (i - (n - 1) / 2) * apart
    return found


def _curve(x1: float, y1: float, x2: float, y2: float, **look: str | float | None) -> str:
    bend = (x2 - x1) / 2
    points = (x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2)
    a, b, c, d, e, f, g, h = map(ink.number, points)
    return ink.path(f"M{a} {b}C{c} {d} {e} {f} {g} {h}", **look)
