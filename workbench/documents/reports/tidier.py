"""TIDieR: item by item how far a description reports it, in which answers, and what lacks.

The names of the items are TIDieR's; what each asks is told in our own words.
"""

from collections.abc import Iterator

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
from workbench.documents.reports.binding import bound, told
from workbench.documents.reports.cited import with_sources
from workbench.documents.reports.kinds import TIDIER
from workbench.documents.reports.material import Material
from workbench.documents.reports.picked import picked
from workbench.domain.criteria import TidierItem
from workbench.rules.tidier import Item


def tidier(made_from: Material) -> Report:
    """Return the coverage of TIDieR's items with the answers that report them."""
    asked = {item.code: item for item in made_from.examined.words.criteria.tidier}
    items = made_from.examined.tidier.items
    body: list[Block] = [*_overview(made_from)]
    body.append(Heading(1, made_from.say("report.tidier.items"), listed=True))
    for item in items:
        body += _item(made_from, item, asked[item.code])
    cited = [path for item in asked.values() for path in _paths(item)]
    body = with_sources(made_from, body, cited)
    values = told(made_from, TIDIER, made_from.examined.tidier.told(made_from.language))
    return bound(made_from, TIDIER, body, values)


def _overview(made_from: Material) -> Iterator[Block]:
    say, found = made_from.say, made_from.examined.tidier
    counts = {state: found.number_of(state) for state in ("full", "partial", "none")}
    title = say("report.tidier.overview")
    header = ("number", "item", "state", "lacks")
    yield Heading(1, title, listed=True)
    yield Paragraph(say("report.tidier.intro"))
    yield Paragraph(say("report.tidier.counts", **counts))
    yield Table(
        title,
        tuple(say(f"report.tidier.column.{name}") for name in header),
        tuple(_row(made_from, item) for item in found.items),
    )


def _row(made_from: Material, item: Item) -> tuple[Cell, ...]:
    n = len(item.coverage.missing)
    texts = (item.number, item.name[made_from.language], _state(made_from, item), str(n or ""))
    return tuple((Paragraph(text),) if text else () for text in texts)


def _item(made_from: Material, item: Item, asked: TidierItem) -> Iterator[Block]:
    language, say = made_from.language, made_from.say
    named = {"number": item.number, "name": item.name[language], "state": _state(made_from, item)}
    yield Heading(2, say("report.tidier.item", **named), listed=True)
    yield Paragraph(say(f"report.tidier.asks.{item.code}"), "remark")
    yield from picked(made_from.answers, _paths(asked), 3)
    if item.coverage.missing:
        yield Label(say("report.lacks"))
        yield Bullets(tuple(lack.wording[language] for lack in item.coverage.missing))


def _paths(asked: TidierItem) -> list[str]:
    return [*asked.paths, *(condition.path for condition in asked.when)]


def _state(made_from: Material, item: Item) -> str:
    return made_from.say(f"report.tidier.state.{item.state}")
