"""The chain across programmes: places, rights, agreements and bottlenecks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.documents.comparing.view import Line, Value, View
from workbench.documents.overviews.telling import Described, Telling, ordered
from workbench.domain.chain import Place
from workbench.rules.overview.alike import alike
from workbench.rules.overview.overseen import Overseen

PHASES = tuple(Place.model_fields)


@dataclass(frozen=True)
class Row:
    """Something that a programme names, and what it says of it."""

    one: Overseen
    path: str
    name: str
    said: tuple[str, ...]


def place_view(described: Sequence[Described], telling: Telling) -> View:
    """Return what each programme does in each phase of the chain."""
    heads = (telling.label("chain_phase", phase) for phase in PHASES)
    return View(
        "place",
        telling.say("place"),
        telling.say("place.told"),
        (*telling.head("programme", "institution"), *heads),
        tuple(_places(one, telling) for one in ordered(described, telling)),
        2,
    )


def rights_view(described: Sequence[Described], telling: Telling) -> View:
    """Return every right and regulation that programmes help with or work under."""
    rows = [*_rights(described, telling), *_frameworks(described, telling)]
    return named_view("rights", rows, ("right", "phase", "help"), telling)


def agreements_view(described: Sequence[Described], telling: Telling) -> View:
    """Return with whom programmes work together, and what was agreed."""
    rows = [
        Row(
            one, f"chain.partners.{partner.id}.name", partner.name or "", (partner.agreement or "",)
        )
        for one, contents in described
        for partner in contents.chain.partners
    ]
    return named_view("agreements", rows, ("partner", "agreement"), telling)


def bottlenecks_view(described: Sequence[Described], telling: Telling) -> View:
    """Return the bottlenecks that programmes report, with what they propose."""
    rows = [
        Row(
            one,
            f"chain.bottlenecks.{item.id}.name",
            item.name or "",
            (telling.label("chain_phase", item.phase), item.proposal or ""),
        )
        for one, contents in described
        for item in contents.chain.bottlenecks
    ]
    return named_view("bottlenecks", rows, ("bottleneck", "phase", "proposal"), telling)


def named_view(name: str, rows: Iterable[Row], columns: Sequence[str], telling: Telling) -> View:
    """Return what programmes name: what is perhaps the same together, most programmes first."""
    told = [row for row in rows if row.name or any(row.said)]
    named = _Named(told, telling)
    first, *others = columns
    return View(
        name,
        telling.say(name),
        telling.say(f"{name}.told"),
        telling.head(first, "programmes", *others, "programme", "institution", "alike"),
        tuple(named.line(row) for row in sorted(told, key=named.order)),
        1,
        telling.say("alike.note"),
    )


class _Named:
    """Rows that stand together where their names are perhaps the same."""

    def __init__(self, rows: Sequence[Row], telling: Telling) -> None:
        self._telling = telling
        self._alike = alike((row.name for row in rows if row.name), telling.words.likeness)
        self._programmes: dict[tuple[str, ...], set[str]] = {}
        for row in rows:
            self._programmes.setdefault(self._group(row), set()).add(row.one.programme)

    def line(self, row: Row) -> Line:
        """Return a row as a line of a view."""
        empty = self._telling.texts("compare.empty")
        others = self._alike[row.name].others if row.name else ()
        cells: tuple[Value, ...] = (
            row.name or empty,
            self._count(row),
            *(said or empty for said in row.said),
            self._telling.title(row.one),
            row.one.institution,
            "\n".join(others),
        )
        missing = [n for n, said in enumerate((row.name, "-", *row.said)) if not said]
        return Line(cells, None, frozenset(missing), f"{row.one.programme}#{row.path}")

    def order(self, row: Row) -> tuple[object, ...]:
        """Return by what rows are put in order."""
        first = (self._group(row) or ("\uffff",))[0].casefold()
        title = self._telling.title(row.one).casefold()
        return -self._count(row), first, row.name.casefold(), title

    def _group(self, row: Row) -> tuple[str, ...]:
        return self._alike[row.name].group if row.name else ()

    def _count(self, row: Row) -> int:
        """Return in how many programmes it stands; without a name it stands in its own only."""
        return len(self._programmes[self._group(row)]) if row.name else 1


def _places(described: Described, telling: Telling) -> Line:
    one, contents = described
    told = [getattr(contents.chain.place, phase) or "" for phase in PHASES]
    cells = [
        said or telling.say("place.chosen" if phase in one.brief.phases else "place.nothing")
        for phase, said in zip(PHASES, told, strict=True)
    ]
    missing = frozenset(2 + n for n, said in enumerate(told) if not said)
    key = f"{one.programme}#chain.place.{PHASES[0]}"
    return Line((telling.title(one), one.institution, *cells), None, missing, key)


def _rights(described: Sequence[Described], telling: Telling) -> Iterator[Row]:
    for one, contents in described:
        for right in contents.chain.rights:
            phase = telling.label("chain_phase", right.phase)
            path = f"chain.rights.{right.id}.name"
            yield Row(one, path, right.name or "", (phase, right.help or ""))


def _frameworks(described: Sequence[Described], telling: Telling) -> Iterator[Row]:
    for one, contents in described:
        for code in contents.legal:
            name = telling.label("legal_framework", code)
            said = telling.say("rights.framework"), telling.say("rights.framework.told")
            yield Row(one, "facets.legal_framework", name, said)
