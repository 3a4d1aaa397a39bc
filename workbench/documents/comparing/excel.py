"""A comparison as an Excel workbook: one sheet per view, each a real table with filters."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter

from workbench.documents.blocks import Report
from workbench.documents.comparing.view import Line, Value, View
from workbench.documents.word_design import LOCALES
from workbench.domain.wording import Texts

LONGEST = 32_767
"""Characters that Excel keeps in one cell."""
_TABLE = 3
"""The rows above a table: its name, what is in it, and what has to stand beside it."""
_FONT = {"font_name": "Calibri", "font_size": 11, "text_wrap": True, "valign": "top",
         "align": "left"}  # fmt: skip
_ROW, _HIGHEST = 15, 409
"""Points that one line of text is high, and the most that a row can be."""
_WIDEST, _NARROWEST = 48, 11
_LEAD = 28
"""The most characters that the columns before those of the programmes are wide."""
_FROZEN = 2
"""The columns that stay in sight while the others scroll."""
_TEAL, _AMBER = "#0b5d63", "#8a4b00"
_SHEET = 31
"""Characters in the name of a sheet."""


def excel(texts: Texts, views: Sequence[View], report: Report) -> bytes:
    """Return the workbook; text stays text, whatever it starts with."""
    filled = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(filled, options) as book:
        _describe(book, texts, report)
        looks = _Looks(book)
        for number, view in enumerate(views, 1):
            _sheet(book, looks, texts, view, number)
    return filled.getvalue()


class _Looks:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        self.title = book.add_format({**_FONT, "bold": True, "font_size": 15, "font_color": _TEAL,
                                      "text_wrap": False})  # fmt: skip
        self.told = book.add_format({**_FONT, "text_wrap": False})
        self.cell = book.add_format(_FONT)
        self.missing = book.add_format({**_FONT, "italic": True, "font_color": _AMBER})
        self.head = book.add_format({**_FONT, "bold": True})


def _describe(book: Any, texts: Texts, report: Report) -> None:
    book.set_properties(
        {
            "title": report.title,
            "subject": report.cover.kind,
            "author": "",
            "comments": " ".join(report.closing),
            "created": datetime.combine(report.made_on, time()),
        }
    )
    book.set_custom_property(texts("compare.report.language"), LOCALES[report.language])


def _sheet(book: Any, looks: _Looks, texts: Texts, view: View, number: int) -> None:
    sheet = book.add_worksheet(view.title[:_SHEET])
    for row, text in enumerate((view.title, view.told, view.note)):
        sheet.write_string(row, 0, text, looks.told if row else looks.title)
    widths = [_width(view, column) for column in range(len(view.head))]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    bottom = _TABLE + max(len(view.lines), 1)
    sheet.add_table(
        _TABLE, 0, bottom, len(view.head) - 1,
        {
            "name": f"view_{number}_{view.name}",
            "style": "Table Style Light 9",
            "columns": [{"header": name, "header_format": looks.head} for name in view.head],
        },
    )  # fmt: skip
    for n, line in enumerate(view.lines, _TABLE + 1):
        sheet.set_row(n, _height(line, widths))
        _line(sheet, looks, texts, n, line)
    sheet.freeze_panes(_TABLE + 1, min(view.first, _FROZEN))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_TABLE)


def _line(sheet: Any, looks: _Looks, texts: Texts, row: int, line: Line) -> None:
    for column, value in enumerate(line.cells):
        look = looks.missing if column in line.missing else looks.cell
        if isinstance(value, int):
            sheet.write_number(row, column, value, look)
        else:
            sheet.write_string(row, column, fitting(texts, value), look)


def fitting(texts: Texts, text: str) -> str:
    """Return a text as far as Excel can hold it in one cell."""
    if len(text) <= LONGEST:
        return text
    cut = texts("compare.report.cut")
    return f"{text[: LONGEST - len(cut)]}{cut}"


def _height(line: Line, widths: Sequence[float]) -> float:
    """Return the height of a row in which every cell fits; not every program works that out."""
    lines = (
        sum(1 + int(len(part) / (width - 1)) for part in str(cell).splitlines())
        for cell, width in zip(line.cells, widths, strict=True)
    )
    return min(_ROW * max(1, *lines), _HIGHEST)


def _width(view: View, column: int) -> float:
    """Return the width of a column in characters: that of its longest line, within reason."""
    cells: list[Value] = [view.head[column], *(line.cells[column] for line in view.lines)]
    longest = max(len(part) for cell in cells for part in str(cell).splitlines() or [""])
    most = _WIDEST if column in view.columns else _LEAD
    return min(max(longest + 2, _NARROWEST), most)
