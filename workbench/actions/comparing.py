"""Putting two to six programmes side by side, and taking that away as a document."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache

from workbench.actions.assessing import examined
from workbench.actions.briefing import briefing_of
from workbench.actions.desk import Desk, Refused, asks, needs
from workbench.actions.exporting import Export, HeldBack
from workbench.actions.same import Same
from workbench.documents.comparing.excel import excel
from workbench.documents.comparing.report import report
from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.views import views
from workbench.documents.formats import FORMATS, render
from workbench.domain.findings import Finding
from workbench.domain.verdicts import Pair, standing
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.rules.comparison.comparison import Comparison, compare
from workbench.rules.comparison.sides import FEWEST, MOST
from workbench.rules.examination import Examination
from workbench.rules.privacy import held_back
from workbench.store.protocol import NotFound, Opened, Unreadable

EXCEL = "xlsx"
FORMS = (EXCEL, "docx", "html", "json")
_EXCEL_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILE = "vergelijking"


class ComparisonHeldBack(HeldBack):
    """What looks like personal data in one of the programmes holds the comparison back."""

    def __init__(self, programme: str, findings: Sequence[Finding]) -> None:
        super().__init__(findings)
        self.programme = programme


@asks("read")
def named(desk: Desk) -> dict[str, str]:
    """Return the titles of all descriptions that somebody may read and that can be read."""
    found, _ = briefing_of(desk).of(desk.store, desk.words, lambda one: desk.may("read", one))
    return {str(programme): brief.title or programme.name for programme, brief in found.items()}


@asks("read")
def comparable(desk: Desk, names: Collection[str] | None = None) -> dict[str, Opened]:
    """Return these descriptions, or all, as far as somebody may read them and they can be read."""
    found = {}
    for programme in desk.store.ids():
        if (names is None or str(programme) in names) and desk.may("read", programme):
            with suppress(Unreadable, NotFound):
                found[str(programme)] = desk.open(programme)
    return found


@needs("read")
def comparison(desk: Desk, opened: Mapping[str, Opened]) -> Comparison:
    """Return two to six opened programmes compared; raise Refused for another number.

    Advisors see it with what advisors decided, everybody else as the rules propose it.
    """
    if not FEWEST <= len(opened) <= MOST:
        raise Refused("compare_number", n=len(opened))
    found = tuple((name, Same(examined(desk, one))) for name, one in opened.items())
    judged = _judged(desk) if may_judge(desk, opened) else {}
    return _compared(found, Same(desk.words), frozenset(judged.items()))


def saying(desk: Desk, compared: Comparison, language: Language) -> Saying:
    """Return a comparison in the words of one language; the same one while nothing changes."""
    return _saying(Same(compared), Same(desk.words.texts[language]))


@asks("judge")
def may_judge(desk: Desk, programmes: Mapping[str, Opened]) -> bool:
    """Return whether somebody may decide about items of all these programmes."""
    return desk.may("judge", programmes)


def _judged(desk: Desk) -> Mapping[Pair, bool]:
    held = standing(desk.verdicts.all())
    return {pair: bool(verdict.same) for pair, verdict in held.items()}


@needs("export")
def export_comparison(
    desk: Desk,
    opened: Mapping[str, Opened],
    form: str,
    *,
    language: Language = "nl",
    only_differences: bool = False,
) -> Export:
    """Return a comparison as a document; raise Refused or ComparisonHeldBack."""
    if form not in FORMS:
        raise Refused("unknown_comparison", format=form)
    compared = comparison(desk, opened)
    let_go(desk, opened)
    told = saying(desk, compared, language)
    made = report(told, desk.today(), only_differences=only_differences)
    if form == EXCEL:
        found = views(told, only_differences=only_differences)
        return Export(file_name(form), mime(form), excel(told.texts, found, made))
    return Export(file_name(form), mime(form), render(made, form))


def file_name(form: str) -> str:
    """Return how the file with a comparison is called."""
    return f"{_FILE}.{EXCEL if form == EXCEL else FORMATS[form].extension}"


def mime(form: str) -> str:
    """Return how other programs know a form."""
    return _EXCEL_MIME if form == EXCEL else FORMATS[form].mime


@needs("export")
def let_go(desk: Desk, opened: Mapping[str, Opened]) -> None:
    """Raise ComparisonHeldBack while words in one of the programmes look like personal data."""
    for name, one in opened.items():
        if holding := held_back(examined(desk, one).findings):
            raise ComparisonHeldBack(name, holding)


@lru_cache(maxsize=16)
def _compared(
    programmes: tuple[tuple[str, Same[Examination]], ...],
    words: Same[Words],
    judged: frozenset[tuple[Pair, bool]],
) -> Comparison:
    found = {name: one.value for name, one in programmes}
    return compare(found, words.value, dict(judged))


@lru_cache(maxsize=16)
def _saying(compared: Same[Comparison], texts: Same[Texts]) -> Saying:
    return Saying(compared.value, texts.value)
