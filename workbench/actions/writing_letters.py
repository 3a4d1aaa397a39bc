"""Taking the advice on a description away: as a letter, or in the margin of the werkblad."""

from dataclasses import replace

from workbench.actions.advising import shared_advice
from workbench.actions.assessing import examined
from workbench.actions.desk import Desk, Refused, needs
from workbench.actions.exporting import Export, HeldBack
from workbench.documents.blocks import comments
from workbench.documents.formats import FORMATS, render
from workbench.documents.reports.kinds import ADVICE_KINDS, COMMENTS
from workbench.documents.reports.letter import letter, with_comments
from workbench.documents.reports.material import Material
from workbench.documents.reports.werkblad import werkblad
from workbench.documents.threads import as_comments
from workbench.domain.wording import Language
from workbench.rules.privacy import held_back
from workbench.store.protocol import ProgrammeId

WORD = "docx"


@needs("see_advice")
def export_advice(
    desk: Desk,
    programme: ProgrammeId,
    report: str,
    format_name: str = WORD,
    *,
    language: Language = "nl",
) -> Export:
    """Return the advice on a description as a document; private notes are in none.

    Comments in the margin are for Word only. Raise HeldBack, Refused, NotFound or Unreadable.
    """
    in_margin = report == COMMENTS.name
    if report not in ADVICE_KINDS or format_name not in FORMATS:
        raise Refused("unknown_report", report=report, format=format_name)
    if in_margin and format_name != WORD:
        raise Refused("comments_in_word_only")
    desk.need("export", programme)
    opened = desk.open(programme)
    found = examined(desk, opened)
    if holding := held_back(found.findings):
        raise HeldBack(holding)
    threads = shared_advice(desk, opened)
    made_from = Material(found, language, True, opened.revision)
    if in_margin:
        made_from = replace(made_from, comments=as_comments(threads, made_from.say))
        there = {one.number for one in comments(werkblad(made_from).body)}
        placed = {p for p, said in made_from.comments.items() if {s.number for s in said} <= there}
        made = with_comments(made_from, [t for t in threads if t.path not in placed])
    else:
        made = letter(made_from, threads, opened.status)
    how = FORMATS[format_name]
    name = ADVICE_KINDS[report].file_name(programme.name, how.extension)
    return Export(name, how.mime, render(made, format_name))
