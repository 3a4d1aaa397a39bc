"""Small signs whose shape says what their colour says too."""

from collections.abc import Callable, Mapping, Set

from workbench.documents.pictures import ink
from workbench.documents.pictures.lettering import length

_MOST_PHASES = 6


def fixed(x: float, y: float, size: float) -> str:
    """Return a full square: everybody gets it."""
    return ink.box(x, y, size, size, fill=ink.TEAL, stroke=ink.TEAL, stroke_width=1.4, rx=1.5)


def on_indication(x: float, y: float, size: float) -> str:
    """Return a half square: some get it."""
    half = f"M{ink.number(x)} {ink.number(y + size)}V{ink.number(y)}H{ink.number(x + size)}Z"
    return _open(x, y, size) + ink.path(half, fill=ink.TEAL)


def tailored(x: float, y: float, size: float) -> str:
    """Return an open square with a dot: it differs per person."""
    dot = ink.shape("circle", cx=x + size / 2, cy=y + size / 2, r=size * 0.2, fill=ink.TEAL)
    return _open(x, y, size) + dot


DEPLOYMENT: Mapping[str, Callable[[float, float, float], str]] = {
    "fixed": fixed,
    "on_indication": on_indication,
    "tailored": tailored,
}


def warning(x: float, y: float, size: float) -> str:
    """Return a triangle with an exclamation mark: something is missing."""
    wide = size * 1.15
    top = f"M{ink.number(x + wide / 2)} {ink.number(y)}"
    base = f"L{ink.number(x + wide)} {ink.number(y + size)}H{ink.number(x)}Z"
    mark = ink.words(
        x + wide / 2, y + size * 0.9, "!", size * 0.8, fill=ink.CARD, bold=True, anchor="middle"
    )
    return ink.path(top + base, fill=ink.GAP, stroke=ink.GAP, stroke_linejoin="round") + mark


def source_mark(x: float, y: float, size: float, n: int) -> str:
    """Return a sheet of paper with a number: so many sources."""
    wide, high = size * 0.85, size * 1.1
    top = y + size * 0.2
    sheet = ink.box(x, top, wide, high, fill=ink.CARD, stroke=ink.QUIET, stroke_width=1, rx=1.5)
    left, right = ink.number(x + 2), ink.number(x + wide - 2)
    rows = "".join(f"M{left} {ink.number(top + high * part)}H{right}" for part in (0.3, 0.52, 0.74))
    number = ink.words(x + wide + 3, y + size * 1.12, str(n), size, fill=ink.QUIET)
    return sheet + ink.path(rows, stroke=ink.QUIET, stroke_width=0.9) + number


def source_room(n: int, size: float) -> float:
    """Return how wide the sign of so many sources is."""
    return size * 0.85 + 3 + length(str(n), size)


def phase_room(phases: int, size: float) -> float:
    """Return how wide the marks of the phases are; with too many phases there are none."""
    return phases * (size * 1.2 + 2) if 0 < phases <= _MOST_PHASES else 0


def phase_marks(x: float, y: float, size: float, phases: int, within: Set[int]) -> str:
    """Return a numbered square per phase, filled for those within."""
    if not phase_room(phases, size):
        return ""
    return "".join(
        _phase(x + 2 + n * (size * 1.2 + 2), y, size, n + 1, within) for n in range(phases)
    )


def _phase(x: float, y: float, size: float, number: int, within: Set[int]) -> str:
    inside, wide = number in within, size * 1.2
    square = ink.box(
        x,
        y + size * 0.15,
        wide,
        wide,
        fill=ink.QUIET if inside else ink.CARD,
        stroke=ink.QUIET if inside else ink.LINE,
        stroke_width=1,
        rx=2,
    )
    told = ink.words(
        x + wide / 2,
        y + size * 1.06,
        str(number),
        size * 0.85,
        fill=ink.CARD,
        bold=True,
        anchor="middle",
    )
    return square + (told if inside else "")


def _open(x: float, y: float, size: float) -> str:
    return ink.box(x, y, size, size, fill=ink.CARD, stroke=ink.TEAL, stroke_width=1.4, rx=1.5)
