"""The conversation screen: what answers rest on, and questions about what is in people's heads."""

from collections.abc import Mapping
from functools import lru_cache

from babel.numbers import format_percent

from workbench.actions.same import Same
from workbench.domain.wording import Language
from workbench.domain.words import Words
from workbench.rules.interview import Interview, SectionTopics, Topic
from workbench.rules.wordings import quoted
from workbench.ui.presenters.check import section_of
from workbench.ui.presenters.progress import numbered
from workbench.ui.profile_views import InterviewView, KnownView, TopicView
from workbench.ui.views import Way

SAID = 320
"""An answer is quoted up to about this many characters; the link leads to all of it."""
FIRST = "target_group.final"


def interview_view(found: Interview, words: Words, language: Language) -> InterviewView:
    """Return what the conversation screen shows of one interview list."""
    return _view(Same(found), Same(words), language)


@lru_cache(maxsize=32)
def _view(found: Same[Interview], words: Same[Words], language: Language) -> InterviewView:
    say, template = words.value.texts[language], words.value.template
    sections = found.value.sections
    return InterviewView(
        sections=tuple(_section(section, words.value, language) for section in sections),
        topics=len(found.value.topics),
        example=Way(say("ui.interview.start"), section_of(FIRST, template), FIRST),
    )


def _section(section: SectionTopics, words: Words, language: Language) -> KnownView:
    return KnownView(
        section=section.id,
        label=numbered(words.template.section(section.id), language),
        marked=_marked(section, words, language),
        basis=_counted(section.basis, words, language),
        topics=tuple(_topic(topic, words, language) for topic in section.topics),
    )


def _marked(section: SectionTopics, words: Words, language: Language) -> str:
    say = words.texts[language]
    if section.implicit_share is None:
        return say("ui.interview.unmarked")
    return say(
        "ui.interview.marked",
        explicit=section.explicit,
        implicit=section.implicit,
        share=format_percent(section.implicit_share, locale=language),
    )


def _counted(basis: Mapping[str, int], words: Words, language: Language) -> str:
    """Return what the answers rest on with how often, in the order of the option list."""
    known = ((option, basis.get(option.code, 0)) for option in words.template.options["basis"])
    return ", ".join(f"{option.label[language].lower()} {n}" for option, n in known if n)


def _topic(topic: Topic, words: Words, language: Language) -> TopicView:
    section = section_of(topic.path, words.template)
    where = topic.where[language]
    return TopicView(
        where=where[:1].upper() + where[1:],
        said=quoted(topic.said or "", SAID),
        basis=_resting(topic, words, language),
        questions=tuple(question[language] for question in topic.questions),
        way=Way(words.texts[language]("ui.interview.way"), section, topic.path),
    )


def _resting(topic: Topic, words: Words, language: Language) -> str:
    """Return on what an answer rests and where that comes from, as far as somebody said so."""
    say = words.texts[language]
    labels = (words.template.label("basis", code)[language].lower() for code in topic.basis)
    rests = say("ui.interview.rests", basis=", ".join(labels)) if topic.basis else ""
    source = say("ui.interview.source", source=topic.source) if topic.source else ""
    return " · ".join(part for part in (rests, source) if part)
