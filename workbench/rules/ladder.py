"""The fewest things to do for more evidence: questions to answer and studies to carry out.

A new study brings all its own questions along, so answering what is open about studies that
were done always comes first; after that, fewer things to do is better.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.domain.criteria import Criteria, Demand, EvidenceLevel
from workbench.rules.blanks import Candidate, Traits


@dataclass(frozen=True)
class Plan:
    """What to answer about studies that were done, and which studies are still to be done."""

    needed: tuple[str, ...]
    helpful: tuple[str, ...]
    studies: tuple[Traits, ...]

    @property
    def size(self) -> tuple[int, int]:
        """How much there is to do; the smaller, the sooner done."""
        return len(self.studies), len(self.needed) + len(self.helpful)


def plan(candidates: Sequence[Candidate], level: EvidenceLevel, criteria: Criteria) -> Plan:
    """Return the smallest plan among the ways in which a level of evidence can be reached."""
    return min((_way(candidates, way, criteria) for way in level.ways), key=lambda way: way.size)


def next_level(reached: str | None, criteria: Criteria) -> EvidenceLevel | None:
    """Return the level of evidence above one, or None at the top."""
    order = [level.level for level in criteria.evidence]
    above = order.index(reached) + 1 if reached else 0
    return criteria.evidence[above] if above < len(order) else None


@dataclass(frozen=True)
class _Use:
    """A study with the helpful blanks that are answered about it."""

    candidate: Candidate
    helpful: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.candidate.needed) + len(self.helpful)

    def traits(self, criteria: Criteria) -> Traits:
        return self.candidate.traits(frozenset(self.helpful), criteria)


def _way(candidates: Sequence[Candidate], way: Sequence[Demand], criteria: Criteria) -> Plan:
    """Return the plan for one way: answer all, then drop whatever saves no new study."""
    uses = [_Use(candidate, candidate.helpful) for candidate in candidates]

    def fewest(tried: Iterable[_Use]) -> int:
        return len(_still_to_do(way, [use.traits(criteria) for use in tried], criteria))

    least = fewest(uses)
    for use in sorted(uses, key=len, reverse=True):
        rest = [other for other in uses if other is not use]
        if use.candidate.needed and fewest(rest) == least:
            uses = rest
            continue
        for blank in use.helpful:
            plainer = replace(use, helpful=tuple(b for b in use.helpful if b != blank))
            tried = [plainer if other is use else other for other in uses]
            if fewest(tried) == least:
                uses, use = tried, plainer
    return Plan(
        tuple(blank for use in uses for blank in use.candidate.needed),
        tuple(blank for use in uses for blank in use.helpful),
        tuple(_still_to_do(way, [use.traits(criteria) for use in uses], criteria)),
    )


def _still_to_do(
    way: Sequence[Demand], there: Sequence[Traits], criteria: Criteria
) -> list[Traits]:
    """Return the fewest new studies that meet what the demands still lack."""
    order = [grade.code for grade in criteria.strengths]
    new: list[Traits] = []
    for demand in sorted(way, key=lambda d: (d.long_follow_up, order.index(d.strength)))[::-1]:
        lacking = demand.studies - sum(_meets(one, demand, criteria) for one in (*there, *new))
        new += [Traits(demand.strength, False, demand.long_follow_up)] * max(0, lacking)
        _make_dutch(new, there, demand, criteria)
    return new


def _make_dutch(
    new: list[Traits], there: Sequence[Traits], demand: Demand, criteria: Criteria
) -> None:
    """Turn as many new studies into Dutch ones as a demand still lacks; add where none is left."""
    fit = [one for one in (*there, *new) if _meets(one, demand, criteria)]
    lacking = demand.dutch - sum(one.dutch for one in fit)
    for n, one in enumerate(new):
        if lacking > 0 and not one.dutch and _meets(one, demand, criteria):
            new[n], lacking = replace(one, dutch=True), lacking - 1
    new += [Traits(demand.strength, True, demand.long_follow_up)] * max(0, lacking)


def _meets(one: Traits, demand: Demand, criteria: Criteria) -> bool:
    strong = criteria.at_least(one.strength, demand.strength)
    return strong and (one.long_follow_up or not demand.long_follow_up)
