"""Everything the rules say of one description on one day; each part is worked out when asked."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from workbench.domain.findings import Finding
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.checking import check_of, cleared_of
from workbench.rules.completeness import Completeness
from workbench.rules.graph import Theory
from workbench.rules.interview import Interview, interview_of
from workbench.rules.level import LevelIndication, level_of
from workbench.rules.recognition import Recognitions, recognitions
from workbench.rules.researchability import Researchability, researchability_of
from workbench.rules.subject import Subject
from workbench.rules.theory import theory
from workbench.rules.tidier import Tidier, tidier_of
from workbench.rules.timeline import Timeline, timeline


@dataclass(frozen=True)
class Examination:
    """One description, the words that belong to it, and the day on which it is examined."""

    programme: Programme
    words: Words
    today: date

    @cached_property
    def subject(self) -> Subject:
        """The description as the rules look at it."""
        return Subject(self.programme, self.words, self.today)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is missing, weak or contradictory, in the template's order."""
        return tuple(check_of(self.subject))

    @cached_property
    def cleared(self) -> tuple[Finding, ...]:
        """What looks like personal data but was recorded as none, in the template's order."""
        return tuple(cleared_of(self.subject))

    @property
    def completeness(self) -> Completeness:
        """How much of it is filled in."""
        return self.subject.filled

    @cached_property
    def level(self) -> LevelIndication:
        """The rung as an indication, with reasons and steps."""
        return level_of(self.subject)

    @cached_property
    def researchability(self) -> Researchability:
        """What a researcher finds in it, point by point."""
        return researchability_of(self.subject)

    @cached_property
    def tidier(self) -> Tidier:
        """What TIDieR asks, item by item."""
        return tidier_of(self.subject)

    @cached_property
    def recognitions(self) -> Recognitions:
        """How its recognitions stand."""
        return recognitions(self.programme, self.words, self.today)

    @cached_property
    def interview(self) -> Interview:
        """What to ask those who know it from practice."""
        return interview_of(self.subject)

    @cached_property
    def theory(self) -> Theory:
        """How its parts are linked, and where a link is missing."""
        return theory(self.programme)

    @cached_property
    def timeline(self) -> Timeline:
        """When its phases run."""
        return timeline(self.programme, self.theory)
