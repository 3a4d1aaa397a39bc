"""The phases on a line of time, with every module in the phases in which it is used."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from workbench.documents.pictures import ink
from workbench.documents.pictures.lettering import length, lines, shortened
from workbench.documents.pictures.spans import Spans
from workbench.documents.pictures.stack import Part, stacked
from workbench.documents.pictures.symbols import DEPLOYMENT, warning
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Node
from workbench.rules.timeline import Timeline

_UNKNOWN = 6.0
"""As many weeks wide a phase is drawn of which the length is not known."""
_STEPS = (1, 2, 4, 13, 26, 52)
_NARROW = 640


@dataclass(frozen=True)
class Axis:
    """Where the weeks stand from left to right, and between which weeks each phase is drawn."""

    left: float
    right: float
    ends: tuple[tuple[float, float], ...]

    @property
    def weeks(self) -> float:
        """How many weeks the axis holds."""
        return max((end for _, end in self.ends), default=1.0)

    def at(self, week: float) -> float:
        """Return where a week stands."""
        return self.left + (self.right - self.left) * week / self.weeks

    @property
    def ticks(self) -> Iterator[int]:
        """The weeks that are written below the axis."""
        room = (self.right - self.left) / 48
        step = next((s for s in _STEPS if self.weeks / s <= room), 104)
        for week in count(0, step):
            if week > self.weeks:
                return
            yield week


@dataclass(frozen=True)
class Drawing:
    """Everything that the rows of this picture are drawn with."""

    telling: Telling
    line: Timeline
    axis: Axis
    width: float
    name: str

    @property
    def is_narrow(self) -> bool:
        """Whether the name of a module stands above its bar instead of beside it."""
        return self.width < _NARROW


def phases(telling: Telling, line: Timeline, width: float = 1280, name: str = "phases") -> str:
    """Return the picture, stacked where it is narrow; `name` keeps its ids apart from others."""
    left = 1.0 if width < _NARROW else min(360.0, width * 0.3)
    drawing = Drawing(telling, line, _axis(line, left, width - 1), width, name)
    inner, height = stacked(_parts(drawing), 4)
    told = Spans(telling, line).summary
    title = telling.title("phases")
    return ink.picture(name, title, told, width, height + 4, (_patterns(name), *inner))


def _axis(line: Timeline, left: float, right: float) -> Axis:
    ends, week = [], 0.0
    for span in line.spans:
        start = week
        week += max(span.length.longest, 0.5) if span.length else _UNKNOWN
        ends.append((start, week))
    return Axis(left, right, tuple(ends))


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
    for code in (*DEPLOYMENT, ""):
        modules = spans.deployed(code)
        if modules:
            yield _group_head(drawing, code, len(modules))
        for module in modules:
            yield _module_row(drawing, module)
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
    axis = drawing.axis
    inner = []
    for n, week in enumerate(axis.ticks):
        x = axis.at(week)
        told = drawing.telling.say("week", n=week) if n == 0 else str(week)
        late = x > axis.right - 16
        anchor = "end" if late else "middle" if n else None
        inner.append(ink.path(f"M{ink.number(x)} {ink.number(y)}v4", stroke=ink.QUIET))
        inner.append(ink.words(x, y + 16, told, 12, fill=ink.QUIET, anchor=anchor))
    return ink.group(inner)


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


def _module_row(drawing: Drawing, module: Node) -> Part:
    name = f"{drawing.telling.code(module)} {module.heading}"
    room = drawing.width - 2 if drawing.is_narrow else drawing.axis.left - 16
    cut = name if length(name, 14) <= room else shortened(f"{name}…", room, 14)
    high = 44 if drawing.is_narrow else 28

    def drawn(y: float) -> str:
        label = ink.words(1, y + 18, cut, 14)
        bar = _bars(drawing, module, y + (23 if drawing.is_narrow else 5))
        return ink.group((label, bar), name, data_node=module.path)

    return Part(high, drawn)


def _bars(drawing: Drawing, module: Node, y: float) -> str:
    axis, telling = drawing.axis, drawing.telling
    within = telling.theory.back(module, "phase")
    inner = [
        ink.path(
            f"M{ink.number(axis.left)} {ink.number(y + 9)}H{ink.number(axis.right)}",
            stroke=ink.LINE,
            stroke_width=1,
            stroke_dasharray=None if within else "2 4",
        )
    ]
    for phase in within:
        start, end = (axis.at(week) for week in axis.ends[phase.number - 1])
        look = _look(drawing.name, module)
        inner.append(
            ink.box(
                start + 1,
                y,
                end - start - 2,
                18,
                rx=3,
                **look,
                data_from=phase.path,
                data_to=module.path,
            )
        )
    if not within and telling.theory.of("phase"):
        told = telling.say("hole.module_without_phase")
        wide = length(told, 13, bold=True) + 26
        inner.append(ink.box(axis.left, y - 1, wide, 20, fill=ink.PAPER, rx=0))
        inner.append(warning(axis.left + 1, y + 3, 12))
        inner.append(ink.words(axis.left + 19, y + 14, told, 13, fill=ink.GAP, bold=True))
    return "".join(inner)


def _look(name: str, module: Node) -> dict[str, str | float | None]:
    code = next((code for _, code in module.options), "")
    if code == "fixed":
        return {"fill": ink.TEAL, "stroke": ink.TEAL}
    if code in DEPLOYMENT:
        return {"fill": f"url(#{name}-{code})", "stroke": ink.TEAL, "stroke_width": 1.4}
    return {"fill": ink.GAP_SOFT, "stroke": ink.GAP, "stroke_dasharray": "5 3"}


def _patterns(name: str) -> str:
    """Return the fillings that tell how a module is used without a colour."""
    ground = ink.shape("rect", width=8, height=8, fill=ink.CARD)
    stripes = ink.path("M-2 10L10 -2M-2 2L2 -2M6 10L10 6", stroke=ink.TEAL, stroke_width=2.4)
    dots = ink.shape("circle", cx=4, cy=4, r=1.5, fill=ink.TEAL)
    return ink.shape(
        "defs",
        *(
            ink.shape(
                "pattern",
                ground,
                mark,
                id=f"{name}-{code}",
                width=8,
                height=8,
                patternUnits="userSpaceOnUse",
            )
            for code, mark in (("on_indication", stripes), ("tailored", dots))
        ),
    )


def _hole_row(told: str) -> Part:
    def drawn(y: float) -> str:
        return warning(1, y + 7, 14) + ink.words(24, y + 19, told, 14, fill=ink.GAP, bold=True)

    return Part(34, drawn)
