"""Numbers that contradict each other: ranges turned round, parts that do not fit the whole."""

from collections.abc import Iterator

from workbench.domain.intervention import Duration
from workbench.domain.records import Span
from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.expressions import Length
from workbench.rules.ranges import entries, length, told, told_with_unit
from workbench.rules.subject import Subject


@rule("X01", "error", sources.CONSISTENCY)
def turned_round(subject: Subject) -> Iterator[Found]:
    """Yield every age or group size that starts higher than it ends."""
    for entry in entries(subject, Span):
        if _below(entry.maximum, entry.minimum):
            yield Found(entry.path, {"minimum": entry.minimum, "maximum": entry.maximum})


@rule("X02", "warning", sources.TARGET_GROUP)
def subgroup_outside_group(subject: Subject) -> Iterator[Found]:
    """Yield every subgroup that is younger or older than the target group."""
    whole = subject.programme.facets.age
    for subgroup in subject.programme.target_group.subgroups:
        young, old = subgroup.age.minimum, subgroup.age.maximum
        younger = _below(young, whole.minimum) or _below(old, whole.minimum)
        older = _below(whole.maximum, old) or _below(whole.maximum, young)
        if younger or older:
            yield Found(
                f"target_group.subgroups.{subgroup.id}.age",
                {
                    "part": told(subject.words, young, old),
                    "whole": told(subject.words, whole.minimum, whole.maximum),
                },
            )


@rule("X03", "error", sources.CONSISTENCY)
def duration_turned_round(subject: Subject) -> Iterator[Found]:
    """Yield every duration of which the shortest is longer than the longest."""
    for entry in entries(subject, Duration):
        if _below(entry.maximum, entry.minimum):
            yield Found(entry.path, {"minimum": entry.minimum, "maximum": entry.maximum})


@rule("X04", "warning", sources.CONSISTENCY)
def duration_without_unit(subject: Subject) -> Iterator[Found]:
    """Yield every duration with a number but without days, weeks, months or years."""
    for entry in entries(subject, Duration):
        if entry.unit is None:
            yield Found(entry.path, {"duration": told(subject.words, entry.minimum, entry.maximum)})


@rule("G08", "warning", sources.APPROACH)
def phases_outside_total(subject: Subject) -> Iterator[Found]:
    """Yield the total duration when the phases together are certainly longer or shorter."""
    total = subject.programme.approach.duration
    phases = [phase.duration for phase in subject.programme.approach.phases]
    shortest, longest = _ends(total)
    if not phases or total.unit is None:
        return
    least = [_ends(phase)[0] for phase in phases]
    most = [_ends(phase)[1] for phase in phases]
    too_long = longest and _days(least)[0] > longest.days[1]
    too_short = shortest and all(most) and _days(most)[1] < shortest.days[0]
    if too_long or too_short:
        yield Found(
            "approach.duration",
            {
                "total": told_with_unit(subject.words, total.minimum, total.maximum, total.unit),
                "phases": _sum(subject, phases),
            },
        )


def _ends(duration: Duration) -> tuple[Length | None, Length | None]:
    return length(duration.minimum, duration.unit), length(duration.maximum, duration.unit)


def _days(lengths: list[Length | None]) -> tuple[int, int]:
    known = [length.days for length in lengths if length]
    return sum(fewest for fewest, _ in known), sum(most for _, most in known)


def _sum(subject: Subject, phases: list[Duration]) -> tuple[object, ...]:
    return tuple(
        told_with_unit(subject.words, phase.minimum, phase.maximum, phase.unit)
        for phase in phases
        if phase.unit and (phase.minimum is not None or phase.maximum is not None)
    )


def _below(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other


CHECKS: tuple[Check, ...] = (
    turned_round,
    subgroup_outside_group,
    duration_turned_round,
    duration_without_unit,
    phases_outside_total,
)
