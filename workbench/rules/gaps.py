"""What is still empty while the level that a description aims at requires it."""

from collections.abc import Iterator

from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.completeness import Asked
from workbench.rules.subject import Subject
from workbench.rules.wordings import worded


@rule("C01", "warning", sources.WERKBLAD)
def question_not_answered(subject: Subject) -> Iterator[Found]:
    """Yield every required question that is empty and not marked as not applicable."""
    yield from (found for asked, found in _empty(subject) if not asked.in_item)


@rule("C02", "warning", sources.WERKBLAD)
def item_not_finished(subject: Subject) -> Iterator[Found]:
    """Yield every required question inside a list item that is empty."""
    yield from (found for asked, found in _empty(subject) if asked.in_item)


def _empty(subject: Subject) -> Iterator[tuple[Asked, Found]]:
    for asked in subject.filled.questions:
        if asked.state == "empty" and asked.required(subject.filled.target):
            level = worded(subject.words, f"level.{asked.required_from}")
            yield asked, Found(asked.path, {"level": level})


CHECKS: tuple[Check, ...] = (question_not_answered, item_not_finished)
