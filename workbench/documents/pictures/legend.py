"""What the signs of a picture mean, in a row that wraps."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from workbench.documents.pictures import ink
from workbench.documents.pictures.lettering import length
from workbench.documents.pictures.symbols import (
    DEPLOYMENT,
    phase_marks,
    source_mark,
    warning,
)
from workbench.documents.pictures.telling import Telling

Sign = tuple[float, Callable[[float, float], str], str]
"""How wide a sign is, what draws it at a place, and its words."""
_SIZE = 12
_HIGH = 24


def legend(telling: Telling, x: float, y: float, width: float) -> tuple[str, float]:
    """Return the legend and where it ends below; only signs that the picture holds stand in it."""
    return row(_signs(telling), x, y, width)


def row(signs: Iterable[Sign], x: float, y: float, width: float) -> tuple[str, float]:
    """Return signs with their words in a row that wraps, and where it ends below."""
    drawn, at, line = [], x, y
    for wide, sign, told in signs:
        room = wide + 6 + length(told, _SIZE)
        if at > x and at + room > x + width:
            at, line = x, line + _HIGH
        drawn.append(sign(at, line))
        drawn.append(ink.words(at + wide + 6, line + 12, told, _SIZE, fill=ink.QUIET))
        at += room + 22
    return ink.group(drawn), line + _HIGH


def _signs(telling: Telling) -> Iterator[Sign]:
    theory = telling.theory
    yield from deployments(telling)
    if theory.of("phase"):
        yield 32, lambda x, y: phase_marks(x - 2, y - 1, 11, 2, {1}), telling.say("legend.phase")
    if theory.of("source"):
        yield 20, lambda x, y: source_mark(x, y - 2, 12, 2), telling.say("legend.sources")
    if theory.of("goal"):
        yield 34, _lines, telling.say("legend.link")
    if theory.holes:
        yield 15, lambda x, y: warning(x, y + 1, 12), telling.say("legend.hole")


def deployments(telling: Telling) -> Iterator[Sign]:
    """Yield the signs for how modules are used, as far as there are such modules."""
    used = {code for module in telling.theory.of("module") for _, code in module.options}
    for code in DEPLOYMENT:
        if code in used:
            label = telling.template.label("deployment", code)[telling.texts.language]
            yield 12, partial(_deployment, code), label


def _deployment(code: str, x: float, y: float) -> str:
    return DEPLOYMENT[code](x, y + 1, 11)


def _lines(x: float, y: float) -> str:
    return "".join(
        ink.path(
            f"M{ink.number(x)} {ink.number(y + 2 + 5 * n)}h30",
            stroke=ink.hue(n + 1)[0],
            stroke_width=2,
        )
        for n in range(3)
    )
