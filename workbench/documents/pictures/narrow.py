"""The theory stacked, goal by goal: for a telephone of 390 pixels."""

from collections.abc import Iterable, Iterator

from workbench.documents.pictures import ink
from workbench.documents.pictures.card import Card, Sizes
from workbench.documents.pictures.legend import legend
from workbench.documents.pictures.lettering import lines
from workbench.documents.pictures.problem import Problem
from workbench.documents.pictures.stack import Part, stacked
from workbench.documents.pictures.symbols import warning
from workbench.documents.pictures.telling import COLUMNS, Telling
from workbench.rules.graph import Kind, Node

SIZES = Sizes(heading=15, small=13, pad=10)
_INDENT = 24
_SPINE = 9
_BETWEEN = 8


def narrow(telling: Telling, width: float = 358, name: str = "theory-narrow") -> str:
    """Return the picture; `name` keeps its ids apart from those of other pictures on the page."""
    inner, y = stacked(_parts(telling, width), 1)
    foot, height = legend(telling, 1, y + 18, width - 2)
    return ink.picture(
        name, telling.title("picture"), telling.summary, width, height, (*inner, foot)
    )


def _parts(telling: Telling, width: float) -> Iterator[Part]:
    yield _head(telling.say("column.main"))
    yield _main(telling, width)
    yield _head(telling.say("column.problem"))
    problem = Problem(telling, width - 2, SIZES)
    yield Part(problem.height, lambda y: problem.drawn(1, y))
    yield _head(_counted(telling, "goal"))
    for goal in telling.theory.of("goal"):
        yield from _goal(telling, goal, width)
    yield from _rest(telling, width)
    yield _head(_counted(telling, "element"))
    for element in telling.theory.of("element"):
        yield _card(Card(element, telling, width - 2, SIZES, _modules(telling, element)), 1)
    yield from (_nothing(telling, k, width) for k in COLUMNS if not telling.theory.of(k))


def _goal(telling: Telling, goal: Node, width: float) -> Iterator[Part]:
    yield _card(Card(goal, telling, width - 2, SIZES), 1)
    factors = telling.theory.back(goal, "factor")
    modules = telling.theory.onward(goal, "module")
    last = (*factors, *modules)[-1:]
    for key, nodes in (("goal.factors", factors), ("goal.modules", modules)):
        if nodes:
            yield _label(telling.say(key), goal)
        for node in nodes:
            yield _branch(telling, goal, node, width, node in last)
    yield Part(14, lambda _: "")


def _rest(telling: Telling, width: float) -> Iterator[Part]:
    """Yield the factors and modules that belong to no goal."""
    theory = telling.theory
    factors = [node for node in theory.of("factor") if not theory.onward(node, "goal")]
    modules = [node for node in theory.of("module") if not theory.back(node, "goal")]
    if factors or modules:
        yield _head(telling.say("loose"))
    for node in (*factors, *modules):
        yield _card(Card(node, telling, width - 2, SIZES, _elements(telling, node)), 1)


def _branch(telling: Telling, goal: Node, node: Node, width: float, last: bool) -> Part:
    """Return a card that hangs on the line of its goal."""
    card = Card(node, telling, width - 2 - _INDENT, SIZES, _elements(telling, node))
    start, end = (goal, node) if node.kind == "module" else (node, goal)

    def drawn(y: float) -> str:
        middle = y + card.height / 2
        arm = f"M{_SPINE} {ink.number(middle)}H{_INDENT}"
        thread = ink.path(
            arm, stroke=ink.hue(goal.number)[0], stroke_width=2.5,
            data_from=start.path, data_to=end.path,
        )  # fmt: skip
        down = card.height / 2 if last else card.height
        return _spine(goal, y, down) + thread + card.drawn(1 + _INDENT, y)

    return Part(card.height + _BETWEEN, drawn)


def _spine(goal: Node, y: float, height: float) -> str:
    line = f"M{_SPINE} {ink.number(y - _BETWEEN)}V{ink.number(y + height)}"
    return ink.path(line, stroke=ink.hue(goal.number)[0], stroke_width=2.5)


def _label(text: str, goal: Node) -> Part:
    def drawn(y: float) -> str:
        told = ink.words(_INDENT + 2, y + 11, text, SIZES.small, fill=ink.QUIET, bold=True)
        return _spine(goal, y, 19) + told

    return Part(19, drawn)


def _card(card: Card, x: float) -> Part:
    return Part(card.height + _BETWEEN, lambda y: card.drawn(x, y))


def _head(text: str) -> Part:
    return Part(40, lambda y: ink.words(1, y + 28, text, 17, fill=ink.TEAL, bold=True))


def _main(telling: Telling, width: float) -> Part:
    main = telling.theory.of("main")[0]
    bare = not main.heading
    told = lines(main.heading or telling.say("missing.main"), width - 30, SIZES.heading)
    height = 20 + 19 * len(told)

    def drawn(y: float) -> str:
        frame = ink.box(
            1, y, width - 2, height, fill=ink.GAP_SOFT if bare else ink.TEAL_SOFT,
            stroke=ink.GAP if bare else ink.TEAL, stroke_dasharray="6 3" if bare else None,
        )  # fmt: skip
        text = (ink.words(14, y + 24 + 19 * n, line, SIZES.heading) for n, line in enumerate(told))
        return ink.group((frame, *text), main.heading, data_node=main.path)

    return Part(height, drawn)


def _nothing(telling: Telling, kind: Kind, width: float) -> Part:
    def drawn(y: float) -> str:
        frame = ink.box(
            1, y, width - 2, 38, fill=ink.GAP_SOFT, stroke=ink.GAP, stroke_dasharray="6 3"
        )
        text = ink.words(36, y + 24, telling.nothing(kind), 14, fill=ink.GAP, bold=True)
        return ink.group((frame, warning(13, y + 12, 14), text), data_hole=kind)

    return Part(38 + _BETWEEN, drawn)


def _elements(telling: Telling, node: Node) -> str:
    return _codes(telling, "element", telling.theory.onward(node, "element"))


def _modules(telling: Telling, element: Node) -> str:
    sources = telling.sources(element)
    modules = _codes(telling, "module", telling.theory.back(element, "module"))
    return " · ".join(filter(None, (modules, sources)))


def _codes(telling: Telling, kind: Kind, nodes: Iterable[Node]) -> str:
    codes = telling.names(nodes)
    return telling.say("leads_to", kind=telling.say(f"column.{kind}"), codes=codes) if codes else ""


def _counted(telling: Telling, kind: Kind) -> str:
    return f"{telling.say(f'column.{kind}')} ({len(telling.theory.of(kind))})"
