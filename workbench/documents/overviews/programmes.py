"""All programmes in a table: how far each is, and how far each of its sections."""

from collections.abc import Mapping, Sequence

from workbench.documents.comparing.view import Line, Value, View
from workbench.documents.overviews.telling import Telling
from workbench.rules.overview.overseen import Overseen

PROGRAMMES, SECTIONS = "programmes", "sections"
COLUMNS = (
    "programme", "institution", "status", "level", "filled", "unanswered", "researchable",
    "changed", "news",
)  # fmt: skip
_THREADS = "threads"


def programmes_view(programmes: Sequence[Overseen], telling: Telling) -> View:
    """Return a line per programme, in the order in which they come."""
    counted = any(one.threads is not None for one in programmes)
    columns = list(COLUMNS)
    if counted:
        columns.insert(columns.index("researchable"), _THREADS)
    return View(
        PROGRAMMES,
        telling.say("programmes"),
        telling.say("programmes.told", n=len(programmes)),
        telling.head(*columns),
        tuple(_line(one, telling, columns) for one in programmes),
        1,
        telling.texts("level.disclaimer"),
    )


def sections_view(programmes: Sequence[Overseen], telling: Telling) -> View:
    """Return how far each section of each programme is, for the level that it aims at."""
    sections = [s for s in telling.template.sections if _asked(programmes, s.id)]
    return View(
        SECTIONS,
        telling.say("sections"),
        telling.say("sections.told"),
        (*telling.head("programme", "institution", "aim"), *map(telling.section, sections)),
        tuple(_filled(one, telling, [s.id for s in sections]) for one in programmes),
        3,
    )


def overview_views(programmes: Sequence[Overseen], telling: Telling) -> tuple[View, ...]:
    """Return everything that the overview can show."""
    return programmes_view(programmes, telling), sections_view(programmes, telling)


def _line(one: Overseen, telling: Telling, columns: Sequence[str]) -> Line:
    brief, said = one.brief, telling.say
    cells: Mapping[str, Value] = {
        "programme": telling.title(one),
        "institution": one.institution,
        "status": telling.texts(f"programme_status.{brief.status}"),
        "level": telling.rung(brief.rung),
        "filled": said("of", there=brief.answered, needed=brief.required),
        "unanswered": brief.required - brief.answered,
        "threads": one.threads or 0,
        "researchable": said("of", there=telling.amount(brief.researchable), needed=brief.points),
        "changed": telling.moment(brief.changed) or said("never"),
        "news": said(f"news.{one.news}"),
    }
    return Line(tuple(cells[name] for name in columns), key=one.programme)


def _filled(one: Overseen, telling: Telling, sections: Sequence[str]) -> Line:
    aim = telling.texts(f"ui.level.{one.brief.target}")
    counts = [one.brief.sections.get(section, (0, 0)) for section in sections]
    told = [
        telling.say("of", there=there, needed=needed) if needed else telling.say("not_needed")
        for there, needed in counts
    ]
    lacking = frozenset(3 + n for n, (there, needed) in enumerate(counts) if there < needed)
    return Line((telling.title(one), one.institution, aim, *told), None, lacking, one.programme)


def _asked(programmes: Sequence[Overseen], section: str) -> bool:
    return any(one.brief.sections.get(section, (0, 0))[1] for one in programmes)
