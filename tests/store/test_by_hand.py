"""Somebody edits a file while the workbench runs: their edit and everybody's answers are kept."""

import os
import threading
from datetime import timedelta

import pytest

from tests.store.contract import AN, BEGIN, BO, KOMPAS, START, answer, ticking
from tests.strategies import options
from workbench.domain.dialect import written
from workbench.store import stillness
from workbench.store.files import FileStore
from workbench.store.protocol import OUTSIDE, Conflict, Unreadable


@pytest.fixture
def again(tmp_path):
    clock = ticking()
    return lambda: FileStore(tmp_path, options(), clock)


@pytest.fixture
def store(again):
    store = again()
    store.create(KOMPAS, BEGIN, AN)
    return store


@pytest.fixture
def yaml(tmp_path):
    return tmp_path / "voorbeeld" / "kompas.yaml"


def text(title: str, main: str = "Veilig zijn.") -> bytes:
    goals = {**BEGIN["goals"], "main": main}
    return written({**BEGIN, "title": title, "goals": goals}).encode()


@pytest.fixture
def slowly(yaml, monkeypatch):
    """An editor that empties the file and writes the new text piece by piece."""
    monkeypatch.setattr(stillness, "QUIET", 0.3)
    begun = threading.Event()

    def write(content: bytes) -> None:
        with yaml.open("wb", buffering=0) as file:
            begun.set()
            for line in content.splitlines(keepends=True):
                file.write(line)
                threading.Event().wait(0.03)

    def start(content: bytes) -> threading.Thread:
        editor = threading.Thread(target=write, args=(content,))
        editor.start()
        begun.wait()
        return editor

    return start


def titles(store):
    return [(line.person.name, (line.change.new or {}).get("title")) for line in edits(store)]


def edits(store):
    return [line for line in store.history(KOMPAS)[1:] if line.change.kind == "whole"]


def test_a_half_written_file_is_neither_shown_nor_recorded(store, slowly, again):
    editor = slowly(text("Met de hand"))
    for seen in (store, again()):
        assert seen.open(KOMPAS).data["title"] == "Met de hand"
    editor.join()
    opened = store.change(KOMPAS, AN, answer("summary.goal", "Nieuw"))
    assert (opened.data["title"], opened.data["goals"]["subgoals"][1]["id"]) == ("Met de hand", "b")
    assert titles(store) == [(OUTSIDE.name, "Met de hand")]


def test_a_change_waits_for_an_editor_that_is_still_writing(store, slowly, yaml):
    editor = slowly(text("Met de hand"))
    opened = store.change(KOMPAS, AN, answer("summary.goal", "Nieuw"))
    editor.join()
    assert (opened.data["title"], opened.data["summary"]["goal"]) == ("Met de hand", "Nieuw")
    assert yaml.read_text("utf-8") == written(opened.data)
    assert titles(store) == [(OUTSIDE.name, "Met de hand")]


def test_who_never_stops_writing_is_waited_for_so_long_and_no_longer(store, slowly, monkeypatch):
    monkeypatch.setattr(stillness, "PATIENCE", 0.1)
    editor = slowly(text("Met de hand"))
    for use in (store.open, lambda id_: store.change(id_, AN, answer("title", "Ik"))):
        with pytest.raises(Unreadable) as refused:
            use(KOMPAS)
        assert refused.value.problems[0].key == "being_written"
    editor.join()
    assert edits(store) == []
    monkeypatch.setattr(stillness, "PATIENCE", 3.0)
    assert store.open(KOMPAS).data["title"] == "Met de hand"


def test_an_edit_that_takes_the_place_of_the_file_counts_as_well(store, yaml, again):
    for number, title in enumerate(["Een", "Twee"], start=2):
        draft = yaml.with_suffix(".yaml.nieuw")
        draft.write_bytes(text(title))
        draft.replace(yaml)
        opened = store.open(KOMPAS)
        assert (opened.data["title"], opened.revision) == (title, number)
    assert again().change(KOMPAS, AN, answer("goals.main", "Drie")).revision == 4
    assert titles(store) == [(OUTSIDE.name, "Een"), (OUTSIDE.name, "Twee")]
    assert store.verify(KOMPAS) == []


def test_a_second_edit_is_not_overwritten_by_who_saw_only_the_first(store, yaml):
    yaml.write_bytes(text("Kompas", main="Eerst met de hand"))
    seen = store.open(KOMPAS).revision
    yaml.write_bytes(text("Kompas", main="Nog eens met de hand"))
    with pytest.raises(Conflict) as refused:
        store.change(KOMPAS, AN, answer("goals.main", "Ik"), seen=seen)
    assert refused.value.opened.data["goals"]["main"] == "Nog eens met de hand"
    assert refused.value.stamp.person == OUTSIDE.name


def test_a_file_that_is_put_back_by_hand_while_the_workbench_runs_stays_so(store, yaml, again):
    before = yaml.read_bytes()
    seen = store.change(KOMPAS, AN, answer("goals.main", "Weg ermee")).revision
    yaml.write_bytes(before)
    assert store.open(KOMPAS).data == BEGIN
    assert again().open(KOMPAS).data == BEGIN
    assert yaml.read_bytes() == before
    with pytest.raises(Conflict):
        again().change(KOMPAS, BO, answer("goals.main", "Ik"), seen=seen)
    assert [line.person for line in store.history(KOMPAS)] == [AN, AN, OUTSIDE]
    assert store.verify(KOMPAS) == []


@pytest.mark.parametrize("jump", [timedelta(days=-3650), timedelta(days=3650)])
def test_a_file_with_a_time_that_cannot_be_right_is_read_all_the_same(store, yaml, again, jump):
    yaml.write_bytes(text("Met de hand"))
    moment = (START + jump).timestamp()
    os.utime(yaml, (moment, moment))
    assert store.open(KOMPAS).data["title"] == "Met de hand"
    assert again().change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 3


def test_a_clock_that_jumps_back_changes_no_order_and_no_conflict(tmp_path):
    moments = iter([START, START + timedelta(hours=3), START - timedelta(days=400), START])
    store, colleague = (
        FileStore(tmp_path, options(), lambda: next(moments)),
        FileStore(tmp_path, options(), lambda: START),
    )
    seen = store.create(KOMPAS, BEGIN, AN).revision
    store.change(KOMPAS, AN, answer("goals.main", "Eerst"))
    opened = store.change(KOMPAS, BO, answer("goals.main", "Daarna"))
    assert opened.saved[""].revision == opened.saved["goals.main"].revision == 3
    assert opened.saved[""].time == START - timedelta(days=400)
    assert colleague.open(KOMPAS) == opened
    assert [line.change.new for line in store.history(KOMPAS)[1:]] == ["Eerst", "Daarna"]
    with pytest.raises(Conflict) as refused:
        colleague.change(KOMPAS, AN, answer("goals.main", "Ik"), seen=seen)
    assert refused.value.stamp.person == BO.name
    assert store.verify(KOMPAS) == []


@pytest.mark.parametrize("name", ["Kompas.yaml", "kompás.yaml", "kompa\u0301s.yaml", "kompas.yml"])
def test_a_file_under_a_name_that_no_programme_can_have_hinders_nobody(store, yaml, name):
    from workbench.store.places import overlooked

    other = yaml.with_name(name)
    other.write_bytes(text("Ander"))
    assert store.ids() == [KOMPAS]
    assert store.open(KOMPAS).data == BEGIN
    assert overlooked(yaml.parents[1]) == [other]
