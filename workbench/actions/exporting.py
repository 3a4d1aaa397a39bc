"""Taking a description away as a document, unless personal data holds it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.actions.assessing import assess_opened
from workbench.actions.desk import Desk, Refused
from workbench.documents.formats import FORMATS, render
from workbench.documents.report import werkblad
from workbench.domain.findings import Finding
from workbench.domain.wording import Language
from workbench.rules.privacy import held_back
from workbench.store.protocol import Opened, ProgrammeId


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


def export(
    desk: Desk,
    programme: ProgrammeId,
    format_name: str,
    *,
    report: str = "werkblad",
    language: Language = "nl",
    gaps: bool = True,
) -> Export:
    """Return a report as a document; raise HeldBack, Refused, NotFound or Unreadable."""
    if report != "werkblad" or format_name not in FORMATS:
        raise Refused("unknown_report", report=report, format=format_name)
    opened = desk.open(programme)
    holding = held_back(assess_opened(desk, opened).findings)
    if holding:
        raise HeldBack(holding)
    return _made(desk, opened, format_name, language, gaps)


def _made(desk: Desk, opened: Opened, format_name: str, language: Language, gaps: bool) -> Export:
    made = werkblad(
        opened.programme,
        desk.words.template,
        desk.words.texts[language],
        gaps=gaps,
        made_on=desk.today(),
        revision=opened.revision,
    )
    how = FORMATS[format_name]
    return Export(f"{opened.id.name}-werkblad.{how.extension}", how.mime, render(made, format_name))
