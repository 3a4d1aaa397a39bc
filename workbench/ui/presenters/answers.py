"""Answers in the words of the template: labels instead of codes, dates and ranges in full."""

from collections.abc import Mapping
from typing import Any

from workbench.actions.figures import written
from workbench.domain.paths import is_empty
from workbench.domain.wording import Texts
from workbench.ui.presenters.moments import day, span
from workbench.ui.views import FieldView


def said(view: FieldView, value: Any, texts: Texts) -> str:
    """Return an answer to a question, or to a part of it, in words."""
    labels = dict(view.options)
    if is_empty(value):
        return texts("ui.read.empty")
    if view.kind == "date":
        return day(value, texts.language)
    if isinstance(value, dict):
        return span(value, texts, labels.get(value.get("unit", ""), ""))
    if isinstance(value, list):
        return ", ".join(_named(code, labels) for code in value)
    if isinstance(value, bool):
        return texts("ui.yes" if value else "ui.no")
    if isinstance(value, int | float):
        return written(value, texts.language)
    return labels.get(value, str(value))


def _named(entry: Any, labels: Mapping[str, str]) -> str:
    """Return a code by its label; of an item, which has no label, the id."""
    code = entry["id"] if isinstance(entry, dict) else entry
    return labels.get(code, str(code))
