"""A source as an item of CSL-JSON, and records from elsewhere as a source."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.csl import NAMES, TYPES, VARIABLES, item_of
from workbench.domain.csl_reading import reading_of
from workbench.domain.paths import KNOWN_OF_ITEM
from workbench.domain.substantiation import Source
from workbench.domain.words import Words

CHAPTER = {
    "id": "boer-2019",
    "type": "chapter",
    "authors": "De Boer, P.; {Bureau Zus, Zo}; et al.",
    "year": 2019,
    "title": "Wat helpt? Een overzicht",
    "genre": "Factsheet",
    "container": "Handboek jeugdhulp",
    "editors": "Bakker, K. L.",
    "edition": "2",
    "volume": "3",
    "issue": "4",
    "number": "2019-12",
    "pages": "1-9",
    "publisher": "Verzonnen Uitgever",
    "place": "Utrecht",
    "language": "nl",
    "doi": "10.1234/abc(1)",
    "url": "https://voorbeeld.example/a?b=1",
    "accessed": "2026-03-14",
}


def test_every_question_about_a_source_has_its_place_in_csl_json() -> None:
    assert set(CHAPTER) == set(Source.model_fields) - (KNOWN_OF_ITEM - {"id"})
    assert item_of(CHAPTER) == {
        "id": "boer-2019",
        "type": "chapter",
        "author": [
            {"family": "De Boer", "given": "P."},
            {"literal": "Bureau Zus, Zo"},
            {"literal": "et al."},
        ],
        "editor": [{"family": "Bakker", "given": "K. L."}],
        "issued": {"date-parts": [[2019]]},
        "title": "Wat helpt? Een overzicht",
        "genre": "Factsheet",
        "container-title": "Handboek jeugdhulp",
        "edition": "2",
        "volume": "3",
        "issue": "4",
        "number": "2019-12",
        "page": "1-9",
        "publisher": "Verzonnen Uitgever",
        "publisher-place": "Utrecht",
        "language": "nl",
        "DOI": "10.1234/abc(1)",
        "URL": "https://voorbeeld.example/a?b=1",
        "accessed": {"date-parts": [[2026, 3, 14]]},
    }


def test_a_source_comes_back_whole() -> None:
    reading = reading_of(item_of(CHAPTER))
    assert {"id": "boer-2019", **reading.fields} == CHAPTER
    assert reading.left == ()


TEXTS = st.text(
    st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="<>{}"), min_size=1
)
PLAIN = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)


@given(
    st.fixed_dictionaries(
        {"type": st.sampled_from(TYPES)},
        optional={
            **{name: PLAIN for name in VARIABLES if name != "doi"},
            **{name: st.just("Boer, P. de; Voorbeeldinstelling") for name in NAMES},
            "year": st.integers(0, 1_000_000),
            "language": st.sampled_from(["nl", "en", "de", "fr", "other"]),
            "accessed": st.dates().map(str),
            "doi": st.just("10.12345/ABC.def"),
        },
    )
)
def test_any_source_comes_back_whole(source: dict[str, object]) -> None:
    assert reading_of(item_of(source)).fields == source


def test_the_kinds_of_source_are_those_in_the_option_list(words: Words) -> None:
    assert {option.code for option in words.template.options["source_type"]} == set(TYPES)


def test_what_has_no_place_is_told_and_not_lost() -> None:
    item = {
        "id": 1, "type": "motion_picture", "title": ["Titel", "Nog een titel"], "ISBN": "978-90",
        "author": "geen lijst", "issued": {"date-parts": [["2024", 5, 2]]}, "language": "es",
        "accessed": {"date-parts": [[2024, 13, 1]]}, "abstract": {"a": "b"}, "note": None,
        "custom": [],
    }  # fmt: skip
    reading = reading_of(item)
    expected = {"type": "document", "title": "Titel", "year": 2024, "language": "other"}
    assert reading.fields == expected
    assert dict(reading.left) == {
        "type": "motion_picture", "title": "Nog een titel", "ISBN": "978-90",
        "author": "geen lijst", "issued": "2024-5-2", "language": "es",
        "accessed": "date-parts: [[2024, 13, 1]]",
        "abstract": "a: b",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("person", "line"),
    [
        ({"family": "Berg", "given": "A.", "non-dropping-particle": "van den"}, "van den Berg, A."),
        ({"family": "King", "given": "M.", "suffix": "Jr."}, "King, M. Jr."),
        ({"literal": "Bureau Zus, Zo"}, "{Bureau Zus, Zo}"),
        ({"name": "Consortium"}, "Consortium"),
        ({"given": "Plato"}, "Plato"),
        ("Losse naam", "Losse naam"),
        ({"literal": "others"}, "et al."),
        ({"family": "Haak {}", "given": "A."}, "Haak (), A."),
    ],
)
def test_people_are_understood_as_other_programs_write_them(person: object, line: str) -> None:
    assert reading_of({"author": [person]}).fields == {"authors": line}


def test_markup_in_a_title_is_taken_out_and_other_words_between_brackets_stay() -> None:
    title = "Over <i>Homo</i> <span class='nocase'>sapiens</span> <script>alert(1)</script>"
    assert reading_of({"title": title}).fields["title"] == (
        "Over Homo sapiens <script>alert(1)</script>"
    )


@given(
    st.dictionaries(
        st.sampled_from(
            ["type", "title", "author", "editor", "issued", "accessed", "DOI", "language", "x"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda below: (
                st.lists(below)
                | st.dictionaries(
                    st.sampled_from(["date-parts", "raw", "family", "given", "literal", "y"]), below
                )
            ),
        ),
    )
)
def test_nothing_in_a_record_makes_reading_fail_and_the_result_can_be_stored(
    item: dict[str, object],
) -> None:
    Source.model_validate({"id": "a", **_dated(reading_of(item).fields)})


def _dated(fields: dict[str, object]) -> dict[str, object]:
    accessed = fields.get("accessed")
    return {**fields, "accessed": date.fromisoformat(str(accessed))} if accessed else fields
