"""DOIs in what people type and paste."""

import pytest

from workbench.domain.doi import doi_in, doi_link, same_doi


@pytest.mark.parametrize(
    ("typed", "doi"),
    [
        ("10.1136/bmj.g1687", "10.1136/bmj.g1687"),
        ("https://doi.org/10.1136/BMJ.g1687", "10.1136/BMJ.g1687"),
        ("doi: 10.1136/bmj.g1687.", "10.1136/bmj.g1687"),
        ("(zie 10.1136/bmj.g1687)", "10.1136/bmj.g1687"),
        ("10.1016/S0140-6736(05)66912-7", "10.1016/S0140-6736(05)66912-7"),
        ("10.1002/(SICI)1097(199)1:2(3)", "10.1002/(SICI)1097(199)1:2(3)"),
        ("10.12/te-kort", ""),
        ("10.1234/", ""),
        ("zie Google", ""),
        ("", ""),
    ],
)
def test_a_doi_is_found_without_what_stands_around_it(typed, doi):
    assert doi_in(typed) == doi


def test_two_spellings_of_one_doi_are_the_same():
    assert same_doi("https://doi.org/10.1136/BMJ.G1687") == same_doi("10.1136/bmj.g1687") != ""


def test_the_link_of_a_doi_is_a_secure_address():
    assert doi_link("doi:10.1136/bmj.g1687") == "https://doi.org/10.1136/bmj.g1687"
    assert doi_link("geen") == ""
