"""Thresholds as data: rungs, evidence, validity, limits and crosswalks, each with its origin."""

from collections.abc import Collection, Mapping
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workbench.domain.values import Count
from workbench.domain.wording import Wording

AnyPart = TypeVar("AnyPart")
Several = Annotated[tuple[AnyPart, ...], Field(strict=False)]
"""`Several[Rung]` is written as a list in the file and read as a tuple."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Reference(_Part):
    """Where a criterion was found."""

    title: str
    site: str


class Stated(_Part):
    """Something that rests on a source, or is an indication from memory; never on neither."""

    source: str | None = None
    """A key of `Criteria.sources`."""
    indication: bool = False

    @model_validator(mode="after")
    def _has_an_origin(self) -> Self:
        if not self.source and not self.indication:
            raise ValueError("name a source, or mark it as an indication")
        return self


class Rung(Stated):
    """One rung of the effect ladder; all rungs below it come first."""

    rung: Count
    code: str
    name: Wording
    needs: Wording
    """What must exist to stand here."""
    levels: Several[str] = ()
    """The recognition levels that belong to this rung."""
    designs: Several[str] = ()
    """The study designs that can carry a programme to this rung."""


class Validity(Stated):
    """How long a recognition at a level holds."""

    level: str
    years: float


class Strength(_Part):
    """One grade of evidential strength, from weak to strong in the order of the file."""

    code: str
    name: Wording


class StudyKind(Stated):
    """A row of the table that grades one study; what is left open matches everything."""

    design: str
    in_practice: bool | None = None
    long_follow_up: bool | None = None
    comparison: bool | None = None
    strength: str

    def fits(self, design: str, in_practice: bool, long_follow_up: bool, comparison: bool) -> bool:
        """Return whether a study with these traits belongs in this row."""
        asked = (self.in_practice, self.long_follow_up, self.comparison)
        given = (in_practice, long_follow_up, comparison)
        return self.design == design and all(
            want is None or want == have for want, have in zip(asked, given, strict=True)
        )


class Demand(_Part):
    """So many studies of at least this strength, so many of them Dutch."""

    studies: Count
    strength: str
    dutch: Count = 0
    long_follow_up: bool = False


class EvidenceLevel(Stated):
    """What one of the three effective levels asks: every demand of any one of the ways.

    A study counts for each demand that it meets.
    """

    level: str
    ways: Several[Several[Demand]]


class Requirement(Stated):
    """Something that every study must meet before it counts, and the answers that show it."""

    code: str
    name: Wording
    paths: Several[str]


class Limit(Stated):
    """One number with which something is compared."""

    value: float


class Limits(_Part):
    """All loose numbers."""

    summary_words: Limit
    figure_years: Limit
    """Older figures about the problem deserve a newer one."""
    follow_up_months: Limit
    """From here a follow-up is long."""
    active_elements_fewest: Limit
    active_elements_most: Limit
    small_group: Limit
    """Below this number of people details can point to a person."""
    common_share: Limit
    """The share of the compared programmes from which an element is common."""


class ActivityWords(Stated):
    """Verbs that say what staff do, and so do not belong in a goal."""

    nl: Several[str]
    en: Several[str]


class Condition(_Part):
    """An answer that is asked only of the items in which another answer has this value."""

    path: str
    field: str
    value: str


class TidierItem(Stated):
    """One item of TIDieR and the answers in which it is reported."""

    number: str
    code: str
    name: Wording
    paths: Several[str]
    when: Several[Condition] = ()


class ResearchabilityPoint(Stated):
    """One thing a researcher must be able to read, and the answers in which it stands."""

    number: Count
    code: str
    name: Wording
    blocking: bool = False
    paths: Several[str]
    when: Several[Condition] = ()


class InterviewKind(_Part):
    """Questions for one kind of answer: those at and below these starred paths."""

    code: str
    paths: Several[str]
    questions: Several[Wording]


class BasisQuestions(_Part):
    """Questions that come on top where an answer rests on this."""

    basis: str
    questions: Several[Wording]


class InterviewGuide(Stated):
    """Questions that help people put into words what they know from practice."""

    general: Several[Wording]
    """For answers of no kind in particular."""
    kinds: Several[InterviewKind]
    bases: Several[BasisQuestions]

    def questions(self, starred: str, bases: Collection[str]) -> tuple[Wording, ...]:
        """Return the questions for an answer: of the nearest kind, and of what it rests on."""
        fits = [(path, k.questions) for k in self.kinds for path in k.paths if _at(starred, path)]
        of_kind = max(fits, key=lambda fit: len(fit[0]))[1] if fits else self.general
        added = (b.questions for b in self.bases if b.basis in bases)
        return (*of_kind, *(question for questions in added for question in questions))


def _at(starred: str, path: str) -> bool:
    return starred == path or starred.startswith(f"{path}.")


class Criteria(_Part):
    """Everything by which a description is weighed."""

    sources: Mapping[str, Reference]
    rungs: Several[Rung]
    validity: Several[Validity]
    provisional: Limit
    """Years for which a recognition under reservation holds."""
    strengths: Several[Strength]
    study_kinds: Several[StudyKind]
    evidence: Several[EvidenceLevel]
    requirements: Several[Requirement]
    limits: Limits
    activity_words: ActivityWords
    tidier: Several[TidierItem]
    researchability: Several[ResearchabilityPoint]
    interview: InterviewGuide

    def strength(
        self, design: str, *, in_practice: bool, follow_up_months: int, comparison: bool
    ) -> str:
        """Return the grade of a study: the first row that fits; raise KeyError if none does."""
        long = follow_up_months >= self.limits.follow_up_months.value
        for kind in self.study_kinds:
            if kind.fits(design, in_practice, long, comparison):
                return kind.strength
        raise KeyError(design)

    def at_least(self, strength: str, wanted: str) -> bool:
        """Return whether one grade is as strong as another; raise ValueError on an unknown one."""
        order = [grade.code for grade in self.strengths]
        return order.index(strength) >= order.index(wanted)

    def years_valid(self, level: str, provisional: bool = False) -> float:
        """Return how many years a recognition holds; raise KeyError for a level without a term."""
        if provisional:
            return self.provisional.value
        return {validity.level: validity.years for validity in self.validity}[level]
