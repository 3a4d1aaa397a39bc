"""The research sheet: what a researcher can start from, every cell from the description itself."""

from collections.abc import Iterator
from typing import Any

from workbench.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Label,
    Paragraph,
    Report,
    Table,
)
from workbench.documents.pictured import timeline_blocks
from workbench.documents.pictures.telling import Telling
from workbench.documents.reports.binding import bound, told
from workbench.documents.reports.cited import with_sources
from workbench.documents.reports.kinds import RESEARCH
from workbench.documents.reports.material import Material
from workbench.documents.reports.picked import OPTIONAL, chosen, picked
from workbench.documents.reports.research_parts import AFTER, BEFORE, MODULE, MODULES, RULE, Part
from workbench.domain.paths import is_empty, value_at
from workbench.rules.coverage import Part as CoveredPart
from workbench.rules.researchability import Point
from workbench.rules.timeline import timeline


def research(made_from: Material) -> Report:
    """Return the research sheet of a description."""
    body = [
        *_points(made_from),
        *(block for part in BEFORE for block in _part(made_from, part)),
        *_modules(made_from),
        *_phases(made_from),
        *(block for part in AFTER for block in _part(made_from, part)),
    ]
    body = with_sources(made_from, body, [path for part in AFTER for path in part.paths])
    return bound(made_from, RESEARCH, body, told(made_from, RESEARCH, _values(made_from)))


def _points(made_from: Material) -> Iterator[Block]:
    """Yield the fourteen points: an overview, and per point what is there and what lacks."""
    say, found = made_from.say, made_from.examined.researchability
    title = say("report.research.points")
    yield Heading(1, title, listed=True)
    yield Paragraph(say("report.research.intro"))
    blocking = ", ".join(str(point.number) for point in found.blocking)
    key = "blocked" if blocking else "free"
    yield Paragraph(say(f"report.research.{key}", numbers=blocking))
    header = tuple(say(f"report.research.column.{name}") for name in ("point", "blocking", "state"))
    yield Table(title, header, tuple(_row(made_from, point) for point in found.points))
    for point in found.points:
        yield from _point(made_from, point)


def _row(made_from: Material, point: Point) -> tuple[Cell, ...]:
    say = made_from.say
    blocking = say("report.research.blocking") if point.blocking else ""
    state = say(f"report.research.state.{point.state}")
    texts = (_name(made_from, point), blocking, state)
    return tuple((Paragraph(text),) if text else () for text in texts)


def _point(made_from: Material, point: Point) -> Iterator[Block]:
    """Yield what is there of a point and what lacks; of one that is whole the overview says all."""
    say, language = made_from.say, made_from.language
    if point.state == "yes":
        return
    yield Heading(2, _name(made_from, point))
    parts = [part for part in point.coverage.parts if part.filled]
    if parts:
        yield Label(say("report.research.there"))
        yield Bullets(tuple(_there(made_from, part) for part in parts))
    yield Label(say("report.lacks"))
    lacks = (lack.wording[language] for lack in point.coverage.missing)
    yield Bullets(tuple(f"{words[:1].upper()}{words[1:]}" for words in lacks))


def _there(made_from: Material, part: CoveredPart) -> str:
    question, n = part.label[made_from.language], len(part.filled)
    if part.asked == 1:
        return question
    return made_from.say("report.research.part", question=question, n=n, of=part.asked)


def _name(made_from: Material, point: Point) -> str:
    return f"{point.number}. {point.name[made_from.language]}"


def _part(made_from: Material, part: Part) -> Iterator[Block]:
    yield Heading(1, made_from.say(f"report.research.part.{part.name}"), listed=True)
    yield from picked(made_from.answers, part.paths, 2)


def _modules(made_from: Material) -> Iterator[Block]:
    """Yield what everybody gets, what some get and by which rule, and what is fitted to each."""
    say, answers = made_from.say, made_from.answers
    yield Heading(1, say("report.research.part.modules"), listed=True)
    yield from picked(answers, MODULES.paths, 2)
    modules = answers.items(MODULE)
    codes = [option.code for option in answers.template.options["deployment"]]
    for code in (*codes, None):
        ids = [item["id"] for item in modules if _deployment(item, codes) == code]
        if ids:
            label = answers.template.label("deployment", code)[made_from.language] if code else None
            yield Heading(2, label or say("report.research.undeployed"), listed=True)
            yield from picked(answers, _asked(code), 3, ids, OPTIONAL - {RULE})[1:]
    if not modules:
        yield answers.gap


def _asked(code: str | None) -> list[str]:
    """Return what is asked of a module: who is told to get it needs a rule for that."""
    fields = [f"{MODULE}.*.{name}" for name in MODULES.fields]
    return fields if code == "on_indication" else [field for field in fields if field != RULE]


def _deployment(item: Any, codes: list[str]) -> str | None:
    code = item.get("deployment")
    return code if code in codes else None


def _phases(made_from: Material) -> Iterator[Block]:
    examined = made_from.examined
    telling = Telling(examined.theory, made_from.answers.template, made_from.say)
    yield Heading(1, made_from.say("report.research.part.phases"), listed=True)
    yield from picked(made_from.answers, ["approach.duration", "approach.phases"], 2)
    yield from timeline_blocks(telling, timeline(examined.programme, examined.theory), 2)


def _values(made_from: Material) -> dict[str, Any]:
    data, template = made_from.answers.data, made_from.answers.template
    paths = [path for part in (*BEFORE, MODULES, *AFTER) for path in part.paths]
    questions = chosen(template, [*paths, MODULE, "approach.duration", "approach.phases"])
    found = {question.path: value_at(data, question.path) for question in questions}
    return {
        "researchability": made_from.examined.researchability.told(made_from.language),
        "answers": {path: value for path, value in found.items() if not is_empty(value)},
        "lacks": [path for path, value in found.items() if is_empty(value)],
    }
