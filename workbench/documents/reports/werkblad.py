"""The werkblad as a report: everything that was entered, once, in the official order."""

from collections.abc import Iterable

from workbench.documents.answers import Answers
from workbench.documents.blocks import Block, Heading, Report
from workbench.documents.origins import origins
from workbench.documents.pictured import coherence_blocks
from workbench.documents.reports.binding import bound
from workbench.documents.reports.kinds import WERKBLAD
from workbench.documents.reports.material import Material
from workbench.documents.sections import numbered, section_blocks, section_title
from workbench.domain.template import Chapter, Section, Template

COLOPHON = "colophon"
PROFILE, ANNEX = "profile", "annex"
"""Chapters that are no part of the official form: the first goes in front of the second."""


def werkblad(made_from: Material) -> Report:
    """Return the whole description as a report."""
    answers = made_from.answers
    return bound(
        made_from,
        WERKBLAD,
        _body(made_from),
        answers.data,
        layout="book",
        colophon=_colophon(answers),
    )


def _colophon(answers: Answers) -> Iterable[Block]:
    section = answers.template.section(COLOPHON)
    title = Heading(1, section.title[answers.language])
    blocks = section_blocks(answers, section, 2)
    return [title, *blocks] if blocks else []


def _body(made_from: Material) -> Iterable[Block]:
    for chapter in _chapters(made_from.answers.template):
        yield from _chapter(made_from, chapter)


def _chapters(template: Template) -> list[Chapter]:
    """Return the chapters as the report has them: the profile just before the annexes."""
    official = [chapter for chapter in template.chapters if chapter.id not in (PROFILE, ANNEX)]
    others = {chapter.id: chapter for chapter in template.chapters}
    return official + [others[name] for name in (PROFILE, ANNEX) if name in others]


def _chapter(made_from: Material, chapter: Chapter) -> Iterable[Block]:
    answers = made_from.answers
    sections = _sections(answers.template, chapter)
    words = answers.language
    title = chapter.title[words]
    if chapter.id == ANNEX:
        blocks = [*_all(answers, sections), *origins(answers), *_coherence(made_from)]
    elif len(sections) == 1:
        title = sections[0].title[words] if chapter.id == PROFILE else title
        blocks = section_blocks(answers, sections[0], 2)
    else:
        blocks = _all(answers, sections)
    return _part(numbered(chapter.number, title), blocks)


def _coherence(made_from: Material) -> list[Block]:
    """Return the last annex: no answer, but a drawing of how the answers are linked."""
    return coherence_blocks(made_from.telling, made_from.examined.timeline, 2)


def _sections(template: Template, chapter: Chapter) -> list[Section]:
    found = [section for section in template.sections if section.chapter == chapter.id]
    return [section for section in found if section.id != COLOPHON]


def _all(answers: Answers, sections: Iterable[Section]) -> list[Block]:
    return [
        block
        for section in sections
        for block in _part(
            section_title(section, answers.language),
            section_blocks(answers, section, 3),
            level=2,
        )
    ]


def _part(title: str, blocks: list[Block], level: int = 1) -> list[Block]:
    """Return the blocks under a heading, or nothing when there are none."""
    return [Heading(level, title, listed=True), *blocks] if blocks else []
