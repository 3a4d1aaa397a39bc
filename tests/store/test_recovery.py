"""Whatever happened to the files, a description opens with all that was stored, or says why not."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.contract import AN, BEGIN, BO, KOMPAS, answer, ticking
from tests.strategies import addresses_in, answers, descriptions, options
from workbench.domain.changes import Change
from workbench.domain.dialect import written
from workbench.domain.paths import star
from workbench.store import disk
from workbench.store.files import FileStore
from workbench.store.protocol import OUTSIDE, Conflict, NotFound, ProgrammeId, Unreadable


@pytest.fixture
def root(tmp_path):
    return tmp_path / "programmes"


@pytest.fixture
def again(root):
    clock = ticking()
    return lambda: FileStore(root, options(), clock)


@pytest.fixture
def yaml(root):
    return root / "voorbeeld" / "kompas.yaml"


@pytest.fixture
def journal(root):
    return root / "voorbeeld" / "kompas.journal.jsonl"


@pytest.fixture
def twice_changed(again):
    store = again()
    store.create(KOMPAS, BEGIN, AN)
    store.change(KOMPAS, AN, answer("goals.main", "Een"))
    store.change(KOMPAS, BO, answer("title", "Twee"))
    return store


def edited(path, old, new):
    path.write_bytes(path.read_bytes().replace(old, new))


def test_a_file_is_readable_and_its_journal_too(twice_changed, yaml, journal):
    assert yaml.read_text("utf-8") == written(twice_changed.open(KOMPAS).data)
    line = json.loads(journal.read_bytes().splitlines()[1])
    assert list(line) == [
        "revision", "time", "person", "kind", "path", "old", "new", "file", "hash",
    ]  # fmt: skip
    assert (line["time"], line["path"], line["old"], line["new"]) == (
        "2026-05-31T12:01:00+00:00", "goals.main", "Veilig zijn.", "Een",
    )  # fmt: skip


def test_opening_what_did_not_change_gives_the_same_value(twice_changed):
    assert twice_changed.open(KOMPAS) is twice_changed.open(KOMPAS)


def test_a_journal_line_that_was_half_written_is_dropped(twice_changed, again, journal, yaml):
    whole, before = journal.read_bytes(), yaml.read_bytes()
    stored = again().open(KOMPAS)
    for size in range(1, 40):
        journal.write_bytes(whole + b'{"revision":4,"time":"2026-05-31T12:01:00+00:00"}'[:size])
        assert again().open(KOMPAS) == stored
        assert journal.read_bytes() == whole
    assert yaml.read_bytes() == before


def test_half_a_line_seen_while_it_could_not_be_removed_spoils_no_later_change(
    twice_changed, again, journal, root, monkeypatch
):
    journal.write_bytes(journal.read_bytes() + b'{"revision":4,')
    store = again()
    monkeypatch.setattr(disk, "PATIENCE", 0.01)
    with disk.locked(root / "voorbeeld" / ".kompas.lock"):
        assert store.open(KOMPAS).revision == 3
    assert store.change(KOMPAS, AN, answer("title", "Drie")).revision == 4
    assert again().open(KOMPAS).revision == 4
    assert store.verify(KOMPAS) == []


def test_a_last_line_that_only_lacks_its_end_is_kept(twice_changed, again, journal):
    whole = journal.read_bytes()
    journal.write_bytes(whole.removesuffix(b"\n"))
    assert again().open(KOMPAS).revision == 3
    assert journal.read_bytes() == whole


def test_a_file_that_is_behind_its_journal_is_brought_up_to_date(again, yaml):
    store = again()
    store.create(KOMPAS, BEGIN, AN)
    behind = [yaml.read_bytes()]
    for n in range(3):
        store.change(KOMPAS, AN, answer("goals.main", f"Antwoord {n}"))
        behind.append(yaml.read_bytes())
    for content in behind:
        yaml.write_bytes(content)
        opened = again().open(KOMPAS)
        assert (opened.data["goals"]["main"], opened.revision) == ("Antwoord 2", 4)
        assert yaml.read_bytes() == behind[-1]
    assert store.open(KOMPAS).data == opened.data


def test_a_file_that_vanished_is_made_again_from_the_journal(twice_changed, again, yaml):
    before = yaml.read_bytes()
    yaml.unlink()
    assert again().ids() == [KOMPAS]
    assert again().open(KOMPAS).revision == 3
    assert yaml.read_bytes() == before


@given(descriptions(), descriptions(), st.data())
def test_the_journal_alone_gives_the_same_description_after_any_changes(first, second, data):
    with TemporaryDirectory() as folder:
        store = FileStore(Path(folder), options())
        store.create(KOMPAS, first, AN)
        store.change(KOMPAS, BO, lambda old: Change("whole", "", old, second))
        path = data.draw(st.sampled_from(addresses_in(second)))
        stored = store.change(KOMPAS, AN, answer(path, data.draw(answers(star(path)))))
        assert FileStore(Path(folder), options()).open(KOMPAS) == stored
        (Path(folder) / "voorbeeld" / "kompas.yaml").unlink()
        assert FileStore(Path(folder), options()).open(KOMPAS) == stored


def test_a_file_edited_by_hand_is_taken_over_at_the_next_change(twice_changed, again, yaml):
    edited(yaml, b"title: Twee", b"# opmerking\ntitle: Met de hand")
    assert twice_changed.open(KOMPAS).data["title"] == "Met de hand"
    assert len(twice_changed.history(KOMPAS)) == 3
    opened = again().change(KOMPAS, BO, answer("goals.main", "Drie"))
    assert opened.data["title"] == "Met de hand"
    assert (opened.revision, opened.saved["title"].person) == (5, OUTSIDE.name)
    *_, before, by_hand, after = twice_changed.history(KOMPAS)
    assert (before.change.new, by_hand.change.kind, after.person) == ("Twee", "whole", BO)
    assert by_hand.change.old["title"] == "Twee"
    assert by_hand.change.new["title"] == "Met de hand"
    assert again().verify(KOMPAS) == []


def test_an_edit_by_hand_is_a_conflict_only_for_who_did_not_see_it(twice_changed, yaml):
    seen = twice_changed.open(KOMPAS).revision
    edited(yaml, b"title: Twee", b"title: Met de hand")
    with pytest.raises(Conflict) as refused:
        twice_changed.change(KOMPAS, AN, answer("title", "Ik"), seen=seen)
    assert refused.value.opened.data["title"] == "Met de hand"
    assert refused.value.stamp.person == OUTSIDE.name
    seen = twice_changed.open(KOMPAS).revision
    assert twice_changed.change(KOMPAS, AN, answer("title", "Ik"), seen=seen).data["title"] == "Ik"


@pytest.mark.parametrize("has_journal", [True, False])
def test_a_second_edit_by_hand_is_a_conflict_for_who_saw_only_the_first(
    twice_changed, yaml, journal, has_journal
):
    if not has_journal:
        journal.unlink()
    edited(yaml, b"title: Twee", b"title: Met de hand")
    seen = twice_changed.open(KOMPAS).revision
    edited(yaml, b"title: Met de hand", b"title: Nog eens met de hand")
    with pytest.raises(Conflict) as refused:
        twice_changed.change(KOMPAS, AN, answer("title", "Ik"), seen=seen)
    assert refused.value.opened.data["title"] == "Nog eens met de hand"
    twice_changed.change(KOMPAS, AN, answer("goals.main", "Elders"), seen=seen)
    titles = [line.change.new["title"] for line in twice_changed.history(KOMPAS)[-3:-1]]
    assert titles == ["Met de hand", "Nog eens met de hand"]
    assert twice_changed.verify(KOMPAS) == []


def test_a_file_without_a_journal_gets_one_that_begins_with_how_it_stood(again, yaml):
    yaml.parent.mkdir(parents=True)
    yaml.write_text("goals: {main: Veilig}\ntitle: no\n", encoding="utf-8")
    store = again()
    opened = store.open(KOMPAS)
    assert opened.data == {"format_version": 1, "title": "no", "goals": {"main": "Veilig"}}
    assert store.history(KOMPAS) == []
    changed = store.change(KOMPAS, AN, answer("title", "Kompas"), seen=opened.revision)
    start, change = store.history(KOMPAS)
    assert (start.revision, start.change.kind, start.person) == (1, "whole", OUTSIDE)
    assert start.change.new == opened.data
    assert (change.revision, changed.revision) == (2, 2)
    assert set(changed.saved) == {"title", ""}
    assert store.verify(KOMPAS) == []


@pytest.mark.parametrize("content", [b"title: [\n", b"titel: x\n", b"\xff", b"", b"title: 5\n"])
def test_a_damaged_file_stays_as_it_is_and_leaves_the_others_alone(twice_changed, yaml, content):
    other = ProgrammeId("voorbeeld", "ander")
    twice_changed.create(other, {"title": "Ander"}, AN)
    yaml.write_bytes(content)
    for use in (
        twice_changed.open,
        lambda id_: twice_changed.change(id_, AN, answer("title", "x")),
    ):
        with pytest.raises(Unreadable) as refused:
            use(KOMPAS)
        assert refused.value.problems
    assert yaml.read_bytes() == content
    assert twice_changed.ids() == [other, KOMPAS]
    assert twice_changed.open(other).data["title"] == "Ander"
    assert [problem.key for problem in twice_changed.verify(KOMPAS)] == ["journal_file"]


def test_a_damaged_file_names_the_line(twice_changed, yaml):
    edited(yaml, b"title: Twee", b"titel: Twee")
    with pytest.raises(Unreadable) as refused:
        twice_changed.open(KOMPAS)
    [problem] = refused.value.problems
    assert (problem.key, problem.path, problem.line) == ("unknown_field_like", "titel", 3)


def test_something_that_is_no_file_is_no_description(twice_changed, again, root):
    (root / "voorbeeld" / "map.yaml").mkdir()
    (root / "los.yaml").write_text("title: x\n")
    (root / "voorbeeld" / "Niet Zo.yaml").write_text("title: x\n")
    assert again().ids() == [KOMPAS]
    with pytest.raises(Unreadable) as refused:
        again().open(ProgrammeId("voorbeeld", "map"))
    assert refused.value.problems[0].key == "not_readable"


def test_a_damaged_journal_does_not_keep_a_description_closed(twice_changed, again, journal):
    first, second, third = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(first + b"\x00" * len(second) + b"\n" + third)
    store = again()
    assert store.open(KOMPAS).data["goals"]["main"] == "Een"
    assert store.change(KOMPAS, AN, answer("title", "Drie")).revision == 4
    assert [(p.key, p.values) for p in store.verify(KOMPAS)] == [
        ("journal_line", {"number": 2}),
        ("journal_chain", {"number": 3}),
    ]


def test_a_description_is_never_made_from_half_a_journal(twice_changed, again, journal, yaml):
    first, _, third = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(first + b"onzin\n" + third)
    yaml.unlink()
    with pytest.raises(Unreadable) as refused:
        again().open(KOMPAS)
    assert refused.value.problems[0].key == "journal_lost"


def test_a_journal_that_became_another_of_the_same_size_is_read_anew(
    twice_changed, again, journal, yaml
):
    backup = journal.read_bytes(), yaml.read_bytes()
    twice_changed.change(KOMPAS, AN, answer("summary.goal", "Weg"))
    journal.write_bytes(backup[0])
    yaml.write_bytes(backup[1])
    again().change(KOMPAS, AN, answer("summary.goal", "Nog"))
    twice_changed.change(KOMPAS, AN, answer("title", "Verder"))
    assert twice_changed.verify(KOMPAS) == []


def test_verify_finds_a_line_that_was_changed_or_taken_out(twice_changed, again, journal):
    whole = journal.read_bytes()
    first, _, third = whole.splitlines(keepends=True)
    journal.write_bytes(whole.replace(b'"new":"Een"', b'"new":"Nee"'))
    assert [(p.key, p.values) for p in again().verify(KOMPAS)] == [("journal_chain", {"number": 2})]
    journal.write_bytes(first + third)
    gap = {"number": 2, "expected": 2, "there": 3}
    assert [(p.key, p.values) for p in again().verify(KOMPAS)] == [("journal_gap", gap)]


def test_a_journal_that_was_put_back_from_a_backup_is_read_anew(
    twice_changed, again, journal, yaml
):
    backup = journal.read_bytes(), yaml.read_bytes()
    again().change(KOMPAS, AN, answer("summary.goal", "Weg"))
    twice_changed.open(KOMPAS)
    journal.write_bytes(backup[0])
    yaml.write_bytes(backup[1])
    again().change(KOMPAS, BO, answer("title", "Nog een andere weg dan die"))
    opened = twice_changed.change(KOMPAS, AN, answer("goals.main", "Verder"))
    assert opened.revision == 5
    assert set(opened.saved) == {"title", "goals.main", ""}
    assert twice_changed.verify(KOMPAS) == []


def test_what_an_interrupted_writer_left_is_cleared_away(twice_changed, again, root):
    left = root / "voorbeeld" / ".kompas.tmp"
    left.write_text("half")
    again().open(KOMPAS)
    assert not left.exists()


@pytest.mark.parametrize("what", ["folder", "yaml", "journal"])
def test_a_link_that_leads_outside_is_not_followed(again, root, tmp_path, what):
    secret = tmp_path / "elders"
    secret.mkdir()
    (secret / "kompas.yaml").write_text("title: geheim\n")
    (secret / "kompas.journal.jsonl").write_text("")
    if what == "folder":
        root.mkdir()
        (root / "voorbeeld").symlink_to(secret)
    else:
        (root / "voorbeeld").mkdir(parents=True)
        name = "kompas.yaml" if what == "yaml" else "kompas.journal.jsonl"
        (root / "voorbeeld" / name).symlink_to(secret / name)
    store = again()
    assert store.ids() == []
    for use in (store.open, lambda id_: store.change(id_, AN, answer("title", "x"))):
        with pytest.raises(NotFound):
            use(KOMPAS)
    with pytest.raises(NotFound):
        store.create(KOMPAS, {}, AN)
    assert (secret / "kompas.yaml").read_text() == "title: geheim\n"
