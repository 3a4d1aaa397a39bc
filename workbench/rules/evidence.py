"""What effect studies show per outcome, by the criteria: an indication, to be looked at again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.domain.criteria import Criteria, Demand
from workbench.domain.programme import Programme
from workbench.domain.research import EffectStudy, Outcome

NETHERLANDS = {"nederland", "netherlands", "the netherlands", "nl", "holland"}


@dataclass(frozen=True)
class StudyEvidence:
    """One study for one outcome: its strength, and the requirements that it does not meet (yet)."""

    study: str
    strength: str
    dutch: bool
    long_follow_up: bool
    unmet: tuple[str, ...]
    """Codes of `Criteria.requirements`."""

    @property
    def counts(self) -> bool:
        """Whether the study may count at all."""
        return not self.unmet


@dataclass(frozen=True)
class OutcomeEvidence:
    """Everything that was studied about one outcome."""

    name: str
    subgoal: str | None
    studies: tuple[StudyEvidence, ...]
    level: str | None
    """The highest level of evidence that the studies reach together."""


def evidence(programme: Programme, criteria: Criteria) -> tuple[OutcomeEvidence, ...]:
    """Return the evidence per outcome: per subgoal, or per name where no subgoal is linked."""
    studies = {study.id: study for study in programme.research.effect_studies}
    groups = by_outcome(programme)
    return tuple(_together(found[0].subgoal, found, studies, criteria) for found in groups)


def by_outcome(programme: Programme) -> tuple[list[Outcome], ...]:
    """Return what was found, together per outcome, in the order of the description."""
    groups: dict[tuple[str | None, str], list[Outcome]] = {}
    for outcome in programme.research.outcomes:
        name = "" if outcome.subgoal else (outcome.name or outcome.id)
        groups.setdefault((outcome.subgoal, name), []).append(outcome)
    return tuple(groups.values())


def is_dutch(study: EffectStudy) -> bool:
    """Return whether a study was done in the Netherlands."""
    return (study.country or "").strip().lower() in NETHERLANDS


def _together(
    subgoal: str | None,
    outcomes: list[Outcome],
    studies: Mapping[str, EffectStudy],
    criteria: Criteria,
) -> OutcomeEvidence:
    found = tuple(_studies(outcomes, studies, criteria))
    counting = [study for study in found if study.counts]
    reached = [
        kind.level
        for kind in criteria.evidence
        if any(all(_met(demand, counting, criteria) for demand in way) for way in kind.ways)
    ]
    name = next((outcome.name for outcome in outcomes if outcome.name), subgoal or outcomes[0].id)
    return OutcomeEvidence(name, subgoal, found, reached[-1] if reached else None)


def _studies(
    outcomes: list[Outcome], studies: Mapping[str, EffectStudy], criteria: Criteria
) -> Iterator[StudyEvidence]:
    """Yield each study once, judged by all it found about this outcome."""
    for study_id in dict.fromkeys(outcome.study for outcome in outcomes if outcome.study):
        study = studies.get(study_id)
        if study is None or study.design is None:
            continue
        months = study.follow_up_months or 0
        yield StudyEvidence(
            study_id,
            _strength(study, criteria),
            is_dutch(study),
            months >= criteria.limits.follow_up_months.value,
            _unmet(study, [o for o in outcomes if o.study == study_id], criteria),
        )


def _strength(study: EffectStudy, criteria: Criteria) -> str:
    try:
        return criteria.strength(
            study.design or "",
            in_practice=bool(study.in_practice),
            follow_up_months=study.follow_up_months or 0,
            comparison=bool((study.comparison or "").strip()),
        )
    except KeyError:
        return criteria.strengths[0].code


def _unmet(study: EffectStudy, outcomes: list[Outcome], criteria: Criteria) -> tuple[str, ...]:
    central = [outcome for outcome in outcomes if outcome.central]
    looked_at = central or outcomes
    met = {
        "positive_on_central": bool(central) and _all_positive(central),
        "effect_size": any(outcome.effect_value is not None for outcome in looked_at),
        "sound_instruments": all(outcome.reliable for outcome in looked_at),
        "no_harm": bool((study.harm or "").strip()),
        "as_intended": bool(study.integrity_measured),
        "same_version": bool(study.same_version),
        "retrievable": bool(study.sources),
    }
    return tuple(c.code for c in criteria.requirements if not met.get(c.code, True))


def _all_positive(outcomes: Iterable[Outcome]) -> bool:
    return all(outcome.direction == "positive" for outcome in outcomes)


def _met(demand: Demand, studies: Iterable[StudyEvidence], criteria: Criteria) -> bool:
    strong = [
        study
        for study in studies
        if criteria.at_least(study.strength, demand.strength)
        and (study.long_follow_up or not demand.long_follow_up)
    ]
    return len(strong) >= demand.studies and sum(s.dutch for s in strong) >= demand.dutch
