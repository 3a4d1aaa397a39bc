"""Ages, durations and group sizes as people write them."""

import pytest

from workbench.rules.expressions import Length, ages, durations, group_sizes


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12-18 jaar", 12, 18),
        ("12 – 18 jaar", 12, 18),
        ("12 t/m 18 jaar", 12, 18),
        ("van 12 tot en met 23 jaar", 12, 23),
        ("twaalf tot en met achttien jaar", 12, 18),
        ("tussen de 12 en 18 jaar", 12, 18),
        ("12- tot 18-jarigen", 12, 18),
        ("12 jaar tot en met 18 jaar", 12, 18),
        ("leeftijd: 12-18", 12, 18),
        ("vanaf 12 jaar", 12, None),
        ("12 jaar en ouder", 12, None),
        ("ouder dan 11 jaar", 12, None),
        ("tot en met 18 jaar", None, 18),
        ("jonger dan 18 jaar", None, 17),
        ("aged 12 to 18", 12, 18),
        ("12-18 year-olds", 12, 18),
        ("between twelve and twenty-three years", 12, 23),
        ("up to 18 years", None, 18),
    ],
)
def test_an_age_range_is_read(text, low, high):
    assert [(age.low, age.high) for age in ages(f"Meisjes {text}, na uitbuiting.")] == [(low, high)]


def test_until_may_or_may_not_include_the_last_year():
    assert ages("van 12 tot 18 jaar")[0].highs == {17, 18}
    assert ages("van 12 tot en met 18 jaar")[0].highs == {18}


@pytest.mark.parametrize(
    "text",
    [
        "in 2012-2018",
        "12 en 18 jaar",
        "12-18 maanden",
        "twee tot drie jaar behandeling",
        "€ 12-18 jaarlijks",
        "1,5 jaar",
        "12 tot 18 procent",
        "meisjes van 15 jaar",
    ],
)
def test_what_is_no_age_range_is_left_alone(text):
    assert ages(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("zes tot twaalf maanden", (6, "months"), (12, "months")),
        ("6 à 9 maanden", (6, "months"), (9, "months")),
        ("negen tot twaalf maanden", (9, "months"), (12, "months")),
        ("negen maanden", (9, "months"), (9, "months")),
        ("vierentwintig weken", (24, "weeks"), (24, "weeks")),
        ("zes maanden tot een jaar", (6, "months"), (1, "years")),
        ("een half jaar", (6, "months"), (6, "months")),
        ("anderhalf jaar", (18, "months"), (18, "months")),
        ("minimaal zes en maximaal twaalf maanden", (6, "months"), (12, "months")),
        ("maximaal 9 maanden", None, (9, "months")),
        ("minstens 6 maanden", (6, "months"), None),
        ("tussen zes en negen maanden", (6, "months"), (9, "months")),
        ("twee tot drie jaar", (2, "years"), (3, "years")),
        ("six to nine months", (6, "months"), (9, "months")),
        ("half a year", (6, "months"), (6, "months")),
    ],
)
def test_a_duration_is_read(text, low, high):
    found = [(_plain(term.low), _plain(term.high)) for term in durations(f"Het duurt {text}.")]
    assert found == [(low, high)]


@pytest.mark.parametrize("text", ["12-18 jaar", "16 jaar oud", "7x24 uur", "in 2019", "1,5 jaar"])
def test_what_is_no_duration_is_left_alone(text):
    assert durations(text) == ()


def test_lengths_in_other_units_may_be_the_same():
    half_a_year = Length(6, "months")
    assert half_a_year.equals(Length(26, "weeks"))
    assert Length(1, "years").equals(Length(12, "months"))
    assert not half_a_year.equals(Length(30, "weeks"))
    assert not Length(6, "months").equals(Length(7, "months"))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("een groep van acht meisjes", 8, 8),
        ("groepen van 6 tot 8 jongeren", 6, 8),
        ("twee groepen van maximaal acht.", None, 8),
        ("groups of six to eight girls", 6, 8),
    ],
)
def test_a_group_size_is_read(text, low, high):
    assert [(size.low, size.high) for size in group_sizes(text)] == [(low, high)]


def test_a_group_of_staff_is_no_group_of_young_people():
    assert group_sizes("een groep van acht medewerkers") == ()


def _plain(length):
    return (length.number, length.unit) if length else None
