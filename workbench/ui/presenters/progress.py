"""How far a description and its sections are, in words and as shares."""

from workbench.domain.template import Level, Section, Template
from workbench.domain.wording import Language, Texts
from workbench.rules.completeness import Completeness, Tally
from workbench.ui.views import Bar


def level_name(level: Level, texts: Texts) -> str:
    """Return what a level of completeness is called."""
    return texts(f"ui.level.{level}")


def said(count: Tally, level: Level, texts: Texts) -> str:
    """Return how many of the needed questions were answered, as a sentence."""
    if not count.required:
        return texts("ui.describe.nothing_required", level=level_name(level, texts))
    return texts(
        "ui.describe.progress",
        answered=count.answered,
        required=count.required,
        level=level_name(level, texts),
    )


def share(count: Tally) -> float:
    """Return which part of the needed questions was answered; all of nothing is all."""
    return count.answered / count.required if count.required else 1.0


def bars(
    filled: Completeness, template: Template, language: Language, texts: Texts
) -> tuple[Bar, ...]:
    """Return one bar per section in which something is needed for the level aimed at."""
    made = []
    for section in template.sections:
        count = filled.section(section.id).levels[filled.target]
        if count.required:
            words = texts("ui.bar", answered=count.answered, required=count.required)
            made.append(Bar(numbered(section, language), share(count), words))
    return tuple(made)


def numbered(section: Section, language: Language) -> str:
    """Return a section's number, if it has one, and its title."""
    return f"{section.number} {section.title[language]}".strip()
