"""Ways to questions, alone or together per section, for every screen that leads somewhere."""

from collections.abc import Iterable

from workbench.domain.template import Template
from workbench.domain.wording import Language, Wording
from workbench.ui.presenters.check import section_of
from workbench.ui.presenters.progress import numbered
from workbench.ui.views import Way, Ways


def way(path: str, wording: Wording, template: Template, language: Language) -> Way:
    """Return the way to one question under these words."""
    words = wording[language]
    return Way(words[:1].upper() + words[1:], section_of(path, template), path)


def grouped(ways: Iterable[Way], template: Template, language: Language) -> tuple[Ways, ...]:
    """Return the ways per section, in the order of the template."""
    found: dict[str, list[Way]] = {}
    for one in ways:
        found.setdefault(one.section, []).append(one)
    return tuple(
        Ways(section.id, numbered(section, language), tuple(found[section.id]))
        for section in template.sections
        if section.id in found
    )
