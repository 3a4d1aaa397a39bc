"""Two people at one description: whoever comes second is told, and both texts can be found."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.actions.conftest import EDITOR
from workbench.actions import aside, noting
from workbench.actions.describing import (
    add_item,
    answer,
    bring_back,
    move_item,
    put_back,
    remove_item,
)
from workbench.actions.desk import Desk, Refused
from workbench.domain.paths import value_at
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import Conflict
from workbench.store.words import load_words

MAIN, SUBGOALS = "goals.main", "goals.subgoals"
SAM = Person(name="Sam Voorbeeld", role="editor", institution="spirit")
TIMES = 100
ROOT = Path(__file__).parents[2]


@pytest.fixture
def colleague(tmp_path):
    """A colleague at another server process on the same folder."""
    return Desk(FileStore(tmp_path, load_words().options), load_words(), SAM)


@pytest.fixture
def subgoal(desk, programme):
    add_item(desk, programme, SUBGOALS, "Veilig wonen")
    return f"{SUBGOALS}.veilig-wonen"


def ids(opened):
    return [item["id"] for item in value_at(opened.data, SUBGOALS) or []]


def findable(desk, programme):
    """Return every text that stands somewhere in the history of a programme."""
    return {
        text
        for line in desk.store.history(programme)
        for side in (line.change.old, line.change.new)
        for text in texts_in(side)
    }


def texts_in(value):
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_in(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts_in(part)]
    return [value] if isinstance(value, str) else []


def test_who_comes_second_is_told_who_was_first_and_the_journal_keeps_both(
    desk, colleague, programme
):
    seen = answer(desk, programme, MAIN, "Het begin.").revision
    answer(colleague, programme, MAIN, "Van Sam.", seen=seen)
    with pytest.raises(Conflict) as refused:
        answer(desk, programme, MAIN, "Van Noor.", seen=seen)
    conflict = refused.value
    assert (conflict.stamp.person, conflict.seen) == (SAM.name, seen)
    assert value_at(conflict.opened.data, MAIN) == "Van Sam."
    assert value_at(desk.open(programme).data, MAIN) == "Van Sam."
    last = desk.store.history(programme)[-1]
    assert (last.change.kind, last.person.name) == ("aside", EDITOR.name)
    assert last.change.old == {"answer": "Van Sam."}
    assert last.change.new == {"answer": "Van Noor."}


def test_a_third_colleague_meanwhile_is_not_overwritten_by_the_choice(desk, colleague, programme):
    seen = answer(desk, programme, MAIN, "Het begin.").revision
    answer(colleague, programme, MAIN, "Van Sam.")
    with pytest.raises(Conflict):
        answer(desk, programme, MAIN, "Van Noor.", seen=seen)
    shown = desk.open(programme).revision
    answer(colleague, programme, MAIN, "Van een derde.")
    with pytest.raises(Conflict):
        answer(desk, programme, MAIN, "Van Noor.", seen=shown)
    assert value_at(desk.open(programme).data, MAIN) == "Van een derde."


def test_what_one_screen_sends_twice_is_not_kept_apart(desk, programme):
    seen = desk.open(programme).revision
    answer(desk, programme, MAIN, "Eerst", seen=seen, writer="scherm")
    with pytest.raises(Conflict):
        answer(desk, programme, MAIN, "Eerst en meer", seen=seen, writer="scherm")
    assert [line.change.kind for line in desk.store.history(programme)] == ["whole", "answer"]


def test_a_text_that_is_refused_again_and_again_is_kept_once(desk, colleague, programme):
    seen = answer(desk, programme, MAIN, "Het begin.").revision
    answer(colleague, programme, MAIN, "Van Sam.", seen=seen)
    for mine in ("Van Noor.", "Van Noor.", "Van Noor, en meer.", "Van Noor."):
        with pytest.raises(Conflict):
            answer(desk, programme, MAIN, mine, seen=seen)
    kept = [
        line.change.new for line in desk.store.history(programme) if line.change.kind == "aside"
    ]
    assert kept == [{"answer": "Van Noor."}, {"answer": "Van Noor, en meer."}]


def test_a_revision_below_nothing_cannot_have_been_seen(desk, programme):
    with pytest.raises(Refused) as refused:
        answer(desk, programme, MAIN, "Iets", seen=-1)
    assert refused.value.key == "seen_ahead"


def test_a_revision_that_is_not_there_yet_cannot_have_been_seen(desk, programme):
    with pytest.raises(Refused) as refused:
        answer(desk, programme, MAIN, "Iets", seen=desk.open(programme).revision + 1)
    assert refused.value.key == "seen_ahead"
    assert refused.value.values == {"seen": 2, "newest": 1}


def test_the_description_at_a_revision_is_told_by_the_journal(desk, programme):
    first = answer(desk, programme, MAIN, "Eén.").revision
    answer(desk, programme, MAIN, "Twee.")
    assert value_at(aside.described_at(desk, programme, first), MAIN) == "Eén."
    assert value_at(aside.described_at(desk, programme, first - 1), MAIN) is None
    assert aside.described_at(desk, programme, 99) is None


@pytest.mark.parametrize("what", ["source", "not_applicable", "status"])
def test_a_note_that_a_colleague_changed_is_not_overwritten(desk, colleague, programme, what):
    theirs, mine = ("done", "draft") if what == "status" else ("Van Sam.", "Van Noor.")
    seen = answer(desk, programme, MAIN, "Het begin.").revision
    noting.note(colleague, programme, MAIN, **{what: theirs})
    with pytest.raises(Conflict):
        noting.note(desk, programme, MAIN, seen=seen, **{what: mine})
    assert desk.open(programme).data["about"][MAIN] == {what: theirs}
    kept = desk.store.history(programme)[-1].change
    assert (kept.old, kept.new) == ({"note": {what: theirs}}, {"note": {what: mine}})


def test_another_note_at_the_same_answer_is_no_conflict(desk, colleague, programme):
    seen = answer(desk, programme, MAIN, "Het begin.").revision
    noting.note(colleague, programme, MAIN, source="Van Sam.")
    noting.note(desk, programme, MAIN, seen=seen, status="done")
    assert desk.open(programme).data["about"][MAIN] == {"source": "Van Sam.", "status": "done"}


def test_an_answer_in_an_item_that_was_removed_is_kept_and_comes_back_with_it(
    desk, colleague, programme, subgoal
):
    answer(desk, programme, f"{subgoal}.indicator", "Rust op de groep.")
    seen = answer(desk, programme, f"{subgoal}.text", "Veilig.").revision
    remove_item(colleague, programme, SUBGOALS, "veilig-wonen")
    with pytest.raises(Refused) as refused:
        answer(desk, programme, f"{subgoal}.text", "Veilig, van Noor.", seen=seen)
    assert (refused.value.key, refused.value.values["seen"]) == ("item_gone", seen)
    assert "Veilig, van Noor." in findable(desk, programme)
    gone = aside.gone(desk, programme, subgoal)
    assert (gone.item["indicator"], gone.stamp.person) == ("Rust op de groep.", SAM.name)
    opened = bring_back(desk, programme, subgoal, {f"{subgoal}.text": "Veilig, van Noor."})
    [item] = value_at(opened.data, SUBGOALS)
    assert item == {
        "id": "veilig-wonen",
        "text": "Veilig, van Noor.",
        "indicator": "Rust op de groep.",
    }


def test_an_item_that_is_there_or_never_was_is_not_brought_back(desk, programme, subgoal):
    for path, key in ((subgoal, "item_exists"), (f"{SUBGOALS}.anders", "item_unknown")):
        with pytest.raises(Refused) as refused:
            bring_back(desk, programme, path, {})
        assert refused.value.key == key


def test_an_item_that_vanished_from_the_file_can_be_brought_back(
    desk, programme, subgoal, tmp_path
):
    seen = desk.open(programme).revision
    file = tmp_path / "spirit" / "proefprogramma.yaml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("goals:")] + "# weggehaald\n", encoding="utf-8")
    with pytest.raises(Refused):
        answer(desk, programme, f"{subgoal}.text", "Van Noor.", seen=seen)
    assert aside.gone(desk, programme, subgoal).stamp.person == ""
    opened = bring_back(desk, programme, subgoal, {f"{subgoal}.text": "Van Noor."})
    assert value_at(opened.data, f"{subgoal}.text") == "Van Noor."


def test_an_item_that_a_colleague_changed_is_not_removed_unseen(
    desk, colleague, programme, subgoal
):
    seen = desk.open(programme).revision
    answer(colleague, programme, f"{subgoal}.indicator", "Van Sam.")
    with pytest.raises(Conflict):
        remove_item(desk, programme, SUBGOALS, "veilig-wonen", seen=seen)
    [line] = aside.changed_since(desk, programme, subgoal, seen)
    assert (line.person, line.change.new) == (SAM, "Van Sam.")
    remove_item(desk, programme, SUBGOALS, "veilig-wonen", seen=desk.open(programme).revision)
    assert ids(desk.open(programme)) == []


def test_what_was_typed_on_the_same_screen_does_not_hold_a_removal_up(
    desk, colleague, programme, subgoal
):
    seen = desk.open(programme).revision
    answer(desk, programme, f"{subgoal}.text", "Van Noor.", writer="scherm")
    answer(colleague, programme, MAIN, "Elders.")
    remove_item(desk, programme, SUBGOALS, "veilig-wonen", seen=seen, writer="scherm")
    assert ids(desk.open(programme)) == []


def test_what_a_colleague_did_before_my_own_typing_does_hold_a_removal_up(
    desk, colleague, programme, subgoal
):
    seen = desk.open(programme).revision
    answer(colleague, programme, f"{subgoal}.indicator", "Van Sam.")
    answer(desk, programme, f"{subgoal}.text", "Van Noor.", writer="scherm")
    with pytest.raises(Conflict):
        remove_item(desk, programme, SUBGOALS, "veilig-wonen", seen=seen, writer="scherm")


def test_two_people_who_move_items_both_get_their_move(desk, colleague, programme):
    for name in ("a", "b", "c", "d"):
        add_item(desk, programme, SUBGOALS, name)
    colleague.open(programme)
    move_item(desk, programme, SUBGOALS, "a", 1)
    assert ids(move_item(colleague, programme, SUBGOALS, "d", -1)) == ["b", "a", "d", "c"]


def test_two_people_who_add_the_same_name_get_an_item_each(desk, colleague, programme):
    add_item(desk, programme, SUBGOALS, "Veilig")
    opened, mine = add_item(colleague, programme, SUBGOALS, "Veilig")
    assert (mine, ids(opened)) == ("veilig-2", ["veilig", "veilig-2"])


def test_an_item_that_a_colleague_put_back_and_changed_stays_as_it_is(
    desk, colleague, programme, subgoal
):
    removed = remove_item(desk, programme, SUBGOALS, "veilig-wonen")
    put_back(colleague, programme, removed)
    answer(colleague, programme, f"{subgoal}.text", "Van Sam.")
    opened = put_back(desk, programme, removed)
    assert ids(opened) == ["veilig-wonen"]
    assert value_at(opened.data, f"{subgoal}.text") == "Van Sam."


def test_an_edit_of_the_file_is_a_colleague_without_a_name(desk, programme, tmp_path):
    seen = answer(desk, programme, MAIN, "Het begin.").revision
    file = tmp_path / "spirit" / "proefprogramma.yaml"
    file.write_text(file.read_text("utf-8").replace("Het begin.", "Met de hand."), "utf-8")
    with pytest.raises(Conflict) as refused:
        answer(desk, programme, MAIN, "Van Noor.", seen=seen)
    assert refused.value.stamp.person == ""
    assert {"Het begin.", "Met de hand.", "Van Noor."} <= findable(desk, programme)


def test_two_people_at_once_on_one_answer_a_hundred_times_lose_no_text(
    desk, colleague, programme, tmp_path
):
    """Both write from the same revision at the same moment, each at a store of their own."""
    start = threading.Barrier(2)
    seen = [answer(desk, programme, MAIN, "Het begin.").revision]
    conflicts = []

    def write(mine: Desk, name: str) -> None:
        for n in range(TIMES):
            start.wait()
            try:
                answer(mine, programme, MAIN, f"{name} {n}", seen=seen[-1])
            except Conflict:
                conflicts.append(n)
            if start.wait() == 0:
                seen.append(FileStore(tmp_path, load_words().options).open(programme).revision)

    people = [
        threading.Thread(target=write, args=(who, who.person.name)) for who in (desk, colleague)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    both = {f"{who.person.name} {n}" for who in (desk, colleague) for n in range(TIMES)}
    assert sorted(conflicts) == list(range(TIMES))
    assert both <= findable(desk, programme)
    assert desk.store.verify(programme) == []


def test_the_app_and_the_command_line_a_hundred_times_lose_no_text(desk, programme, tmp_path):
    """A process of its own keeps writing the same answer without having seen anything."""
    file = tmp_path / "spirit" / "proefprogramma.yaml"
    script = (
        "import sys; from workbench.cli.main import main\n"
        f"for n in range({TIMES}): main(['--programmes', sys.argv[1], 'set', sys.argv[2],"
        f" '{MAIN}', f'Terminal {{n}}'])"
    )
    command = [sys.executable, "-c", script, str(tmp_path), str(file)]
    terminal = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        for n in range(TIMES):
            seen = desk.open(programme).revision
            try:
                answer(desk, programme, MAIN, f"Noor {n}", seen=seen)
            except Conflict:
                continue
    finally:
        assert terminal.wait(60) == 0
    both = {f"{who} {n}" for who in ("Noor", "Terminal") for n in range(TIMES)}
    assert both <= findable(desk, programme)
    assert desk.store.verify(programme) == []
