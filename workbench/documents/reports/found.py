"""What the rules found, by how serious it is and there by section; never words of a person."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.documents.blocks import Block, Cell, Heading, Paragraph, Table
from workbench.documents.reports.material import Material
from workbench.documents.sections import section_title
from workbench.domain.findings import SEVERITIES, Finding, Severity
from workbench.domain.paths import UnknownPath, star
from workbench.domain.template import Section, Template
from workbench.rules.catalogue import sentences
from workbench.rules.checking import GAPS

HIDDEN = "…"
"""Stands in a report for words that may be about a person; the screen shows which they are."""


def found(made_from: Material) -> Iterator[Block]:
    """Yield a chapter with all findings but those about what is empty."""
    say = made_from.say
    yield Heading(1, say("report.gaps.findings"), listed=True)
    told = [finding for finding in made_from.examined.findings if finding.rule.code not in GAPS]
    if not told:
        yield Paragraph(say("report.gaps.findings.none"))
    for severity in SEVERITIES:
        group = [finding for finding in told if finding.rule.severity == severity]
        if group:
            yield from _group(made_from, severity, group)


def sentence(made_from: Material, finding: Finding) -> tuple[str, str]:
    """Return what was found and what to do, without repeating what may be about a person."""
    if finding.fingerprint:
        finding = replace(finding, values={**finding.values, "found": HIDDEN})
    return sentences(finding, made_from.examined.words, made_from.language)


def section_of(template: Template, path: str) -> Section | None:
    """Return the section in which an address is asked; None for what no section asks."""
    try:
        return template.section_of(star(path))
    except (UnknownPath, KeyError):
        return None


def where(made_from: Material, path: str) -> str:
    """Return the title of the section in which an address is asked, or else the address."""
    section = section_of(made_from.answers.template, path)
    return section_title(section, made_from.language) if section else path


def _group(made_from: Material, severity: Severity, group: list[Finding]) -> Iterator[Block]:
    say = made_from.say
    title = say(f"ui.severity.{severity}", n=len(group))
    yield Heading(2, title, listed=True)
    yield Paragraph(say(f"ui.severity.{severity}.meaning"))
    header = tuple(say(f"report.gaps.column.{name}") for name in ("where", "what", "do"))
    yield Table(title, header, tuple(_row(made_from, finding) for finding in group))


def _row(made_from: Material, finding: Finding) -> tuple[Cell, ...]:
    message, remedy = sentence(made_from, finding)
    rule = f"{finding.rule.code} · {finding.rule.source[made_from.language]}"
    return (
        (Paragraph(where(made_from, finding.path)),),
        (Paragraph(message), Paragraph(rule, "remark")),
        (Paragraph(remedy),),
    )
