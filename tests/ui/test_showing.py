"""What comes in under a widget's key is an answer to what that widget showed."""

from workbench.ui.showing import Showing

NAME = "answer/voorbeeld/kompas/goals.main"


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
