"""The first page: which programme, whose, which version, and how it was judged."""

from workbench.documents.answers import Answers
from workbench.documents.blocks import Block, Cell, Cover, Facts, Label
from workbench.domain.paths import is_empty, value_at
from workbench.domain.template import Question

TITLE, OWNER, FICTITIOUS = "title", "colophon.owner.name", "colophon.fictitious"
FACTS = ("colophon.version", "colophon.date", "colophon.status", "colophon.target_level")
RECOGNITIONS = "colophon.recognitions"


def title(answers: Answers) -> str:
    """Return the title of the programme on one line."""
    found = " ".join(_typed(answers, TITLE).split())
    return found or answers.texts("report.untitled")


def cover(answers: Answers, kind: str, *, facts: bool = True) -> Cover:
    """Return what stands around the title of a report of this kind."""
    made_up = value_at(answers.data, FICTITIOUS) is True
    return Cover(
        kind=kind,
        owner=" ".join(_typed(answers, OWNER).split()),
        mark=answers.texts("report.fictitious") if made_up else "",
        blocks=(*_facts(answers, kind), *_recognitions(answers)) if facts else (),
    )


def is_on_cover(answers: Answers, path: str) -> bool:
    """Return whether the answer stands on the cover, and so need not stand in the colophon."""
    if path == FICTITIOUS:
        return value_at(answers.data, path) is True
    on_cover = path in (TITLE, OWNER, *FACTS, RECOGNITIONS)
    return on_cover and not is_empty(value_at(answers.data, path))


def _facts(answers: Answers, caption: str) -> list[Block]:
    asked = [answers.template.question(path) for path in FACTS]
    rows = tuple(
        (question.label[answers.language], answers.said(question.path, question))
        for question in asked
        if answers.words(question.path, question)
    )
    return [Facts(caption, rows)] if rows else []


def _recognitions(answers: Answers) -> list[Block]:
    question = answers.template.question(RECOGNITIONS)
    title = answers.texts("report.recognitions")
    found: list[Block] = []
    for item in answers.items(RECOGNITIONS):
        if rows := _rows(answers, question, f"{RECOGNITIONS}.{item['id']}"):
            found += [Label(title), Facts(title, rows)]
    return found


def _rows(answers: Answers, question: Question, at: str) -> tuple[tuple[str, Cell], ...]:
    return tuple(
        (field.label[answers.language], answers.cell(f"{at}.{field.path}", field))
        for field in question.questions
        if answers.is_shown(f"{at}.{field.path}", field)
    )


def _typed(answers: Answers, path: str) -> str:
    return str(value_at(answers.data, path) or "")
