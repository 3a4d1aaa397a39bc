"""Whether what is claimed rests on a source: active elements and figures."""

from collections.abc import Iterator

from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
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


CHECKS: tuple[Check, ...] = (
    element_in_no_module,
    research_without_source,
    figure_without_origin,
    old_figure,
)
