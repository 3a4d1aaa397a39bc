"""How far the programmes are, the level as an indication with the reasons, and the evidence."""

from collections.abc import Iterator

from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.view import Line, View, state_of
from workbench.rules.comparison.outcomes import SharedOutcome
from workbench.rules.outcomes import OutcomeLevel


def levels_view(saying: Saying) -> View:
    """Return the level of each programme as an indication, and why it is not higher."""
    return View(
        "levels",
        saying.say("levels"),
        saying.say("levels.told"),
        (saying.say("head.about"), saying.say("head.state"), *saying.names),
        tuple(_levels(saying)),
        2,
        saying.texts("level.disclaimer"),
    )


def evidence_view(saying: Saying) -> View:
    """Return what was found out about every outcome."""
    return View(
        "evidence",
        saying.say("evidence"),
        saying.say("evidence.told"),
        (saying.say("head.outcome"), saying.say("head.state"), *saying.names),
        tuple(_outcome(saying, outcome) for outcome in saying.comparison.outcomes),
        2,
        saying.texts("level.disclaimer"),
    )


def _levels(saying: Saying) -> Iterator[Line]:
    levels = [side.examined.level for side in saying.sides]
    language = saying.language
    yield _line(saying, "level", [level.name[language] for level in levels])
    reasons = ["\n".join(r.wording[language] for r in level.why_not_higher) for level in levels]
    top = saying.say("levels.top")
    yield _line(saying, "why", [reason or top for reason in reasons])
    aims = [side.examined.programme.colophon.target_level for side in saying.sides]
    yield _line(saying, "aim", [saying.label("target_level", aim) if aim else "" for aim in aims])
    counts = [side.examined.completeness.overall for side in saying.sides]
    yield _line(saying, "filled", [
        saying.say("levels.of", answered=count.answered, required=count.required)
        for count in counts
    ])  # fmt: skip
    status = [side.examined.programme.colophon.status for side in saying.sides]
    yield _line(saying, "status", [saying.label("status", s) if s else "" for s in status])


def _line(saying: Saying, key: str, cells: list[str]) -> Line:
    state = state_of([cell or None for cell in cells])
    return saying.line((saying.say(f"levels.{key}"), saying.state(state)), cells, state)


def _outcome(saying: Saying, outcome: SharedOutcome) -> Line:
    told = [_found(saying, n, found) if found else "" for n, found in enumerate(outcome.found)]
    state = state_of([text or None for text in told])
    lead = (outcome.name, saying.state(state))
    return saying.line(lead, told, state, nothing=saying.say("evidence.not_studied"))


def _found(saying: Saying, side: int, outcome: OutcomeLevel) -> str:
    """Return the indication for an outcome, how many studies count, and what each found."""
    counted = saying.say("evidence.counted", studies=outcome.studies, counting=outcome.counting)
    level = saying.say("evidence.level", level=outcome.label[saying.language])
    return "\n".join((level, counted, *_studies(saying, side, outcome)))


def _studies(saying: Saying, side: int, outcome: OutcomeLevel) -> Iterator[str]:
    research = saying.sides[side].examined.programme.research
    studies = {study.id: study for study in research.effect_studies}
    for found in research.outcomes:
        mine = found.subgoal == outcome.subgoal if outcome.subgoal else found.name == outcome.name
        study = studies.get(found.study or "")
        if mine and study:
            design = saying.label("study_design", study.design) if study.design else ""
            way = saying.label("direction", found.direction) if found.direction else ""
            yield "; ".join(filter(None, (study.name or study.id, design, way)))
