"""What people did reads in the words of the template, whatever it was."""

import pytest

from tests.rules.recorded import BEGIN, BO, Record
from workbench.documents.deeds import changes, compared, deed
from workbench.domain.changes import Change
from workbench.rules.entries import entries
from workbench.rules.history import states_at

MAIN, SUBGOALS = "goals.main", "goals.subgoals"


@pytest.fixture
def record():
    return Record()


def last(record, words, language="nl"):
    """Return the newest entry in words, and what it changed."""
    entry = entries(record.lines, words.template)[-1]
    states = states_at(record.lines, [entry.before, entry.revision])
    around = (entry, states[entry.before], states[entry.revision], words, language)
    return deed(*around), changes(*around)


def asked(words, path, language="nl"):
    return words.template.question(path).label[language]


STEPS = {
    "gewijzigd": lambda r: r.answer(MAIN, "Anders"),
    "ingevuld": lambda r: r.answer("safety.protection", "Zo"),
    "leeggemaakt": lambda r: r.answer(MAIN, None),
    "toegevoegd": lambda r: r.add(SUBGOALS, {"id": "c"}),
    "verwijderd": lambda r: r.remove(SUBGOALS, "a"),
    "andere volgorde": lambda r: r.order(SUBGOALS, "b", "a"),
    "bron of status gewijzigd": lambda r: r.note(MAIN, status="done"),
    "Versie ‘ronde 1’ vastgelegd": lambda r: r.version("ronde 1"),
    "Stand van revisie 1 teruggezet": lambda r: r.whole({"title": "x"}, of=1),
    "Buiten de werkbank veranderd": lambda r: r.whole({"title": "x"}),
    "teruggedraaid": lambda r: r.do(Change("answer", MAIN, "", "x", of=1)),
    "tekst bewaard naast die van een collega": lambda r: r.do(
        Change("aside", MAIN, {"answer": "Veilig zijn."}, {"answer": "Van mij."}), BO
    ),
}


@pytest.mark.parametrize("did", STEPS)
def test_every_deed_is_said_in_a_few_words(record, words, did):
    STEPS[did](record)
    assert last(record, words)[0].line.endswith(did)


def test_an_item_is_called_by_its_name_also_when_it_is_gone(record, words):
    record.remove(SUBGOALS, "a")
    done, [told] = last(record, words)
    assert done.label == told.label == "Subdoel Eerst"
    assert done.where == "1.2 Doelen"
    assert told.old.splitlines()[0] == f"{asked(words, f'{SUBGOALS}.*.text')}: Eerst"
    assert told.new == ""


def test_options_links_and_orders_are_said_in_words_not_in_codes(record, words):
    record.answer(f"{SUBGOALS}.a.audience", "intermediary")
    [told] = last(record, words)[1]
    label = words.template.label("audience", "intermediary").nl
    assert told.new == label != "intermediary"
    record.order(SUBGOALS, "b", "a")
    [told] = last(record, words, "en")[1]
    assert told.new == "1. subgoal Dan\n2. subgoal Eerst"
    record.note(MAIN, status="done", basis=["practice"])
    [told] = last(record, words, "en")[1]
    assert told.new.startswith("How far: Done\nRests on: ")
    assert "practice" not in told.new.split(": ")[2]


def test_a_text_that_was_put_aside_stands_beside_what_stood_there(record, words):
    STEPS["tekst bewaard naast die van een collega"](record)
    [told] = last(record, words)[1]
    assert (told.old, told.new) == ("Veilig zijn.", "Van mij.")


def test_what_others_changed_in_the_same_minutes_is_not_told_of_this_entry(record, words):
    record.note(MAIN, status="draft")
    record.answer(MAIN, "Van Bo", BO)
    record.note(MAIN, status="done")
    _, told = last(record, words)
    assert [one.what for one in told] == ["note"]


def test_two_states_are_compared_in_the_order_of_the_template(record, words):
    record.answer(MAIN, "Anders")
    record.answer("title", "Eerst")
    told = compared(BEGIN, record.data, words, "nl")
    assert [one.path for one in told] == ["title", MAIN]
