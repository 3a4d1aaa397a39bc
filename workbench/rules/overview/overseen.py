"""A programme in the overview, and by which traits it is found."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from workbench.domain.briefs import Brief

News = Literal["new", "changed", "same", "unknown"]
"""Since the last visit of whoever looks; unknown at a first visit."""


@dataclass(frozen=True)
class Overseen:
    """One programme as the overview shows it."""

    programme: str
    """`institution/name`."""
    institution: str
    """The name of the institution."""
    brief: Brief
    news: News = "unknown"
    since: int = 0
    """The revision that was seen at the last visit."""
    threads: int | None = None
    """How many questions of advisors are open; None where nobody counts them."""

    @property
    def owner(self) -> str:
        """The id of the institution."""
        return self.programme.partition("/")[0]


@dataclass(frozen=True)
class Filter:
    """Which programmes are asked for; what is empty leaves nothing out."""

    institutions: Collection[str] = ()
    statuses: Collection[str] = ()
    settings: Collection[str] = ()
    methods: Collection[str] = ()
    phases: Collection[str] = ()
    rungs: Collection[str] = ()
    age: int | None = None
    changed: bool = False
    """Only what is new or changed since the last visit."""

    def lets(self, one: Overseen) -> bool:
        """Return whether a programme is asked for: one of each kind of trait is enough."""
        brief = one.brief
        return (
            _any(self.institutions, [one.owner])
            and _any(self.statuses, [brief.status])
            and _any(self.settings, brief.settings)
            and _any(self.methods, [brief.method or ""])
            and _any(self.phases, brief.phases)
            and _any(self.rungs, [str(brief.rung)])
            and (self.age is None or _aged(brief, self.age))
            and (not self.changed or one.news in {"new", "changed"})
        )

    @property
    def asks(self) -> bool:
        """Whether anything is left out."""
        return self != Filter()


def _any(asked: Collection[str], there: Collection[str]) -> bool:
    return not asked or any(one in asked for one in there)


def _aged(brief: Brief, age: int) -> bool:
    """Return whether somebody of this age belongs to the target group as far as it says so."""
    if brief.youngest is None and brief.oldest is None:
        return False
    return (brief.youngest or 0) <= age <= (brief.oldest if brief.oldest is not None else age)
