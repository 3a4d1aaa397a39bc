"""The modules on a timeline: a bar in each of their phases, filled by how they are used."""

from dataclasses import dataclass

from workbench.documents.pictures import ink
from workbench.documents.pictures.axis import Axis
from workbench.documents.pictures.lettering import length, shortened
from workbench.documents.pictures.stack import Part
from workbench.documents.pictures.symbols import DEPLOYMENT, warning
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Node
from workbench.rules.timeline import Timeline

NARROW = 640
"""Below this width the name of a module stands above its bar."""


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
        return self.width < NARROW


def module_row(drawing: Drawing, module: Node) -> Part:
    """Return the name of a module with its bars, or that it has no phase."""
    name = f"{drawing.telling.code(module)} {module.heading}"
    room = drawing.width - 2 if drawing.is_narrow else drawing.axis.left - 16
    cut = name if length(name, 14) <= room else shortened(f"{name}…", room, 14)
    high = 44 if drawing.is_narrow else 28

    def drawn(y: float) -> str:
        label = ink.words(1, y + 18, cut, 14)
        bar = _bars(drawing, module, y + (24 if drawing.is_narrow else 5))
        return ink.group((label, bar), name, data_node=module.path)

    return Part(high, drawn)


def _bars(drawing: Drawing, module: Node, y: float) -> str:
    scale, telling = drawing.axis, drawing.telling
    within = telling.theory.back(module, "phase")
    inner = [
        ink.path(
            f"M{ink.number(scale.left)} {ink.number(y + 9)}H{ink.number(scale.right)}",
            stroke=ink.LINE,
            stroke_width=1,
            stroke_dasharray=None if within else "2 4",
        )
    ]
    for phase in within:
        start, end = (scale.at(week) for week in scale.ends[phase.number - 1])
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
        inner.append(ink.box(scale.left, y - 1, wide, 20, fill=ink.PAPER, rx=0))
        inner.append(warning(scale.left + 1, y + 3, 12))
        inner.append(ink.words(scale.left + 19, y + 14, told, 13, fill=ink.GAP, bold=True))
    return "".join(inner)


def _look(name: str, module: Node) -> dict[str, str | float | None]:
    code = next((code for _, code in module.options), "")
    if code == "fixed":
        return {"fill": ink.TEAL, "stroke": ink.TEAL}
    if code in DEPLOYMENT:
        return {"fill": f"url(#{name}-{code})", "stroke": ink.TEAL, "stroke_width": 1.4}
    return {"fill": ink.GAP_SOFT, "stroke": ink.GAP, "stroke_dasharray": "5 3"}


def patterns(name: str) -> str:
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
