"""Whether what is claimed rests on a source: active elements, figures and running text."""

from collections.abc import Iterator

from workbench.domain.citation import folded
from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.mentions import is_listed, mentions
from workbench.rules.subject import Subject
from workbench.rules.wordings import quoted


@rule("G11", "warning", sources.ELEMENTS)
def element_in_no_module(subject: Subject) -> Iterator[Found]:
    """Yield every active element that stands in no module."""
    for element in subject.programme.active_elements:
        if not element.modules:
            path = f"active_elements.{element.id}.modules"
            yield Found(path, {"element": quoted(element.name or element.id)})


@rule("G21", "warning", sources.ELEMENTS)
def research_without_source(subject: Subject) -> Iterator[Found]:
    """Yield every active element and rationale said to rest on research without a source."""
    programme = subject.programme
    for element in programme.active_elements:
        if "research" in element.basis and not element.sources:
            path = f"active_elements.{element.id}.sources"
            yield Found(path, {"what": quoted(element.name or element.id)})
    for rationale in programme.rationale.per_subgoal:
        if "research" in rationale.basis and not rationale.sources:
            path = f"rationale.per_subgoal.{rationale.id}.sources"
            yield Found(path, {"what": quoted(rationale.mechanism or rationale.id)})


@rule("G17", "warning", sources.CITATION)
def figure_without_origin(subject: Subject) -> Iterator[Found]:
    """Yield every figure about the problem without a year or a source."""
    for figure in subject.programme.problem.figures:
        name, path = quoted(figure.name or figure.id), f"problem.figures.{figure.id}"
        if figure.year is None:
            yield Found(f"{path}.year", {"figure": name})
        if not figure.sources:
            yield Found(f"{path}.sources", {"figure": name})


@rule("G22", "note", sources.CITATION)
def old_figure(subject: Subject) -> Iterator[Found]:
    """Yield every figure about the problem that is older than about ten years."""
    oldest = int(subject.words.criteria.limits.figure_years.value)
    for figure in subject.programme.problem.figures:
        if figure.year is not None and figure.year < subject.today.year - oldest:
            values = {"figure": quoted(figure.name or figure.id), "year": figure.year}
            yield Found(f"problem.figures.{figure.id}.year", {**values, "years": oldest})


NO_CLAIMS = ("literature", "practice_example", "colophon")
"""Where nobody refers to sources, or only to the programme itself."""


@rule("G24", "note", sources.CITATION)
def mention_not_in_list(subject: Subject) -> Iterator[Found]:
    """Yield every reference in a running text to somebody who is not in the literature list."""
    programme = subject.programme
    own = folded(f"{programme.title or ''} {programme.colophon.short_name or ''}")
    for entered in subject.texts:
        if entered.starred.split(".")[0] in NO_CLAIMS or not _is_running(subject, entered.starred):
            continue
        told = set()
        for mention in mentions(entered.value):
            known = folded(mention.name) in own or is_listed(mention, programme.literature)
            if not known and (mention.name, mention.year) not in told:
                told.add((mention.name, mention.year))
                yield Found(entered.path, {"cited": quoted(mention.words)})


def _is_running(subject: Subject, starred: str) -> bool:
    return subject.words.template.question(starred).kind == "text"


CHECKS: tuple[Check, ...] = (
    element_in_no_module,
    research_without_source,
    figure_without_origin,
    old_figure,
    mention_not_in_list,
)
