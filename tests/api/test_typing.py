"""A text that is sent while it is typed: stored as the screens store it, and never over another."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.api.conftest import HAVEN, MAIN, NOOR, SEM
from workbench.actions import describing, noting
from workbench.actions.desk import Desk
from workbench.domain.paths import value_at
from workbench.store.protocol import NotStored

SOURCE = f"/api/notes/{HAVEN}/goals.main/source"


@pytest.fixture
def colleague(store, words) -> Desk:
    return Desk(store, words, NOOR.model_copy(update={"name": "Sam Voorbeeld"}))


def stored(store, path="goals.main"):
    return value_at(store.open(HAVEN).data, path)


def test_a_text_is_stored_and_the_store_says_when_and_at_which_revision(tab, store):
    answer = tab.put(MAIN, "Meisjes wonen\r\nweer veilig.")
    last = store.history(HAVEN)[-1]
    assert answer.status == 200
    assert answer.said["text"] == stored(store) == "Meisjes wonen\nweer veilig."
    assert (answer.said["revision"], answer.said["saved"]) == (last.revision, last.time.isoformat())
    assert (last.person, last.writer) == (NOOR, "blad")


def test_an_empty_text_takes_the_answer_away(tab, store):
    assert tab.put(MAIN, "").status == 200
    assert stored(store) is None


def test_the_same_text_again_makes_no_revision(tab, store):
    first = tab.put(MAIN, "Veilig.").said
    again = tab.put(MAIN, "Veilig.", seen=0).said
    assert again == first


@pytest.mark.parametrize(("language", "text"), [("nl", "1.250"), ("en", "1,250")])
def test_a_figure_is_read_as_the_screens_read_it(tab_of, store, language, text):
    path = "research.researchability.participants_per_year"
    answer = tab_of(language=language).put(f"/api/answers/{HAVEN}/{path}", text)
    assert (answer.status, answer.said["text"], stored(store, path)) == (200, "1250", 1250)


def test_a_text_about_an_answer_is_stored_with_it(tab, store):
    assert tab.put(SOURCE, "Teamhandboek").status == 200
    assert store.open(HAVEN).programme.about["goals.main"].source == "Teamhandboek"


def test_a_text_on_what_a_colleague_changed_is_not_stored_and_both_are_told(tab, store, colleague):
    seen = store.open(HAVEN).revision
    theirs = describing.answer(colleague, HAVEN, "goals.main", "Van Sam.")
    answer = tab.put(MAIN, "Van Noor.", seen)
    assert answer.status == 409
    assert answer.said == {
        "text": "Van Sam.",
        "by": "Sam Voorbeeld",
        "revision": theirs.revision,
        "own": False,
    }
    assert stored(store) == "Van Sam."


def test_a_conflict_with_the_same_open_screen_says_so(tab, store):
    seen = store.open(HAVEN).revision
    first = tab.put(MAIN, "Eerst.", seen).said
    assert tab.put(MAIN, "Daarna.", seen).said["own"]
    assert tab.put(MAIN, "Daarna.", first["revision"]).status == 200


def test_a_text_may_go_on_from_one_that_was_stored_unheard(tab, store, colleague):
    seen = store.open(HAVEN).revision
    tab.put(MAIN, "Half", seen)
    assert tab.put(MAIN, "Half en heel", seen, base="Half").status == 200
    describing.answer(colleague, HAVEN, "goals.main", "Van Sam.")
    assert tab.put(MAIN, "Half en meer", seen, base="Half en heel").status == 409
    assert stored(store) == "Van Sam."


def test_two_fields_of_one_note_do_not_stand_in_each_others_way(tab, store, colleague):
    seen = store.open(HAVEN).revision
    noting.note(colleague, HAVEN, "goals.main", status="done")
    assert tab.put(SOURCE, "Teamhandboek", seen).status == 200
    noting.note(colleague, HAVEN, "goals.main", source="Van Sam")
    assert tab.put(SOURCE, "Van Noor", seen).status == 409
    assert store.open(HAVEN).programme.about["goals.main"].source == "Van Sam"


def test_what_does_not_fit_is_refused_in_the_persons_language(tab, tab_of, untouched):
    address = f"/api/answers/{HAVEN}/facets.age.minimum"
    dutch, english = tab.put(address, "veel"), tab_of(language="en").put(address, "many")
    assert (dutch.status, english.status) == (422, 422)
    assert dutch.said["sentence"].startswith("Hier hoort een heel getal")
    assert "whole number" in english.said["sentence"]


def test_a_character_that_cannot_be_kept_is_refused_with_the_reason(tab, untouched):
    answer = tab.put(MAIN, "Veilig\x00 wonen")
    assert answer.status == 422
    assert answer.said["sentence"]


def test_an_item_that_a_colleague_removed_is_told(tab, store, colleague):
    items = stored(store, "goals.subgoals")
    describing.remove_item(colleague, HAVEN, "goals.subgoals", items[0]["id"])
    address = f"/api/answers/{HAVEN}/goals.subgoals.{items[0]['id']}.indicator"
    assert tab.put(address, "Een vragenlijst").status == 422


@pytest.mark.parametrize(
    "address",
    [
        "/api/answers/voorbeeld/bestaat-niet/goals.main",
        f"/api/answers/{HAVEN}/goals.nonsense",
        f"/api/answers/{HAVEN}/goals.subgoals",
        f"/api/answers/{HAVEN}/facets.focus",
        f"/api/answers/{HAVEN}/format_version",
        f"/api/notes/{HAVEN}/goals.main/status",
        f"/api/notes/{HAVEN}/goals.nonsense/source",
        f"/api/answers/{HAVEN}/..",
    ],
)
def test_where_no_text_is_asked_nothing_is_found(tab_of, untouched, address):
    name = "bestaat-niet" if "bestaat-niet" in address else "haven"
    answer = tab_of(programme=type(HAVEN)("voorbeeld", name)).put(address, "Tekst")
    assert answer.status == 404


def test_a_disk_that_refuses_is_told(tab, store, words, monkeypatch, untouched):
    def full(*_, **__):
        raise NotStored("disk_full")

    monkeypatch.setattr(store, "change", full)
    answer = tab.put(MAIN, "Tekst")
    assert answer.status == 503
    told = (words.texts["nl"](key) for key in ("store.disk_full", "ui.keep_text"))
    assert answer.said["sentence"] == " ".join(told)


def test_an_accident_is_told_and_not_shown_as_saved(tab, store, monkeypatch, untouched):
    monkeypatch.setattr(store, "change", lambda *_, **__: 1 / 0)
    assert tab.put(MAIN, "Tekst").status == 500


def test_many_pages_that_save_at_once_all_find_their_text_again(tab_of, store):
    paths = ["summary.goal", "summary.approach", "summary.materials", "goals.main"]

    def typing(path):
        tab = tab_of(writer=f"blad-{path}")
        for length in range(1, 26):
            assert tab.put(f"/api/answers/{HAVEN}/{path}", f"{path} " * length).status == 200

    with ThreadPoolExecutor(len(paths)) as pool:
        list(pool.map(typing, paths))
    assert [stored(store, path) for path in paths] == [f"{path} " * 25 for path in paths]
    assert store.verify(HAVEN) == []


def test_staff_of_another_institution_change_nothing(tab_of, untouched):
    assert tab_of(person=SEM).put(MAIN, "Tekst").status == 403
