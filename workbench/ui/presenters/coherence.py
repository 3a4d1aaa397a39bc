"""The coherence screen: the pictures of a programme, the same in words, and what is not linked."""

from functools import lru_cache

from workbench.actions.same import Same
from workbench.documents.pictures.narrow import narrow
from workbench.documents.pictures.phases import phases
from workbench.documents.pictures.telling import Telling
from workbench.documents.pictures.web import chain_html, list_html, matrix_html, phases_html
from workbench.documents.pictures.wide import wide
from workbench.domain.template import Template
from workbench.domain.wording import Language
from workbench.domain.words import Words
from workbench.rules.examination import Examination
from workbench.rules.graph import Hole, Kind
from workbench.rules.holes import LISTS
from workbench.ui.presenters.check import section_of
from workbench.ui.views import CoherenceView, HoleView

BROAD, MIDDLE, SMALL = 1280, 940, 358
"""The widths for which a picture is drawn; `ui/pictures.css` shows the one that fits."""


def coherence_view(found: Examination, words: Words, language: Language) -> CoherenceView:
    """Return what the coherence screen shows of one description."""
    return _view(Same(found), Same(words), language)


@lru_cache(maxsize=32)
def _view(found: Same[Examination], words: Same[Words], language: Language) -> CoherenceView:
    linked, line = found.value.theory, found.value.timeline
    template = words.value.template
    telling = Telling(linked, template, words.value.texts[language])
    return CoherenceView(
        picture=fitting(
            broad=wide(telling, BROAD, "theory-broad"),
            middle=wide(telling, MIDDLE, "theory-middle"),
            small=narrow(telling, SMALL, "theory-small"),
        ),
        table=chain_html(telling),
        list=list_html(telling),
        matrices=_matrix(telling, "factor") + _matrix(telling, "module"),
        phases=fitting(
            broad=phases(telling, line, BROAD, "phases-broad"),
            middle=phases(telling, line, MIDDLE, "phases-middle"),
            small=phases(telling, line, SMALL, "phases-small"),
        ),
        phases_table=phases_html(telling, line),
        holes=_holes(telling, template),
    )


def fitting(**drawn: str) -> str:
    """Return one picture at several widths, of which the page shows one."""
    return "".join(f'<div class="picture-{name}">{svg}</div>' for name, svg in drawn.items())


def _matrix(telling: Telling, rows: Kind) -> str:
    """Return factors or modules against goals, or of which of the two there is nothing yet."""
    empty = [kind for kind in (rows, "goal") if not telling.theory.of(kind)]
    told = "".join(f'<p class="theory-hole">{telling.nothing(kind)}</p>' for kind in empty)
    return told or matrix_html(telling, rows)


def _holes(telling: Telling, template: Template) -> dict[str, tuple[HoleView, ...]]:
    kinds: dict[str, Kind] = {path: kind for kind, path in LISTS.items()}
    kinds |= {node.path: node.kind for node in telling.theory.nodes}
    found: dict[str, tuple[HoleView, ...]] = {}
    for hole in sorted(telling.theory.holes, key=lambda h: list(LISTS).index(kinds[h.place])):
        heading = telling.say(f"column.{kinds[hole.place]}")
        view = HoleView(_label(telling, hole), hole.path, section_of(hole.path, template))
        found[heading] = (*found.get(heading, ()), view)
    return found


def _label(telling: Telling, hole: Hole) -> str:
    place = next((node for node in telling.theory.nodes if node.path == hole.place), None)
    told = telling.hole(hole)
    return f"{telling.name(place)}: {told}" if place else told
