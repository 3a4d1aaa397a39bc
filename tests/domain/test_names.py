"""Names of people and organisations, in the ways people write them on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.names import OTHERS, Name, names_in, written

BOER, BAKKER = Name("De Boer", "P."), Name("Bakker", "K. L.")


@pytest.mark.parametrize(
    "line",
    [
        "De Boer, P.; Bakker, K. L.",
        "De Boer, P.;Bakker, K. L.;",
        "De Boer, P., & Bakker, K. L.",
        "De Boer, P. & Bakker, K. L.",
        "De Boer, P. en Bakker, K. L.",
        "De Boer, P. and Bakker, K. L.",
        "De Boer, P., Bakker, K. L.",
        "De Boer, P.\nBakker, K. L.\n",
    ],
)
def test_two_people_are_found_however_they_are_separated(line):
    assert names_in(line) == (BOER, BAKKER)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Boer, P. de", Name("Boer", "P. de")),
        ("Boer, Piet", Name("Boer", "Piet")),
        ("Jong, M.-C. van der", Name("Jong", "M.-C. van der")),
        ("Ó Briain, Á.", Name("Ó Briain", "Á.")),
        ("Bakker, KL", Name("Bakker", "KL")),
    ],
)
def test_a_person_has_a_family_name_and_the_rest(line, name):
    assert names_in(line) == (name,)


@pytest.mark.parametrize(
    "line",
    [
        "Voorbeeldinstelling (fictief)",
        "Ministerie van Volksgezondheid, Welzijn en Sport",
        "Instituut & Bureau",
        "De Boer en Bakker",
        "Nationaal Rapporteur Mensenhandel en Seksueel Geweld tegen Kinderen",
    ],
)
def test_an_organisation_stays_whole(line):
    assert names_in(line) == (Name(line),)


def test_braces_keep_an_organisation_whole_whatever_stands_in_it():
    line = "{Bureau Zus, Z.; Zo}; De Boer, P."
    assert names_in(line) == (Name("Bureau Zus, Z.; Zo"), BOER)
    assert written(names_in(line)) == line


def test_others_who_are_not_named_are_kept_as_such():
    for ending in (", et al.", " e.a.", ", & et al.", " et al"):
        assert names_in(f"De Boer, P., Bakker, K. L.{ending}") == (BOER, BAKKER, Name(OTHERS))


@pytest.mark.parametrize("line", ["", " ", ";", "; ,;", "{}", "{ }"])
def test_nobody_is_found_where_nobody_stands(line):
    assert names_in(line) == ()


@given(st.text(max_size=200))
def test_what_was_found_is_found_again_in_the_line_that_is_written(line):
    found = names_in(line)
    assert names_in(written(found)) == found


def test_a_text_far_too_long_for_names_is_one_name():
    assert len(names_in("A, " * 100_000)) == 1
