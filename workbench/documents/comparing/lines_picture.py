"""The phases of several programmes on one line of time, each programme a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.documents.comparing.saying import Saying
from workbench.documents.pictures import ink
from workbench.documents.pictures.axis import Axis, axis
from workbench.documents.pictures.lettering import length, lines, shortened
from workbench.rules.graph import Node
from workbench.rules.timeline import Span, Timeline

NARROW = 560
_HEIGHT, _TOP = 62, 26


@dataclass(frozen=True)
class _Row:
    """One programme in the picture."""

    name: str
    line: Timeline
    axis: Axis


def lines_picture(saying: Saying, width: float = 1280, name: str = "lines") -> str:
    """Return the picture; names stand above the rows, so that the bars use the whole width."""
    rows = _rows(saying, 1, width - 1)
    told = f"{saying.say('picture.told')} {_told(rows)}".strip()
    title = saying.say("picture", n=len(saying.sides))
    height = _HEIGHT * len(rows) + 70
    inner = [_row(saying, row, n * _HEIGHT) for n, row in enumerate(rows)]
    inner += [_weeks(saying, rows[0].axis, _HEIGHT * len(rows) + 6)]
    inner += [_legend(saying, width, _HEIGHT * len(rows) + 42)]
    return ink.picture(name, title, told, width, height, inner)


def _rows(saying: Saying, left: float, right: float) -> list[_Row]:
    """Return the rows on one scale: that of the programme that may take longest."""
    found = [side.examined.timeline for side in saying.sides]
    own = [axis(line, left, right) for line in found]
    longest = max(scale.weeks for scale in own)
    return [
        _Row(name, line, _Shared(scale.left, scale.right, scale.ends, longest))
        for name, line, scale in zip(saying.names, found, own, strict=True)
    ]


@dataclass(frozen=True)
class _Shared(Axis):
    """An axis that holds more weeks than its own phases need."""

    longest: float

    @property
    def weeks(self) -> float:
        """As many weeks as the longest programme takes."""
        return self.longest


def _told(rows: list[_Row]) -> str:
    return " ".join(
        f"{row.name}: {', '.join(span.phase.heading for span in row.line.spans)}."
        for row in rows
        if row.line.spans
    )


def _row(saying: Saying, row: _Row, y: float) -> str:
    name = shortened(row.name, row.axis.right - 4, 14, True) if _long(row) else row.name
    inner = [ink.words(1, y + 17, name, 14, bold=True)]
    if not row.line.spans:
        inner.append(ink.words(1, y + _TOP + 18, saying.say("picture.no_phases"), 13, fill=ink.GAP))
    for span, (start, end) in zip(row.line.spans, row.axis.ends, strict=True):
        inner.append(_phase(row.axis, span, start, end, y + _TOP))
    return ink.group(inner)


def _long(row: _Row) -> bool:
    return length(row.name, 14, True) > row.axis.right - 4


def _phase(scale: Axis, span: Span, start: float, end: float, y: float) -> str:
    left, right, known = scale.at(start), scale.at(end), span.length
    inner = [
        ink.box(
            left + 1, y, max(right - left - 2, 2), 26, rx=4,
            fill=ink.TEAL_SOFT if known else ink.GAP_SOFT,
            stroke=ink.TEAL if known else ink.GAP,
            stroke_dasharray=None if known else "6 3",
        )
    ]  # fmt: skip
    solid = 0.0
    if known and known.shortest:
        solid = max(scale.at(start + known.shortest) - left - 2, 2)
        inner.append(ink.box(left + 1, y, solid, 26, fill=ink.TEAL, rx=4))
    inner.append(_name(span.phase, left, solid, right - left, y))
    return ink.group(inner, span.phase.heading)


def _name(phase: Node, left: float, solid: float, room: float, y: float) -> str:
    """Return the name of a phase where it fits: on the full part, else its number."""
    on_teal = solid > 18
    room = solid if on_teal else room
    told = f"{phase.number} {phase.heading}"
    told = lines(told, room - 12, 13, bold=True, most=1)[0] if room > 70 else str(phase.number)
    return ink.words(left + 7, y + 18, told, 13, fill=ink.CARD if on_teal else ink.GAP, bold=True)


def _weeks(saying: Saying, scale: Axis, y: float) -> str:
    return ink.group(_ticks(saying, scale, y))


def _ticks(saying: Saying, scale: Axis, y: float) -> Iterator[str]:
    for n, week in enumerate(scale.ticks):
        x = scale.at(week)
        told = saying.say("picture.week", n=week) if n == 0 else str(week)
        anchor = "end" if x > scale.right - 16 else "middle" if n else None
        yield ink.path(f"M{ink.number(x)} {ink.number(y)}v5", stroke=ink.QUIET)
        yield ink.words(x, y + 18, told, 12, fill=ink.QUIET, anchor=anchor)


def _legend(saying: Saying, width: float, y: float) -> str:
    size = 12
    told = lines(saying.say("picture.legend"), width - 2, size, most=2)
    return ink.group(
        ink.words(1, y + 8 + 15 * n, line, size, fill=ink.QUIET) for n, line in enumerate(told)
    )
