"""The phases on a line of time, with every module in the phases in which it is used."""

from collections.abc import Iterator

from workbench.documents.pictures import ink
from workbench.documents.pictures.axis import axis
from workbench.documents.pictures.bars import NARROW, Drawing, module_row, patterns
from workbench.documents.pictures.lettering import length, lines
from workbench.documents.pictures.spans import Spans
from workbench.documents.pictures.stack import Part, stacked
from workbench.documents.pictures.symbols import DEPLOYMENT, warning
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Node
from workbench.rules.timeline import Timeline


def phases(telling: Telling, line: Timeline, width: float = 1280, name: str = "phases") -> str:
    """Return the picture, stacked where it is narrow; `name` keeps its ids apart from others."""
    left = 1.0 if width < NARROW else min(360.0, width * 0.3)
    drawing = Drawing(telling, line, axis(line, left, width - 1), width, name)
    inner, height = stacked(_parts(drawing), 4)
    told = Spans(telling, line).summary
    title = telling.title("phases")
    return ink.picture(name, title, told, width, height + 4, (patterns(name), *inner))


def _parts(drawing: Drawing) -> Iterator[Part]:
    telling, spans = drawing.telling, Spans(drawing.telling, drawing.line)
    for row in spans.rows:
        yield _phase_row(drawing, row.phase, f"{row.length} · {row.runs}".strip(" ·"))
    if not spans.rows:
        yield _hole_row(telling.nothing("phase"))
    else:
        yield Part(14, lambda _: "")
        yield Part(30, lambda y: _band(drawing, y))
        yield Part(26, lambda y: _weeks(drawing, y))
        yield Part(22, lambda y: _meaning(drawing, y))
    for code in (*DEPLOYMENT, ""):
        modules = spans.deployed(code)
        if modules:
            yield _group_head(drawing, code, len(modules))
        for module in modules:
            yield module_row(drawing, module)
    if not telling.theory.of("module"):
        yield _hole_row(telling.nothing("module"))


def _phase_row(drawing: Drawing, phase: Node, told: str) -> Part:
    holes = drawing.telling.holes(phase)
    name = lines(phase.heading, drawing.width - 34, 15, bold=True, most=2)
    below = [(line, ink.QUIET, False) for line in lines(told, drawing.width - 34, 13)]
    below += [(hole, ink.GAP, True) for hole in holes]

    def drawn(y: float) -> str:
        badge = _number(1, y + 1, phase.number, broken=bool(holes))
        text = [ink.words(34, y + 16 + 18 * n, line, 15, bold=True) for n, line in enumerate(name)]
        top = y + 16 + 18 * len(name)
        for n, (line, fill, bold) in enumerate(below):
            shift = 18 if bold else 0
            text.append(ink.words(34 + shift, top + 17 * n, line, 13, fill=fill, bold=bold))
            text.append(warning(34, top + 17 * n - 11, 12) if bold else "")
        return ink.group((badge, *text), told, data_node=phase.path)

    return Part(12 + 18 * len(name) + 17 * len(below), drawn)


def _number(x: float, y: float, number: int, *, broken: bool) -> str:
    fill, letters = (ink.GAP_SOFT, ink.GAP) if broken else (ink.TEAL, ink.CARD)
    square = ink.box(
        x, y, 24, 20, fill=fill, rx=4, stroke=ink.GAP if broken else ink.TEAL,
        stroke_dasharray="4 2" if broken else None,
    )  # fmt: skip
    return square + ink.words(
        x + 12, y + 15, str(number), 13, fill=letters, bold=True, anchor="middle"
    )


def _band(drawing: Drawing, y: float) -> str:
    """Return the phases as blocks: full for as long as they last at least, light up to the most."""
    inner = []
    for span, (start, end) in zip(drawing.line.spans, drawing.axis.ends, strict=True):
        left, right = drawing.axis.at(start), drawing.axis.at(end)
        known = span.length
        inner.append(
            ink.box(
                left + 1,
                y,
                right - left - 2,
                26,
                rx=4,
                fill=ink.TEAL_SOFT if known else ink.GAP_SOFT,
                stroke=ink.TEAL if known else ink.GAP,
                stroke_dasharray=None if known else "6 3",
            )
        )
        if known and known.shortest:
            solid = drawing.axis.at(start + known.shortest) - left - 2
            inner.append(ink.box(left + 1, y, max(solid, 2), 26, fill=ink.TEAL, rx=4))
        inner.append(_band_words(span.phase, left, right, y, bool(known and known.shortest)))
    return ink.group(inner)


def _band_words(phase: Node, left: float, right: float, y: float, on_teal: bool) -> str:
    """Return number and name on a block, as far as there is room on its full part."""
    told = f"{phase.number} {phase.heading}"
    if length(told, 13, bold=True) > (right - left) * 0.5:
        told = str(phase.number)
    return ink.words(left + 8, y + 18, told, 13, fill=ink.CARD if on_teal else ink.GAP, bold=True)


def _weeks(drawing: Drawing, y: float) -> str:
    scale, inner = drawing.axis, []
    for n, week in enumerate(scale.ticks):
        x = scale.at(week)
        told = drawing.telling.say("week", n=week) if n == 0 else str(week)
        late = x > scale.right - 16
        anchor = "end" if late else "middle" if n else None
        inner.append(ink.path(f"M{ink.number(x)} {ink.number(y)}v4", stroke=ink.QUIET))
        inner.append(ink.words(x, y + 16, told, 12, fill=ink.QUIET, anchor=anchor))
    return ink.group(inner)


def _meaning(drawing: Drawing, y: float) -> str:
    """Return what the full and the light part of a block mean."""
    left = drawing.axis.left
    light = ink.box(left, y, 28, 12, fill=ink.TEAL_SOFT, stroke=ink.TEAL, rx=3)
    full = ink.box(left, y, 16, 12, fill=ink.TEAL, rx=3)
    told = drawing.telling.say("legend.length")
    return light + full + ink.words(left + 36, y + 11, told, 12, fill=ink.QUIET)


def _group_head(drawing: Drawing, code: str, n: int) -> Part:
    telling = drawing.telling
    label = (
        telling.template.label("deployment", code)[telling.texts.language]
        if code
        else telling.say("deployment.none")
    )

    def drawn(y: float) -> str:
        sign = DEPLOYMENT[code](1, y + 13, 13) if code else warning(1, y + 13, 13)
        fill = ink.TEAL if code else ink.GAP
        return sign + ink.words(22, y + 25, f"{label} ({n})", 15, fill=fill, bold=True)

    return Part(36, drawn)


def _hole_row(told: str) -> Part:
    def drawn(y: float) -> str:
        return warning(1, y + 7, 14) + ink.words(24, y + 19, told, 14, fill=ink.GAP, bold=True)

    return Part(34, drawn)
