"""What was found in a description: always where, what and, through its rule, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.domain.wording import Wording

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Rule:
    """What is checked, how serious it is, and on which source that rests.

    Its sentence and remedy stand in the text catalogues as `rule.<code>.message` and `.remedy`.
    """

    code: str
    severity: Severity
    source: Wording
    blocks_reports: bool = False


@dataclass(frozen=True)
class Finding:
    """One place in a description where a rule speaks; `values` fill the rule's sentence."""

    rule: Rule
    path: str
    values: Mapping[str, object] = field(default_factory=dict)
    fingerprint: str | None = None
    """For personal data: identifies the words found, so that a clearance can name them."""
