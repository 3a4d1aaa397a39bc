"""Where a programme stands: the level as an indication, always with its disclaimer, and judgements.

The first is worked out by the workbench; the second is what recognition committees said.
"""

from workbench.documents import amounts
from workbench.documents.blocks import Block, Bullets, Paragraph
from workbench.documents.reports.material import Material
from workbench.rules.outcomes import OutcomeLevel
from workbench.rules.recognition import Standing


def rung(made_from: Material) -> str:
    """Return the rung of the effect ladder as a sentence."""
    level = made_from.examined.level
    return made_from.say("report.level.rung", rung=level.rung, name=level.name[made_from.language])


def indication(made_from: Material) -> list[Block]:
    """Return the rung, the level of every outcome that was studied, and what that is worth."""
    outcomes = made_from.examined.level.outcomes
    told = "; ".join(of_outcome(made_from, outcome) for outcome in outcomes)
    return [
        Paragraph(rung(made_from)),
        *([Paragraph(made_from.say("report.level.outcomes", told=told))] if told else []),
        Paragraph(made_from.say("level.disclaimer"), "remark"),
    ]


def of_outcome(made_from: Material, outcome: OutcomeLevel) -> str:
    """Return the level of one outcome as a sentence."""
    return made_from.say(
        "report.level.outcome", outcome=outcome.name, level=outcome.label[made_from.language]
    )


def recognitions(made_from: Material) -> list[Block]:
    """Return how every recognition stands on the day of the report; nothing without any."""
    found = made_from.examined.recognitions.all
    return [Bullets(tuple(_recognised(made_from, one) for one in found))] if found else []


def _recognised(made_from: Material, one: Standing) -> str:
    say, language = made_from.say, made_from.language
    days = (
        say(f"report.recognised.{name}", day=amounts.day(day, language))
        for name, day in (("since", one.given), ("until", one.until))
        if day
    )
    about = one.outcome or say("report.recognised.whole")
    return "; ".join(
        part for part in (one.label[language], about, *days, one.told_state[language]) if part
    )
