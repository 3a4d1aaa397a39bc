"""A source as APA prints it: every kind, both languages, and whatever is missing or strange."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.awkward_strings import AWKWARD
from tests.documents.made import described, report_of
from tests.documents.test_html import Page
from workbench.documents.apa import printed
from workbench.documents.apa_style import mended
from workbench.documents.blocks import Paragraph
from workbench.documents.html import html
from workbench.documents.markdown import markdown
from workbench.documents.references import references
from workbench.domain.csl import TYPES
from workbench.domain.names import OTHERS
from workbench.domain.substantiation import Source
from workbench.domain.words import Words

TWO = {"authors": "De Boer, P.; Bakker, Karel", "year": 2019}
ARTICLE = {
    **TWO, "type": "article-journal", "title": "Steun die helpt", "volume": "3", "issue": "2",
    "container": "Tijdschrift voor jeugdhulp", "pages": "1-9", "doi": "10.1234/abc",
    "url": "https://voorbeeld.example",
}  # fmt: skip
CHAPTER = {
    **TWO, "type": "chapter", "title": "Steun die helpt", "container": "Handboek voor jeugdhulp",
    "editors": "Vos, L.; Bos, M.", "edition": "2", "pages": "1-9", "publisher": "Uitgever",
}  # fmt: skip


def shown(source, language="nl"):
    """Return a line with underscores where italics begin and end."""
    line = printed(source, language)
    marks = {place for ends in line.italics for place in ends}
    return "".join("_" * (n in marks) + c for n, c in enumerate(line.text + " "))[:-1]


@pytest.mark.parametrize(
    ("source", "dutch", "english"),
    [
        (
            ARTICLE,
            "De Boer, P., & Bakker, K. (2019). Steun die helpt. _Tijdschrift voor jeugdhulp_, "
            "_3_(2), 1–9. https://doi.org/10.1234/abc",
            None,
        ),
        (
            {**TWO, "type": "book", "title": "Trauma and recovery", "edition": "3",
             "publisher": "Uitgever", "place": "Utrecht"},
            "De Boer, P., & Bakker, K. (2019). _Trauma and recovery_ (3e druk). Uitgever.",
            "De Boer, P., & Bakker, K. (2019). _Trauma and recovery_ (3rd ed.). Uitgever.",
        ),
        (
            {"type": "book", "title": "Handboek", "editors": "Vos, L.", "year": 2001},
            "Vos, L. (Red.). (2001). _Handboek_.",
            "Vos, L. (Ed.). (2001). _Handboek_.",
        ),
        (
            CHAPTER,
            "De Boer, P., & Bakker, K. (2019). Steun die helpt. In L. Vos & M. Bos (Red.), "
            "_Handboek voor jeugdhulp_ (2e druk, pp. 1–9). Uitgever.",
            "De Boer, P., & Bakker, K. (2019). Steun die helpt. In L. Vos & M. Bos (Eds.), "
            "_Handboek voor jeugdhulp_ (2nd ed., pp. 1–9). Uitgever.",
        ),
        (
            {**TWO, "type": "report", "title": "Steun", "genre": "Factsheet", "number": "12"},
            "De Boer, P., & Bakker, K. (2019). _Steun_ (Factsheet nr. 12).",
            "De Boer, P., & Bakker, K. (2019). _Steun_ (Factsheet No. 12).",
        ),
        (
            {"authors": "Zorg & Co", "publisher": "Zorg & Co", "type": "report", "title": "Steun",
             "url": "https://voorbeeld.example/a"},
            "Zorg & Co. (z.d.). _Steun_. https://voorbeeld.example/a",
            "Zorg & Co. (n.d.). _Steun_. https://voorbeeld.example/a",
        ),
        (
            {**TWO, "type": "thesis", "title": "Steun", "genre": "Proefschrift",
             "publisher": "Universiteit"},
            "De Boer, P., & Bakker, K. (2019). _Steun_ [Proefschrift]. Universiteit.",
            None,
        ),
        (
            {"type": "webpage", "title": "Over ons", "container": "De site", "publisher": "Zorg",
             "url": "https://voorbeeld.example", "accessed": "2026-03-14"},
            "Zorg. (z.d.). _Over ons_. De site. Geraadpleegd op 14 maart 2026, van "
            "https://voorbeeld.example",
            "Zorg. (n.d.). _Over ons_. De site. Retrieved March 14, 2026, from "
            "https://voorbeeld.example",
        ),
        (
            {"type": "legislation", "title": "Jeugdwet", "year": 2014,
             "url": "https://wet.example"},
            "Jeugdwet (2014). https://wet.example",
            None,
        ),
        (
            {"type": "document", "title": "Weglooprotocol", "genre": "Intern document"},
            "_Weglooprotocol_. (z.d.). [Intern document].",
            "_Weglooprotocol_. (n.d.). [Intern document].",
        ),
    ],
    ids=(*TYPES[:2], "editors only", *TYPES[2:4], "its own publisher", *TYPES[4:]),
)  # fmt: skip
def test_every_kind_of_source_is_printed_as_apa_does(source, dutch, english):
    assert shown(source, "nl") == dutch
    assert shown(source, "en") == (english or dutch)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ({}, ""),
        ({"type": "book", "language": "nl"}, ""),
        ({"title": "Alleen een titel"}, "_Alleen een titel_. (z.d.)."),
        ({"title": "Met een vraag?"}, "_Met een vraag?_ (z.d.)."),
        ({"title": "Zus. . . en ... zo.", "year": 2020}, "_Zus. . . en ... zo._ (2020)."),
        ({"year": 2020}, "(2020)."),
        ({"title": "Te klein jaar", "year": 21}, "_Te klein jaar_. (21)."),
        ({"authors": "Boer, P.", "doi": "zie Google"}, "Boer, P. (z.d.)."),
        ({"editors": "Boer, P.", "container": "Bundel"}, "Boer, P. (Red.). (z.d.). In _Bundel_."),
        ({"authors": f"Boer, P.; Vos, L.; {OTHERS}"}, "Boer, P., Vos, L., et al. (z.d.)."),
    ],
)
def test_of_half_a_source_what_is_there_is_printed_once(source, line):
    assert shown(source) == line


def test_with_more_than_twenty_authors_the_middle_is_left_out():
    line = printed({"authors": "; ".join(f"Naam{n}, A." for n in range(1, 26))}, "nl").text
    assert line.endswith("Naam18, A., Naam19, A., … Naam25, A. (z.d.).")


def test_a_title_keeps_the_capitals_that_somebody_typed():
    for container in ("Tijdschrift voor de jeugd", "THE JOURNAL of care", "eHealth nu"):
        assert container in printed({**ARTICLE, "container": container}, "en").text


def test_awkward_titles_are_printed_as_they_were_typed():
    flat = [" ".join(text.split()) for text in AWKWARD[::4] if text.strip() and len(text) < 1000]
    lines = [printed({"title": f"begin {text} eind", "year": 2020}, "nl").text for text in flat]
    missing = [t for t, line in zip(flat, lines, strict=True) if f"begin {t} eind" not in line]
    assert missing == []


TEXT_FIELDS = [
    name for name, field in Source.model_fields.items() if field.annotation == str | None
]
WILD = st.sampled_from([text for text in AWKWARD if len(text) < 300]) | st.text(max_size=30)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            **{name: WILD for name in TEXT_FIELDS if name not in ("type", "language")},
            "type": st.sampled_from(TYPES),
            "year": st.integers(0, 1_000_000),
            "accessed": st.dates().map(str),
        },
    ),
    st.sampled_from(["nl", "en"]),
    st.sampled_from(["", "a", "aa"]),
)
def test_nothing_in_a_source_stops_a_list(source, language, suffix):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        line = printed(source, language, suffix)
    assert "\x01" not in line.text
    assert "\x02" not in line.text
    assert all(0 <= start < end <= len(line.text) for start, end in line.italics)


def test_a_list_stands_in_the_order_of_apa_with_letters_where_years_are_the_same():
    sources = [
        {"id": "d", "authors": "Boer, P.; Bakker, K.", "year": 2001, "title": "Vier"},
        {"id": "b", "authors": "Boer, P.", "year": 2019, "title": "Zus"},
        {"id": "c", "authors": "Boer, P.", "year": 2020, "title": "Drie"},
        {"id": "a", "authors": "Boer, P.", "year": 2019, "title": "Aap"},
        {"id": "f", "authors": "Élan, Z.", "title": "Zes"},
        {"id": "e", "title": "Daarna"},
    ]
    lines = references(sources, "nl")
    assert [line.id for line in lines] == ["a", "b", "c", "d", "e", "f"]
    assert ["(2019a)" in lines[0].line.text, "(2019b)" in lines[1].line.text] == [True, True]
    assert "(2020)" in lines[2].line.text


def test_names_stand_letter_by_letter_whatever_spaces_are_in_them():
    names = ["Boer, P.", "Boerma, A.", "Deci, E.", "Denk, D.", "De Vries, V.", "O'Neil, S."]
    sources = [{"id": name, "authors": name, "title": "Titel"} for name in reversed(names)]
    assert [line.id for line in references(sources, "nl")] == names


def test_a_style_in_which_there_is_nothing_to_mend_is_refused():
    style = etree.ElementTree(etree.fromstring('<style xmlns="http://purl.org/net/xbiblio/csl"/>'))
    with pytest.raises(LookupError, match="title"):
        mended(style, "nl")


# --- in a report


def test_titles_are_italic_and_addresses_are_links_on_the_page(words: Words) -> None:
    article = {"id": "a", **ARTICLE}
    content = html(report_of(described({"literature": [article]}, words), words)).decode()
    assert "<i>Tijdschrift voor jeugdhulp</i>, <i>3</i>(2)" in content
    assert '<a href="https://doi.org/10.1234/abc">https://doi.org/10.1234/abc</a>' in content


def test_titles_are_italic_in_markdown_and_their_own_marks_are_none(words: Words) -> None:
    source = {"id": "a", **ARTICLE, "container": "Blad *met* _marks_"}
    content = markdown(report_of(described({"literature": [source]}, words), words)).decode()
    assert r"*Blad \*met\* \_marks\_*, *3*(2), 1–9. <https://doi.org/10.1234/abc>" in content


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Zie https://a.example/b?c=1&d=2.", "https://a.example/b?c=1&d=2"),
        ("(https://a.example/b)", "https://a.example/b"),
        ('https://a.example/"onclick="x', "https://a.example/"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_only_a_web_address_becomes_a_link(text: str, link: str) -> None:
    pieces = list(Paragraph(text, "reference").pieces)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.link for piece in pieces if piece.link] == [link] * bool(link)
    assert [piece.link for piece in Paragraph(text).pieces if piece.link] == []


def test_markup_typed_in_a_source_shows_as_it_was_typed(words: Words) -> None:
    title = '<script>alert(1)</script> <i>x</i> & "y"'
    source = {"id": "a", "title": title, "url": 'https://a.example/"><img src=x>'}
    page = Page(html(report_of(described({"literature": [source]}, words), words)))
    assert title in page.text
    assert {"script", "img"} & {tag for tag, _ in page.tags} == set()
