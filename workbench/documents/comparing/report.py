"""A comparison as a report: one chapter per view, for Word and web page, and its values as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from xml.etree import ElementTree

from workbench.documents import amounts
from workbench.documents.blocks import Block, Cover, Facts, Labels, Paragraph, Picture, Report
from workbench.documents.comparing.chapters import cell, chapter
from workbench.documents.comparing.lines_picture import lines_picture
from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.view import View
from workbench.documents.comparing.views import views

_PAPER = 760
_SVG = "{http://www.w3.org/2000/svg}"


def report(saying: Saying, made_on: date, *, only_differences: bool = False) -> Report:
    """Return the comparison as a report."""
    found = views(saying, only_differences=only_differences)
    texts, n = saying.texts, len(saying.sides)
    made_up = all(side.examined.programme.colophon.fictitious for side in saying.sides)
    made = texts("report.made", day=amounts.day(made_on, saying.language))
    return Report(
        language=saying.language,
        title=saying.say("report.title", n=n),
        cover=Cover(
            kind=texts("report.kind.comparison"),
            owner="",
            mark=texts("report.fictitious") if made_up else "",
            blocks=tuple(_programmes(saying, only_differences=only_differences)),
        ),
        colophon=(),
        body=tuple(
            block
            for view in found
            for block in chapter(saying, view, _picture(saying) if view.name == "phases" else None)
        ),
        closing=(made, texts("report.disclaimer"), texts("level.disclaimer")),
        labels=Labels(texts("report.contents"), texts.catalogue["report.page"]),
        authors="",
        made_on=made_on,
        data=_data(saying, found, made_on),
        layout="flowing",
    )


def _programmes(saying: Saying, *, only_differences: bool) -> Iterator[Block]:
    rows = tuple(
        (name, cell(_owner(saying, n), side.examined.programme.title or ""))
        for n, (name, side) in enumerate(zip(saying.names, saying.sides, strict=True))
    )
    yield Facts(saying.say("report.programmes"), rows)
    if only_differences:
        yield Paragraph(saying.say("report.differences"))


def _owner(saying: Saying, side: int) -> str:
    return saying.sides[side].examined.programme.colophon.owner.name or ""


def _picture(saying: Saying) -> Picture:
    svg = lines_picture(saying, _PAPER, "lines-paper")
    root = ElementTree.fromstring(svg)
    title, told = (root.findtext(f"{_SVG}{name}") or "" for name in ("title", "desc"))
    instead = saying.say("picture.instead", told=told)
    size = float(root.get("width", 1)), float(root.get("height", 1))
    return Picture(title, told, instead, svg, *size)


def _data(saying: Saying, found: Sequence[View], made_on: date) -> dict[str, Any]:
    return {
        "report": "comparison",
        "language": saying.language,
        "made_on": made_on.isoformat(),
        "disclaimer": saying.texts("level.disclaimer"),
        "programmes": [
            {"id": side.programme, "name": name, "title": side.examined.programme.title}
            for name, side in zip(saying.names, saying.sides, strict=True)
        ],
        "views": [_view(view) for view in found],
    }


def _view(view: View) -> dict[str, Any]:
    return {
        "name": view.name,
        "title": view.title,
        "note": view.note,
        "columns": list(view.head),
        "rows": [
            {"state": line.state, "cells": list(line.cells), "missing": sorted(line.missing)}
            for line in view.lines
        ],
    }
