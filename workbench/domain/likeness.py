"""The words by which the workbench sees that two programmes mean the same: `likeness.yaml`."""

from pydantic import BaseModel, ConfigDict, Field

from workbench.domain.wording import Wording


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Topic(_Data):
    """Words of the field that are about one thing."""

    name: Wording
    words: tuple[str, ...]


class Limits(_Data):
    """From where things count as alike; shares between nothing and one, and weights."""

    proposed: float = Field(gt=0, le=1)
    """How alike two have to be before they are proposed as the same."""
    together: float = Field(gt=0, le=1)
    """How alike a whole group has to be on average."""
    name: float = Field(ge=0, le=1)
    """How much the name counts, beside what is said about it."""
    enough: float = Field(gt=0, le=1)
    """The share of words in common that makes two descriptions fully alike."""
    weak: float = Field(ge=0)
    """The weight of a word that stands in nearly every programme."""
    topic: float = Field(ge=0)
    """The weight of a word of the field."""


class Vocabulary(_Data):
    """Topics, words that say little, words that say nothing, and the limits."""

    limits: Limits
    topics: tuple[Topic, ...]
    weak: tuple[str, ...]
    stop: tuple[str, ...]
