"""Whoever comes second sees both answers in words and side by side, and chooses or combines."""

import pytest

from tests.ui.conftest import EDITOR
from tests.ui.test_screens import all_html, field, is_whole, label, show, stored
from workbench.actions import describing, noting
from workbench.actions.desk import Desk
from workbench.domain.paths import value_at
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId

KOMPAS = ProgrammeId("voorbeeld", "kompas")
MAIN, SUBGOALS = "goals.main", "goals.subgoals"
SAM = Person(name="Sam Voorbeeld", role="editor", institution="voorbeeld")
BASE = "Meisjes van 12 tot 18 jaar wonen veilig."
THEIRS = "Meisjes van 12 tot 21 jaar wonen veilig."
MINE = "Meisjes van 12 tot 18 jaar wonen weer veilig."


@pytest.fixture
def sam(programmes, words):
    """A colleague at another server process on the same folder."""
    return Desk(FileStore(programmes, words.options), words, SAM)


@pytest.fixture
def section(enter, sam):
    """Return a function that opens a section for the one who will be second."""
    describing.answer(sam, KOMPAS, MAIN, BASE)
    return lambda name: show(enter(), "describe", programme="voorbeeld/kompas", section=name)


def history(sam):
    return [line.change for line in sam.store.history(KOMPAS)]


def press(app, key):
    [button] = [button for button in app.button if button.key == key]
    return button.click().run()


def keys(app):
    return {button.key for button in app.button}


def together(app, key="together/"):
    [found] = [w for w in [*app.text_area, *app.text_input] if str(w.key).startswith(key)]
    return found


def second(app, sam, mine=MINE, theirs=THEIRS):
    """Let the colleague be first with an answer, and the one at the screen second."""
    describing.answer(sam, KOMPAS, MAIN, theirs)
    return field(app, "text_area", label(MAIN)).set_value(mine).run()


def test_both_texts_stand_side_by_side_with_the_words_marked_that_differ(section, sam, programmes):
    app = second(section("goals"), sam)
    assert is_whole(app)
    shown = all_html(app)
    assert "Sam Voorbeeld heeft dit antwoord gewijzigd" in shown
    assert "<h4>Van Sam Voorbeeld, " in shown
    assert '<mark><span class="for-ear">[alleen hier: </span>21<' in shown
    assert '<mark><span class="for-ear">[alleen hier: </span>weer' in shown.replace("> ", ">")
    assert value_at(stored(programmes), MAIN) == THEIRS


def test_two_changes_in_different_places_are_proposed_as_one_text(section, sam, programmes):
    app = second(section("goals"), sam)
    both = "Meisjes van 12 tot 21 jaar wonen weer veilig."
    assert together(app).value == both
    together(app).set_value(f"{both} Samen.").run()
    press(app, f"ui.keep_both/{MAIN}")
    assert value_at(stored(programmes), MAIN) == f"{both} Samen."
    assert field(app, "text_area", label(MAIN)).value == f"{both} Samen."
    assert "heeft dit antwoord gewijzigd" not in all_html(app)


def test_two_texts_in_one_place_are_proposed_one_after_the_other(section, sam):
    app = second(section("goals"), sam, mine="Heel anders, van Noor.", theirs="Anders, van Sam.")
    assert together(app).value == "Anders, van Sam.\n\nHeel anders, van Noor."


@pytest.mark.parametrize(("choice", "kept"), [("keep_theirs", THEIRS), ("keep_mine", MINE)])
def test_whichever_is_chosen_the_other_can_be_found(section, sam, programmes, choice, kept):
    app = press(second(section("goals"), sam), f"ui.{choice}/{MAIN}")
    assert field(app, "text_area", label(MAIN)).value == kept
    assert value_at(stored(programmes), MAIN) == kept
    texts = [str((change.old, change.new)) for change in history(sam)]
    for text in (THEIRS, MINE):
        assert any(text in found for found in texts)


def test_a_third_colleague_meanwhile_is_a_new_conflict(section, sam, programmes):
    app = second(section("goals"), sam)
    describing.answer(sam, KOMPAS, MAIN, "Van een derde.")
    app = press(app, f"ui.keep_mine/{MAIN}")
    assert value_at(stored(programmes), MAIN) == "Van een derde."
    assert "derde" in all_html(app)
    press(app, f"ui.keep_mine/{MAIN}")
    assert value_at(stored(programmes), MAIN) == MINE


def test_what_was_made_of_both_survives_a_third_colleague(section, sam):
    app = second(section("goals"), sam)
    together(app).set_value("Meisjes van 12 tot 21 jaar wonen weer veilig. Samen.").run()
    describing.answer(sam, KOMPAS, MAIN, "Jonge meisjes van 12 tot 21 jaar wonen veilig.")
    app.run()
    assert together(app).value == "Jonge meisjes van 12 tot 21 jaar wonen weer veilig. Samen."


def test_choices_are_told_in_words_and_go_together(section, sam, programmes, words):
    path = "facets.chain_phases"
    options = {o.code: o.label["nl"] for o in words.template.options["chain_phase"]}
    first, second, third = list(options)[:3]
    describing.answer(sam, KOMPAS, path, [first])
    app = section("facets")
    describing.answer(sam, KOMPAS, path, [first, second])
    [pills] = [w for w in app.button_group if f"/{path}/" in str(w.key)]
    pills.set_value([first, third]).run()
    shown = all_html(app)
    for codes in ([first, second], [first, third], [first, second, third]):
        assert ", ".join(options[code] for code in codes) in shown
    press(app, f"ui.keep_both/{path}")
    assert value_at(stored(programmes), path) == [first, second, third]


def test_a_number_of_a_colleague_is_not_overwritten(section, sam, programmes):
    app = section("facets")
    describing.answer(sam, KOMPAS, "facets.age.minimum", 13)
    field(app, "text_input", "vanaf").set_value("15").run()
    assert "<h4>Van Sam Voorbeeld, " in all_html(app)
    press(app, "ui.keep_mine/facets.age.minimum")
    assert stored(programmes)["facets"]["age"]["minimum"] == 15


def test_what_is_known_about_an_answer_conflicts_as_gently(enter, sam, programmes, section):
    app = section("goals")
    key = f"marks/voorbeeld/kompas/{MAIN}"
    app.session_state[key] = True
    app.run()
    [source] = [w for w in app.text_input if f"/source/{MAIN}/" in str(w.key)]
    noting.note(sam, KOMPAS, MAIN, source="Gesprek met Sam")
    source.set_value("Gesprek met Noor").run()
    assert is_whole(app)
    assert "Gesprek met Sam" in all_html(app)
    assert together(app).value == "Gesprek met Sam / Gesprek met Noor"
    press(app, f"ui.keep_both/about/source/{MAIN}")
    assert stored(programmes)["about"][MAIN]["source"] == "Gesprek met Sam / Gesprek met Noor"


def test_what_waits_in_another_section_is_told_with_the_way_there(section, sam):
    app = show(
        second(section("goals"), sam), "describe", programme="voorbeeld/kompas", section="setup"
    )
    assert "wacht nog een antwoord van jou" in all_html(app)
    links = [link.proto.query_string for link in app.get("page_link")]
    assert any(f"question={MAIN}" in link for link in links)
    app = show(app, "describe", programme="voorbeeld/kompas", section="goals")
    assert "wacht nog een antwoord van jou" not in all_html(app)
    assert f"ui.keep_mine/{MAIN}" in keys(app)


def test_a_reason_that_a_colleague_changed_is_not_taken_back_unseen(section, sam, programmes):
    path = "summary.research"
    describing.answer(sam, KOMPAS, path, None)
    noting.note(sam, KOMPAS, path, not_applicable="Nog geen onderzoek.")
    app = section("summary")
    noting.note(sam, KOMPAS, path, not_applicable="Het onderzoek begint volgend jaar.")
    app = press(app, f"applies/{path}")
    assert "begint volgend jaar" in all_html(app)
    assert stored(programmes)["about"][path]["not_applicable"].startswith("Het onderzoek")
    app = press(app, f"ui.keep_mine/about/not_applicable/{path}")
    assert "not_applicable" not in stored(programmes).get("about", {}).get(path, {})


def test_a_conflict_in_which_both_say_the_same_by_now_is_over(section, sam):
    app = second(section("goals"), sam)
    describing.answer(sam, KOMPAS, MAIN, MINE)
    app.run()
    assert f"ui.keep_mine/{MAIN}" not in keys(app)
    assert field(app, "text_area", label(MAIN)).value == MINE


@pytest.fixture
def subgoal(section, programmes):
    """The first subgoal, open on the screen."""
    item = value_at(stored(programmes), SUBGOALS)[0]["id"]
    return press(section("goals"), f"act/open/{SUBGOALS}.{item}"), item


def wrote_in_what_is_gone(app, sam, item):
    describing.remove_item(sam, KOMPAS, SUBGOALS, item)
    path = f"{SUBGOALS}.{item}.text"
    [text] = [w for w in app.text_area if f"/{path}/" in str(w.key)]
    return text.set_value("Van Noor, te laat.").run()


def test_a_text_in_an_item_that_was_removed_is_kept_and_the_item_can_come_back(
    subgoal, sam, programmes
):
    app, item = subgoal
    before = value_at(stored(programmes), f"{SUBGOALS}.{item}")
    app = wrote_in_what_is_gone(app, sam, item)
    assert is_whole(app)
    assert "Sam Voorbeeld heeft " in all_html(app)
    assert "Van Noor, te laat." in all_html(app)
    app = press(app, f"back/{SUBGOALS}.{item}")
    after = value_at(stored(programmes), f"{SUBGOALS}.{item}")
    assert after == {**before, "text": "Van Noor, te laat."}
    assert value_at(stored(programmes), SUBGOALS)[0]["id"] == item
    assert "verwijderd" not in all_html(app)


def test_an_item_that_was_removed_may_stay_away_and_the_text_stays_findable(
    subgoal, sam, programmes
):
    app, item = subgoal
    app = press(wrote_in_what_is_gone(app, sam, item), f"let-go/{SUBGOALS}.{item}")
    assert value_at(stored(programmes), f"{SUBGOALS}.{item}") is None
    assert "Van Noor, te laat." not in all_html(app)
    assert history(sam)[-1].new == {"answer": "Van Noor, te laat."}


def test_an_answer_that_a_colleague_changed_before_removing_the_item_is_not_lost(
    subgoal, sam, programmes
):
    app, item = subgoal
    describing.answer(sam, KOMPAS, f"{SUBGOALS}.{item}.text", "Van Sam, vlak voor het verwijderen.")
    app = press(wrote_in_what_is_gone(app, sam, item), f"back/{SUBGOALS}.{item}")
    text = value_at(stored(programmes), f"{SUBGOALS}.{item}.text")
    assert text == "Van Sam, vlak voor het verwijderen."
    app = press(app, f"ui.keep_mine/{SUBGOALS}.{item}.text")
    text = value_at(stored(programmes), f"{SUBGOALS}.{item}.text")
    assert text == "Van Noor, te laat."


def test_an_item_that_a_colleague_changed_is_removed_only_after_it_was_said_what(
    subgoal, sam, programmes
):
    app, item = subgoal
    describing.answer(sam, KOMPAS, f"{SUBGOALS}.{item}.indicator", "Een ander teken, van Sam.")
    app = press(app, f"act/remove/{SUBGOALS}.{item}")
    assert is_whole(app)
    assert value_at(stored(programmes), f"{SUBGOALS}.{item}") is not None
    assert "door Sam Voorbeeld" in all_html(app)
    assert "Een ander teken, van Sam." in all_html(app)
    app = press(app, f"act/really-remove/{SUBGOALS}.{item}")
    assert value_at(stored(programmes), f"{SUBGOALS}.{item}") is None
    assert EDITOR.name == sam.store.history(KOMPAS)[-1].person.name
