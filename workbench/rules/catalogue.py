"""All rules, and the sentences in which their findings are told."""

from collections.abc import Mapping

from workbench.domain.findings import Finding, Rule
from workbench.domain.wording import Language
from workbench.domain.words import Words
from workbench.rules import (
    agreement,
    approach,
    chain,
    citing,
    contradictions,
    dates,
    gaps,
    goals,
    links,
    privacy,
    summary,
)
from workbench.rules.check import Check
from workbench.rules.wordings import filled

CHECKS: tuple[Check, ...] = (
    *privacy.CHECKS,
    *contradictions.CHECKS,
    *dates.CHECKS,
    *links.CHECKS,
    *agreement.CHECKS,
    *summary.CHECKS,
    *goals.CHECKS,
    *chain.CHECKS,
    *approach.CHECKS,
    *citing.CHECKS,
    *gaps.CHECKS,
)

RULES: Mapping[str, Rule] = {check.rule.code: check.rule for check in CHECKS}


def sentences(finding: Finding, words: Words, language: Language) -> tuple[str, str]:
    """Return what was found (where and what) and what to do, in one language."""
    code = finding.rule.code
    values = {"place": finding.path, **finding.values}
    return (
        filled(words, language, f"rule.{code}.message", values),
        filled(words, language, f"rule.{code}.remedy", values),
    )
