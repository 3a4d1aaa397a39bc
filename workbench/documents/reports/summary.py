"""The summary: six short texts on one sheet, with the traits of the programme and where it stands.

For referrers and colleagues of other institutions, who decide on it whether to read on.
"""

from collections.abc import Iterator
from typing import Any

from workbench.documents.blocks import Block, Facts, Heading, Paragraph, Report
from workbench.documents.prose import prose
from workbench.documents.reports import standing
from workbench.documents.reports.binding import bound, told
from workbench.documents.reports.cited import with_sources
from workbench.documents.reports.kinds import SUMMARY
from workbench.documents.reports.material import Material
from workbench.domain.paths import is_empty, value_at
from workbench.domain.template import Question

TEXTS, TRAITS = "summary", "facets"
"""The sections of the template that stand in it."""

EDITION = ("colophon.version", "colophon.date", "colophon.status")


def summary(made_from: Material) -> Report:
    """Return the summary of a description."""
    body = [*_traits(made_from), *_texts(made_from), *_standing(made_from)]
    body = with_sources(made_from, body)
    return bound(made_from, SUMMARY, body, _values(made_from), layout="sheet", facts=False)


def words_in(made_from: Material) -> int:
    """Return how many words the six texts have together."""
    return sum(len(text.split()) for text in _typed(made_from))


def _typed(made_from: Material) -> list[str]:
    """Return the texts as far as they are there."""
    typed = (value_at(made_from.answers.data, q.path) for q in _asked(made_from, TEXTS))
    return [text for text in typed if isinstance(text, str)]


def _asked(made_from: Material, section: str) -> tuple[Question, ...]:
    return made_from.answers.template.section(section).questions


def _traits(made_from: Material) -> Iterator[Block]:
    answers = made_from.answers
    rows = tuple(
        (_name(made_from, question), cell)
        for question in (*_asked(made_from, TRAITS), *map(answers.template.question, EDITION))
        if (cell := answers.cell(question.path, question))
    )
    if rows:
        caption = answers.template.section(TRAITS).title[made_from.language]
        yield Facts(caption, rows, abreast=2)


def _texts(made_from: Material) -> Iterator[Block]:
    answers = made_from.answers
    for question in _asked(made_from, TEXTS):
        blocks: list[Block] = [b for t in answers.words(question.path, question) for b in prose(t)]
        blocks += answers.beside(question.path, question, bool(blocks))
        if blocks:
            yield from (Heading(1, _name(made_from, question), listed=True), *blocks)
    yield from _length(made_from)


def _length(made_from: Material) -> Iterator[Block]:
    """Yield that the texts are too long for the form, where they are."""
    n, most = words_in(made_from), _most(made_from)
    if n > most:
        yield Paragraph(made_from.say("report.summary.too_long", n=n, most=most), "gap")


def _standing(made_from: Material) -> Iterator[Block]:
    yield Heading(1, made_from.say("report.level.title"), listed=True)
    yield from standing.indication(made_from)
    if found := standing.recognitions(made_from):
        yield Heading(1, made_from.say("report.recognitions"), listed=True)
        yield from found


def _name(made_from: Material, question: Question) -> str:
    """Return the short name of a question, in the field's own term."""
    term = made_from.examined.words.term(question.path.rpartition(".")[2])
    return term.term[made_from.language]


def _most(made_from: Material) -> int:
    return int(made_from.examined.words.criteria.limits.summary_words.value)


def _values(made_from: Material) -> dict[str, Any]:
    language, level = made_from.language, made_from.examined.level
    values = {
        "words": words_in(made_from),
        "most_words": _most(made_from),
        "texts": _entered(made_from, TEXTS),
        "traits": _entered(made_from, TRAITS),
        "level": level.told(language),
        "outcomes": level.outcomes_told(language),
        "recognitions": made_from.examined.recognitions.told(language),
        "disclaimer": made_from.say("level.disclaimer"),
    }
    return told(made_from, SUMMARY, values)


def _entered(made_from: Material, section: str) -> dict[str, Any]:
    """Return what was entered in a section, by the address of its question."""
    found = {q.path: value_at(made_from.answers.data, q.path) for q in _asked(made_from, section)}
    return {path: value for path, value in found.items() if not is_empty(value)}
