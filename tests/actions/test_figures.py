"""A number that is typed means what it means in that language, and shows as it is written there."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.actions.desk import Refused
from workbench.actions.figures import figure, read, written


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("12", "12", "12"),
        ("1,5", "1.5", "1.5"),
        ("1.5", "1.5", "1.5"),
        ("1.250", "1250", "1.250"),
        ("1,250", "1.250", "1250"),
        ("1.250,50", "1250.50", None),
        ("1,250.50", None, "1250.50"),
        ("€ 95,00", "95", "95"),
        ("-0,35", "-0.35", "-0.35"),
        ("0.125", "0.125", "0.125"),
    ],
)
def test_the_marks_of_the_language_decide_what_a_number_means(text, dutch, english):
    meant = [None if number is None else Decimal(number) for number in (dutch, english)]
    assert [read(text, "nl"), read(text, "en")] == meant


@pytest.mark.parametrize("text", ["anderhalf", "1,2,3", "12 tot 18", "1e5", "NaN", "-", "٣", ""])
def test_what_is_no_number_is_not_guessed_at(text):
    assert read(text, "nl") is None


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 4)), st.sampled_from(["nl", "en"]))
def test_a_number_that_was_shown_is_read_as_the_same_number(number, language):
    assert float(read(written(number, language), language)) == number


def test_a_field_without_a_number_stays_empty_and_a_year_gets_no_marks():
    assert [written(None, "nl"), written(2019, "nl"), written(1.5, "nl")] == ["", "2019", "1,5"]


def test_a_figure_is_a_whole_number_only_where_one_is_asked_and_nothing_where_nothing_stands():
    assert figure(" ", "nl", whole=True) is None
    assert figure("1.250", "nl", whole=True) == 1250
    assert figure("1,5", "nl", whole=False) == 1.5
    with pytest.raises(Refused, match="typed_no_whole_number"):
        figure("1,5", "nl", whole=True)
    with pytest.raises(Refused, match="typed_no_number"):
        figure("anderhalf", "nl", whole=False)
