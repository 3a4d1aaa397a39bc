"""Views of all programmes as a report for Word and web page, and their values as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from workbench.documents import amounts
from workbench.documents.blocks import (
    Block,
    Bullets,
    Cover,
    Facts,
    Heading,
    Labels,
    Paragraph,
    Report,
    Table,
)
from workbench.documents.comparing.chapters import cell
from workbench.documents.comparing.view import Line, View
from workbench.documents.overviews.telling import Telling

_MOST_COLUMNS, _LONGEST_CELL = 9, 40
"""With more columns or longer cells a table does not fit on paper."""


def report(
    kind: str,
    views: Sequence[View],
    telling: Telling,
    made_on: date,
    *,
    left_out: Sequence[str] = (),
    made_up: bool = False,
) -> Report:
    """Return views as a report; `left_out` names programmes that are not in it."""
    texts, title = telling.texts, telling.say(f"report.{kind}")
    made = texts("report.made", day=amounts.day(made_on, telling.language))
    return Report(
        language=telling.language,
        title=title,
        cover=Cover(
            kind=telling.say("report.kind"),
            owner="",
            mark=texts("report.fictitious") if made_up else "",
            blocks=tuple(_left_out(left_out, telling)),
        ),
        colophon=(),
        body=tuple(block for view in views for block in _chapter(view, telling)),
        closing=(made, texts("report.disclaimer"), texts("level.disclaimer")),
        labels=Labels(texts("report.contents"), texts.catalogue["report.page"]),
        authors="",
        made_on=made_on,
        data=told(kind, views, telling, made_on, left_out),
    )


def told(
    kind: str, views: Sequence[View], telling: Telling, made_on: date, left_out: Sequence[str] = ()
) -> dict[str, Any]:
    """Return views as plain values, for programs that read them."""
    return {
        "report": kind,
        "language": telling.language,
        "made_on": made_on.isoformat(),
        "disclaimer": telling.texts("level.disclaimer"),
        "left_out": list(left_out),
        "views": [_values(view) for view in views],
    }


def _values(view: View) -> dict[str, Any]:
    return {
        "name": view.name,
        "title": view.title,
        "note": view.note,
        "columns": list(view.head),
        "rows": [
            {
                "programme": line.key.partition("#")[0],
                "path": line.key.partition("#")[2] or None,
                "cells": list(line.cells),
                "missing": sorted(line.missing),
            }
            for line in view.lines
        ],
    }


def _left_out(names: Sequence[str], telling: Telling) -> Iterator[Block]:
    if names:
        yield Paragraph(telling.say("left_out", n=len(names)))
        yield Bullets(tuple(names))


def _chapter(view: View, telling: Telling) -> Iterator[Block]:
    yield Heading(1, view.title, listed=True)
    yield Paragraph(view.told)
    if view.note:
        yield Paragraph(view.note, "remark")
    if not view.lines:
        yield Paragraph(telling.say("nothing"))
    elif _fits(view):
        yield Table(view.title, view.head, tuple(_row(line) for line in view.lines))
    else:
        yield from _sections(view, telling)


def _fits(view: View) -> bool:
    parts = (part for line in view.texts for text in line for part in text.splitlines())
    return len(view.head) <= _MOST_COLUMNS and max(map(len, parts), default=0) <= _LONGEST_CELL


def _row(line: Line) -> tuple[tuple[Paragraph, ...], ...]:
    return tuple(_said(line, n) for n in range(len(line.cells)))


def _sections(view: View, telling: Telling) -> Iterator[Block]:
    """Yield each line as questions with answers, under what its first cell says.

    Where several programmes say the same there, each has a heading of its own below it.
    """
    who = telling.say("head.programme")
    for name, lines in groupby(view.lines, key=lambda line: str(line.cells[0])):
        found = list(lines)
        yield Heading(2, name)
        for line in found:
            shown = [n for n in range(1, len(view.head)) if str(line.cells[n])]
            if len(found) > 1 and who in view.head[1:]:
                own = view.head.index(who)
                shown.remove(own)
                yield Heading(3, str(line.cells[own]))
            yield Facts(name, tuple((view.head[n], _said(line, n)) for n in shown))


def _said(line: Line, column: int) -> tuple[Paragraph, ...]:
    return cell(str(line.cells[column]), kind="gap" if column in line.missing else "answer")
