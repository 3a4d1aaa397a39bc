"""Numbers and addresses that belong to one person: BSN, IBAN, telephone, e-mail, birth date.

A number is weighed with the words around it: one in eleven random nine-digit numbers passes the
test of the BSN.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type
from stdnum import iban
from stdnum.nl import bsn

NEAR_BEFORE, NEAR_AFTER = 60, 25
"""Characters around a number in which words weigh."""

Weight = Literal["person", "thing", "unknown"]


@dataclass(frozen=True)
class Hit:
    """Words that look like personal data, and how they may be shown."""

    words: str
    shown: str
    weight: Weight = "person"


_BEFORE = r"(?<![\d/+_])(?<!\d[.,-])(?:(?<![^\W\d_])|(?<=bsn)|(?<=BSN))"
_AFTER = r"(?![\w/]|[.,-]\d)"
_NINE = re.compile(
    rf"{_BEFORE}(?:\d{{9}}|\d{{4}}[.\s]\d{{2}}[.\s]\d{{3}}|\d{{3}}([.\s-])\d{{3}}\1\d{{3}}){_AFTER}"
)
_LOOSE = re.compile(rf"{_BEFORE}\d(?:[.\s-]?\d){{7,8}}{_AFTER}")
_LONG = re.compile(r"\d[\d\s.-]{6,}\d")
_INSIDE_ID = re.compile(r"(?<!\d)\d{9}(?!\d)")
_BSN_WORDS = re.compile(
    r"\bbsn|burger\s?service|sofi|service\s?nummer|citizen service", re.IGNORECASE
)
_PERSON_WORDS = re.compile(
    r"\b(?:cli[eë]nt\w*|pati[eë]nt\w*|meisje|jongere|jeugdige|jongen|dochter|geboren|geb|naam|"
    r"mevr\w*|mw|dhr|dossier\w*|casus\w*|persoon\w*|identiteit\w*|paspoort\w*|legitimatie\w*|"
    r"ingeschreven|"
    r"client|patient|girl|boy|daughter|born|name|case|person\w*)\b",
    re.IGNORECASE,
)
_THING_WORDS = re.compile(
    r"\b(?:kvk|kamer van koophandel|isbn|issn|doi|pmid|project\w*|subsidie\w*|order\w*|factuur\w*|"
    r"artikel\w*|bestel\w*|agb\w*|btw|rsin|rekening\w*|bedrag|euro|eur|registratie\w*|versie|"
    r"document\w*|rapport\w*|publicatie\w*|nummer van de|licentie\w*|zonmw|trial|ntr|"
    r"grant|invoice|licence|report|registration|version|amount)\b|€",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"https?://\S+|www\.\S+|\bdoi:?\s*10\.\S+|\b10\.\d{4,9}/\S+|\bISBN(?:-1[03])?:?[\s\dxX-]{9,20}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d\d")
_IBAN = re.compile(r"(?<!\w)[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]){11,30}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,])(?:\+|00|\(?0)[\d\s().\-/–]{7,}\d")
_PUBLIC = {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST}
_AT = re.compile(r"[\[(]\s?(?:at|apenstaartje)\b", re.IGNORECASE)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+%-]+\s?(?:@|[\[(]\s?(?:at|apenstaartje)\s?[\])])\s?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec|march|may|oct)[a-z]*\.?"
_DATE = re.compile(
    rf"(?<![\d-])(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:\d{{4}}|\d{{2}})|\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:geboren|geb\.?|geboortedatum|geboortedag|verjaardag|verjaart|born|birth|birthday|dob)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\bgeb)[.!?]\s", re.IGNORECASE)
_EVENT = re.compile(r"\bgeboren\s+(?:uit|als|in\s+de\s+praktijk)\b", re.IGNORECASE)


def bsns(text: str) -> Iterator[Hit]:
    """Yield every number that passes the test of the BSN, with what the words around it say."""
    if not _LONG.search(text):
        return
    readable = _without_references(text)
    for match in _NINE.finditer(readable):
        if bsn.is_valid(re.sub(r"\D", "", match.group())):
            yield _weighed(readable, match)
    for match in _LOOSE.finditer(readable):
        eight_or_split = not _NINE.fullmatch(match.group())
        named = eight_or_split and _BSN_WORDS.search(_around(readable, match))
        if named and bsn.is_valid(re.sub(r"\D", "", match.group()).zfill(9)):
            yield Hit(match.group(), _masked(match.group()))


def bsns_in_name(name: str) -> Iterator[Hit]:
    """Yield every BSN in the short name of an item, where no words explain a number."""
    for match in _INSIDE_ID.finditer(name):
        if bsn.is_valid(match.group()):
            yield Hit(match.group(), _masked(match.group()))


def ibans(text: str) -> Iterator[Hit]:
    """Yield every bank account number with a valid check."""
    if not _DIGITS.search(text):
        return
    for match in _IBAN.finditer(text):
        plain = re.sub(r"[ .-]", "", match.group())
        found = next((plain[:n] for n in range(15, 35) if iban.is_valid(plain[:n])), None)
        if found:
            yield Hit(found, _masked(found))


def phones(text: str) -> Iterator[Hit]:
    """Yield every telephone number, but not those of public helplines (0800, 0900)."""
    if not (_DIGITS.search(text) and _PHONE.search(text)):
        return
    for match in PhoneNumberMatcher(_without_references(text), "NL", Leniency.VALID):
        called = match.raw_string.lstrip("( ")
        if called.startswith(("+", "0")) and number_type(match.number) not in _PUBLIC:
            yield Hit(match.raw_string, match.raw_string)


def emails(text: str) -> Iterator[Hit]:
    """Yield every e-mail address, also one with (at) for the sign."""
    if "@" in text or _AT.search(text):
        for match in _EMAIL.finditer(text):
            yield Hit(match.group(), match.group())


def birth_dates(text: str) -> Iterator[Hit]:
    """Yield every full date that is told as somebody's birth date."""
    if not (_DIGITS.search(text) and _BORN.search(text)):
        return
    for match in _DATE.finditer(text):
        before = _SENTENCE_END.split(text[max(0, match.start() - 40) : match.start()])[-1]
        after = text[match.end() : match.end() + 12]
        born = _BORN.search(before) and not _EVENT.search(before)
        if (born or re.match(r"\W*(?:geboren|born)\b", after)) and _possible(match.group()):
            yield Hit(match.group(), match.group())


def _weighed(text: str, match: re.Match[str]) -> Hit:
    return Hit(match.group(), _masked(match.group()), _weight(text, match))


def _weight(text: str, match: re.Match[str]) -> Weight:
    around = _around(text, match)
    if _BSN_WORDS.search(around):
        return "person"
    if _THING_WORDS.search(around):
        return "thing"
    alone = len(re.findall(r"[^\W\d]{2,}", text)) < 2
    return "person" if alone or _PERSON_WORDS.search(around) else "unknown"


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - NEAR_BEFORE) : match.end() + NEAR_AFTER]


def _without_references(text: str) -> str:
    """Return the text with addresses, DOIs and ISBNs blanked, unless they carry a BSN by name."""
    return _REFERENCES.sub(_blanked, text)


def _blanked(match: re.Match[str]) -> str:
    found = match.group()
    if _BSN_WORDS.search(found):
        return re.sub(r"[^\w\s]", " ", found)
    return " " * len(found)


def _masked(found: str) -> str:
    plain = re.sub(r"[\s.-]", "", found)
    return f"{plain[:2]}{'*' * (len(plain) - 4)}{plain[-2:]}"


def _possible(found: str) -> bool:
    """Whether digits written as a date can be one."""
    numbers = [int(part) for part in re.findall(r"\d+", found)]
    if len(numbers) != 3:
        return True
    year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
    try:
        date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return False
    return True
