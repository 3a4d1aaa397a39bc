"""The rung on which a description seems to stand, and why not higher.

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
from workbench.rules.evidence import OutcomeEvidence, evidence, levels_in_order
from workbench.rules.places import place
from workbench.rules.subject import Subject
from workbench.rules.wordings import quoted, worded


@dataclass(frozen=True)
class Reason:
    """One thing that keeps the description from the next rung, and where."""

    path: str
    wording: Wording


@dataclass(frozen=True)
class OutcomeLevel:
    """The level of evidence for one outcome; recognition is per outcome too."""

    name: str
    subgoal: str | None
    level: str | None
    label: Wording
    studies: int
    counting: int


@dataclass(frozen=True)
class LevelIndication:
    """The rung, its name, what keeps it from the next one, and the evidence per outcome."""

    rung: int
    name: Wording
    why_not_higher: tuple[Reason, ...]
    outcomes: tuple[OutcomeLevel, ...] = ()

    def told(self, language: Language) -> dict[str, Any]:
        """Return the indication as plain values, for programs that read it."""
        reasons = [{"path": r.path, "reason": r.wording[language]} for r in self.why_not_higher]
        return {"rung": self.rung, "name": self.name[language], "why_not_higher": reasons}

    def outcomes_told(self, language: Language) -> list[dict[str, Any]]:
        """Return the evidence per outcome as plain values."""
        return [
            {
                "name": outcome.name,
                "subgoal": outcome.subgoal,
                "level": outcome.level,
                "label": outcome.label[language],
                "studies": outcome.studies,
                "counting": outcome.counting,
            }
            for outcome in self.outcomes
        ]


def level(programme: Programme, words: Words) -> LevelIndication:
    """Return the highest rung below which everything is there, with the reasons why not higher."""
    subject = Subject(programme, words, date.min)
    found = evidence(programme, words.criteria)
    rung, reasons = _climb(subject, found)
    names = {step.rung: step.name for step in words.criteria.rungs}
    outcomes = tuple(_outcome(words, outcome) for outcome in found)
    return LevelIndication(rung, names[rung], tuple(reasons), outcomes)


def _climb(subject: Subject, found: tuple[OutcomeEvidence, ...]) -> tuple[int, list[Reason]]:
    """Return the rung and what is missing for the next one."""
    early = _research_first(subject, found)
    if reasons := list(_empty(subject, "described")):
        return 0, [*reasons, *early]
    reasons = [*_empty(subject, "substantiated"), *_broken_chain(subject)]
    if reasons:
        return 1, [*reasons, *early]
    rungs = {name: r.rung for r in subject.words.criteria.rungs for name in r.levels}
    rung = max((rungs.get(outcome.level or "", 2) for outcome in found), default=2)
    highest = max(rungs.values())
    return (rung, []) if rung == highest else (rung, list(_evidence_wanted(subject, found)))


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


def _research_first(subject: Subject, found: tuple[OutcomeEvidence, ...]) -> list[Reason]:
    """Return a reason when research waits for a description that is not complete yet."""
    if any(outcome.level for outcome in found):
        return [Reason("research.effect_studies", worded(subject.words, "level.research_first"))]
    return []


def _evidence_wanted(subject: Subject, found: tuple[OutcomeEvidence, ...]) -> Iterator[Reason]:
    words = subject.words
    if not any(outcome.studies for outcome in found):
        yield Reason("research.effect_studies", worded(words, "level.no_studies"))
        return
    names = {c.code: c.name for c in words.criteria.requirements}
    studies = {s.id: s.name or s.id for s in subject.programme.research.effect_studies}
    for outcome in found:
        for study in outcome.studies:
            if study.unmet:
                unmet = tuple(names[code] for code in study.unmet)
                values = {"study": quoted(studies[study.study]), "requirements": unmet}
                told = worded(words, "level.unmet", **values, outcome=quoted(outcome.name))
                yield Reason(f"research.effect_studies.{study.study}.name", told)
    yield Reason("research.effect_studies", worded(words, "level.more_studies"))


def _outcome(words: Words, outcome: OutcomeEvidence) -> OutcomeLevel:
    label = (
        words.template.label("recognition_level", outcome.level)
        if outcome.level in levels_in_order(words.criteria)
        else worded(words, "level.no_evidence")
    )
    counting = sum(study.counts for study in outcome.studies)
    return OutcomeLevel(
        outcome.name, outcome.subgoal, outcome.level, label, len(outcome.studies), counting
    )
