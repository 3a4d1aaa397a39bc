"""The screens that look back: what they say, to whom, and that every button does what it says."""

import pytest

from tests.ui.conftest import ADVISOR, EDITOR, READER
from tests.ui.test_screens import all_html, is_whole, show, titles
from workbench.actions import describing, noting
from workbench.actions.desk import Desk
from workbench.actions.going_back import name_version, restore
from workbench.actions.history import history, opened_at
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.words import load_words
from workbench.ui.history_views import Chosen
from workbench.ui.presenters import history as presenter
from workbench.ui.presenters.history import Looking, timeline

KOMPAS = ProgrammeId("voorbeeld", "kompas")
MAIN, SUBGOALS = "goals.main", "goals.subgoals"
SAM = Person(name="Sam Voorbeeld", role="editor", institution="voorbeeld")


@pytest.fixture
def written(programmes):
    """A store in which two people changed something, and one version was named."""
    store, words = FileStore(programmes, load_words().options), load_words()
    noor, sam = Desk(store, words, EDITOR), Desk(store, words, SAM)
    describing.answer(noor, KOMPAS, MAIN, "Meisjes wonen veilig.")
    name_version(noor, KOMPAS, "ronde 1")
    describing.answer(sam, KOMPAS, MAIN, "Meisjes wonen weer thuis.")
    noting.note(sam, KOMPAS, "title", status="draft")
    first = store.open(KOMPAS).data["goals"]["subgoals"][0]
    describing.remove_item(noor, KOMPAS, SUBGOALS, first["id"])
    return noor


@pytest.fixture
def looking(written):
    return Looking(history(written, KOMPAS), written.words, "nl", "Europe/Amsterdam")


def lines(view):
    return [entry.line for day in view.days for entry in day.entries]


def label(path):
    return load_words().template.question(path).label.nl


def press(app, text):
    [button] = [b for b in app.button if b.label == text]
    return button.click().run()


def say(key, **values):
    return load_words().texts["nl"](key, **values)


# --- the timeline


def test_the_timeline_says_who_did_what_newest_first(looking):
    told = lines(timeline(looking, Chosen()))
    assert told[0].endswith(": verwijderd")
    assert "Subdoel" in told[0]
    assert told[1].endswith(": bron of status gewijzigd")
    assert f"Sam Voorbeeld · 1.2 Doelen, {label(MAIN)}: gewijzigd" in told[2]
    assert told[3].endswith("Versie ‘ronde 1’ vastgelegd")
    assert told[5].endswith("Begin van de geschiedenis")


def test_the_timeline_can_be_of_one_person_one_section_or_one_question(looking):
    assert len(lines(timeline(looking, Chosen(person="Sam Voorbeeld")))) == 2
    goals = lines(timeline(looking, Chosen(section="goals")))
    did = [line.rpartition(": ")[2] for line in goals[:3]]
    assert did == ["verwijderd", "gewijzigd", "gewijzigd"]
    assert len(goals) == 4
    assert len(lines(timeline(looking, Chosen(path="title")))) == 2
    assert presenter.people(looking) == {
        "": say("ui.outside"), "Noor Voorbeeld": "Noor Voorbeeld", "Sam Voorbeeld": "Sam Voorbeeld",
    }  # fmt: skip
    assert list(presenter.sections(looking)) == ["colophon", "goals"]
    assert presenter.asked(looking, "goals", {}) == {MAIN: label(MAIN), SUBGOALS: label(SUBGOALS)}


def test_a_long_timeline_has_pages_and_every_entry_once(written):
    for n in range(60):
        describing.answer(written, KOMPAS, "title" if n % 2 else "summary.goal", f"Keer {n}")
        noting.note(written, KOMPAS, MAIN, source=f"Keer {n}")
        restore(written, KOMPAS, 2)
    looking = Looking(history(written, KOMPAS), written.words, "nl", "Europe/Amsterdam")
    first = timeline(looking, Chosen())
    assert len(lines(first)) == presenter.PAGE
    pages = [timeline(looking, Chosen(page=n)) for n in range(first.pages)]
    revisions = [e.revision for page in pages for day in page.days for e in day.entries]
    assert len(revisions) == len(set(revisions)) == len(looking.found.entries)
    assert timeline(looking, Chosen(page=99)).page == first.pages - 1


def test_an_entry_opens_to_what_differs_and_one_question_shows_only_itself(written, looking):
    told, more = presenter.details(looking, 4)
    assert [(one.label, one.new, more) for one in told] == [
        (label(MAIN), "Meisjes wonen weer thuis.", 0)
    ]
    restore(written, KOMPAS, 2)
    again = Looking(history(written, KOMPAS), written.words, "nl", "Europe/Amsterdam")
    last = again.found.entries[-1].revision
    assert len(presenter.details(again, last)[0]) == 3
    assert [one.path for one in presenter.details(again, last, MAIN)[0]] == [MAIN]


def test_a_removed_item_reads_as_it_was_with_every_answer(looking):
    [told], _ = presenter.details(looking, looking.found.entries[-1].revision)
    assert told.what == "removed"
    assert told.new == ""
    assert len(told.old.splitlines()) >= 5


def test_a_state_can_be_held_against_now_a_version_or_the_one_before_it(looking):
    options = presenter.to_compare(looking, 5, None)
    assert list(options) == [0, 6, 4, 3]
    assert options[0] == say("ui.revision.now")
    assert options[3] == "Versie ‘ronde 1’ (revisie 3)"
    assert 2 in presenter.to_compare(looking, 5, 2)
    assert 99 not in presenter.to_compare(looking, 5, 99)


# --- the screens


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("person", [EDITOR, READER, ADVISOR])
def test_the_history_opens_for_everybody_and_only_writers_can_go_back(
    written, enter, person, language
):
    app = show(enter(person, language), "history", programme="voorbeeld/kompas")
    assert is_whole(app)
    assert titles(app) == [load_words().texts[language]("ui.history.title")]
    assert bool([b for b in app.button if b.key == "undo-last"]) == (person == EDITOR)
    for view in ("read", "differences"):
        show(app, "revision", programme="voorbeeld/kompas", revision="2", view=view)
        assert is_whole(app)
        offered = [b for b in app.button if b.key == "restore-button"]
        assert bool(offered) == (person == EDITOR and view == "differences")


@pytest.mark.parametrize("name", ["leeg", "kompas", "veerkracht"])
def test_a_programme_that_nobody_changed_has_an_empty_history(enter, name):
    app = show(enter(), "history", programme=f"voorbeeld/{name}")
    assert is_whole(app)
    assert [info.value for info in app.info] == [say("ui.history.nothing")]


@pytest.mark.parametrize("revision", ["99", "0", "-1", "x", "", "9" * 30])
def test_a_link_to_a_revision_that_is_not_there_says_so(written, enter, revision):
    for screen in ("revision", "report"):
        app = show(enter(), screen, programme="voorbeeld/kompas", revision=revision)
        assert not app.exception
    app = show(enter(), "revision", programme="voorbeeld/kompas", revision=revision)
    assert len(app.error) == 1


def test_a_version_without_a_name_is_asked_for_one_at_its_field(written, enter):
    app = show(enter(), "history", programme="voorbeeld/kompas")
    press(app, say("ui.history.record"))
    assert [error.value for error in app.error] == [say("action.version_name_needed")]
    app.text_input[0].set_value("ronde 2")
    press(app, say("ui.history.record"))
    assert not app.error
    assert app.text_input[0].value == ""


def test_the_last_changes_are_undone_one_after_the_other(written, enter):
    app = show(enter(), "history", programme="voorbeeld/kompas")
    before = [opened_at(written, KOMPAS, n).data for n in (5, 4, 3)]
    for data in before:
        press(app, say("ui.history.undo_last"))
        assert written.open(KOMPAS).data == data
        assert [said.value for said in app.success]


def test_an_earlier_state_is_put_back_after_seeing_what_that_changes(written, enter):
    then = opened_at(written, KOMPAS, 2).data
    query = {"programme": "voorbeeld/kompas", "revision": "2", "view": "differences"}
    app = show(enter(), "revision", **query)
    assert say("ui.revision.differences", n=3) in all_html(app)
    press(app, say("ui.revision.restore"))
    assert written.open(KOMPAS).data == then
    assert say("ui.revision.same") in all_html(app)
    assert not [b for b in app.button if b.key == "restore-button"]


def test_what_a_colleague_changed_since_it_was_shown_is_not_put_back_unseen(written, enter):
    query = {"programme": "voorbeeld/kompas", "revision": "2", "view": "differences"}
    app = show(enter(), "revision", **query)
    describing.answer(Desk(written.store, written.words, SAM), KOMPAS, "title", "Van Sam")
    press(app, say("ui.revision.restore"))
    assert written.open(KOMPAS).data["title"] == "Van Sam"
    assert "Sam Voorbeeld heeft intussen" in app.error[0].value
    assert say("ui.revision.differences", n=4) in all_html(app)


def test_what_came_over_it_is_shown_before_anything_is_undone(written, enter):
    app = show(enter(), "history", programme="voorbeeld/kompas", of=MAIN)
    app.session_state["entry/voorbeeld/kompas/2"] = True
    app.run()
    key = "back/entry/voorbeeld/kompas/2"
    app.button(key=key).click().run()
    assert [w.value for w in app.warning] == [say("ui.history.over")]
    assert written.open(KOMPAS).data["goals"]["main"] == "Meisjes wonen weer thuis."
    press(app, say("ui.history.over.below"))
    main = written.open(KOMPAS).data["goals"]["main"]
    assert main.startswith("Meisjes wonen weer thuis.\n\nBinnen")
    assert not app.warning


def test_a_version_is_named_once(written, enter):
    app = show(enter(), "history", programme="voorbeeld/kompas")
    for name in ("ronde 2", "ronde 2"):
        [field] = [f for f in app.text_input if f.label == say("ui.history.name")]
        field.set_value(name)
        press(app, say("ui.history.record"))
    assert [v.name for v in history(written, KOMPAS).versions] == ["ronde 1", "ronde 2"]
    assert "ronde 2" in app.error[0].value


def test_a_damaged_history_says_so_in_a_whole_frame(written, enter, programmes):
    file = programmes / "voorbeeld" / "kompas.journal.jsonl"
    first, _, *rest = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([first, b"onzin\n", *rest]))
    app = show(enter(), "history", programme="voorbeeld/kompas")
    assert not app.exception
    assert "beschadigd" in app.error[0].value
    app = show(enter(), "revision", programme="voorbeeld/kompas", revision="4")
    assert "beschadigd" in app.error[0].value


def test_a_question_leads_to_its_history_only_if_it_has_one(written, enter):
    app = show(enter(), "describe", programme="voorbeeld/kompas", section="goals")
    labels = [link.proto.label for link in app.get("page_link")]
    assert labels.count(say("ui.history.of_question")) == 1 + 2
    fresh = show(enter(), "describe", programme="voorbeeld/haven", section="goals")
    labels = [link.proto.label for link in fresh.get("page_link")]
    assert labels.count(say("ui.history.of_question")) == 1  # the way to the screen itself
