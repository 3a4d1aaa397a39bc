"""The names of people and organisations in a source: from one line of text and back.

One line holds all of them: `Boer, P. de; Bakker, K.; {Ministerie van VWS, Directie Jeugd}`. Braces
keep an organisation with a comma or a semicolon whole. The line of APA is understood too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_AND = r"(?:\s*,)?\s*(?:&|\ben\b|\band\b)\s*"
_PARTICLE = r"(?:van|von|de|der|den|het|'t|ter|te|ten|du|la|le|el|di)"
_INITIALS = rf"(?:[^\W\d_a-zß-öø-ÿ]\w{{0,2}}\.[\s-]?)+(?:\s*{_PARTICLE})*"
_PERSON = rf"[^,;&{{}}]+?,\s*{_INITIALS}"
_OTHERS = r"(?:\s*,)?\s*(?:&\s*)?(?:et al\.?|e\.\s?a\.|and others|en anderen)\s*$"

_APA = re.compile(rf"(?P<name>{_PERSON})\s*(?:{_AND}|,\s*|$)")
_PARTS = re.compile(r"\{(?P<whole>[^{}]*)\}|(?P<loose>[^;\n{}]+)")
_AND_OTHERS = re.compile(_OTHERS, re.IGNORECASE)
_GIVEN = re.compile(rf"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*\s*){{1,3}}(?:\s*{_PARTICLE})*")
_LONGEST_FAMILY = 4
_LONGEST_LINE = 10_000
"""A line with more characters is no list of names, and stays one whole."""

OTHERS = "et al."
"""Stands in a list of names for those who are not in it."""


@dataclass(frozen=True)
class Name:
    """A person with a family name and the rest, or an organisation, which has no rest."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        if self.given:
            return f"{self.family}, {self.given}"
        return f"{{{self.family}}}" if re.search(r"[,;&\n]", self.family) else self.family


def names_in(text: str) -> tuple[Name, ...]:
    """Return everybody in a line of names, in order; a text that is no list is one organisation."""
    if len(text) > _LONGEST_LINE:
        return (Name(_flat(text)),)
    return tuple(name for part in _parts(text) for name in part)


def written(names: Iterable[Name]) -> str:
    """Return names as one line that `names_in` reads back."""
    return "; ".join(map(str, names))


def _parts(text: str) -> Iterable[tuple[Name, ...]]:
    for found in _PARTS.finditer(text):
        if found["whole"] is not None:
            yield (Name(_flat(found["whole"])),) if found["whole"].strip() else ()
        elif part := _flat(found["loose"]):
            yield _loose(part)


def _loose(part: str) -> tuple[Name, ...]:
    named = _AND_OTHERS.sub("", part)
    others = (Name(OTHERS),) if named != part else ()
    return (*_named(named.strip(" ,")), *others)


def _named(part: str) -> tuple[Name, ...]:
    if not part:
        return ()
    found = list(_APA.finditer(part))
    if found and "".join(match.group() for match in found) == part:
        return tuple(_one(match["name"]) for match in found)
    return (_one(part),)


def _one(text: str) -> Name:
    """Return the person in `Boer, P. de`; without what looks like a given name, the whole."""
    text = text.strip().removeprefix("&").strip()
    family, comma, given = text.partition(",")
    family, given = family.strip(), given.strip()
    is_person = comma and _GIVEN.fullmatch(given) and len(family.split()) <= _LONGEST_FAMILY
    return Name(family, given) if is_person and family else Name(text)


def _flat(text: str) -> str:
    return " ".join(text.split())
