"""Two texts side by side: what stands in one of them only is marked, and nothing gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.apart import words_apart


def told(old: str, new: str) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in words_apart(old, new))


def test_a_word_is_replaced_as_a_whole():
    assert told("Het meisje is veilig.", "Het meisje wordt veilig.") == (
        "Het meisje [-is-][+wordt+] veilig."
    )


def test_words_that_were_added_leave_the_others_alone():
    assert told("Een groep.", "Een kleine groep.") == "Een [+kleine +]groep."


def test_changed_words_next_to_each_other_are_one_change():
    assert told("twee keer per week", "vier maal per week") == (
        "[-twee keer-][+vier maal+] per week"
    )


def test_equal_texts_have_no_differences():
    assert told("Eén\n\ntekst", "Eén\n\ntekst") == "Eén\n\ntekst"
    assert words_apart("", "") == []


def test_a_text_that_is_wholly_new_is_marked_as_new():
    assert told("", "Nieuw.") == "[+Nieuw.+]"


@given(st.text(), st.text())
def test_the_pieces_make_up_both_texts(old: str, new: str):
    pieces = words_apart(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "gone") == new


def test_long_texts_are_compared_at_once():
    old = " ".join(f"woord{n}" for n in range(30_000))
    pieces = words_apart(old, old.replace("woord15000 ", "anders "))
    assert [piece.kind for piece in pieces] == ["same", "gone", "new", "same"]
