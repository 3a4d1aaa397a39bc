"""Advice at a question: asking, answering, resolving, and what is told of the text since."""

from datetime import date

import pytest

from tests.actions.conftest import ADVISOR, EDITOR
from workbench.actions import advising
from workbench.actions.advising import LONGEST, advice, ask, confide, reply, shared_advice
from workbench.actions.describing import add_item, answer, remove_item
from workbench.actions.desk import Desk, Refused
from workbench.actions.stepping import step
from workbench.documents.threads import facts, passage
from workbench.rules.advising import has_changed, open_by_section
from workbench.store.advice import AdviceFiles
from workbench.store.protocol import NotStored
from workbench.store.words import load_words

MAIN = "goals.main"


@pytest.fixture
def staff(store, tmp_path):
    known = {"today": lambda: date(2026, 11, 23), "advice": AdviceFiles(tmp_path)}
    return Desk(store, load_words(), EDITOR, **known)


@pytest.fixture
def advisor(staff):
    return Desk(staff.store, staff.words, ADVISOR, advice=staff.advice)


@pytest.fixture
def opened(staff, programme):
    return answer(staff, programme, MAIN, "Meisjes wonen veilig.\nZij gaan naar school.")


def refusal(act, *arguments, **named):
    with pytest.raises(Refused) as refused:
        act(*arguments, **named)
    return refused.value.key


def only(desk, opened):
    [thread] = advice(desk, opened)
    return thread


def test_an_advisor_asks_the_editor_answers_and_the_advisor_settles_it(staff, advisor, opened):
    thread_id = ask(advisor, opened, MAIN, "Wanneer is het veilig?", kind="must", to="Noor")
    reply(staff, opened, thread_id, "Als de begeleider dat vaststelt.")
    advising.mark_changed(staff, opened, thread_id)
    assert only(advisor, opened).state == "changed"
    advising.resolve(advisor, opened, thread_id)
    assert only(staff, opened).state == "resolved"
    advising.reopen(advisor, opened, thread_id, "Toch nog iets.")
    thread = only(staff, opened)
    assert (thread.kind, thread.to, thread.state) == ("must", "Noor", "open")
    assert [said.text for said in thread.lines][1] == "Als de begeleider dat vaststelt."


def test_a_passage_is_quoted_and_stays_readable_when_the_text_changes(staff, advisor, opened):
    ask(advisor, opened, MAIN, "Welke school?", quote="veilig. Zij gaan")
    texts = staff.words.texts["nl"]
    assert passage(only(staff, opened), opened.data, texts) == ""
    later = answer(staff, opened.id, MAIN, "Meisjes wonen thuis.")
    thread = only(staff, later)
    assert thread.asked.quote == "veilig. Zij gaan"
    assert passage(thread, later.data, texts) == texts("advice.passage_changed")
    assert has_changed(thread, later.data)


def test_a_passage_that_is_not_in_the_answer_is_refused(advisor, opened):
    assert refusal(ask, advisor, opened, MAIN, "Waarom?", quote="iets anders") == "quote_not_there"
    assert advice(advisor, opened) == []


def test_threads_stand_in_the_order_of_the_werkblad(staff, advisor, opened):
    opened, item = add_item(staff, opened.id, "goals.subgoals", "Rust")
    places = ["delivery.conditions", f"goals.subgoals.{item}.indicator", MAIN, "summary.goal"]
    known = [path for path in places if advising.is_asked(staff.words.template, path)]
    for path in known:
        ask(advisor, opened, path, "Waarom?")
    assert [t.path for t in advice(staff, opened)] == list(reversed(known))
    opened_ = open_by_section(advice(staff, opened), staff.words.template)
    assert opened_["goals"] == 2
    remove_item(staff, opened.id, "goals.subgoals", item)
    later = staff.open(opened.id)
    assert {t.path for t in advice(staff, later)} == set(known), "what is gone is still told"


def test_in_which_round_something_was_asked_is_told(staff, advisor, opened):
    now = step(advisor, opened.id, "open_round_1")
    ask(advisor, now, MAIN, "Waarom?")
    assert "adviesronde 1" in facts(only(staff, now), staff.words.texts["nl"])


def test_what_cannot_be_kept_as_advice_is_refused(staff, advisor, opened):
    assert refusal(ask, advisor, opened, MAIN, "  ") == "advice_text_needed"
    assert refusal(ask, advisor, opened, MAIN, "x" * (LONGEST + 1)) == "advice_text_unfit"
    assert refusal(ask, advisor, opened, MAIN, "a\x00b") == "advice_text_unfit"
    assert refusal(ask, advisor, opened, "goals.nergens", "Waarom?") == "no_question"
    assert refusal(ask, advisor, opened, MAIN, "Waarom?", to="x" * 200) == "advice_name_unfit"
    assert refusal(reply, staff, opened, "geen", "Daarom.") == "no_thread"


def test_personal_data_does_not_go_into_advice(staff, advisor, opened):
    assert refusal(ask, advisor, opened, MAIN, "Mail noor@voorbeeld.nl.") == "advice_personal"
    thread_id = ask(advisor, opened, MAIN, "Waarom?")
    assert refusal(reply, staff, opened, thread_id, "Bel 06-12345678.") == "advice_personal"


def test_a_private_note_is_read_by_advisors_only(staff, advisor, opened):
    confide(advisor, opened, MAIN, "Onder ons: dit is overgenomen.")
    assert only(advisor, opened).private
    assert advice(staff, opened) == []
    assert shared_advice(advisor, opened) == []
    note = only(advisor, opened)
    reply(advisor, opened, note.id, "Dat zag ik ook.")
    assert refusal(reply, staff, opened, note.id, "Wat?") == "no_thread"
    assert len(only(advisor, opened).said) == 1


def test_what_the_disk_refuses_is_told_and_nothing_is_half_kept(staff, advisor, opened, tmp_path):
    thread_id = ask(advisor, opened, MAIN, "Waarom?")
    file = next(tmp_path.rglob("*.shared.jsonl"))
    kept = file.read_bytes()
    file.unlink()
    file.mkdir()
    with pytest.raises(NotStored):
        reply(staff, opened, thread_id, "Daarom.")
    file.rmdir()
    file.write_bytes(kept)
    assert only(staff, opened).said == ()
