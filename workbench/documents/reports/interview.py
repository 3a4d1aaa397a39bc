"""The interview list: what rests on practice knowledge, what to ask about it, and room to write.

For the advisor who talks with the people who know the programme from practice.
"""

from collections.abc import Iterator

from workbench.documents.amounts import percentage
from workbench.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Facts,
    Heading,
    Label,
    Paragraph,
    Report,
    Room,
    Table,
)
from workbench.documents.items import LONGEST_FACT
from workbench.documents.prose import prose
from workbench.documents.reports.binding import bound, told
from workbench.documents.reports.cited import with_sources
from workbench.documents.reports.kinds import INTERVIEW
from workbench.documents.reports.material import Material
from workbench.documents.sections import section_title
from workbench.rules.interview import SectionTopics, Topic


def interview(made_from: Material) -> Report:
    """Return the interview list of a description."""
    found = made_from.examined.interview
    body = [*_overview(made_from), *_unmarked(made_from)]
    for section in found.sections:
        body += _section(made_from, section)
    return bound(
        made_from,
        INTERVIEW,
        with_sources(made_from, body),
        told(made_from, INTERVIEW, found.told(made_from.language)),
    )


def _overview(made_from: Material) -> Iterator[Block]:
    say, found = made_from.say, made_from.examined.interview
    title = say("report.interview.overview")
    yield Heading(1, title, listed=True)
    yield Paragraph(say("report.interview.intro"))
    yield Paragraph(say("interview.reminder"), "remark")
    n = len(found.topics)
    yield Paragraph(say(f"report.interview.{'count' if n else 'none'}", n=n))
    if found.sections:
        header = ("section", "explicit", "implicit", "share", "basis")
        names = tuple(say(f"report.interview.column.{name}") for name in header)
        yield Table(title, names, tuple(_row(made_from, one) for one in found.sections))


def _row(made_from: Material, section: SectionTopics) -> tuple[Cell, ...]:
    share = section.implicit_share
    texts = (
        _title(made_from, section.id),
        str(section.explicit),
        str(section.implicit),
        percentage(share, made_from.language) if share is not None else "",
        _bases(made_from, section),
    )
    return tuple((Paragraph(text),) if text else () for text in texts)


def _bases(made_from: Material, section: SectionTopics) -> str:
    return "; ".join(f"{_basis(made_from, code)} ({n})" for code, n in section.basis.items())


def _unmarked(made_from: Material) -> Iterator[Block]:
    """Yield of which sections nobody said yet on what their answers rest."""
    marked = {section.id for section in made_from.examined.interview.sections}
    titles = tuple(
        _title(made_from, section.id)
        for section in made_from.answers.template.sections
        if section.id not in marked
    )
    if titles:
        yield Label(made_from.say("report.interview.unmarked"))
        yield Paragraph("; ".join(titles))


def _section(made_from: Material, section: SectionTopics) -> Iterator[Block]:
    if not section.topics:
        return
    yield Heading(1, _title(made_from, section.id), listed=True)
    for number, topic in enumerate(section.topics, 1):
        yield from _topic(made_from, number, topic)


def _topic(made_from: Material, number: int, topic: Topic) -> Iterator[Block]:
    say, language = made_from.say, made_from.language
    where = topic.where[language]
    yield Heading(2, f"{number}. {where[:1].upper()}{where[1:]}")
    yield from _so_far(made_from, topic, where)
    yield Label(say("report.interview.questions"))
    yield Bullets(tuple(question[language] for question in topic.questions))
    yield Room(say("report.interview.room", where=where))


def _so_far(made_from: Material, topic: Topic, caption: str) -> Iterator[Block]:
    """Yield what is known about an answer; a long one stands below its label, not beside it."""
    say = made_from.say
    long = topic.said is not None and len(topic.said) > LONGEST_FACT
    if topic.said and long:
        yield Label(say("report.interview.said"))
        yield from prose(topic.said)
        yield Label(say("report.interview.known"))
    told_so_far = (
        *([] if long else [("said", topic.said or "")]),
        ("basis", "; ".join(_basis(made_from, code) for code in topic.basis)),
        ("source", topic.source or ""),
    )
    rows = ((say(f"report.interview.{name}"), _said(made_from, text)) for name, text in told_so_far)
    yield Facts(caption, tuple(rows))


def _said(made_from: Material, text: str) -> Cell:
    return (Paragraph(text),) if text.strip() else (made_from.answers.gap,)


def _basis(made_from: Material, code: str) -> str:
    return made_from.answers.template.label("basis", code)[made_from.language]


def _title(made_from: Material, section_id: str) -> str:
    section = made_from.answers.template.section(section_id)
    return section_title(section, made_from.language)
