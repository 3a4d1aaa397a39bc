"""The level of evidence per outcome, what keeps its studies from counting, and the next steps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.research import Outcome
from workbench.domain.wording import Language, Wording
from workbench.rules.evidence import OutcomeEvidence, by_outcome, evidence
from workbench.rules.ladder import next_level
from workbench.rules.steps import Step, is_marginal, outcome_steps
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
    central: bool
    """False where somebody said that it is not; then it does not count for the rung."""
    evidence: OutcomeEvidence
    reasons: tuple[Reason, ...]
    """What keeps the studies about it from counting."""
    next_level: str | None
    """The level of evidence to which the steps lead; None where there is none to reach."""
    steps: tuple[Step, ...]
    """The shortest list of steps to that level."""

    @property
    def studies(self) -> int:
        """How many studies looked at it."""
        return len(self.evidence.studies)

    @property
    def counting(self) -> int:
        """How many of them count."""
        return sum(study.counts for study in self.evidence.studies)

    def told(self, language: Language) -> dict[str, Any]:
        """Return the outcome as plain values."""
        return {
            "name": self.name,
            "subgoal": self.subgoal,
            "level": self.level,
            "label": self.label[language],
            "central": self.central,
            "studies": self.studies,
            "counting": self.counting,
            "why_not_higher": reasons_told(self.reasons, language),
            "next_level": self.next_level,
            "steps": steps_told(self.steps, language),
        }


def outcome_levels(subject: Subject) -> tuple[OutcomeLevel, ...]:
    """Return every outcome that was studied, in the order of the description."""
    found = evidence(subject.programme, subject.words.criteria)
    pairs = zip(found, by_outcome(subject.programme), strict=True)
    return tuple(_outcome(subject, outcome, entries) for outcome, entries in pairs)


def reasons_together(subject: Subject, outcomes: Iterable[OutcomeLevel]) -> Iterator[Reason]:
    """Yield what the studies lack, each lack of a study once for all outcomes."""
    lacks: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for outcome in outcomes:
        if not outcome.central:
            yield from outcome.reasons
            continue
        for study in outcome.evidence.studies:
            if study.unmet:
                lacks.setdefault((study.study, study.unmet), []).append(outcome.name)
    for (study_id, unmet), names in lacks.items():
        yield _lack(subject, study_id, unmet, names)


def reasons_told(reasons: Iterable[Reason], language: Language) -> list[dict[str, str]]:
    """Return reasons as plain values."""
    return [{"path": reason.path, "reason": reason.wording[language]} for reason in reasons]


def steps_told(steps: Iterable[Step], language: Language) -> list[dict[str, str]]:
    """Return steps as plain values."""
    return [{"path": step.path, "step": step.wording[language]} for step in steps]


def _outcome(
    subject: Subject, outcome: OutcomeEvidence, entries: Sequence[Outcome]
) -> OutcomeLevel:
    words = subject.words
    central = not is_marginal(entries)
    above = next_level(outcome.level, words.criteria) if central else None
    return OutcomeLevel(
        name=outcome.name,
        subgoal=outcome.subgoal,
        level=outcome.level,
        label=(
            words.template.label("recognition_level", outcome.level)
            if outcome.level
            else worded(words, "level.no_evidence")
        ),
        central=central,
        evidence=outcome,
        reasons=tuple(_reasons(subject, outcome, entries)),
        next_level=above.level if above else None,
        steps=outcome_steps(subject, entries, above) if above else (),
    )


def _reasons(
    subject: Subject, outcome: OutcomeEvidence, entries: Sequence[Outcome]
) -> Iterator[Reason]:
    """Yield what the studies about an outcome lack; of a marginal one only that it is marginal."""
    if is_marginal(entries):
        told = worded(subject.words, "level.not_central", outcome=quoted(outcome.name))
        yield Reason(f"research.outcomes.{entries[0].id}.central", told)
        return
    for study in outcome.studies:
        if study.unmet:
            yield _lack(subject, study.study, study.unmet, [outcome.name])


def _lack(subject: Subject, study_id: str, unmet: Sequence[str], outcomes: Sequence[str]) -> Reason:
    words = subject.words
    names = {requirement.code: requirement.name for requirement in words.criteria.requirements}
    studies = {s.id: s.name or s.id for s in subject.programme.research.effect_studies}
    told = worded(
        words,
        "level.unmet",
        study=quoted(studies[study_id]),
        requirements=tuple(names[code] for code in unmet),
        outcome=tuple(quoted(name) for name in outcomes),
    )
    return Reason(f"research.effect_studies.{study_id}.name", told)
