"""What comes in under a widget's key is an answer to what that widget showed."""

import gc

import pytest

from workbench.actions.fields import Saved
from workbench.ui.showing import Showing, told

NAME = "answer/voorbeeld/kompas/goals.main"


def drawn(showing, stored, revision):
    """Draw one screen with one field, and return the field's key."""
    showing.begin()
    key = showing.key(NAME, stored, revision)
    showing.finish()
    return key


def left(showing):
    """Draw another screen."""
    showing.begin()
    showing.finish()


def typed(showing, key, text, revision, stored=None):
    """Save a text past the session, as the page does while somebody types."""
    saved = Saved(text if stored is None else stored, revision, None)
    assert told(showing.writer, key, text, lambda: saved) == saved


def test_a_widget_stays_while_it_shows_what_is_stored():
    showing = Showing()
    key = showing.key(NAME, "Veilig wonen.", 3)
    assert showing.key(NAME, "Veilig wonen.", 4) == key
    assert showing.seen(key) == 4


def test_an_own_answer_that_was_stored_leaves_the_widget_in_place():
    showing = Showing()
    key = showing.key(NAME, "Oud.", 3)
    showing.accept(key, "Nieuw.", 4)
    assert showing.key(NAME, "Nieuw.", 4) == key
    assert not showing.is_new(key, "Nieuw.")
    assert showing.is_new(key, "Oud.")


def test_another_answer_in_the_store_gets_another_widget_and_the_old_one_keeps_what_it_showed():
    showing = Showing()
    old = showing.key(NAME, "Van mij.", 3)
    new = showing.key(NAME, "Van een collega.", 4)
    assert new != old
    assert (showing.seen(old), showing.seen(new)) == (3, 4)
    assert not showing.is_new(old, "Van mij.")
    assert showing.is_new(old, "Nog van mij.")


def test_an_answer_that_comes_back_does_not_get_its_old_widget_back():
    showing = Showing()
    keys = [showing.key(NAME, answer, n) for n, answer in enumerate(["a", "b", "a"])]
    assert len(set(keys)) == 3


def test_a_field_that_was_used_is_renewed():
    showing = Showing()
    used = showing.key("new/voorbeeld/kompas/goals.subgoals", "")
    showing.renew(used)
    assert showing.key("new/voorbeeld/kompas/goals.subgoals", "") != used


def test_two_sessions_have_no_key_in_common():
    assert Showing().key(NAME, "", 1) != Showing().key(NAME, "", 1)


def test_a_field_stays_with_its_first_text_while_what_is_typed_in_it_is_saved():
    showing = Showing()
    key = drawn(showing, "", 3)
    typed(showing, key, "Veilig", 4)
    assert drawn(showing, "Veilig", 4) == key
    typed(showing, key, "Veilig wonen", 6)
    assert drawn(showing, "Veilig wonen", 7) == key
    assert showing.drawn(key) == ""
    assert showing.seen(key) == 7


def test_a_drawing_that_began_before_a_text_was_saved_leaves_the_field_and_what_is_known_of_it():
    showing = Showing()
    key = drawn(showing, "", 3)
    typed(showing, key, "Veilig", 4)
    typed(showing, key, "Veilig wonen", 5)
    assert drawn(showing, "Veilig", 4) == key
    assert showing.seen(key) == 5
    assert drawn(showing, "Veilig wonen", 5) == key


def test_what_a_colleague_stored_after_it_takes_the_place_of_what_was_typed():
    showing = Showing()
    key = drawn(showing, "", 3)
    typed(showing, key, "Van mij.", 4)
    new = drawn(showing, "Van een collega.", 5)
    assert new != key
    assert showing.drawn(new) == "Van een collega."


def test_a_field_that_was_away_comes_back_with_what_is_stored():
    showing = Showing()
    key = drawn(showing, "", 3)
    typed(showing, key, "Veilig", 4)
    left(showing)
    back = drawn(showing, "Veilig", 4)
    assert back != key
    assert showing.drawn(back) == "Veilig"


def test_a_field_that_was_away_and_has_not_changed_keeps_its_key():
    showing = Showing()
    key = drawn(showing, "Veilig", 3)
    left(showing)
    assert drawn(showing, "Veilig", 5) == key


def test_a_drawing_that_is_cut_short_takes_no_field_from_the_page():
    showing = Showing()
    key = drawn(showing, "", 3)
    typed(showing, key, "Veilig", 4)
    showing.begin()  # and a next click cuts it short here
    assert drawn(showing, "Veilig", 4) == key


def test_a_text_that_comes_late_is_not_saved_over_what_was_typed_since():
    showing = Showing()
    key = drawn(showing, "", 3)
    for revision, text in enumerate(["Veilig", "Veilig wonen", "Veilig wonen!"], 4):
        typed(showing, key, text, revision)
    assert not showing.is_new(key, "Veilig")
    assert not showing.is_new(key, "Veilig wonen!")
    assert showing.is_new(key, "Veilig wonen, altijd.")


def test_a_text_that_was_left_and_typed_on_comes_late_as_well():
    showing = Showing()
    key = drawn(showing, "", 3)
    showing.accept(key, "Veilig", 4)
    typed(showing, key, "Veilig wonen", 5)
    assert not showing.is_new(key, "Veilig")


def test_a_choice_that_is_made_again_is_new():
    showing = Showing()
    key = drawn(showing, [], 3)
    showing.accept(key, ["a"], 4)
    showing.accept(key, ["a", "b"], 5)
    assert showing.is_new(key, ["a"])


def test_a_figure_counts_as_the_field_would_show_it_and_is_put_right_when_it_is_left():
    showing = Showing()
    key = drawn(showing, "", 3)
    typed(showing, key, "1,50", 4, stored="1,5")
    assert drawn(showing, "1,5", 4) == key
    assert showing.is_new(key, "1,50")
    showing.accept(key, "1,50", 4)
    assert drawn(showing, "1,5", 4) != key


def test_what_was_not_saved_is_not_heard():
    showing = Showing()
    key = drawn(showing, "", 3)
    with pytest.raises(ZeroDivisionError):
        told(showing.writer, key, "Veilig", lambda: 1 / 0)
    assert showing.is_new(key, "Veilig")


def test_a_text_of_a_screen_that_is_gone_is_saved_all_the_same():
    showing = Showing()
    writer, saved = showing.writer, Saved("Veilig", 4, None)
    del showing
    gc.collect()
    assert told(writer, "a key", "Veilig", lambda: saved) == saved
