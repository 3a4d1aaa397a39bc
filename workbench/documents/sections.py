"""One section of the template as blocks: each question with its answer, its remark or its gap."""

from collections.abc import Sequence
from itertools import groupby

from workbench.documents.answers import Answers
from workbench.documents.blocks import Block, Bullets, Cell, Facts, Heading, Label, Paragraph
from workbench.documents.cover import is_on_cover
from workbench.documents.items import listed
from workbench.documents.prose import prose
from workbench.domain.template import Question, Section
from workbench.domain.wording import Language

LISTED = 2
"""The deepest level at which a question with an official number stands in the contents."""


def section_blocks(answers: Answers, section: Section, level: int) -> list[Block]:
    """Return what a section shows, with its questions as headings at this level."""
    shown = [question for question in section.questions if _is_shown(answers, question)]
    if len(section.questions) == 1:
        return [block for question in shown for block in _answered(answers, question, level - 1)]
    if any(question.kind == "text" for question in section.questions):
        return _with_headings(answers, section, shown, level)
    return _with_facts(answers, section, shown, level)


def numbered(number: str | None, title: str) -> str:
    """Return a title behind its official number; the letters of our own parts do not show."""
    return f"{number} {title}" if number and number[0] in "123456789" else title


def section_title(section: Section, language: Language) -> str:
    """Return the title of a section behind its official number."""
    return numbered(section.number, section.title[language])


def _with_headings(
    answers: Answers, section: Section, shown: Sequence[Question], level: int
) -> list[Block]:
    """Return each question as a heading; a number that several share stands at the first."""
    blocks: list[Block] = []
    before: str | None = section.number
    for question in shown:
        number = question.paragraph if question.paragraph != before else None
        before = question.paragraph or before
        title = numbered(number, question.label[answers.language])
        blocks.append(Heading(level, title, listed=bool(number) and level <= LISTED))
        blocks += _answered(answers, question, level)
    return blocks


def _with_facts(
    answers: Answers, section: Section, shown: Sequence[Question], level: int
) -> list[Block]:
    """Return short answers beside their questions, and headings only for lists."""
    blocks: list[Block] = []
    for is_list, questions in groupby(shown, key=lambda question: question.kind == "list"):
        if is_list:
            blocks += _with_headings(answers, section, list(questions), level)
        else:
            rows = tuple(
                (question.label[answers.language], _beside(answers, question))
                for question in questions
            )
            if blocks:
                blocks.append(Label(answers.texts("report.further")))
            blocks.append(Facts(section.title[answers.language], rows))
    return blocks


def _answered(answers: Answers, question: Question, level: int) -> list[Block]:
    if is_on_cover(answers, question.path):
        return list(answers.beside(question.path, question, True))
    if question.kind == "list":
        blocks = listed(answers, question.path, question, level + 1)
        return answers.commented(question.path, blocks)
    words = answers.words(question.path, question)
    said: list[Block]
    if question.kind in ("line", "text"):
        said = [block for text in words for block in prose(text)]
    elif len(words) > 1:
        said = [Bullets(words)]
    else:
        said = [Paragraph(text) for text in words]
    blocks = [*said, *answers.beside(question.path, question, bool(words))]
    return answers.commented(question.path, blocks)


def _beside(answers: Answers, question: Question) -> Cell:
    if is_on_cover(answers, question.path):
        return answers.beside(question.path, question, True)
    return answers.cell(question.path, question)


def _is_shown(answers: Answers, question: Question) -> bool:
    if is_on_cover(answers, question.path):
        return bool(answers.remark(question.path))
    return answers.is_shown(question.path, question)
