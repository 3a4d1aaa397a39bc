"""Taking a description away as a document, unless personal data holds it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.actions.assessing import examined
from workbench.actions.desk import Desk, Refused, needs
from workbench.actions.history import history, opened_at
from workbench.documents.formats import FORMATS, render
from workbench.documents.reports.kinds import KINDS
from workbench.documents.reports.making import made
from workbench.documents.reports.material import Earlier, Material
from workbench.domain.findings import Finding
from workbench.domain.wording import Language
from workbench.rules.privacy import held_back
from workbench.store.protocol import ProgrammeId


class HeldBack(Exception):
    """What looks like personal data must be removed or cleared before a report can be made."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} places with personal data")
        self.findings = findings


@dataclass(frozen=True)
class Export:
    """A finished document."""

    file_name: str
    mime: str
    content: bytes


@needs("export")
def export(
    desk: Desk,
    programme: ProgrammeId,
    format_name: str,
    *,
    report: str = "werkblad",
    language: Language = "nl",
    gaps: bool = True,
    revision: int | None = None,
) -> Export:
    """Return a report as a document; raise HeldBack, Refused, NotFound or Unreadable.

    With a revision it is of the description as it stood then, and says so.
    No report is made while words stand anywhere in the description that look like personal data:
    every one of them repeats what was typed, if only as the name of a goal.
    """
    kind = KINDS.get(report)
    if kind is None or format_name not in FORMATS:
        raise Refused("unknown_report", report=report, format=format_name)
    if not gaps and not kind.can_leave_out_gaps:
        raise Refused("needs_gaps", report=report)
    opened = desk.open(programme) if revision is None else opened_at(desk, programme, revision)
    found = examined(desk, opened)
    holding = held_back(found.findings)
    if holding:
        raise HeldBack(holding)
    how = FORMATS[format_name]
    earlier = None if revision is None else _earlier(desk, programme, revision)
    made_from = Material(found, language, gaps, opened.revision, earlier)
    content = render(made(kind.name, made_from), format_name)
    file_name = kind.file_name(opened.id.name, how.extension, revision)
    return Export(file_name, how.mime, content)


def _earlier(desk: Desk, programme: ProgrammeId, revision: int) -> Earlier:
    found = history(desk, programme)
    day = found.line(revision).time.astimezone().date()
    return Earlier(day, found.version_of(revision))
