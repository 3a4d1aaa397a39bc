"""The theory as columns from left to right: for a screen of 1280 pixels and A4 on its side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.documents.pictures import ink
from workbench.documents.pictures.card import Card, Sizes
from workbench.documents.pictures.legend import legend
from workbench.documents.pictures.lettering import lines
from workbench.documents.pictures.ordering import ordered
from workbench.documents.pictures.problem import Problem
from workbench.documents.pictures.symbols import source_mark, warning
from workbench.documents.pictures.telling import COLUMNS, Telling
from workbench.rules.graph import Kind

_SHARES: Mapping[Kind, float] = {
    "problem": 152, "factor": 192, "goal": 264, "module": 218, "element": 194, "source": 44,
}  # fmt: skip
_GAPS = (30, 62, 62, 62, 8)
_TOTAL = sum(_SHARES.values()) + sum(_GAPS)
_BETWEEN = 7
_WIDEST_BETWEEN = 26
SIZES = Sizes()
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


Column = tuple[float, float]
"""Where a column begins, and how wide it is."""


def wide(telling: Telling, width: float = 1280, name: str = "theory-wide") -> str:
    """Return the picture; `name` keeps its ids apart from those of other pictures on the page."""
    columns = _columns(width - 2)
    top = _banner_height(telling, width) + 44
    cards = {kind: _cards(telling, kind, columns[kind][1]) for kind in COLUMNS}
    problem = Problem(telling, columns["problem"][1], SIZES)
    tallest = max(problem.height, *(_stacked(cards[kind]) for kind in COLUMNS))
    places = {
        place.card.node.path: place
        for kind in COLUMNS
        for place in _placed(cards[kind], columns[kind][0], top, tallest)
    }
    foot, height = legend(telling, 1, top + tallest + 20, width - 2)
    inner = (
        *_banner(telling, width),
        *_heads(telling, columns, top - 12),
        *_fan(problem, columns["problem"], top, tuple(places.values())),
        *_threads(telling, places),
        *_loose_ends(telling, places),
        problem.drawn(columns["problem"][0], top),
        *(place.card.drawn(place.x, place.y) for place in places.values()),
        *_sources(telling, places, columns["source"]),
        *_empty(telling, columns, top),
        foot,
    )
    return ink.picture(name, telling.title("picture"), telling.summary, width, height, inner)


def _columns(width: float) -> Mapping[Kind, Column]:
    each, found, x = width / _TOTAL, {}, 1.0
    for (kind, share), gap in zip(_SHARES.items(), (*_GAPS, 0), strict=True):
        found[kind] = (x, share * each)
        x += (share + gap) * each
    return found


def _cards(telling: Telling, kind: Kind, width: float) -> list[Card]:
    order = _order(telling)[COLUMNS.index(kind)]
    nodes = {node.path: node for node in telling.theory.of(kind)}
    return [Card(nodes[address], telling, width, SIZES) for address in order]


def _order(telling: Telling) -> tuple[tuple[str, ...], ...]:
    columns = [[node.path for node in telling.theory.of(kind)] for kind in COLUMNS]
    return ordered(columns, frozenset((link.start, link.end) for link in telling.theory.links))


def _stacked(cards: Sequence[Card]) -> float:
    return sum(card.height for card in cards) + _BETWEEN * max(0, len(cards) - 1)


def _placed(cards: Sequence[Card], x: float, top: float, height: float) -> Iterator[Place]:
    """Yield the cards of a column, spread over its height as far as that still looks like one."""
    room = height - sum(card.height for card in cards)
    between = min(_WIDEST_BETWEEN, room / max(1, len(cards) - 1))
    y = top + (room - between * (len(cards) - 1)) / 2
    for card in cards:
        yield Place(card, x, y)
        y += card.height + between


def _banner_lines(telling: Telling, width: float) -> tuple[str, ...]:
    main = telling.theory.of("main")[0]
    told = main.heading or telling.say("missing.main")
    return lines(told, width - 150, 15, most=4)


def _banner_height(telling: Telling, width: float) -> float:
    return 20 + 19 * len(_banner_lines(telling, width))


def _banner(telling: Telling, width: float) -> Iterator[str]:
    main, high = telling.theory.of("main")[0], _banner_height(telling, width)
    bare = not main.heading
    frame = ink.box(
        1, 1, width - 2, high - 2, fill=ink.GAP_SOFT if bare else ink.TEAL_SOFT,
        stroke=ink.GAP if bare else ink.TEAL, stroke_dasharray="6 3" if bare else None,
    )  # fmt: skip
    label = ink.words(16, 25, telling.say("column.main"), 15, fill=ink.TEAL, bold=True)
    told = (
        ink.words(130, 25 + 19 * n, line, 15)
        for n, line in enumerate(_banner_lines(telling, width))
    )
    yield ink.group((frame, label, *told), main.heading, data_node=main.path)


def _heads(telling: Telling, columns: Mapping[Kind, Column], y: float) -> Iterator[str]:
    for kind, (x, width) in columns.items():
        if kind == "source":
            yield ink.words(
                x + width,
                y,
                telling.say("column.source"),
                13,
                fill=ink.TEAL,
                bold=True,
                anchor="end",
            )
        else:
            n = len(telling.theory.of(kind))
            told = telling.say(f"column.{kind}") + ("" if kind == "problem" else f" ({n})")
            yield ink.words(x, y, told, 13, fill=ink.TEAL, bold=True)


def _fan(problem: Problem, column: Column, top: float, places: Sequence[Place]) -> Iterator[str]:
    """Yield a comb from the problem to every factor: nobody links these one by one."""
    teeth = [p.y + p.card.height / 2 for p in places if p.card.node.kind == "factor"]
    if not teeth:
        return
    start, left = top + problem.height / 2, sum(column)
    ends = next(p.x for p in places if p.card.node.kind == "factor")
    back = (left + ends) / 2
    comb = f"M{ink.number(left)} {ink.number(start)}H{ink.number(back)}"
    spine = f"M{ink.number(back)} {ink.number(min(start, *teeth))}V{ink.number(max(start, *teeth))}"
    each = (f"M{ink.number(back)} {ink.number(y)}H{ink.number(ends)}" for y in teeth)
    yield ink.path("".join((comb, spine, *each)), stroke=ink.LINE, stroke_width=1.5)


def _threads(telling: Telling, places: Mapping[str, Place]) -> Iterator[str]:
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


def _loose_ends(telling: Telling, places: Mapping[str, Place]) -> Iterator[str]:
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


def _sources(telling: Telling, places: Mapping[str, Place], column: Column) -> Iterator[str]:
    x = column[0]
    for place in places.values():
        node = place.card.node
        if node.kind == "element":
            n, y = len(telling.theory.onward(node, "source")), place.y + place.card.height / 2
            yield ink.path(
                f"M{ink.number(place.right)} {ink.number(y)}H{ink.number(x + 4)}",
                stroke=ink.THREAD, stroke_width=1.5, stroke_dasharray=None if n else "2 3",
            )  # fmt: skip
            yield ink.group(
                [source_mark(x + 8, y - 10, 13, n)], telling.sources(node), data_sources=node.path
            )


def _empty(telling: Telling, columns: Mapping[Kind, Column], top: float) -> Iterator[str]:
    """Yield a marked place in every column that has nothing yet."""
    for kind in COLUMNS:
        if telling.theory.of(kind):
            continue
        x, width = columns[kind]
        told = lines(telling.nothing(kind), width - 40, 13, bold=True)
        frame = ink.box(
            x, top, width, 26 + 16 * len(told), fill=ink.GAP_SOFT, stroke=ink.GAP,
            stroke_width=1.8, stroke_dasharray="6 3",
        )  # fmt: skip
        text = (
            ink.words(x + 30, top + 26 + 16 * n, line, 13, fill=ink.GAP, bold=True)
            for n, line in enumerate(told)
        )
        yield ink.group((frame, warning(x + 10, top + 15, 12), *text), data_hole=kind)
