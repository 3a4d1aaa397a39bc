"""The level screen: the rung as an indication, the steps onward, outcomes and recognitions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.actions.same import Same
from workbench.domain.criteria import Rung
from workbench.domain.programme import Programme
from workbench.domain.template import Template
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.rules.level import LevelIndication
from workbench.rules.outcomes import OutcomeLevel, Reason
from workbench.rules.recognition import HOLDS, Recognitions, Standing
from workbench.rules.steps import Step
from workbench.ui.presenters.check import section_of
from workbench.ui.presenters.leading import grouped, way
from workbench.ui.presenters.moments import day
from workbench.ui.profile_views import LevelView, OutcomeView, RecognitionView
from workbench.ui.views import Way

OUTCOMES, RECOGNITIONS = "research.outcomes", "colophon.recognitions"


@dataclass(frozen=True)
class _Reader:
    """The description, and the words and language in which somebody looks at it."""

    programme: Programme
    words: Words
    language: Language

    @property
    def say(self) -> Texts:
        return self.words.texts[self.language]

    @property
    def template(self) -> Template:
        return self.words.template

    def ways(self, found: Iterable[Reason | Step]) -> tuple[Way, ...]:
        return tuple(way(one.path, one.wording, self.template, self.language) for one in found)

    def way(self, key: str, path: str) -> Way:
        return Way(self.say(key), section_of(path, self.template), path)


def level_view(
    programme: Programme,
    found: LevelIndication,
    judged: Recognitions,
    words: Words,
    language: Language,
) -> LevelView:
    """Return what the level screen shows of one description."""
    return _view(Same(programme), Same(found), Same(judged), Same(words), language)


@lru_cache(maxsize=32)
def _view(
    programme: Same[Programme],
    level: Same[LevelIndication],
    judged: Same[Recognitions],
    words: Same[Words],
    language: Language,
) -> LevelView:
    reader, found = _Reader(programme.value, words.value, language), level.value
    above = next((r for r in words.value.criteria.rungs if r.rung == found.rung + 1), None)
    entered = sorted(judged.value.all, key=lambda one: one.given or date.min, reverse=True)
    return LevelView(
        name=reader.say("ui.level.rung", rung=found.rung, level=found.name[language]),
        reasons=reader.ways(found.why_not_higher),
        next=_next(reader, above),
        needs=_needs(reader, above, len(found.steps)),
        steps=grouped(reader.ways(found.steps), reader.template, language),
        outcomes=tuple(_outcome(reader, outcome) for outcome in found.outcomes),
        recognitions=tuple(_recognition(reader, one) for one in entered),
        no_recognitions=_none_judged(reader),
        to_outcomes=reader.way("ui.level.to_outcomes", OUTCOMES),
        to_recognitions=reader.way("ui.recognition.add", RECOGNITIONS),
    )


def _next(reader: _Reader, above: Rung | None) -> str:
    if above is None:
        return reader.say("ui.level.top")
    return reader.say("ui.level.next", rung=above.rung, level=above.name[reader.language])


def _needs(reader: _Reader, above: Rung | None, steps: int) -> str:
    if above is None:
        return ""
    return reader.say("ui.level.next.meaning", needs=above.needs[reader.language], n=steps)


def _none_judged(reader: _Reader) -> str:
    note = reader.programme.about.get(RECOGNITIONS)
    reason = ((note and note.not_applicable) or "").strip()
    return (
        f"{reader.say('ui.not_applicable')} {reason}"
        if reason
        else reader.say("ui.recognition.none")
    )


def _outcome(reader: _Reader, outcome: OutcomeLevel) -> OutcomeView:
    say, language = reader.say, reader.language
    above = outcome.next_level
    name = reader.template.label("recognition_level", above)[language] if above else ""
    return OutcomeView(
        name=outcome.name,
        label=outcome.label[language],
        counting=say("ui.level.counting", studies=outcome.studies, counting=outcome.counting),
        studies=tuple(_studies(reader, outcome)),
        reasons=reader.ways(outcome.reasons),
        next=say("ui.level.way", level=name, n=len(outcome.steps)) if above else "",
        steps=reader.ways(outcome.steps),
    )


def _studies(reader: _Reader, outcome: OutcomeLevel) -> Iterable[str]:
    """Yield, per study about an outcome, how strong it is and whether it counts."""
    names = {s.id: s.name or s.id for s in reader.programme.research.effect_studies}
    grades = {grade.code: grade.name for grade in reader.words.criteria.strengths}
    for study in outcome.evidence.studies:
        counts = study.counts and outcome.central
        yield reader.say(
            "ui.level.study.counts" if counts else "ui.level.study.waits",
            study=names[study.study],
            strength=grades[study.strength][reader.language],
        )


def _recognition(reader: _Reader, one: Standing) -> RecognitionView:
    say, path = reader.say, f"{RECOGNITIONS}.{one.id}"
    expired = one.state == "expired"
    return RecognitionView(
        label=one.label[reader.language] or say("ui.recognition.no_level"),
        about=say("ui.recognition.about", outcome=one.outcome)
        if one.outcome
        else say("ui.recognition.whole"),
        state=say("ui.recognition.expired") if expired else one.told_state[reader.language],
        holds=one.state in HOLDS,
        facts=tuple(_facts(reader, one)),
        way=reader.way("ui.recognition.way", f"{path}.level"),
    )


def _facts(reader: _Reader, one: Standing) -> Iterable[str]:
    """Yield who judged, when, and until when that holds or held."""
    if one.committee:
        yield one.committee
    if one.given:
        yield reader.say("ui.recognition.given", date=day(one.given, reader.language))
    if one.until and one.state != "refused":
        key = "ui.recognition.until" if one.state in HOLDS else "ui.recognition.was_until"
        yield reader.say(key, date=day(one.until, reader.language))
