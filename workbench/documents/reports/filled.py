"""How much of every section is filled in, and what is not; that says nothing about quality."""

from collections.abc import Iterator

from workbench.documents.blocks import Block, Bullets, Cell, Heading, Paragraph, Table
from workbench.documents.reports.found import section_of
from workbench.documents.reports.material import Material
from workbench.documents.sections import section_title
from workbench.domain.findings import SEVERITIES
from workbench.domain.template import Section
from workbench.rules.checking import GAPS
from workbench.rules.places import place


def filled(made_from: Material) -> Iterator[Block]:
    """Yield a chapter with per section how much is filled in and how much was found there."""
    say, completeness = made_from.say, made_from.examined.completeness
    level = say(f"level.{completeness.target}")
    title = say("report.gaps.filled")
    yield Heading(1, title, listed=True)
    yield Paragraph(say("report.gaps.filled.intro", level=level))
    header = ("section", "filled", "skipped", *SEVERITIES)
    names = tuple(say(f"report.gaps.column.{name}") for name in header)
    sections = made_from.answers.template.sections
    yield Table(title, names, tuple(_row(made_from, section) for section in sections))


def missing(made_from: Material) -> Iterator[Block]:
    """Yield a chapter with every required answer that is empty, per section."""
    say, completeness = made_from.say, made_from.examined.completeness
    level = say(f"level.{completeness.target}")
    yield Heading(1, say("report.gaps.missing"), listed=True)
    empty = {section.id: _empty(made_from, section) for section in _sections(made_from)}
    n = sum(map(len, empty.values()))
    yield Paragraph(say(f"report.gaps.missing.{'some' if n else 'none'}", n=n, level=level))
    for section in _sections(made_from):
        if empty[section.id]:
            yield Heading(2, section_title(section, made_from.language))
            yield Bullets(empty[section.id])


def _row(made_from: Material, section: Section) -> tuple[Cell, ...]:
    done = made_from.examined.completeness.section(section.id)
    count = done.levels[made_from.examined.completeness.target]
    here = [
        finding
        for finding in made_from.examined.findings
        if finding.rule.code not in GAPS
        and section_of(made_from.answers.template, finding.path) is section
    ]
    of = made_from.say("report.gaps.of", answered=count.answered, required=count.required)
    counts = [sum(f.rule.severity == severity for f in here) for severity in SEVERITIES]
    texts = (
        section_title(section, made_from.language),
        of if count.required else made_from.say("report.gaps.nothing_required"),
        *(str(n or "") for n in (count.not_applicable, *counts)),
    )
    return tuple((Paragraph(text),) if text else () for text in texts)


def _empty(made_from: Material, section: Section) -> tuple[str, ...]:
    completeness = made_from.examined.completeness
    asked = completeness.section(section.id).questions
    template, data = made_from.answers.template, made_from.answers.data
    empty = [a.path for a in asked if a.state == "empty" and a.required(completeness.target)]
    places = (place(data, template, path)[made_from.language] for path in empty)
    return tuple(f"{words[:1].upper()}{words[1:]}" for words in places)


def _sections(made_from: Material) -> tuple[Section, ...]:
    return made_from.answers.template.sections
