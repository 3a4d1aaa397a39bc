"""Everything that is missing, weak or contradictory in a description, in the template's order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from workbench.domain.findings import SEVERITIES, Finding
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules import approach, chain, gaps, goals, privacy
from workbench.rules.catalogue import CHECKS
from workbench.rules.places import addresses, place
from workbench.rules.subject import Subject

GAPS = {check.rule.code for check in gaps.CHECKS}
EMPTY = GAPS | {check.rule.code for check in (*goals.CHECKS, *approach.CHECKS, *chain.CHECKS)}
"""Rules that may speak of the same empty answer."""


def check(programme: Programme, words: Words, today: date) -> list[Finding]:
    """Return all findings that nobody cleared: by question, and there the most serious first."""
    return check_of(Subject(programme, words, today))


def check_of(subject: Subject) -> list[Finding]:
    """Return all findings that nobody cleared in what the rules look at."""
    found = [finding for search in CHECKS for finding in search.findings(subject)]
    programme = subject.programme
    told = _once([finding for finding in found if not privacy.is_cleared(programme, finding)])
    return _in_order(subject, (_placed(subject, finding) for finding in told))


def cleared_of(subject: Subject) -> list[Finding]:
    """Return, by question, what looks like personal data while somebody recorded why it is none."""
    return _in_order(subject, (_placed(subject, f) for f in privacy.cleared(subject)))


def _placed(subject: Subject, finding: Finding) -> Finding:
    where = place(subject.data, subject.words.template, finding.path)
    return replace(finding, values={"place": where, **finding.values})


def _once(findings: list[Finding]) -> Iterator[Finding]:
    """Yield the findings, but of one empty answer only the most serious or most precise one."""
    gap_paths = {f.path for f in findings if f.rule.code in GAPS}
    outdone = {f.path for f in findings if f.rule.code not in GAPS and f.rule.severity != "note"}
    for finding in findings:
        code, path = finding.rule.code, finding.path
        if code in GAPS and path in outdone:
            continue
        if code in EMPTY - GAPS and finding.rule.severity == "note" and path in gap_paths - outdone:
            continue
        yield finding


def _in_order(subject: Subject, findings: Iterable[Finding]) -> list[Finding]:
    order: Mapping[str, int] = {
        address: n for n, address in enumerate(addresses(subject.data, subject.words.template))
    }

    def position(finding: Finding) -> tuple[int, int]:
        return _nearest(order, finding.path), SEVERITIES.index(finding.rule.severity)

    return sorted(findings, key=position)


def _nearest(order: Mapping[str, int], path: str) -> int:
    """Return the place of an address, or of the nearest one around it; unknown ones go last."""
    parts = path.split(".")
    around = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((order[address] for address in around if address in order), len(order))
