"""The shortest list of steps to the next rung or level, each at the question where it is taken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from workbench.domain.criteria import Criteria, EvidenceLevel
from workbench.domain.findings import Finding
from workbench.domain.research import Outcome
from workbench.domain.template import Level
from workbench.domain.wording import LANGUAGES, Wording
from workbench.rules.blanks import Traits, candidates
from workbench.rules.chain import CHAIN
from workbench.rules.evidence import by_outcome
from workbench.rules.ladder import Plan, plan
from workbench.rules.places import addresses, place
from workbench.rules.subject import Subject
from workbench.rules.wordings import quoted, worded

STUDIES = "research.effect_studies"


@dataclass(frozen=True)
class Step:
    """One thing to do, and the address where it is done."""

    path: str
    wording: Wording


def described_steps(subject: Subject, needed: Level) -> tuple[Step, ...]:
    """Return one step per required answer that is empty and, for theory, to mend the chain."""
    empty = [a.path for a in subject.filled.questions if a.state == "empty" and a.required(needed)]
    steps = {path: Step(path, _worded(subject, "fill", path)) for path in empty}
    if needed != "described":
        steps |= {step.path: step for step in _mending(subject)}
    return _in_order(subject, steps.values())


def outcome_steps(
    subject: Subject, outcomes: Sequence[Outcome], level: EvidenceLevel
) -> tuple[Step, ...]:
    """Return what it takes to reach a level for one outcome; nothing does for a marginal one."""
    if is_marginal(outcomes):
        return ()
    return _told(subject, outcomes, _plan(subject, outcomes, level))


def evidence_steps(subject: Subject, level: EvidenceLevel) -> tuple[Step, ...]:
    """Return what it takes to reach a level for the outcome, known or new, with least to do."""
    tried = [found for found in by_outcome(subject.programme) if not is_marginal(found)]
    plans = [(found, _plan(subject, found, level)) for found in (*tried, [])]
    outcomes, smallest = min(plans, key=lambda one: one[1].size)
    return _told(subject, outcomes, smallest)


def is_marginal(outcomes: Sequence[Outcome]) -> bool:
    """Whether somebody said everywhere that an outcome is not a central one."""
    return bool(outcomes) and all(outcome.central is False for outcome in outcomes)


def name_of(outcomes: Sequence[Outcome]) -> str:
    """Return how an outcome is called: the first name, else its subgoal or id."""
    named = next((outcome.name for outcome in outcomes if outcome.name), None)
    return named or outcomes[0].subgoal or outcomes[0].id


def _plan(subject: Subject, outcomes: Sequence[Outcome], level: EvidenceLevel) -> Plan:
    criteria = subject.words.criteria
    return plan(list(candidates(subject.programme, outcomes, criteria)), level, criteria)


def _told(subject: Subject, outcomes: Sequence[Outcome], found: Plan) -> tuple[Step, ...]:
    """Return the questions of a plan in the template's order, then the studies to be done."""
    name = quoted(name_of(outcomes)) if outcomes else ""
    blanks = (*((p, "answer") for p in found.needed), *((p, "weight") for p in found.helpful))
    asked = (Step(path, _worded(subject, key, path, outcome=name)) for path, key in blanks)
    new = (Step(STUDIES, _new_study(subject, study, name)) for study in found.studies)
    return (*_in_order(subject, asked), *new)


def _in_order(subject: Subject, steps: Iterable[Step]) -> tuple[Step, ...]:
    order = {path: n for n, path in enumerate(addresses(subject.data, subject.words.template))}
    return tuple(sorted(steps, key=lambda step: order.get(step.path, len(order))))


def _new_study(subject: Subject, study: Traits, name: str) -> Wording:
    words, criteria = subject.words, subject.words.criteria
    months = int(criteria.limits.follow_up_months.value)
    conditions = (
        *([worded(words, "level.step.dutch")] if study.dutch else []),
        *([worded(words, "level.step.long", months=months)] if study.long_follow_up else []),
    )
    return worded(
        words,
        "level.step.study" if name else "level.step.first_study",
        outcome=name,
        strength={grade.code: grade.name for grade in criteria.strengths}[study.strength],
        designs=tuple(_designs(subject, criteria, study)),
        conditions=_after(conditions),
    )


def _designs(subject: Subject, criteria: Criteria, study: Traits) -> Iterator[Wording]:
    """Yield the designs that have this strength when they are described well, lightest first."""
    kinds = (kind for kind in criteria.study_kinds[::-1] if kind.comparison is not False)
    fit = (kind.design for kind in kinds if kind.strength == study.strength)
    for design in dict.fromkeys(fit):
        yield subject.words.template.label("study_design", design)


def _after(conditions: Sequence[Wording]) -> Wording:
    told = {language: "".join(f" {c[language]}" for c in conditions) for language in LANGUAGES}
    return Wording(nl=told["nl"], en=told["en"])


def _mending(subject: Subject) -> Iterator[Step]:
    """Yield one step per break; a link that is chosen mends the break at both of its ends."""
    broken = {check.rule.code: check.findings(subject) for check in CHAIN}
    loose = [*broken["G02"], *broken["G05"]]
    for here, there in (broken["G01"], loose), (broken["G04"], broken["G03"]):
        for finding, other in zip_longest(here, there):
            if finding and other:
                named = next(iter(other.values.values()))
                yield Step(finding.path, _worded(subject, "pair", finding.path, other=named))
            else:
                yield _mend(subject, finding or other)


def _mend(subject: Subject, finding: Finding) -> Step:
    remedy = worded(subject.words, f"rule.{finding.rule.code}.remedy")
    return Step(finding.path, _worded(subject, "chain", finding.path, remedy=remedy))


def _worded(subject: Subject, key: str, path: str, **values: object) -> Wording:
    where = place(subject.data, subject.words.template, path)
    return worded(subject.words, f"level.step.{key}", place=where, **values)
