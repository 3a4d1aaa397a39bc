"""Which items of several programmes go together: by an advisor's decision, else by likeness."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from workbench.domain.likeness import Limits
from workbench.domain.verdicts import Pair
from workbench.rules.comparison.likeness import Ground, Reason, likeness, reasons
from workbench.rules.comparison.parts import Part, same_fields

Judged = Mapping[Pair, bool]
"""What advisors decided about two items; two that are not here were not judged."""
_CROWD = 200
"""A word in the names of more items than this tells nothing, and would take minutes to compare."""
_ORDER: Mapping[Ground, int] = {
    "same_name": 0, "like_name": 1, "topic": 2, "word": 3, "other_kind": 4,
}  # fmt: skip


@dataclass(frozen=True)
class Group:
    """Items that mean the same, in the order of the programmes; or one item alone."""

    list: str
    parts: tuple[Part, ...]
    score: float
    """How alike its items are on average; one for an item alone."""

    @property
    def sides(self) -> frozenset[int]:
        """The programmes that have it."""
        return frozenset(part.side for part in self.parts)

    @property
    def key(self) -> str:
        """A name that stays the same while its first item does."""
        return ":".join(self.parts[0].ref)

    def at(self, side: int) -> tuple[Part, ...]:
        """Return its items in one programme: none, one, or more where an advisor said so."""
        return tuple(part for part in self.parts if part.side == side)

    @property
    def pairs(self) -> Iterator[tuple[Part, Part]]:
        """Every two of its items that stand in different programmes."""
        for one, other in combinations(self.parts, 2):
            if one.side != other.side:
                yield one, other

    @property
    def why(self) -> tuple[Reason, ...]:
        """The grounds on which most of its items look the same, the strongest first."""
        found: dict[tuple[Ground, object], list[Reason]] = {}
        for one, other in self.pairs:
            for reason in reasons(one.told, other.told):
                known = reason.topic if reason.ground == "topic" else reason.words
                found.setdefault((reason.ground, known), []).append(reason)
        often = sorted(found.values(), key=lambda told: (-len(told), _ORDER[told[0].ground]))
        return tuple(told[0] for told in often)


def grouped(parts: Sequence[Part], limits: Limits, judged: Judged) -> tuple[Group, ...]:
    """Return every item in exactly one group, in the order of the programmes and their lists."""
    scores = Scores(limits)
    groups = _decided(parts, judged)
    alike = [pair for pair in _candidates(parts) if scores.of(*pair) >= limits.proposed]
    for one, other in sorted(alike, key=lambda pair: _first(pair, scores.of(*pair))):
        mine, theirs = groups[one], groups[other]
        if mine is not theirs and _may_join(mine, theirs, scores, judged):
            _join(groups, mine, theirs)
    found = {id(members): members for members in groups.values()}.values()
    made = [_group(members, scores) for members in found]
    return tuple(sorted(made, key=lambda group: (group.parts[0].place, group.parts[0].side)))


class Scores:
    """How alike every two items are, each worked out once."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._known: dict[tuple[Part, Part], float] = {}

    def of(self, one: Part, other: Part) -> float:
        """Return how alike two items of different programmes are."""
        pair = (one, other) if one.side < other.side else (other, one)
        if pair not in self._known:
            same = one.item == other.item
            self._known[pair] = 1.0 if same else likeness(one.told, other.told, self.limits)
        return self._known[pair]


def _group(members: Iterable[Part], scores: Scores) -> Group:
    parts = tuple(sorted(members, key=lambda part: (part.side, part.place)))
    group = Group(parts[0].ref.list, parts, 1.0)
    pairs = list(group.pairs)
    if not pairs:
        return group
    return Group(group.list, parts, sum(scores.of(*pair) for pair in pairs) / len(pairs))


def _candidates(parts: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield every two items of different programmes whose names share a telling word."""
    named: dict[object, list[Part]] = {}
    for part in parts:
        telling = (c for c, weight in part.told.named.weights.items() if weight >= 1)
        for concept in (*telling, ("letters", part.told.letters)):
            named.setdefault(concept, []).append(part)
    seen: set[tuple[Part, Part]] = set()
    for members in (crowd for crowd in named.values() if len(crowd) <= _CROWD):
        for one, other in combinations(members, 2):
            if one.side != other.side and (one, other) not in seen:
                seen.add((one, other))
                yield one, other


def _first(pair: tuple[Part, Part], score: float) -> tuple[float, int, int]:
    """Order by likeness; of two that are as much alike, the one with more answers in common."""
    one, other = pair
    return -round(score, 6), -same_fields(one, other), abs(one.place - other.place)


def _decided(parts: Sequence[Part], judged: Judged) -> dict[Part, list[Part]]:
    """Return for each item the group it is in by what advisors decided."""
    groups = {part: [part] for part in parts}
    by_ref = {part.ref: part for part in parts}
    for pair, same in judged.items():
        known = [by_ref[ref] for ref in pair if ref in by_ref]
        if same and len(known) == 2 and groups[known[0]] is not groups[known[1]]:
            _join(groups, groups[known[0]], groups[known[1]])
    return groups


def _join(groups: dict[Part, list[Part]], one: list[Part], other: list[Part]) -> None:
    one.extend(other)
    for part in other:
        groups[part] = one


def _may_join(one: Sequence[Part], other: Sequence[Part], scores: Scores, judged: Judged) -> bool:
    if {part.side for part in one} & {part.side for part in other}:
        return False
    pairs = list(product(one, other))
    if any(judged.get(frozenset({a.ref, b.ref})) is False for a, b in pairs):
        return False
    return sum(scores.of(a, b) for a, b in pairs) / len(pairs) >= scores.limits.together
