"""The level as an indication: why not higher, and the shortest way to the next rung."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from workbench.documents.blocks import Block, Bullets, Facts, Heading, Label, Paragraph
from workbench.documents.reports import standing
from workbench.documents.reports.found import where
from workbench.documents.reports.material import Material
from workbench.rules.outcomes import OutcomeLevel, Reason
from workbench.rules.steps import Step


def next_rung(made_from: Material) -> Iterator[Block]:
    """Yield a chapter about the level, for the whole and for every outcome that was studied."""
    say, level = made_from.say, made_from.examined.level
    yield Heading(1, say("report.level.title"), listed=True)
    yield Paragraph(standing.rung(made_from))
    yield Paragraph(say("level.disclaimer"), "remark")
    if level.why_not_higher:
        yield Heading(2, say("report.level.why"), listed=True)
        yield Bullets(_reasons(made_from, level.why_not_higher))
    if level.steps:
        yield Heading(2, say("report.level.steps"), listed=True)
        yield from _steps(made_from, level.steps)
    for outcome in level.outcomes:
        yield from _outcome(made_from, outcome)
    if recognised := standing.recognitions(made_from):
        yield Heading(2, say("report.recognitions"), listed=True)
        yield from recognised


def _steps(made_from: Material, steps: Sequence[Step]) -> Iterator[Block]:
    """Yield the steps by the section in which they are taken."""
    for section, group in groupby(steps, key=lambda step: where(made_from, step.path)):
        yield Label(section)
        yield Bullets(tuple(step.wording[made_from.language] for step in group))


def _outcome(made_from: Material, outcome: OutcomeLevel) -> Iterator[Block]:
    say, language = made_from.say, made_from.language
    yield Heading(2, say("report.level.about", outcome=outcome.name), listed=True)
    central = say("report.yes" if outcome.central else "report.no")
    studies = say("report.level.studies", studies=outcome.studies, counting=outcome.counting)
    rows = (("indication", outcome.label[language]), ("studied", studies), ("central", central))
    yield Facts(
        outcome.name,
        tuple((say(f"report.level.{name}"), (Paragraph(text),)) for name, text in rows),
    )
    if outcome.reasons:
        yield Label(say("report.level.why"))
        yield Bullets(_reasons(made_from, outcome.reasons))
    if outcome.steps and outcome.next_level:
        above = made_from.answers.template.label("recognition_level", outcome.next_level)
        yield Label(say("report.level.steps_to", level=above[language]))
        yield Bullets(tuple(step.wording[language] for step in outcome.steps))


def _reasons(made_from: Material, reasons: Sequence[Reason]) -> tuple[str, ...]:
    return tuple(reason.wording[made_from.language] for reason in reasons)
