"""Colours of the pictures, and the few shapes of SVG that they are drawn with.

Only attributes that every reader of SVG knows: no style sheet, no script, no foreign content.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

INK: Final = "#1b2426"
QUIET: Final = "#4a5456"
TEAL: Final = "#0b5d63"
TEAL_SOFT: Final = "#e4efee"
PAPER: Final = "#fbf9f5"
CARD: Final = "#ffffff"
LINE: Final = "#bfb6a6"
GAP: Final = "#8a4b00"
GAP_SOFT: Final = "#fdf1dc"
THREAD: Final = "#8d9799"
"""Connections that belong to no goal."""

HUES: Final = (
    ("#005c93", "#ffffff"),
    ("#c95700", "#1b1b1b"),
    ("#00805e", "#ffffff"),
    ("#b65c8f", "#1b1b1b"),
    ("#b87900", "#1b1b1b"),
    ("#2f8fcb", "#1b1b1b"),
)
"""Colours after Okabe and Ito, darker so that a thin line is seen, each with its ink."""

_SOLID: Final = 4
"""The hues after these are close to one before, for who sees red and green alike."""

FONT: Final = "'Atkinson Hyperlegible Next', 'Segoe UI', Calibri, sans-serif"


def hue(number: int) -> tuple[str, str]:
    """Return the colour of a goal and the colour of letters on it."""
    return HUES[(number - 1) % len(HUES)]


def dash(number: int) -> str | None:
    """Return the dashes that tell goals apart whose colours are the same, or look so to some."""
    rounds, place = divmod(number - 1, len(HUES))
    if rounds:
        return ("4 3", "2 4")[rounds % 2 - 1]
    return "9 3" if place >= _SOLID else None


def shape(tag: str, *inner: str, **attributes: str | float | None) -> str:
    """Return one element; names get their hyphens, and what is None is left out."""
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    content = "".join(inner)
    return f"<{tag}{told}>{content}</{tag}>" if content else f"<{tag}{told}/>"


def box(x: float, y: float, width: float, height: float, **look: str | float | None) -> str:
    """Return a rectangle with round corners."""
    return shape("rect", x=x, y=y, width=width, height=height, **{"rx": 6, **look})


def words(
    x: float, y: float, text: str, size: float, *, fill: str = INK, bold: bool = False,
    anchor: str | None = None,
) -> str:  # fmt: skip
    """Return one line of text that stands on y."""
    return shape(
        "text",
        escape(text),
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        font_weight="700" if bold else None,
        text_anchor=anchor,
    )


def path(d: str, **look: str | float | None) -> str:
    """Return a line without filling, unless the look says otherwise."""
    return shape("path", d=d, **{"fill": "none", **look})


def group(inner: Iterable[str], title: str = "", **attributes: str | float | None) -> str:
    """Return shapes as one, with words that appear under a pointer."""
    told = shape("title", escape(title)) if title else ""
    return shape("g", told, *inner, **attributes)


def picture(
    name: str, title: str, told: str, width: float, height: float, inner: Iterable[str]
) -> str:
    """Return a whole SVG; `name` keeps its ids apart from those of another picture on the page."""
    return shape(
        "svg",
        shape("title", escape(title), id=f"{name}-title"),
        shape("desc", escape(told), id=f"{name}-desc"),
        *inner,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FONT,
    )


def number(value: float) -> str:
    """Return a measure with one decimal at most."""
    told = f"{value:.1f}".removesuffix(".0")
    return "0" if told == "-0" else told


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
