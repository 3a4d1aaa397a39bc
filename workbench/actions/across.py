"""Looking across programmes, and taking what is seen of many programmes away as a document."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from workbench.actions.briefing import briefing_of
from workbench.actions.desk import Desk, Refused, needs_all
from workbench.actions.exporting import Export
from workbench.actions.overseeing import id_of
from workbench.documents.comparing.excel import excel
from workbench.documents.comparing.view import View
from workbench.documents.formats import FORMATS, render
from workbench.documents.overviews.across import ACROSS, STEPS, Across, across_views
from workbench.documents.overviews.comma_separated import comma_separated
from workbench.documents.overviews.programmes import overview_views, programmes_view
from workbench.documents.overviews.report import report
from workbench.documents.overviews.telling import Telling
from workbench.domain.wording import Language
from workbench.rules.overview.overseen import Overseen

EXCEL, CSV = "xlsx", "csv"
OVERVIEW_FORMS = (EXCEL, CSV, "docx", "html", "json")
ACROSS_FORMS = (EXCEL, "docx", "html", "json")
_EXCEL_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES: Mapping[str, str] = {"overview": "overzicht-programmas", "across": "over-programmas-heen"}


@needs_all("oversee")
def across(
    desk: Desk, programmes: Collection[Overseen], language: Language, steps: str = "all"
) -> Across:
    """Return programmes as they are looked at together; raise Refused.

    One in which something looks like personal data is not among them: `held_back` names those.
    """
    if steps not in STEPS:
        raise Refused("unknown_overview", format=steps)
    shown = {id_of(one): one for one in programmes if not one.brief.held_back}
    contents = briefing_of(desk).contents(desk.store, desk.words, shown)
    described = [(shown[programme], said) for programme, said in contents.items()]
    return Across(described, Telling(desk.words, language), desk.today(), steps)


def held_back(programmes: Collection[Overseen]) -> list[Overseen]:
    """Return the programmes in which something looks like personal data."""
    return [one for one in programmes if one.brief.held_back]


@needs_all("oversee")
def export_overview(
    desk: Desk, programmes: Sequence[Overseen], form: str, telling: Telling
) -> Export:
    """Return the programmes of the overview, in this order, as a document; raise Refused."""
    if form not in OVERVIEW_FORMS:
        raise Refused("unknown_overview", format=form)
    shown = [_without_words(one) for one in programmes]
    if form == CSV:
        content = comma_separated(programmes_view(shown, telling), telling.language)
        return Export(file_name("overview", CSV), mime(CSV), content)
    return _export(desk, "overview", overview_views(shown, telling), form, telling, shown)


@needs_all("oversee")
def export_across(
    desk: Desk,
    programmes: Collection[Overseen],
    form: str,
    language: Language,
    *,
    names: Sequence[str] = (),
    steps: str = "all",
) -> Export:
    """Return what is seen across programmes as a document; raise Refused."""
    if form not in ACROSS_FORMS or not set(names) <= set(ACROSS):
        raise Refused("unknown_overview", format=form)
    seen = across(desk, programmes, language, steps)
    views = across_views(seen, names)
    return _export(desk, "across", views, form, seen.telling, programmes)


def file_name(kind: str, form: str) -> str:
    """Return how a file with an overview is called."""
    extension = form if form in {EXCEL, CSV} else FORMATS[form].extension
    return f"{_FILES[kind]}.{extension}"


def mime(form: str) -> str:
    """Return how other programs know a form."""
    return {EXCEL: _EXCEL_MIME, CSV: "text/csv"}.get(form) or FORMATS[form].mime


def _export(
    desk: Desk,
    kind: str,
    views: Sequence[View],
    form: str,
    telling: Telling,
    programmes: Collection[Overseen],
) -> Export:
    left_out = [one.programme for one in held_back(programmes)] if kind == "across" else []
    made_up = bool(programmes) and all(one.brief.fictitious for one in programmes)
    made = report(kind, views, telling, desk.today(), left_out=left_out, made_up=made_up)
    content = excel(telling.texts, views, made) if form == EXCEL else render(made, form)
    return Export(file_name(kind, form), mime(form), content)


def _without_words(one: Overseen) -> Overseen:
    """Return a programme without its title where something in it looks like personal data."""
    if not one.brief.held_back:
        return one
    return replace(one, brief=one.brief.model_copy(update={"title": ""}))
