"""Goals: an end state of somebody, not what staff do; measurable; for a group that is described."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.subject import Subject
from workbench.rules.wordings import quoted

_END_STATE = re.compile(
    r"\b(?:kan|kunnen|is|zijn|heeft|hebben|weet|weten|durft|durven|voelt|voelen|herkent|herkennen|"
    r"woont|wonen|begrijpt|begrijpen|kent|kennen|gaat|gaan|can|are|has|have|knows?|feels?|dares?|"
    r"recognises?|lives?|understands?)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:meisjes?|jongere[n]?|jeugdige[n]?|jongens?|ouders?|gezin\w*|moeders?|vaders?|netwerk|"
    r"zij|ze|elkaar|deelnemers?|girls?|boys?|young|parents?|they|famil\w+)\b",
    re.IGNORECASE,
)
_DONE_TO_SOMEBODY = (
    "begeleiden|behandelen|coachen|motiveren|ondersteunen|toeleiden|doorverwijzen|stimuleren|"
    "informeren|adviseren|screenen"
)
"""After a person and before `bij`, `naar` or the end: done to that person, not by them."""
_STAFF = (
    r"(?:wij|we|het (?:zorg)?programma|de (?:behandeling|interventie|instelling|groepsleiding)|"
    r"(?:de )?(?:medewerkers|begeleiders|hulpverleners|behandelaren|mentoren|professionals)|"
    r"the programme|(?:the )?(?:staff|workers|professionals))"
)


@rule("G20", "warning", sources.GOALS)
def goal_is_an_activity(subject: Subject) -> Iterator[Found]:
    """Yield every goal that says what staff do instead of what will have been reached."""
    verbs = subject.words.criteria.activity_words
    for path, text in _goals(subject):
        found = activity(text, verbs.nl, verbs.en)
        if found:
            yield Found(path, {"found": quoted(found)})


@rule("G06", "note", sources.GOALS)
def goal_not_measurable(subject: Subject) -> Iterator[Found]:
    """Yield every subgoal without indicator, instrument or moment of measuring."""
    for goal in subject.programme.goals.subgoals:
        for field in ("indicator", "instrument", "moment"):
            if not (getattr(goal, field) or "").strip():
                yield Found(f"goals.subgoals.{goal.id}.{field}", {"goal": quoted(goal.text or "")})


@rule("G12", "warning", sources.TARGET_GROUP)
def goal_for_nobody(subject: Subject) -> Iterator[Found]:
    """Yield every goal for parents or others when no such group is described."""
    if subject.programme.target_group.intermediary:
        return
    for goal in subject.programme.goals.subgoals:
        if goal.audience in {"intermediary", "both"}:
            yield Found(f"goals.subgoals.{goal.id}.audience", {"goal": quoted(goal.text or "")})


def activity(text: str, dutch: Iterable[str], english: Iterable[str]) -> str | None:
    """Return the words by which a goal is about what staff do, or None."""
    for sentence in re.split(r"(?<=[.!?;])\s+|\n+", text):
        plain = sentence.strip(" \t-–•*·").removeprefix("Doel: ").removeprefix("Goal: ")
        for pattern in _patterns(tuple(dutch), tuple(english)):
            found = pattern.search(plain)
            if found and not _about_somebody(plain, found):
                return found.group().strip()
    return None


@cache
def _patterns(dutch: tuple[str, ...], english: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    verbs, forms = "|".join(dutch), "|".join(form for verb in dutch for form in _finite(verb))
    doing = "|".join(rf"{verb.removesuffix('e')}ing|{verb}" for verb in english)
    acts = "|".join(rf"{verb}s?" for verb in english)
    told = (
        rf"^(?:het )?(?:{verbs})\b(?! door )",
        rf"^(?:to )?(?:{doing})\b",
        rf"\bhet (?:{verbs}) van\b",
        rf"\bom (?:[\w-]+ ){{0,5}}te (?:{verbs})\b(?=[^,]*$)",
        rf"^{_STAFF} (?:{forms}|{acts})\b",
        rf"^(?:de )?(?:{_PERSON.pattern}) (?:\w+ )?(?:{_DONE_TO_SOMEBODY})"
        r"(?= (?:bij|in|naar|om|tot|met|en)\b|\W*$)",
        r"^(?:(?:het )?werken aan|working on)\b",
        rf"^(?P<object>(?:[\w-]+ ){{1,3}}?)(?:{verbs})\b",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in told)


def _about_somebody(sentence: str, found: re.Match[str]) -> bool:
    """Whether the verb belongs to the young people or their network, who reach something."""
    before = sentence[: found.start()] + (found.groupdict().get("object") or "")
    if "object" in found.groupdict():
        return bool(_PERSON.search(before) or _END_STATE.search(before))
    if found.group().lower().startswith("om "):
        return bool(_PERSON.search(before)) and bool(_END_STATE.search(before))
    return False


def _finite(verb: str) -> set[str]:
    """Return the forms of a Dutch verb that follow we, staff or the programme."""
    stem = verb.removesuffix("en")
    long = re.sub(r"([^aeiou])([aeo])([^aeiou])$", r"\1\2\2\3", stem)
    long = re.sub("v$", "f", re.sub("z$", "s", long))
    return {verb, f"{stem}t", f"{long}t"}


def _goals(subject: Subject) -> Iterator[tuple[str, str]]:
    goals = subject.programme.goals
    yield "goals.main", goals.main or ""
    for goal in goals.subgoals:
        yield f"goals.subgoals.{goal.id}.text", goal.text or ""


CHECKS: tuple[Check, ...] = (goal_is_an_activity, goal_not_measurable, goal_for_nobody)
