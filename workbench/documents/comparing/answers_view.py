"""All answers side by side, and the coded traits by which programmes are found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.view import Line, View, state_of
from workbench.domain.paths import shape_at
from workbench.rules.comparison.rows import Row

FACETS = "facets."


def answers_view(saying: Saying) -> View:
    """Return every question with the answer of each programme."""
    return View(
        "answers",
        saying.say("answers"),
        saying.say("answers.told"),
        (
            *(saying.say(f"head.{key}") for key in ("section", "question", "item", "state")),
            *saying.names,
        ),
        tuple(_line(saying, row) for row in saying.comparison.rows if row.state != "none"),
        4,
        saying.say("answers.none", n=sum(r.state == "none" for r in saying.comparison.rows)),
    )


def sections_of(shown: View) -> tuple[str, ...]:
    """Return the sections of which answers are shown, in order."""
    return tuple(dict.fromkeys(str(line.cells[0]) for line in shown.lines))


def in_section(shown: View, section: str) -> View:
    """Return only the answers of one section."""
    return replace(shown, lines=tuple(line for line in shown.lines if line.cells[0] == section))


def facets_view(saying: Saying) -> View:
    """Return the traits; where several can be chosen, each that anybody chose on a line."""
    rows = [row for row in saying.comparison.rows if row.starred.startswith(FACETS)]
    return View(
        "facets",
        saying.say("facets"),
        saying.say("facets.told"),
        (*(saying.say(f"head.{key}") for key in ("facet", "value", "state")), *saying.names),
        tuple(line for row in rows for line in _traits(saying, row)),
        3,
    )


def _line(saying: Saying, row: Row) -> Line:
    cells = [
        saying.answer(n, places, row.question) or _nothing(saying, places)
        for n, places in enumerate(row.places)
    ]
    item = saying.item(row.group) if row.group else ""
    lead = (
        saying.section(row.section),
        row.question.label[saying.language],
        item,
        saying.state(row.state),
    )
    line = saying.line(lead, cells, row.state)
    lacking = {4 + n for n, places in enumerate(row.places) if not places}
    return Line(line.cells, line.state, line.missing | lacking)


def _nothing(saying: Saying, places: Sequence[Any]) -> str:
    """Return what stands for a programme that does not have the item; empty where it has it."""
    return "" if places else saying.say("no_item")


def _traits(saying: Saying, row: Row) -> Iterator[Line]:
    options, label = shape_at(row.starred).options, row.question.label[saying.language]
    if not (options and shape_at(row.starred).many):
        cells = [saying.answer(n, places, row.question) for n, places in enumerate(row.places)]
        yield saying.line((label, "", saying.state(row.state)), cells, row.state)
        return
    chosen = [_codes(places[0].value) for places in row.places]
    for code in _offered(saying, options, chosen):
        said = [None if codes is None else code in codes for codes in chosen]
        cells = ["" if s is None else saying.texts(f"report.{'yes' if s else 'no'}") for s in said]
        state = state_of(said)
        yield saying.line((label, saying.label(options, code), saying.state(state)), cells, state)


def _codes(value: Any) -> list[str] | None:
    return value if isinstance(value, list) else None


def _offered(saying: Saying, options: str, chosen: Sequence[list[str] | None]) -> list[str]:
    """Return the codes that anybody chose, in the order in which they are offered."""
    anybody = {code for codes in chosen for code in codes or ()}
    return [option.code for option in saying.template.options[options] if option.code in anybody]
