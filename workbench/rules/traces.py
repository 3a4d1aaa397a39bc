"""Words that may lead to a person or a place: a name with an age, an address, a small number."""

import re
from collections.abc import Iterator

from workbench.rules.expressions import Place
from workbench.rules.identifiers import Hit
from workbench.rules.numbers import NUMBER, START, number
from workbench.rules.statements import sentence

_NAME = r"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ]{1,20}(?:[ -](?:[a-z]{1,3} ){0,2}[A-ZÀ-Þ]\.?[a-zà-ÿ]{0,20})?"
_NO_NAMES = {
    "fase", "fasen", "groep", "groepen", "module", "tabel", "figuur", "bijlage", "hoofdstuk",
    "paragraaf", "artikel", "stap", "niveau", "leeftijd", "meisje", "meisjes", "jongen", "jongens",
    "jongere", "jongeren", "jeugdige", "jeugdigen", "deelnemers", "dochter", "kind", "kinderen",
    "ouders", "moeder", "moeders", "vader", "wet", "jeugdwet", "vanaf", "circa", "ongeveer",
    "gemiddeld", "maximaal", "minimaal", "versie", "week", "dag", "maand", "zij", "ze", "hij",
    "iedereen", "iemand", "wie", "dit", "dat", "het", "de", "een", "er", "zo", "bijlagen",
    "sessie", "sessies", "bijeenkomst", "bijeenkomsten", "onderdeel", "subdoel", "doel", "punt",
    "vraag", "criterium", "locatie", "phase", "group", "table", "figure", "annex",
    "chapter", "section", "step", "level", "age", "girl", "girls", "boy", "boys", "the", "young",
    "children", "parents", "from", "until", "session", "sessions", "part", "goal", "he", "she",
    "they", "it", "this", "that", "version", "nederland", "nederlanders", "slachtoffer",
    "slachtoffers", "client", "cliënt", "clienten", "cliënten",
}  # fmt: skip
"""Words that often stand with a capital before a number."""
_NO_NAME = re.compile(
    r"(?:en|ing|heid|atie|schap|teit|ment|groep|fase|programma|leeftijd|duur|ers|ars|doelgroep)$"
)
_NAME_WITH_AGE = re.compile(
    rf"(?P<name>{_NAME})(?:\s?\((?P<a>\d{{1,2}})(?:\s?(?:jaar|jr|years?(?: old)?)\.?)?\)"
    rf"|,?\s+(?:is\s+|was\s+|van\s+)?(?P<b>\d{{1,2}}|elf|twaalf|[a-z]+tien)\s+(?:jaar|"
    rf"years?)(?:\s+(?:oud|old))?\b"
    rf"(?!\s+(?:en ouder|of ouder|geleden|ervaring|later|lang)))"
)
_AGE = re.compile(r"\d|tien (?:jaar|years?)|elf jaar|twaalf jaar")
_AGED_NAME = re.compile(rf"\b(?P<a>\d{{1,2}})-(?:jarige|year-old)\s+(?P<name>{_NAME})")
_STREET = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][\w'’-]*(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|steeg|dijk|"
    r"plantsoen|park|markt|wal|boulevard|burgwal|haven|pleintje|straatje|street|road|avenue)"
    r"\s+\d{1,4}(?:\s?[a-zA-Z](?![\w]))?(?!\s?(?:%|jaar|km|meter|minuten|uur))\b"
)
_NO_STREETS = re.compile(r"(?:Onderweg|Snelweg|Hof|Park|Markt|Weg|Haven|Halverweg)\s+\d")
_FOUR_DIGITS = re.compile(r"\d{4}")
_POSTCODE = re.compile(r"(?<![\w-])(?<!€ )[1-9]\d{3}(?P<gap>\s?)(?!SA|SD|SS)[A-Z]{2}(?![\w-])")
_PLACE_AFTER = re.compile(r",?\s+[A-Z][a-z]{2,}|,?\s+'s-[A-Z]|,?\s+[A-Z]{3,}")
_SECRET_HINTS = (
    "gehei", "schuil", "opvangadres", "onderduik", "verborgen", "safe", "secret", "undisclosed",
)  # fmt: skip
_SECRET = re.compile(
    r"\b(?:gehei\w+ (?:opvang)?(?:adres\w*|locatie\w*|plek\w*|plaats\w*|huis\w*)|"
    r"schuil(?:adres\w*|plaats\w*)|opvangadres\w*|onderduik\w*|verborgen (?:adres\w*|locatie\w*)|"
    r"safe ?house\w*|"
    r"secret (?:address\w*|locations?|shelters?)|undisclosed (?:address|location))\b",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"\b(?:in|te|bij|nabij|vlakbij|naast|aan|near|at)\s+"
    r"(?:(?:de|het|the|omgeving|regio|buurt van)\s+){0,2}"
    r"(?P<place>[A-Z][a-zà-ÿ'’-]{2,})"
)
_NO_PLACES = {
    "Nederland", "Europa", "België", "Duitsland", "Netherlands", "Europe", "Dutch", "Veilig",
    "Politie", "CoMensha", "Jeugdwet", "Nederlandse",
}  # fmt: skip
_FEW = re.compile(
    rf"{START}(?P<n>{NUMBER})\s+(?:van de \w+\s+)?(?:meisjes?|jongeren?|jeugdigen?|jongens?|"
    r"deelnemers?|cliënten?|girls?|boys?|participants?|clients?)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"\b(?:afkomst|afkomstig|nationaliteit|geloof|islam\w*|christelijk\w*|zwanger\w*|moeder|hiv|"
    r"school|"
    r"dorp|stad|wijk|gemeente|diagnose|verstandelijke|suïcid\w*|origin|nationality|religion|"
    r"pregnant|"
    r"diagnosis|village|town)\b|\b\d{1,2}[- ]jarige\b|\bjaar oud\b",
    re.IGNORECASE,
)


def names_with_age(text: str) -> Iterator[Hit]:
    """Yield every first name that stands beside an age."""
    if not _AGE.search(text):
        return
    for pattern in (_NAME_WITH_AGE, _AGED_NAME):
        for match in pattern.finditer(text):
            age = match.groupdict().get("a") or match.groupdict().get("b") or ""
            plausible = not age.isdigit() or 4 <= int(age) <= 30
            if plausible and any(_may_be_a_name(word) for word in match["name"].split()):
                yield _hit(match)


def streets(text: str) -> Iterator[Hit]:
    """Yield every street with a house number."""
    if not _AGE.search(text):
        return
    for match in _STREET.finditer(text):
        if not _NO_STREETS.match(match.group()):
            yield _hit(match)


def postcodes(text: str) -> Iterator[Hit]:
    """Yield every Dutch postcode; a year before an abbreviation (2015 NJ) is none."""
    if not _FOUR_DIGITS.search(text):
        return
    for match in _POSTCODE.finditer(text):
        year = match["gap"] and 1900 <= int(match.group()[:4]) <= 2099
        if not year or _PLACE_AFTER.match(text[match.end() :]) or _after_street(text, match):
            yield _hit(match)


def secret_places(text: str) -> Iterator[Hit]:
    """Yield words about a secret address in a sentence that says where it is."""
    if not any(hint in text.lower() for hint in _SECRET_HINTS):
        return
    for match in _SECRET.finditer(text):
        said = sentence(text, Place(match.start(), match.end()))
        places = [found["place"] for found in _SOMEWHERE.finditer(said)]
        if any(place not in _NO_PLACES for place in places) or _STREET.search(said):
            yield Hit(said.strip(), " ".join(said.split())[:80])


def small_numbers(text: str, smallest: int) -> Iterator[Hit]:
    """Yield a small number of young people in a sentence with details about them."""
    for match in _FEW.finditer(text):
        said = sentence(text, Place(match.start(), match.end()))
        counted = match["n"].lower() not in {"een", "one"}
        if counted and 0 < number(match["n"]) < smallest and _DETAIL.search(said):
            yield Hit(said.strip(), " ".join(said.split())[:80])


def _may_be_a_name(word: str) -> bool:
    lowered = word.split("-")[0].lower()
    return word[0].isupper() and lowered not in _NO_NAMES and not _NO_NAME.search(lowered)


def _after_street(text: str, match: re.Match[str]) -> bool:
    return _STREET.search(text[max(0, match.start() - 50) : match.start()]) is not None


def _hit(match: re.Match[str]) -> Hit:
    return Hit(match.group(), " ".join(match.group().split()))
