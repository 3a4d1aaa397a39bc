"""The check screen: findings by severity, and completeness."""

from collections.abc import Sequence

from workbench.domain.findings import SEVERITIES, Finding
from workbench.domain.paths import UnknownPath, star
from workbench.domain.programme import Programme
from workbench.domain.template import Template
from workbench.domain.wording import Language
from workbench.domain.words import Words
from workbench.rules.catalogue import sentences
from workbench.rules.checking import GAPS
from workbench.rules.examination import Examination
from workbench.rules.privacy import clearance_of
from workbench.ui.presenters.moments import day
from workbench.ui.presenters.progress import bars, numbered
from workbench.ui.views import CheckView, ClearedView, FindingView, GapsView


def check_view(found: Examination, words: Words, language: Language) -> CheckView:
    """Return what the check screen shows of one description."""
    views = [finding_view(finding, words, language) for finding in found.findings]
    told = [view for view in views if view.rule not in GAPS]
    empty = [view for view in views if view.rule in GAPS]
    return CheckView(
        groups={s: group for s in SEVERITIES if (group := _of(told, s))},
        gaps=_gaps(empty, words.template, language),
        bars=bars(found.completeness, words.template, language, words.texts[language]),
    )


def finding_view(finding: Finding, words: Words, language: Language) -> FindingView:
    """Return one finding with the words around it and the section in which its question stands."""
    message, remedy = sentences(finding, words, language)
    return FindingView(
        rule=finding.rule.code,
        severity=finding.rule.severity,
        place=place(finding.path, words.template, language),
        question=_question(finding.path, words.template, language),
        message=message,
        remedy=remedy,
        source=finding.rule.source[language],
        path=finding.path,
        section=section_of(finding.path, words.template),
        fingerprint=finding.fingerprint,
    )


def cleared_views(
    found: Sequence[Finding], programme: Programme, words: Words, language: Language
) -> tuple[ClearedView, ...]:
    """Return what was recorded as no personal data, each with why, by whom and when."""
    texts = words.texts[language]
    return tuple(
        ClearedView(
            finding=finding_view(finding, words, language),
            reason=clearance.reason,
            by=texts("ui.cleared.by", person=clearance.person, date=day(clearance.date, language)),
        )
        for finding in found
        if (clearance := clearance_of(programme, finding))
    )


def section_of(path: str, template: Template) -> str:
    """Return the id of the section in which a path is asked; the first one if none does."""
    try:
        return template.section_of(star(path)).id
    except (UnknownPath, KeyError):
        return template.sections[0].id


def place(path: str, template: Template, language: Language) -> str:
    """Return where a path stands, such as "1.2 Doelen, Indicator"."""
    try:
        section, question = template.section_of(star(path)), template.question(star(path))
    except (UnknownPath, KeyError):
        return path
    return f"{numbered(section, language)}, {question.label[language]}"


def _question(path: str, template: Template, language: Language) -> str:
    try:
        return template.question(star(path)).label[language]
    except (UnknownPath, KeyError):
        return path


def _gaps(empty: list[FindingView], template: Template, language: Language) -> tuple[GapsView, ...]:
    found = ((s, tuple(v for v in empty if v.section == s.id)) for s in template.sections)
    return tuple(GapsView(s.id, numbered(s, language), views) for s, views in found if views)


def _of(views: list[FindingView], severity: str) -> tuple[FindingView, ...]:
    return tuple(view for view in views if view.severity == severity)
