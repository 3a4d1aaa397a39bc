"""Which numbers in a text are said about the whole group or the whole programme.

Comparing like with like: a subgroup may be younger than the group, a phase shorter than the
programme, and ages of parents or of the young people's own children are another matter.
"""

import re
from collections.abc import Iterator
from functools import cache

from workbench.rules.expressions import Place, Range, Term, ages, durations, group_sizes

BEFORE = 50
"""Characters before an expression in which somebody else may be named."""

_OTHERS = re.compile(
    r"\b(?:ouders?|moeders?|vaders?|broer\w*|zus\w*|baby\w*|hun kind\w*|kinderen van|daders?|"
    r"plegers?|klanten|loverboys?|mensenhandelaar\w*|medewerkers?|begeleiders?|vrijwilligers?|"
    r"onderzo\w+|studies?|respondenten|respondents?|\w*wet|wettelijk\w*|pleeg\w+|verlengde|"
    r"leerplicht\w*|kwalificatieplicht|gemiddeld\w*|strafrecht\w*|parents?|mothers?|fathers?|"
    r"siblings?|children of|perpetrators?|staff|study|studied|average|act|law)\b",
    re.IGNORECASE,
)
_OTHERS_AFTER = re.compile(
    r"\W*(?:(?:als|die|mannelijke|vrouwelijke)\s+)?(?:ouders?|moeders?|vaders?|daders?|plegers?|"
    r"klanten|mannen|broer\w*|zus\w*|parents|perpetrators|men)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:niet|geen|buiten|uitgesloten|uitsluit\w*|behalve|tenzij|not|no|except|excluded|outside)\b",
    re.IGNORECASE,
)
_PART_OF_GROUP = re.compile(
    r"\b(?:subgroep\w*|deelgroep\w*|groep\w*|leefgroep\w*|aparte?|meeste|vooral|meestal|sommige|"
    r"enkele|jongste\w*|oudste\w*|daarvan|een deel|waarvan|bijvoorbeeld|subgroups?|groups?|most|"
    r"mostly|some|youngest|oldest|for example)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:(?:zorg)?programma\w*|traject\w*|(?:dag)?behandeling\w*|interventie\w*|verblijf\w*|"
    r"plaatsing\w*|opname\w*|hulp(?:verlening)?|aanpak|programme|trajectory|treatment|"
    r"intervention|stay|placement)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:(?:het|dit|it|this) (?:duurt|lasts)|duur|behandelduur|verblijven|verblijft|woont|wonen|"
    r"(?:meisjes|jongeren|jeugdigen|zij|girls|they) (?:blijven|stay|live)|lives?|stays?|"
    r"duration)\b",
    re.IGNORECASE,
)
_AND_LASTS = re.compile(r"\b(?:en|and) (?:duurt|lasts|takes)\b[^,]*$", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:in totaal|totale|alles bij elkaar|in total|total)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:\w*fasen?|nazorg|vervolg\w*|module\w*|onderdel\w*|onderdeel|sessies?|bijeenkomst\w*|"
    r"\w*training\w*|cursus\w*|\w*therapie\w*|trauma\w*|emdr|gesprek\w*|wacht\w*|proef\w*|"
    r"verlof\w*|evalua\w+|"
    r"follow-up|nameting|meting\w*|stage\w*|observatie\w*|crisis\w*|time-out|scholing|inwerk\w*|"
    r"intake|aanmelding|machtiging\w*|subsidie|onderzoek|phases?|stages?|aftercare|modules?|"
    r"sessions?|training|waiting|evaluation)\b",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"\b(?:elke|elk|iedere|ieder|per|na|binnen|om de|eerste|laatste|afgelopen|sinds|voor|vanaf|"
    r"met|by|every|each|after|within|first|last|past|since)\s+(?:de\s+|het\s+|ongeveer\s+)?$",
    re.IGNORECASE,
)


def group_ages(text: str) -> tuple[Range, ...]:
    """Return the age ranges in a text that are said about the young people themselves."""
    return tuple(age for age in ages(text) if _about_the_group(text, age.place))


def whole_age(text: str) -> Range | None:
    """Return the age range of the whole group in a text: the one around all others, or None."""
    full = [age for age in group_ages(text) if age.low is not None and age.high is not None]
    for age in full:
        if all(_contains(age, other) for other in full):
            return age
    return None


def only_age(text: str) -> Range | None:
    """Return the age range of a text that names just one, plainly about the whole group."""
    found = group_ages(text)
    if len(found) != 1 or found[0].low is None or found[0].high is None:
        return None
    said = sentence(text, found[0].place)
    return None if _PART_OF_GROUP.search(said) else found[0]


def programme_durations(text: str, names: tuple[str, ...] = ()) -> tuple[Term, ...]:
    """Return the durations in a text that are said of the programme, or of one of its names."""
    return tuple(_programme_durations(text, _whole(names)))


def groups(text: str) -> tuple[Range, ...]:
    """Return the group sizes in a text, but not of a group for parents or staff."""
    return tuple(
        size for size in group_sizes(text) if not _OTHERS.search(_just_before(text, size.place))
    )


def sentence(text: str, place: Place) -> str:
    """Return the sentence around a place."""
    start, end = _bounds(text, place)
    return text[start:end]


def _about_the_group(text: str, place: Place) -> bool:
    if _NOT.search(sentence(text, place)) or _OTHERS_AFTER.match(text[place.end :]):
        return False
    return not _OTHERS.search(_just_before(text, place))


def _programme_durations(text: str, whole: re.Pattern[str]) -> Iterator[Term]:
    for term in durations(text):
        start, end = _bounds(text, term.place)
        before, after = text[start : term.place.start], text[term.place.end : end]
        if _MOMENT.search(before) or _NOT.search(before):
            continue
        if not re.search(r"\w", before + after) or _of_the_whole(before, after, whole):
            yield term


def _of_the_whole(before: str, after: str, whole: re.Pattern[str]) -> bool:
    """Whether a duration is of the whole: by the nearest noun before it, else by what follows."""
    if _TOGETHER.search(before[-BEFORE:]):
        return True
    nouns = sorted(
        [(place, True) for place in _places(whole, before)]
        + [(place, False) for place in _places(_PART, before)]
    )
    if nouns:
        # In "het programma heeft drie fasen en duurt ..." the first noun is the one that lasts.
        return nouns[0 if _AND_LASTS.search(before) else -1][1]
    clause = re.split(r"[,:(]|\ben\b|\band\b", after)[0]
    if _PART.search(clause):
        return False
    return bool(_LASTING.search(before) or whole.search(clause))


@cache
def _whole(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the nouns for the whole programme, with its names."""
    escaped = "|".join(rf"\b{re.escape(name)}\b" for name in names)
    return re.compile(f"{_WHOLE.pattern}|{escaped}" if names else _WHOLE.pattern, re.IGNORECASE)


def _places(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


def _contains(wide: Range, narrow: Range) -> bool:
    return (wide.low or 0) <= (narrow.low or 0) and (wide.high or 0) >= (narrow.high or 0)


def _just_before(text: str, place: Place) -> str:
    start = max(_bounds(text, place)[0], place.start - BEFORE)
    return text[start : place.start]


def _bounds(text: str, place: Place) -> tuple[int, int]:
    ends = [match.end() for match in re.finditer(r"[.!?;](?=\s)|\n", text)]
    start = max((end for end in ends if end <= place.start), default=0)
    return start, min((end for end in ends if end >= place.end), default=len(text))
