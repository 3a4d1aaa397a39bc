"""A check: a rule together with the function that finds where it speaks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.domain.findings import Finding, Rule, Severity
from workbench.domain.wording import Wording
from workbench.rules.subject import Subject


@dataclass(frozen=True)
class Found:
    """One place where a rule speaks, and what fills its sentence."""

    path: str
    values: Mapping[str, object] = field(default_factory=dict)
    fingerprint: str | None = None


Search = Callable[[Subject], Iterator[Found]]


@dataclass(frozen=True)
class Check:
    """A rule and the pure function that yields every place where it speaks."""

    rule: Rule
    search: Search

    def findings(self, subject: Subject) -> list[Finding]:
        """Return one finding per place where the rule speaks."""
        return [
            Finding(self.rule, found.path, found.values, found.fingerprint)
            for found in self.search(subject)
        ]


def rule(
    code: str, severity: Severity, source: Wording, *, blocks_reports: bool = False
) -> Callable[[Search], Check]:
    """Return a decorator that makes a search into the check of a rule."""
    return lambda search: Check(Rule(code, severity, source, blocks_reports), search)
