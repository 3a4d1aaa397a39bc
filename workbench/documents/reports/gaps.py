"""What to improve: findings, what is not filled in, the way to the next rung, and broken links.

Completeness and level are two judgements, in chapters of their own; neither says how good it is.
"""

from collections.abc import Iterator
from typing import Any

from workbench.documents.blocks import Block, Bullets, Heading, Paragraph, Report
from workbench.documents.pictured import theory_blocks
from workbench.documents.pictures.telling import Telling
from workbench.documents.reports.binding import bound, told
from workbench.documents.reports.cited import with_sources
from workbench.documents.reports.filled import filled, missing
from workbench.documents.reports.found import found, sentence
from workbench.documents.reports.kinds import GAPS
from workbench.documents.reports.material import Material
from workbench.documents.reports.next_rung import next_rung
from workbench.rules.graph import Hole, Kind
from workbench.rules.holes import LISTS

DRAWN = ("problem.figures", "factors", "goals", "active_elements")
"""Where the sources in the picture of the theory are cited."""


def gaps(made_from: Material) -> Report:
    """Return everything in a description that can be improved."""
    telling = Telling(made_from.examined.theory, made_from.answers.template, made_from.say)
    drawn = theory_blocks(telling, 2)
    body = [
        *found(made_from),
        *filled(made_from),
        *missing(made_from),
        *next_rung(made_from),
        *_chain(made_from, telling),
        *drawn,
    ]
    body = with_sources(made_from, body, DRAWN if drawn else ())
    return bound(made_from, GAPS, body, told(made_from, GAPS, _values(made_from, telling)))


def _chain(made_from: Material, telling: Telling) -> Iterator[Block]:
    """Yield where a link is missing, in the order of the chain."""
    say = made_from.say
    yield Heading(1, say("report.gaps.chain"), listed=True)
    places = _holes(telling)
    yield Paragraph(say("report.gaps.chain.intro" if places else "report.gaps.chain.whole"))
    for kind, holes in places.items():
        yield Heading(2, telling.say(f"column.{kind}"))
        yield Bullets(tuple(_hole(telling, hole) for hole in holes))


def _holes(telling: Telling) -> dict[Kind, list[Hole]]:
    kinds: dict[str, Kind] = {path: kind for kind, path in LISTS.items()}
    kinds |= {node.path: node.kind for node in telling.theory.nodes}
    places: dict[Kind, list[Hole]] = {kind: [] for kind in LISTS}
    for hole in telling.theory.holes:
        places.setdefault(kinds[hole.place], []).append(hole)
    return {kind: holes for kind, holes in places.items() if holes}


def _hole(telling: Telling, hole: Hole) -> str:
    place = next((node for node in telling.theory.nodes if node.path == hole.place), None)
    return f"{telling.name(place)}: {telling.hole(hole)}" if place else telling.hole(hole)


def _values(made_from: Material, telling: Telling) -> dict[str, Any]:
    examined, language = made_from.examined, made_from.language
    return {
        "level": examined.level.told(language),
        "outcomes": examined.level.outcomes_told(language),
        "recognitions": examined.recognitions.told(language),
        "completeness": examined.completeness.told(),
        "findings": [_finding(made_from, finding) for finding in examined.findings],
        "holes": [
            {"kind": hole.kind, "path": hole.path, "what": _hole(telling, hole)}
            for hole in examined.theory.holes
        ],
        "disclaimer": made_from.say("level.disclaimer"),
    }


def _finding(made_from: Material, finding: Any) -> dict[str, str]:
    message, remedy = sentence(made_from, finding)
    return {
        "rule": finding.rule.code,
        "severity": finding.rule.severity,
        "path": finding.path,
        "message": message,
        "remedy": remedy,
    }
