"""The describe screen and its way through the sections."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from workbench.actions.assessing import examined
from workbench.actions.desk import Desk
from workbench.domain.advice import Thread
from workbench.domain.changes import Data
from workbench.domain.paths import UnknownPath, star, value_at
from workbench.domain.template import Section, Template
from workbench.domain.wording import Language, Texts
from workbench.rules.advising import open_by_section
from workbench.rules.checking import GAPS
from workbench.rules.completeness import Completeness
from workbench.store.protocol import Opened, Stamp
from workbench.ui.presenters.describe import Reading, questions
from workbench.ui.presenters.moments import author, clock
from workbench.ui.presenters.progress import numbered, said, share
from workbench.ui.views import DescribeView, FieldView, ListView, SectionLink


def describe_view(
    desk: Desk,
    opened: Opened,
    section_id: str,
    language: Language,
    timezone: str,
    open_item: Callable[[str], str | None],
) -> DescribeView:
    """Return one section of a description; an unknown section shows the first one."""
    sections = desk.words.template.sections
    here = next((s for s in sections if s.id == section_id), sections[0])
    reading = _reading(desk, opened, language, timezone)
    filled = examined(desk, opened).completeness
    count = filled.section(here.id).levels[filled.target]
    n = sections.index(here)
    lists = [question.path for question in here.questions if question.kind == "list"]
    return DescribeView(
        section=here.id,
        mine=not reading.only_reads,
        title=numbered(here, language),
        intro=here.intro[language],
        progress=said(count, filled.target, reading.texts),
        share=share(count),
        saved=_saved(reading),
        questions=questions(reading, here, {path: open_item(path) for path in lists}),
        previous=_link(sections[n - 1], language) if n else None,
        following=_link(sections[n + 1], language) if n + 1 < len(sections) else None,
    )


def past_questions(
    desk: Desk, then: Opened, section_id: str, language: Language, timezone: str
) -> tuple[FieldView | ListView, ...]:
    """Return the questions of a section as they were answered then, to read."""

    def when(stamp: Stamp) -> str:
        return clock(stamp.time, timezone, datetime.now(UTC), language)

    reading = Reading(then, desk.words, language, when, only_reads=True)
    return questions(reading, desk.words.template.section(section_id), {})


def lost(template: Template, data: Data, section: str, question: str) -> str | None:
    """Return the key of what to say about an address that leads nowhere; None if it is right."""
    if section and all(section != known.id for known in template.sections):
        return "ui.describe.no_section"
    return "ui.describe.no_question" if question and not _asked(template, data, question) else None


def section_links(
    desk: Desk, opened: Opened, current: str, language: Language, found: Iterable[Thread] = ()
) -> list[SectionLink]:
    """Return every section with how many questions were answered, and how much advice is open."""
    filled, say = examined(desk, opened).completeness, desk.words.texts[language]
    open_ = open_by_section(found, desk.words.template)
    return [
        SectionLink(
            section.id,
            _labelled(section, filled, language) + _advised(open_.get(section.id, 0), say),
            section.id == current,
        )
        for section in desk.words.template.sections
    ]


def _advised(n: int, say: Texts) -> str:
    if not n:
        return ""
    return f" · {say('ui.advice.count.one') if n == 1 else say('ui.advice.count', n=n)}"


def _asked(template: Template, data: Data, path: str) -> bool:
    """Return whether a question is asked at an address: it is known, and its item is there."""
    try:
        starred = star(path)
        template.question(starred)
    except (UnknownPath, KeyError):
        return False
    if "*" not in starred:
        return True
    item = path.split(".")[: starred.split(".").index("*") + 1]
    return value_at(data, ".".join(item)) is not None


def _reading(desk: Desk, opened: Opened, language: Language, timezone: str) -> Reading:
    def when(stamp: Stamp) -> str:
        return clock(stamp.time, timezone, datetime.now(UTC), language)

    findings = [f for f in examined(desk, opened).findings if f.rule.code not in GAPS]
    mine = desk.may("change", opened)
    return Reading(opened, desk.words, language, when, findings, only_reads=not mine)


def _saved(reading: Reading) -> str:
    stamp = reading.opened.saved.get("")
    if reading.only_reads:
        return reading.texts("ui.describe.read_only")
    if stamp is None:
        return reading.texts("ui.describe.not_saved_yet")
    return reading.texts(
        "ui.describe.saved", time=reading.when(stamp), person=author(stamp, reading.texts)
    )


def _link(section: Section, language: Language) -> SectionLink:
    return SectionLink(section.id, numbered(section, language), current=False)


def _labelled(section: Section, filled: Completeness, language: Language) -> str:
    count = filled.section(section.id).levels[filled.target]
    done = f" · {count.answered}/{count.required}" if count.required else ""
    return numbered(section, language) + done
