"""How programmes are brought into use: per programme, step by step, and what was learned."""

from collections.abc import Iterator, Sequence
from datetime import date

from workbench.documents.comparing.view import Line, Value, View
from workbench.documents.overviews.telling import Described, Telling, ordered
from workbench.domain.delivery import ImplementationStep
from workbench.rules.overview.overseen import Overseen
from workbench.rules.overview.steps import TO_DO, Standing, standing

_PLAN = "delivery.implementation.plan"
_ORDER: tuple[Standing, ...] = ("late", "open", "undated", "done", "dropped")


def implementation_view(described: Sequence[Described], telling: Telling, today: date) -> View:
    """Return for each programme whether there is a plan, and how its steps stand."""
    columns = ("programme", "institution", "plan", "steps", "done", "to_do", "late", "next")
    return View(
        "implementation",
        telling.say("implementation"),
        telling.say("implementation.told", day=telling.in_sentence(today)),
        telling.head(*columns),
        tuple(_programme(one, telling, today) for one in ordered(described, telling)),
        1,
    )


def steps_view(
    described: Sequence[Described],
    telling: Telling,
    today: date,
    only: Sequence[Standing] = _ORDER,
) -> View:
    """Return the steps of all programmes, late ones first; only those that stand as asked."""
    rows = [row for one in described for row in _steps(one, today) if row[0] in only]
    rows.sort(key=lambda row: (_ORDER.index(row[0]), row[1].date or date.max, row[2].programme))
    columns = ("programme", "institution", "step", "responsible", "date", "state", "standing")
    return View(
        "steps",
        telling.say("steps"),
        telling.say("steps.told", day=telling.in_sentence(today)),
        telling.head(*columns),
        tuple(_step(row, telling) for row in rows),
        2,
    )


def experiences_view(described: Sequence[Described], telling: Telling) -> View:
    """Return how each programme is brought into use, and what was learned from it."""
    empty, part = telling.texts("compare.empty"), "delivery.implementation"
    lines = []
    for one, contents in ordered(described, telling):
        found = contents.implementation
        told = [found.description or "", found.experiences or ""]
        cells = (telling.title(one), one.institution, *(said or empty for said in told))
        missing = frozenset(2 + n for n, said in enumerate(told) if not said)
        lines.append(Line(cells, None, missing, f"{one.programme}#{part}.experiences"))
    return View(
        "experiences",
        telling.say("experiences"),
        telling.say("experiences.told"),
        telling.head("programme", "institution", "approach", "experiences"),
        tuple(lines),
        2,
    )


Row = tuple[Standing, ImplementationStep, Overseen]


def _steps(described: Described, today: date) -> Iterator[Row]:
    one, contents = described
    for step in contents.implementation.steps:
        yield standing(step, today), step, one


def _step(row: Row, telling: Telling) -> Line:
    how, step, one = row
    empty = telling.texts("compare.empty")
    told = (
        step.step or "",
        step.responsible or "",
        telling.day(step.date),
        telling.label("step_state", step.state),
    )
    cells = (
        telling.title(one),
        one.institution,
        *(said or empty for said in told),
        telling.say(f"standing.{how}"),
    )
    missing = frozenset(2 + n for n, said in enumerate(told) if not said)
    key = f"{one.programme}#delivery.implementation.steps.{step.id}.step"
    return Line(cells, None, missing, key)


def _programme(described: Described, telling: Telling, today: date) -> Line:
    one, contents = described
    found = contents.implementation
    stand = [standing(step, today) for step in found.steps]
    to_do = [step for step, how in zip(found.steps, stand, strict=True) if how in TO_DO]
    coming = min(to_do, key=lambda step: step.date or date.max, default=None)
    plan = "" if found.plan is None else telling.texts(f"report.{'yes' if found.plan else 'no'}")
    cells: tuple[Value, ...] = (
        telling.title(one),
        one.institution,
        plan or telling.texts("compare.empty"),
        len(stand),
        stand.count("done"),
        len(to_do),
        stand.count("late"),
        _next(coming, telling) if coming else "–",
    )
    return Line(cells, None, frozenset() if plan else frozenset({2}), f"{one.programme}#{_PLAN}")


def _next(step: ImplementationStep, telling: Telling) -> str:
    day = telling.day(step.date) or telling.say("standing.undated")
    return telling.say("next", step=step.step or step.id, day=day)
