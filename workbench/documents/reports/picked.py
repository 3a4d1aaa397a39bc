"""Chosen answers of a description: short ones beside their question, others below it."""

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from workbench.documents.answers import Answers
from workbench.documents.blocks import Block, Cell, Facts, Label
from workbench.documents.items import LONGEST_FACT, listed
from workbench.documents.prose import prose
from workbench.domain.template import Level, Question, Template

OPTIONAL = frozenset(
    {
        "approach.modules.*.existing.name",
        "approach.modules.*.indication",
        "target_group.contraindications.*.instrument",
        "target_group.contraindications.*.threshold",
    }
)
"""Answers that not every item of their list needs."""


def picked(
    answers: Answers,
    paths: Sequence[str],
    level: int,
    only: Container[str] | None = None,
    optional: Container[str] = OPTIONAL,
) -> list[Block]:
    """Return the answers at starred addresses, in the order of these.

    Args:
        answers: the description in words.
        paths: the questions; of a list all of its questions, or those of its items that are named.
        level: where items of a list get a heading of their own.
        only: the items that are shown, by id; all of them when this is None.
        optional: the addresses that are not missed where they are empty.
    """
    blocks: list[Block] = []
    questions = chosen(answers.template, paths, optional)
    for short, group in groupby(questions, key=lambda question: _is_short(answers, question)):
        if short:
            blocks += _facts(answers, list(group), bool(blocks))
        else:
            blocks += [b for question in group for b in _below(answers, question, level, only)]
    return blocks


def chosen(
    template: Template, paths: Sequence[str], optional: Container[str] = OPTIONAL
) -> list[Question]:
    """Return the questions at starred addresses, once each; lists with only what is named."""
    fields: dict[str, list[str]] = {}
    for path in paths:
        top, inside, _ = path.partition(".*.")
        named = fields.setdefault(top if inside else template.question(path).path, [])
        named += [path] if inside else []
    return [_narrowed(template, path, named, optional) for path, named in fields.items()]


def _narrowed(
    template: Template, path: str, named: Sequence[str], optional: Container[str]
) -> Question:
    """Return a question; of a list with named parts, those and its heading, each now required."""
    question = template.question(path)
    if question.item is None or not named:
        return question
    needed = {template.question(starred).path: starred not in optional for starred in named}
    inner = tuple(
        field.model_copy(update={"required_from": _required(field, needed.get(field.path, False))})
        for field in question.questions
        if field.path in needed or field.path == question.item.heading
    )
    return question.model_copy(update={"questions": inner})


def _required(field: Question, needed: bool) -> Level | None:
    return field.required_from or ("described" if needed else None)


def _is_short(answers: Answers, question: Question) -> bool:
    if question.kind == "list":
        return not answers.items(question.path)
    return not any(
        len(text) > LONGEST_FACT or len(text.splitlines()) > 1
        for text in answers.words(question.path, question)
    )


def _facts(answers: Answers, questions: list[Question], follows: bool) -> Iterator[Block]:
    """Yield questions with their answers, or that these are missing."""
    rows = tuple(
        (question.label[answers.language], _cell(answers, question))
        for question in questions
        if answers.is_shown(question.path, question)
    )
    if rows:
        further = answers.texts("report.further")
        yield from [Label(further)] if follows else []
        yield Facts(rows[0][0] if len(rows) == 1 else further, rows)


def _cell(answers: Answers, question: Question) -> Cell:
    if question.kind == "list":
        return answers.beside(question.path, question, False)
    return answers.cell(question.path, question)


def _below(
    answers: Answers, question: Question, level: int, only: Container[str] | None
) -> Iterator[Block]:
    path = question.path
    yield Label(question.label[answers.language])
    if question.kind == "list":
        yield from listed(answers, path, question, level, only)
        return
    yield from (block for text in answers.words(path, question) for block in prose(text))
    yield from answers.beside(path, question, True)
