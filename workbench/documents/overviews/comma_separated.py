"""A view as lines of values for any spreadsheet; text never becomes a formula there."""

import csv
from io import StringIO

from workbench.documents.comparing.view import Value, View
from workbench.domain.wording import Language

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How something begins that spreadsheets take for a formula."""
_BETWEEN: dict[Language, str] = {"nl": ";", "en": ","}
"""Spreadsheets in Dutch take a comma for the mark of decimals."""
_BYTE_ORDER = "\ufeff"
"""Tells Excel that the file is UTF-8."""


def comma_separated(view: View, language: Language) -> bytes:
    """Return the head and the lines of a view."""
    filled = StringIO()
    writer = csv.writer(filled, delimiter=_BETWEEN[language], lineterminator="\r\n")
    writer.writerow([_safe(name) for name in view.head])
    writer.writerows([_safe(value) for value in line.cells] for line in view.lines)
    return (_BYTE_ORDER + filled.getvalue()).encode("utf-8", "replace")


def _safe(value: Value) -> Value:
    """Return a value; before a text that looks like a formula stands an apostrophe."""
    if isinstance(value, str) and value.lstrip().startswith(_FORMULA):
        return f"'{value}"
    return value
