"""From the name of a report to the report."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from workbench.documents.blocks import Report
from workbench.documents.reports.gaps import gaps
from workbench.documents.reports.interview import interview
from workbench.documents.reports.kinds import KINDS
from workbench.documents.reports.material import Material
from workbench.documents.reports.research import research
from workbench.documents.reports.summary import summary
from workbench.documents.reports.tidier import tidier
from workbench.documents.reports.werkblad import werkblad

MAKERS: Mapping[str, Callable[[Material], Report]] = {
    "werkblad": werkblad,
    "summary": summary,
    "gaps": gaps,
    "tidier": tidier,
    "research": research,
    "interview": interview,
}
"""What makes each report of `kinds.py`."""


def made(name: str, made_from: Material) -> Report:
    """Return a report, with gaps where it is none without; raise KeyError for an unknown one."""
    gaps = made_from.gaps or not KINDS[name].can_leave_out_gaps
    return MAKERS[name](replace(made_from, gaps=gaps))
