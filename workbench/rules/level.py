"""The rung on which a description seems to stand, why not higher, and how to get there.

An indication for writers (`level.disclaimer` says so beside it), no judgement of a committee.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.domain.programme import Programme
from workbench.domain.template import Level
from workbench.domain.wording import Language, Wording
from workbench.domain.words import Words
from workbench.rules.chain import CHAIN
from workbench.rules.outcomes import (
    OutcomeLevel,
    Reason,
    outcome_levels,
    reasons_together,
    reasons_told,
    steps_told,
)
from workbench.rules.places import place
from workbench.rules.steps import Step, described_steps, evidence_steps
from workbench.rules.subject import Subject
from workbench.rules.wordings import worded


@dataclass(frozen=True)
class LevelIndication:
    """The rung, its name, what keeps it from the next one, and the evidence per outcome."""

    rung: int
    name: Wording
    why_not_higher: tuple[Reason, ...]
    outcomes: tuple[OutcomeLevel, ...] = ()
    steps: tuple[Step, ...] = ()
    """The shortest list of steps to the next rung."""

    def told(self, language: Language) -> dict[str, Any]:
        """Return the indication as plain values, for programs that read it."""
        return {
            "rung": self.rung,
            "name": self.name[language],
            "why_not_higher": reasons_told(self.why_not_higher, language),
            "steps": steps_told(self.steps, language),
        }

    def outcomes_told(self, language: Language) -> list[dict[str, Any]]:
        """Return the evidence per outcome as plain values."""
        return [outcome.told(language) for outcome in self.outcomes]


def level(programme: Programme, words: Words) -> LevelIndication:
    """Return the highest rung below which everything is there, with the reasons why not higher."""
    return level_of(Subject(programme, words, date.min))


def level_of(subject: Subject) -> LevelIndication:
    """Return the same for a description of which the plain values are at hand."""
    outcomes = outcome_levels(subject)
    rung, reasons = _climb(subject, outcomes)
    names = {step.rung: step.name for step in subject.words.criteria.rungs}
    once = tuple({(r.path, r.wording.nl): r for r in reasons}.values())
    return LevelIndication(rung, names[rung], once, outcomes, _steps(subject, rung))


def _climb(subject: Subject, outcomes: tuple[OutcomeLevel, ...]) -> tuple[int, list[Reason]]:
    """Return the rung and what is missing for the next one."""
    early = _research_first(subject, outcomes)
    if reasons := list(_empty(subject, "described")):
        return 0, [*reasons, *early]
    reasons = [*_empty(subject, "substantiated"), *_broken_chain(subject)]
    if reasons:
        return 1, [*reasons, *early]
    rungs = {name: r.rung for r in subject.words.criteria.rungs for name in r.levels}
    rung = max((rungs.get(outcome.level or "", 2) for outcome in outcomes), default=2)
    highest = max(rungs.values())
    return (rung, []) if rung == highest else (rung, list(_evidence_wanted(subject, outcomes)))


def _steps(subject: Subject, rung: int) -> tuple[Step, ...]:
    """Return the steps to the next rung; none at the top."""
    if rung < 2:
        return described_steps(subject, "substantiated" if rung else "described")
    above = {name for r in subject.words.criteria.rungs if r.rung == rung + 1 for name in r.levels}
    lowest = next((kind for kind in subject.words.criteria.evidence if kind.level in above), None)
    return evidence_steps(subject, lowest) if lowest else ()


def _empty(subject: Subject, needed: Level) -> Iterator[Reason]:
    """Yield one reason per section with required answers that are missing."""
    for section in subject.filled.sections:
        asked = [a for a in section.questions if a.required(needed)]
        empty = [a for a in asked if a.state == "empty"]
        if empty:
            title = subject.words.template.section(section.id).title
            values = {"section": title, "n": len(empty), "required": len(asked)}
            yield Reason(empty[0].path, worded(subject.words, "level.empty", **values))


def _broken_chain(subject: Subject) -> Iterator[Reason]:
    for check in CHAIN:
        for finding in check.findings(subject):
            where = place(subject.data, subject.words.template, finding.path)
            key = f"rule.{finding.rule.code}.message"
            told = worded(subject.words, key, place=where, **finding.values)
            yield Reason(finding.path, told)


def _research_first(subject: Subject, outcomes: tuple[OutcomeLevel, ...]) -> list[Reason]:
    """Return a reason when research waits for a description that is not complete yet."""
    if any(outcome.level for outcome in outcomes):
        return [Reason("research.effect_studies", worded(subject.words, "level.research_first"))]
    return []


def _evidence_wanted(subject: Subject, outcomes: tuple[OutcomeLevel, ...]) -> Iterator[Reason]:
    if not any(outcome.studies for outcome in outcomes):
        yield Reason("research.effect_studies", worded(subject.words, "level.no_studies"))
        return
    yield from reasons_together(subject, outcomes)
    yield Reason("research.effect_studies", worded(subject.words, "level.more_studies"))
