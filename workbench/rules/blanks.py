"""What is still unanswered about a study, and what the study could count for once it is answered.

An answer that is there stands: a study that found no effect is not one blank short of counting.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from workbench.domain.criteria import Criteria
from workbench.domain.programme import Programme
from workbench.domain.research import EffectStudy, Outcome
from workbench.rules.evidence import is_dutch

Blanks = tuple[str, ...]
"""Addresses of questions without an answer."""


@dataclass(frozen=True)
class Traits:
    """What decides for which demands a study counts."""

    strength: str
    dutch: bool
    long_follow_up: bool


@dataclass(frozen=True)
class Candidate:
    """A study that counts for an outcome, or can come to count once questions are answered."""

    study: EffectStudy
    needed: Blanks
    """What must be answered, favourably, before it counts at all."""
    helpful: Blanks
    """What may make it count for more."""

    def traits(self, answered: Set[str], criteria: Criteria) -> Traits:
        """Return what the study could be at best if these blanks were answered."""
        study, path = self.study, _study_path(self.study)
        long = criteria.limits.follow_up_months.value
        months = long if f"{path}.follow_up_months" in answered else study.follow_up_months or 0
        designs = [study.design] if study.design else [k.design for k in criteria.study_kinds]
        found = (
            _strength(
                criteria,
                design,
                practice=bool(study.in_practice) or f"{path}.in_practice" in answered,
                months=int(months),
                comparison=_said(study.comparison) or f"{path}.comparison" in answered,
            )
            for design in designs
        )
        order = [grade.code for grade in criteria.strengths]
        dutch = is_dutch(study) or f"{path}.country" in answered
        return Traits(max(found, key=order.index), dutch, months >= long)


def candidates(
    programme: Programme, outcomes: Sequence[Outcome], criteria: Criteria
) -> Iterator[Candidate]:
    """Yield every study of one outcome that counts or can come to count, in order."""
    studies = {study.id: study for study in programme.research.effect_studies}
    for study_id in dict.fromkeys(o.study for o in outcomes if o.study in studies):
        found = [outcome for outcome in outcomes if outcome.study == study_id]
        candidate = _candidate(studies[study_id or ""], found, criteria)
        if candidate:
            yield candidate
    linked = {outcome.study for outcome in outcomes}
    spare = (study for study in studies.values() if study.id not in linked)
    unlinked = (outcome for outcome in outcomes if outcome.study not in studies)
    for outcome, study in zip(unlinked, spare, strict=False):
        candidate = _candidate(study, [outcome], criteria)
        if candidate:
            link = f"{_outcome_path(outcome)}.study"
            yield Candidate(study, (link, *candidate.needed), candidate.helpful)


def _candidate(
    study: EffectStudy, outcomes: Sequence[Outcome], criteria: Criteria
) -> Candidate | None:
    judged = _judged(outcomes)
    needed = [] if study.design else [f"{_study_path(study)}.design"]
    for requirement in criteria.requirements:
        blanks = _BLANKS.get(requirement.code, _nothing)(study, judged)
        if blanks is None:
            return None
        needed += blanks
    return Candidate(study, tuple(needed), tuple(_helpful(study)))


def _judged(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """Return the central outcomes; without one, the first that may turn out to be central."""
    central = [outcome for outcome in outcomes if outcome.central]
    possible = [o for o in outcomes if o.central is None and o.direction in {None, "positive"}]
    return central or possible[:1] or outcomes


def _central(_: EffectStudy, judged: Sequence[Outcome]) -> Blanks | None:
    if any(o.central is False or o.direction not in {None, "positive"} for o in judged):
        return None
    return (
        *(f"{_outcome_path(o)}.central" for o in judged if o.central is None),
        *(f"{_outcome_path(o)}.direction" for o in judged if o.direction is None),
    )


def _size(_: EffectStudy, judged: Sequence[Outcome]) -> Blanks:
    known = any(outcome.effect_value is not None for outcome in judged)
    return () if known else (f"{_outcome_path(judged[0])}.effect_value",)


def _sound(_: EffectStudy, judged: Sequence[Outcome]) -> Blanks | None:
    if any(outcome.reliable is False for outcome in judged):
        return None
    return tuple(f"{_outcome_path(o)}.reliable" for o in judged if o.reliable is None)


def _harm(study: EffectStudy, _: Sequence[Outcome]) -> Blanks:
    return () if _said(study.harm) else (f"{_study_path(study)}.harm",)


def _intended(study: EffectStudy, _: Sequence[Outcome]) -> Blanks | None:
    return _yes(study, "integrity_measured")


def _same(study: EffectStudy, _: Sequence[Outcome]) -> Blanks | None:
    return _yes(study, "same_version")


def _found(study: EffectStudy, _: Sequence[Outcome]) -> Blanks:
    return () if study.sources else (f"{_study_path(study)}.sources",)


def _nothing(_: EffectStudy, __: Sequence[Outcome]) -> Blanks:
    return ()


def _yes(study: EffectStudy, field: str) -> Blanks | None:
    answer = getattr(study, field)
    if answer is None:
        return (f"{_study_path(study)}.{field}",)
    return () if answer else None


_BLANKS: Mapping[str, Callable[[EffectStudy, Sequence[Outcome]], Blanks | None]] = {
    "positive_on_central": _central,
    "effect_size": _size,
    "sound_instruments": _sound,
    "no_harm": _harm,
    "as_intended": _intended,
    "same_version": _same,
    "retrievable": _found,
}
"""By requirement: the blanks that must be filled, or None where an answer rules the study out."""


def _helpful(study: EffectStudy) -> Iterator[str]:
    path = _study_path(study)
    if not _said(study.country):
        yield f"{path}.country"
    for field in ("in_practice", "follow_up_months"):
        if getattr(study, field) is None:
            yield f"{path}.{field}"
    if not _said(study.comparison):
        yield f"{path}.comparison"


def _strength(
    criteria: Criteria, design: str, *, practice: bool, months: int, comparison: bool
) -> str:
    try:
        return criteria.strength(
            design, in_practice=practice, follow_up_months=months, comparison=comparison
        )
    except KeyError:
        return criteria.strengths[0].code


def _said(text: str | None) -> bool:
    return bool(text and text.strip())


def _study_path(study: EffectStudy) -> str:
    return f"research.effect_studies.{study.id}"


def _outcome_path(outcome: Outcome) -> str:
    return f"research.outcomes.{outcome.id}"
