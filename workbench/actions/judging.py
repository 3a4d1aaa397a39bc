"""Advisors decide whether items of two programmes mean the same; no description changes."""

from collections.abc import Iterable
from datetime import UTC, datetime

from workbench.actions.desk import Desk, Refused, asks
from workbench.domain.verdicts import Pair, Ref, Verdict, standing
from workbench.rules.comparison.common_elements import open_pairs
from workbench.rules.comparison.comparison import Comparison
from workbench.rules.comparison.grouping import Group
from workbench.rules.comparison.parts import ELEMENTS, Part
from workbench.store.protocol import ProgrammeId


@asks("judge")
def confirm(desk: Desk, compared: Comparison, group: Group) -> None:
    """Record that all items of a group mean the same; raise Refused or NotStored."""
    _record(desk, open_pairs(group, compared.sides), True)


@asks("judge")
def leave_out(desk: Desk, group: Group, part: Part) -> None:
    """Record that one item means something else than the others of its group."""
    others = (other for other in group.parts if other.side != part.side)
    _record(desk, [frozenset({part.ref, other.ref}) for other in others], False)


@asks("judge")
def join(desk: Desk, one: Ref, other: Ref) -> None:
    """Record that two items mean the same that the rules did not propose."""
    if one.list != other.list or one.list not in ELEMENTS or one.programme == other.programme:
        raise Refused("not_two_elements")
    _record(desk, [frozenset({one, other})], True)


@asks("judge")
def take_back(desk: Desk, pair: Pair) -> None:
    """Take a decision about two items back."""
    _record(desk, [pair], None)


@asks("judge")
def decisions(desk: Desk, compared: Comparison) -> list[Verdict]:
    """Return what was decided about items of these programmes, the newest first.

    Of programmes about which somebody may decide; to others nothing is told.
    """
    here = {
        part.ref for groups in compared.sides.groups.values() for g in groups for part in g.parts
    }
    mine = {ref for ref in here if desk.may("judge", _programme(ref))}
    found = [v for v in standing(desk.verdicts.all()).values() if v.pair <= mine]
    return sorted(found, key=lambda verdict: verdict.time, reverse=True)


def _record(desk: Desk, pairs: Iterable[Pair], same: bool | None) -> None:
    now = datetime.now(UTC)
    made = []
    for pair in pairs:
        one, other = sorted(pair)
        for ref in (one, other):
            desk.need("judge", _programme(ref))
        made.append(Verdict(one=one, other=other, same=same, person=desk.person.name, time=now))
    if made:
        desk.verdicts.add(made)


def _programme(ref: Ref) -> ProgrammeId:
    return ProgrammeId(*ref.programme.split("/", 1))
