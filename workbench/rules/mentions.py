"""References in running text, such as (De Boer & Bakker, 2019) and De Boer e.a. (2019)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.domain.citation import folded
from workbench.domain.names import Name, names_in
from workbench.domain.substantiation import Source

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_PARTICLE = (
    r"(?:[Vv]an|[Vv]on|[Dd]e|[Dd]en|[Dd]er|[Hh]et|['’]t|[Tt]er|[Tt]e|[Tt]en|[Dd]u|[Ll]a|[Ll]e)"
)
_SURNAME = rf"(?:{_PARTICLE}\s+){{0,3}}[{_CAPITAL}][\w'’-]+(?:\s+[{_CAPITAL}][\w'’-]+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)[a-z]?"
_OTHERS = r"(?:,?\s+(?:e\.\s?a\.|et\s+al\.?|en\s+anderen|and\s+others))"
_MORE = rf"(?:,?\s+(?:&|en|and)\s+{_SURNAME}|,\s+{_SURNAME})"

_BRACKETS = re.compile(r"\(([^()\n]{6,300})\)")
_FIRST = r"(?:zie(?: ook)?|cf\.|vgl\.|bijv\.|bijvoorbeeld|onder andere|o\.a\.|see|e\.g\.,?)?\s*"
_NAMED = rf"(?P<name>{_SURNAME}(?:\s+(?:[a-zà-ÿ]+\s+){{0,2}}[{_CAPITAL}][\w'’-]+){{0,4}})"
_INSIDE = re.compile(rf"{_FIRST}{_NAMED}(?:{_MORE}){{0,6}}{_OTHERS}?,\s+{_YEAR}(?:\s*,.*)?\s*")
_DATED = re.compile(rf"\s+\({_YEAR}(?:,[^()\n]{{0,40}})?\)")
_BEFORE_IT = re.compile(
    rf"(?<![\w-])(?P<before>[\w'’-]+\s+)?(?P<name>{_SURNAME})(?P<more>(?:{_MORE}){{0,6}}{_OTHERS}?)$"
)
_LOOK_BACK = 150
_ACRONYM = re.compile(rf"[{_CAPITAL}\d]{{2,}}[\w-]*|\w*[a-z]?[{_CAPITAL}]\w*[{_CAPITAL}]\w*")
_NO_AUTHOR = re.compile(
    r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"january|february|march|may|june|july|august|october|versie|version|editie|druk|fase|module|"
    r"hoofdstuk|bijlage|tabel|figuur|handboek|werkboek|draaiboek|protocol|jaarverslag|cijfers|"
    r"peiljaar|prijspeil|stand|sinds|vanaf|start|voorjaar|najaar|zomer|winter|wet|jeugdwet)\b",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"(?:in|te|uit|naar|bij|from|at|programma|interventie|methodiek|training|cursus|project|module|"
    r"actieplan|vragenlijst|instrument|wet|gemeente|stad|regio|het|een|dit|deze|ons|onze|the|this|"
    r"our)\s+",
    re.IGNORECASE,
)


_ARTICLE = re.compile(r"(?:de|het)\s")
_PARTICLES = re.compile(r"^(?:(?:van|von|de|den|der|het|t|ter|te|ten|du|la|le)\s+)+")


@dataclass(frozen=True)
class Mention:
    """One reference in a text: the first name in it, its year, and how it stands there."""

    name: str
    year: int
    words: str

    @property
    def is_short(self) -> bool:
        """Whether the name may be the short form of an organisation, such as WHO."""
        return _ACRONYM.fullmatch(self.name.split()[-1]) is not None


def mentions(text: str) -> Iterator[Mention]:
    """Yield every reference in a text; what might as well be something else is left alone."""
    for brackets in _BRACKETS.finditer(text):
        for part in brackets[1].split(";"):
            found = _INSIDE.fullmatch(part.strip())
            if found and not _NO_AUTHOR.search(found["name"]):
                words = found.group()[found.start("name") :].strip()
                yield Mention(found["name"], int(found["year"]), words)
    for dated in _DATED.finditer(text):
        found = _BEFORE_IT.search(text[max(0, dated.start() - _LOOK_BACK) : dated.start()])
        if found and not _NO_AUTHOR.search(found["name"]):
            words = " ".join(f"{found['name']}{found['more']}{dated.group()}".split())
            mention = Mention(found["name"], int(dated["year"]), words)
            if not _may_be_a_thing(found, mention):
                yield mention


def _may_be_a_thing(found: re.Match[str], mention: Mention) -> bool:
    """Return whether a lone name before a year may be a place, a programme or an instrument."""
    before = found["before"] or ""
    is_thing = _PLACE_BEFORE.match(before) or _ARTICLE.match(mention.name) or mention.is_short
    return not found["more"] and bool(is_thing)


def is_listed(mention: Mention, sources: Iterable[Source]) -> bool:
    """Return whether a list may hold what a text refers to; a source without a year may be it."""
    called = _core(mention.name)
    return any(
        source.year in (None, mention.year) and _goes_by(source, called, mention.is_short)
        for source in sources
    )


def is_cited(source: Source, texts: Iterable[str]) -> bool:
    """Return whether a text names the first author of a source together with its year."""
    people = _people(source)
    if not people or source.year is None:
        return False
    family = re.escape(people[0].family)
    cited = re.compile(rf"(?<!\w){family}(?!\w)[^.\n]{{0,60}}(?<!\d){source.year}[a-z]?\b")
    return any(cited.search(text) for text in texts)


def _goes_by(source: Source, called: str, is_short: bool) -> bool:
    title = _core(source.title or "")
    names = [_core(name.family) for name in _people(source)]
    alike = any(_begins(one, called) or _begins(called, one) for one in (*names, title) if one)
    return alike or (is_short and any(not name.given for name in _people(source)))


def _people(source: Source) -> tuple[Name, ...]:
    return names_in(source.authors or "") or names_in(source.editors or "")


def _begins(text: str, start: str) -> bool:
    return f"{text} ".startswith(f"{start} ")


def _core(name: str) -> str:
    """Return a name to compare: without accents, capitals, marks and particles in front."""
    return _PARTICLES.sub("", folded(name))
