"""The theory as columns from left to right: for a screen of 1280 pixels and a page of A4."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.documents.pictures import ink
from workbench.documents.pictures.card import Card, Sizes
from workbench.documents.pictures.legend import legend
from workbench.documents.pictures.lettering import length, lines
from workbench.documents.pictures.ordering import ordered
from workbench.documents.pictures.problem import Problem
from workbench.documents.pictures.symbols import source_mark, warning
from workbench.documents.pictures.telling import COLUMNS, Telling
from workbench.documents.pictures.threads import Place, loose_ends, threads
from workbench.rules.graph import Kind

_SHARES: Mapping[Kind, float] = {
    "problem": 162, "factor": 188, "goal": 260, "module": 218, "element": 192, "source": 44,
}  # fmt: skip
_GAPS = (30, 62, 62, 62, 8)
_TOTAL = sum(_SHARES.values()) + sum(_GAPS)
_WIDEST_BETWEEN = 26
SCREEN, PAPER = Sizes(), Sizes(pad=5, between=5)
"""On paper everything must fit on one page."""

Column = tuple[float, float]
"""Where a column begins, and how wide it is."""


def wide(
    telling: Telling, width: float = 1280, name: str = "theory-wide", sizes: Sizes = SCREEN
) -> str:
    """Return the picture; `name` keeps its ids apart from those of other pictures on the page."""
    columns = _columns(width - 2)
    top = _banner_height(telling, width) + 44
    cards = _cards(telling, columns, sizes)
    problem = Problem(telling, columns["problem"][1], sizes)
    tallest = max(problem.height, *(_stacked(cards[kind], sizes) for kind in COLUMNS))
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
        *threads(telling, places),
        *loose_ends(telling, places),
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


def _cards(
    telling: Telling, columns: Mapping[Kind, Column], sizes: Sizes
) -> Mapping[Kind, list[Card]]:
    """Return the cards of each column, in an order with few crossings."""
    nodes = {node.path: node for node in telling.theory.nodes}
    paths = [[node.path for node in telling.theory.of(kind)] for kind in COLUMNS]
    links = frozenset((link.start, link.end) for link in telling.theory.links)
    return {
        kind: [Card(nodes[path], telling, columns[kind][1], sizes) for path in column]
        for kind, column in zip(COLUMNS, ordered(paths, links), strict=True)
    }


def _stacked(cards: Sequence[Card], sizes: Sizes) -> float:
    return sum(card.height for card in cards) + sizes.between * max(0, len(cards) - 1)


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
    used = 0.0
    for kind, (x, width) in columns.items():
        told = telling.say(f"column.{kind}")
        if kind in COLUMNS:
            told += f" ({len(telling.theory.of(kind))})"
        if kind != "source":
            used = x + length(told, 13, bold=True)
            yield ink.words(x, y, told, 13, fill=ink.TEAL, bold=True)
        elif x + width - length(told, 13, bold=True) > used + 8:
            yield ink.words(x + width, y, told, 13, fill=ink.TEAL, bold=True, anchor="end")


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
