"""The summary: short enough to stand alone, and telling of as many parts as there are."""

import re
from collections.abc import Iterator

from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.numbers import NUMBER, START, number
from workbench.rules.subject import Subject

_PARTS = re.compile(
    rf"{START}(?P<n>{NUMBER})\s+(?:opeenvolgende\s+|verschillende\s+)?"
    r"(?:(?P<phases>fasen|fases|phases)|(?P<modules>modules))\b",
    re.IGNORECASE,
)


@rule("G18", "warning", sources.SUMMARY)
def summary_too_long(subject: Subject) -> Iterator[Found]:
    """Yield the longest text of a summary that has more words than the form allows."""
    texts = {e.path: len(e.value.split()) for e in subject.texts if e.path.startswith("summary.")}
    most, total = int(subject.words.criteria.limits.summary_words.value), sum(texts.values())
    if total > most:
        longest = max(texts, key=lambda path: texts[path])
        yield Found(longest, {"total": total, "most": most, "longest": texts[longest]})


@rule("X17", "warning", sources.CONSISTENCY)
def other_number_of_parts(subject: Subject) -> Iterator[Found]:
    """Yield every text of the summary or the set-up with another number of phases or modules."""
    approach = subject.programme.approach
    for entered in subject.texts:
        if not entered.path.startswith("summary.") and entered.path != "approach.setup":
            continue
        for match in _PARTS.finditer(entered.value):
            there = len(approach.phases if match["phases"] else approach.modules)
            if there and there != number(match["n"]):
                yield Found(entered.path, {"found": match.group(), "there": there})


CHECKS: tuple[Check, ...] = (summary_too_long, other_number_of_parts)
