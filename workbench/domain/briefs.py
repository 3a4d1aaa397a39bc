"""What an overview needs of one description, worked out once and kept as long as it holds."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from workbench.domain.chain import Chain
from workbench.domain.delivery import Implementation
from workbench.domain.status import Status
from workbench.domain.template import Level


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Brief(_Kept):
    """One description in a few figures and the traits by which it is found."""

    title: str
    status: Status
    fictitious: bool
    target: Level
    sections: dict[str, tuple[int, int]]
    """Of each section: how many of the answers that the target needs are there, and the need."""
    rung: int
    researchable: float
    points: int
    """Of how many points `researchable` counts those that are there."""
    blocking: int
    """How many points hold research back."""
    youngest: int | None
    oldest: int | None
    settings: tuple[str, ...]
    method: str | None
    phases: tuple[str, ...]
    held_back: int
    """How many places look like personal data, for which every document waits."""
    revision: int
    changed: datetime | None
    """When the last change was made here; None if there was none."""
    person: str
    """Who made it; nobody's name if it was outside the workbench."""

    @property
    def answered(self) -> int:
        """How many answers are there of those that the target needs."""
        return sum(there for there, _ in self.sections.values())

    @property
    def required(self) -> int:
        """How many answers the target needs."""
        return sum(needed for _, needed in self.sections.values())


class Tool(_Kept):
    """Something that a programme works with, where it says so, and what it is used for."""

    path: str
    name: str
    kind: str | None
    """A code of `material_kind`."""
    version: str
    modules: tuple[str, ...]
    """The names of the modules that use it."""
    asked: str
    """The starred path of the question that names it."""


class Contents(_Kept):
    """Of one description: all its words, and what is looked at across programmes."""

    said: tuple[tuple[str, str], ...]
    """Every answer as words, with its address."""
    chain: Chain
    legal: tuple[str, ...]
    """Codes of `legal_framework`."""
    tools: tuple[Tool, ...]
    implementation: Implementation
