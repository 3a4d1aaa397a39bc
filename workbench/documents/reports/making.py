"""From the name of a report to the report."""

from collections.abc import Callable, Mapping

from workbench.documents.blocks import Report
from workbench.documents.reports.material import Material
from workbench.documents.reports.summary import summary
from workbench.documents.reports.werkblad import werkblad

MAKERS: Mapping[str, Callable[[Material], Report]] = {"werkblad": werkblad, "summary": summary}
"""What makes each report of `kinds.py`."""


def made(name: str, made_from: Material) -> Report:
    """Return a report; raise KeyError for one that does not exist."""
    return MAKERS[name](made_from)
