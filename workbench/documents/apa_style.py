"""The style of APA 7 with what it, or the library that reads it, does wrong for us mended.

The style stays in its package; this works on what was loaded from it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from workbench.domain.wording import Language

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = f"{{{_NAMESPACE}}}"
_DUTCH_WORDS: Mapping[tuple[str, str], str] = {
    ("retrieved", "long"): "geraadpleegd op",
    ("number", "short"): "nr.",
    ("ad", "long"): "",
    ("page-range-delimiter", "long"): "–",
}


def mended(style: Any, language: Language) -> bytes:
    """Return the style, as lxml read it, with all repairs for one language, as XML.

    Raises:
        LookupError: when a place to repair is gone: the package holds another style by now.
    """
    for repair in (*_ALWAYS, *(_DUTCH if language == "nl" else ())):
        repair(style.getroot())
    mended_style: bytes = etree.tostring(style)
    return mended_style


def _titles_as_typed(style: Any) -> None:
    """The library gives every container title English capitals: Tijdschrift Voor Jeugdhulp."""
    for text in _all(style, "text[@text-case='title']"):
        del text.attrib["text-case"]


def _roles_with_a_capital(style: Any) -> None:
    """The library leaves a role small outside English: (red.), where APA has (Red.) and (Eds.)."""
    for label in _all(style, "label[@text-case='title']"):
        label.set("text-case", "capitalize-first")


def _no_word_without_number(style: Any) -> None:
    """The library prints a word whose number is missing: (Publication) behind every thesis."""
    word = _one(style, "text[@value='publication']")
    _parent(word, "choose").remove(_parent(word, "if"))
    other = _one(style, "macro[@name='identifier-number']//csl:else-if")
    other.tag = f"{_CSL}if"


def _title_once(style: Any) -> None:
    """The library repeats the title of a source without authors behind the year."""
    title = _one(style, "macro[@name='bibliography']//csl:text[@macro='title-and-descriptions']")
    choose = etree.fromstring(
        f"""<choose xmlns="{_NAMESPACE}">
          <if match="any" variable="author editor"><text macro="title-and-descriptions"/></if>
          <else-if variable="title"><text macro="description"/></else-if>
        </choose>"""
    )
    title.getparent().replace(title, choose)


def _editors_once(style: Any) -> None:
    """The library repeats editors who stand in the place of the authors."""
    for path in (
        "names[@variable='editor translator']",
        "text[@macro='source-monographic-author']",
    ):
        for names in _all(style, path):
            choose = etree.fromstring(
                f'<choose xmlns="{_NAMESPACE}"><if variable="author"/></choose>'
            )
            names.getparent().replace(names, choose)
            choose[0].append(names)


def _no_era(style: Any) -> None:
    """A year with two digits is a typing error and no year '21 C.E.'."""
    _one(style, "locale[@xml:lang='en']//csl:term[@name='ad']").text = ""


def _retrieved_with_a_day(style: Any) -> None:
    """The library prints 'Retrieved' also where no day was given."""
    retrieved = _one(style, "macro[@name='source-DOI-URL']//csl:text[@term='retrieved']")
    around = _parent(retrieved, "if")
    choose = etree.fromstring(f'<choose xmlns="{_NAMESPACE}"><if variable="accessed"/></choose>')
    choose[0].extend(list(around))
    around.append(choose)


def _day_before_month(style: Any) -> None:
    """APA has 'mei 2'; in Dutch the day stands before the month."""
    month, day = _all(style, "macro[@name='date-issued-month-day']//csl:date-part")
    day.attrib.pop("prefix")
    month.set("prefix", " ")
    month.addprevious(day)


def _edition_in_dutch(style: Any) -> None:
    """The Dutch locale has '3de dr.'; a Dutch list has '3e druk'."""
    number = _one(style, "macro[@name='label-edition']//csl:number")
    del number.attrib["form"]
    number.set("suffix", "e druk")
    number.getparent().remove(_one(style, "macro[@name='label-edition']//csl:label"))


def _words_in_dutch(style: Any) -> None:
    """The Dutch locale has 'geraadpleegd 14 maart', the English 'No.', and 1-9 with a hyphen."""
    terms = _one(style, "locale[@xml:lang='nl']/csl:terms")
    for (name, form), word in _DUTCH_WORDS.items():
        term = etree.SubElement(terms, f"{_CSL}term", name=name)
        if form != "long":
            term.set("form", form)
        term.text = word
    for label in _all(style, "label[@variable='number']"):
        label.attrib.pop("text-case", None)


def _all(style: Any, what: str) -> list[Any]:
    found: list[Any] = style.xpath(f"//csl:{what}", namespaces={"csl": _NAMESPACE})
    if not found:
        raise LookupError(what)
    return found


def _one(style: Any, what: str) -> Any:
    return _all(style, what)[0]


def _parent(element: Any, name: str) -> Any:
    return next(element.iterancestors(f"{_CSL}{name}"))


_ALWAYS: tuple[Callable[[Any], None], ...] = (
    _titles_as_typed,
    _roles_with_a_capital,
    _no_word_without_number,
    _title_once,
    _editors_once,
    _no_era,
    _retrieved_with_a_day,
)
_DUTCH: tuple[Callable[[Any], None], ...] = (_day_before_month, _edition_in_dutch, _words_in_dutch)
