"""Two people changed one text: both changes come together, and nobody's words are lost."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.rules.apart import words_apart
from workbench.rules.merging import chosen_by_both, merged

SMALL = st.text(alphabet="ab. \n", max_size=14)
WORDS = st.lists(st.sampled_from(["wij", "zij", "wonen", "hier", ".", " ", "\n"])).map("".join)
TEXTS = SMALL | WORDS | st.text(max_size=20)


def words_in(text: str) -> Counter[str]:
    return Counter("".join(letter if letter.isalnum() else " " for letter in text).split())


def added(base: str, text: str) -> Counter[str]:
    """Return the words that somebody put in, as often as they did."""
    new = Counter[str]()
    for piece in words_apart(base, text):
        if piece.kind == "new":
            new += words_in(piece.text)
    return new


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "both"),
    [
        (
            "Meisjes van 12 tot 18 jaar wonen in een groep.",
            "Meisjes van 12 tot 21 jaar wonen in een groep.",
            "Meisjes van 12 tot 18 jaar wonen in een kleine groep.",
            "Meisjes van 12 tot 21 jaar wonen in een kleine groep.",
        ),
        ("Een.\nTwee.\nDrie.", "Een!\nTwee.\nDrie.", "Een.\nTwee.\nVier.", "Een!\nTwee.\nVier."),
        ("Een. Twee.", "Twee.", "Een. Twee. Drie.", "Twee. Drie."),
        ("Wij wonen hier.", "Zij wonen hier.", "Zij wonen hier.", "Zij wonen hier."),
        ("Oud.", "Oud.", "Nieuw.", "Nieuw."),
        ("Oud.", "Nieuw.", "Oud.", "Nieuw."),
    ],
)
def test_changes_in_different_places_come_together(base, theirs, mine, both):
    found = merged(base, theirs, mine)
    assert found.text == both
    assert found.apart


def test_where_both_changed_the_same_that_paragraph_stands_twice_and_the_others_once():
    found = merged(
        "Eerst.\nZij wonen in een groep.\nLaatst.",
        "Eerst!\nZij wonen in een huis.\nLaatst.",
        "Eerst.\nZij wonen in een gezin.\nLaatst, echt.",
    )
    assert found.text == (
        "Eerst!\nZij wonen in een huis.\n\nZij wonen in een gezin.\nLaatst, echt."
    )
    assert not found.apart


def test_two_sentences_added_at_one_point_stand_one_after_the_other():
    found = merged("Begin.", "Begin. Van Sam.", "Begin. Van Noor.")
    assert found.text == "Begin. Van Sam. Van Noor."
    assert not found.apart


def test_a_paragraph_that_one_threw_away_and_the_other_changed_stays():
    found = merged("Een.\nTwee oud.", "Een.", "Een.\nTwee nieuw.")
    assert "Twee nieuw." in found.text
    assert not found.apart


@pytest.mark.parametrize("base", [None, ""])
def test_without_a_common_start_stands_the_text_of_the_other_first(base):
    assert merged(base, "Van Sam.", "Van Noor.").text == "Van Sam.\n\nVan Noor."
    assert merged(base, "Van Sam", "Van Noor", between=" / ").text == "Van Sam / Van Noor"
    assert merged(base, "Gelijk.", "Gelijk.").text == "Gelijk."


@given(TEXTS, TEXTS, TEXTS)
@example("", "a", "b")
@example("a\nb", "b", "a")
@example("a b", "ab", "a b b")
def test_nobodys_words_are_lost(base: str, theirs: str, mine: str):
    there = words_in(merged(base, theirs, mine).text)
    assert added(base, theirs) <= there
    assert added(base, mine) <= there


@given(TEXTS, TEXTS)
def test_who_changed_nothing_leaves_the_text_of_the_other(base: str, text: str):
    assert merged(base, base, text).text == text
    assert merged(base, text, base).text == text
    assert merged(base, text, text).text == text


@given(TEXTS, TEXTS)
def test_without_a_known_start_both_texts_stand_there_whole(theirs: str, mine: str):
    both = merged(None, theirs, mine).text
    assert theirs.strip() in both
    assert mine.strip() in both


def test_choices_of_two_people_come_together():
    assert chosen_by_both(["a", "b"], ["a", "b", "c"], ["b", "d"]) == ["b", "c", "d"]
    assert chosen_by_both(None, ["a"], ["b", "a"]) == ["a", "b"]


def test_long_texts_are_put_together_at_once():
    base = " ".join(f"woord{n}" for n in range(20_000))
    found = merged(base, base.replace("woord10 ", "zij "), base.replace("woord19000 ", "ik "))
    assert found.apart
    assert " zij " in found.text
    assert " ik " in found.text
