"""What the screens show, as values: no Streamlit, no decisions left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.template import Kind


@dataclass(frozen=True)
class Way:
    """The way to one question, in words."""

    label: str
    section: str
    path: str


@dataclass(frozen=True)
class Ways:
    """The ways to questions of one section."""

    section: str
    label: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Help:
    """What stands behind "Uitleg en voorbeelden" at a question."""

    why: str
    assessors: str
    good: str
    weak: str


@dataclass(frozen=True)
class Remark:
    """One finding at the question itself."""

    severity: str
    message: str
    remedy: str


@dataclass(frozen=True)
class NoteView:
    """What is known about an answer."""

    path: str
    status: str | None = None
    knowledge: str | None = None
    basis: tuple[str, ...] = ()
    bases: tuple[tuple[str, str], ...] = ()
    """Codes and labels of what an answer can rest on."""
    source: str = ""
    not_applicable: str = ""
    may_not_apply: bool = False
    outdone: bool = False
    """Whether there is an answer although somebody wrote why the question does not apply."""


@dataclass(frozen=True)
class FieldView:
    """One question with its answer."""

    path: str
    kind: Kind
    label: str
    value: Any
    help: Help
    guide: str
    """Length, level and how full it is, in one line."""
    saved: str
    """When the store took the last change of this answer; empty if it never did."""
    note: NoteView
    options: tuple[tuple[str, str], ...] = ()
    """Codes and labels to choose from."""
    described_in: Way | None = None
    """For a link: the way to the list in which its targets are described."""
    remarks: tuple[Remark, ...] = ()
    paragraph: str = ""


@dataclass(frozen=True)
class CardView:
    """One item of a list, closed."""

    id: str
    path: str
    heading: str
    facts: str
    origin: str = ""
    """From where it was taken over, if it was."""


@dataclass(frozen=True)
class ListView:
    """A question that is answered with items."""

    question: FieldView
    one: str
    heading_label: str
    cards: tuple[CardView, ...]
    open_id: str | None = None
    fields: tuple[FieldView, ...] = ()
    """The questions of the open item."""
    all_fields: Mapping[str, tuple[FieldView, ...]] = field(default_factory=dict)
    """For somebody who only reads: the questions of every item, by its id."""


@dataclass(frozen=True)
class SectionLink:
    """One section in the navigation, with how far it is."""

    id: str
    label: str
    current: bool


@dataclass(frozen=True)
class DescribeView:
    """One section of one description."""

    section: str
    mine: bool
    title: str
    intro: str
    progress: str
    share: float
    saved: str
    questions: tuple[FieldView | ListView, ...]
    previous: SectionLink | None
    following: SectionLink | None


@dataclass(frozen=True)
class Bar:
    """How far one section is, for the strip on a card."""

    label: str
    share: float
    said: str


@dataclass(frozen=True)
class ProgrammeCard:
    """One programme in the overview."""

    address: str
    title: str
    institution: str
    status: str
    level: str
    disclaimer: str
    """What the level does not say."""
    filled: str
    changed: str
    bars: tuple[Bar, ...]
    mine: bool
    fictitious: bool


@dataclass(frozen=True)
class FindingView:
    """One finding on the check screen, with the way to its question."""

    rule: str
    severity: str
    place: str
    question: str
    message: str
    remedy: str
    source: str
    path: str
    section: str
    fingerprint: str | None = None


@dataclass(frozen=True)
class ClearedView:
    """Words that look like personal data, and who recorded why they are none."""

    finding: FindingView
    reason: str
    by: str
    """Who recorded it and when, in one line."""


@dataclass(frozen=True)
class GapsView:
    """The required questions of one section that are still empty."""

    section: str
    label: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class CheckView:
    """All findings: by severity, what is merely empty by section; and how far each section is."""

    groups: dict[str, tuple[FindingView, ...]] = field(default_factory=dict)
    gaps: tuple[GapsView, ...] = ()
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class HoleView:
    """One missing link on the coherence screen, with the way to its question."""

    label: str
    path: str
    section: str


@dataclass(frozen=True)
class CoherenceView:
    """The pictures of one programme as safe HTML, the same in words, and what is missing."""

    picture: str
    table: str
    list: str
    matrices: str
    phases: str
    phases_table: str
    holes: dict[str, tuple[HoleView, ...]]
    """By the kind of thing at which something is missing."""
