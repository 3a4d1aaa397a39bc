"""What was done to a journal or a description behind the workbench's back is found and named."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.contract import AN, BEGIN, BO, KOMPAS, add, answer, order, remove, ticking
from tests.strategies import addresses_in, answers, descriptions, options
from workbench.domain.changes import Change
from workbench.domain.paths import star
from workbench.rules.frozen import fingerprint_of
from workbench.rules.history import state_at
from workbench.store import journal
from workbench.store.files import FileStore
from workbench.store.verifying import wrong


def version(name):
    return lambda data: Change("version", "", None, {"name": name, "sha256": fingerprint_of(data)})


@pytest.fixture
def store(tmp_path):
    store = FileStore(tmp_path, options(), ticking())
    store.create(KOMPAS, BEGIN, AN)
    store.change(KOMPAS, BO, answer("goals.main", "Thuis 🏠 zijn."))
    store.change(KOMPAS, AN, version("ronde 1"), writer="scherm-1")
    store.change(KOMPAS, AN, answer("title", "Kompas twee"))
    return store


@pytest.fixture
def files(store):
    return store.copy(KOMPAS)


def found(lines, text):
    return [problem.key for problem in wrong(BytesIO(lines), text, options())]


def told(lines, text):
    return [(p.key, p.values.get("number")) for p in wrong(BytesIO(lines), text, options())]


def test_what_the_store_wrote_is_right(store, files):
    assert store.verify(KOMPAS) == []
    assert found(files.journal, files.yaml) == []


@pytest.mark.parametrize(
    "other", [lambda b: b ^ 1, lambda b: 0x20, lambda b: 0x0A, lambda b: b ^ 128]
)
def test_every_changed_byte_of_the_journal_is_found(files, other):
    for place, byte in enumerate(files.journal):
        changed = bytearray(files.journal)
        changed[place] = other(byte)
        if changed[place] != byte:
            assert found(bytes(changed), files.yaml), (place, files.journal[: place + 1][-40:])


def test_every_byte_taken_out_of_the_journal_is_found(files):
    for place in range(len(files.journal)):
        shorter = files.journal[:place] + files.journal[place + 1 :]
        assert found(shorter, files.yaml), place


def test_every_changed_byte_of_the_description_is_found(files):
    for place, byte in enumerate(files.yaml):
        changed = bytearray(files.yaml)
        changed[place] = byte ^ 1
        assert found(files.journal, bytes(changed)) == ["journal_file"]


def test_a_line_that_means_the_same_but_stands_there_differently_is_found(files):
    respaced = files.journal.replace(b'"revision":2,', b'"revision": 2,')
    assert told(respaced, files.yaml) == [("journal_chain", 2)]


def test_a_line_taken_out_is_named(files):
    lines = files.journal.splitlines(keepends=True)
    for gone in range(len(lines) - 1):
        rest = b"".join(lines[:gone] + lines[gone + 1 :])
        assert told(rest, files.yaml)[0] == ("journal_gap", gone + 1)


def test_two_lines_that_changed_places_are_named(files):
    first, second, third, fourth = files.journal.splitlines(keepends=True)
    assert told(first + third + second + fourth, files.yaml) == [
        ("journal_gap", 2), ("journal_gap", 3), ("journal_gap", 4),
    ]  # fmt: skip


def test_a_last_line_that_is_gone_is_named(files):
    *lines, _ = files.journal.splitlines(keepends=True)
    assert told(b"".join(lines), files.yaml) == [("journal_file", 3)]


def test_a_last_line_that_was_cut_short_is_named(files):
    for cut in (1, 2, 40, 200):
        assert told(files.journal[:-cut], files.yaml) == [("journal_torn", 4)]


def test_looking_mends_nothing(store, files, tmp_path):
    path = tmp_path / "voorbeeld" / "kompas.journal.jsonl"
    path.write_bytes(files.journal[:-5])
    assert [problem.key for problem in store.verify(KOMPAS)] == ["journal_torn"]
    assert path.read_bytes() == files.journal[:-5]


def rewritten(lines, change):
    """Return a journal with a change in one line, and every hash made anew: a skilled forger's."""
    made, previous = [], None
    for line in lines:
        line = change(line)
        previous = journal.made(
            previous, line.time, line.person, line.change, line.file, line.writer
        )
        made.append(journal.encoded(previous))
    return b"".join(made)


def test_a_named_version_stays_what_it_was_even_if_every_hash_was_made_anew(store, files):
    def forged(line):
        if line.change.path != "goals.main":
            return line
        other = Change("answer", "goals.main", line.change.old, "Iets anders.")
        return line.__class__(**{**vars(line), "change": other})

    lines = rewritten(store.history(KOMPAS), forged)
    assert told(lines, files.yaml) == [("version_changed", 3), ("journal_leads_elsewhere", None)]


def test_a_description_that_is_lost_or_behind_its_journal_can_be_made_again(store, files):
    assert found(files.journal, None) == []
    store.change(KOMPAS, AN, answer("title", "Later"))
    assert found(store.copy(KOMPAS).journal, files.yaml) == []


def test_without_a_journal_there_is_nothing_to_verify(tmp_path):
    (tmp_path / "voorbeeld").mkdir(parents=True)
    (tmp_path / "voorbeeld" / "kompas.yaml").write_text("title: Kompas\n", "utf-8")
    assert FileStore(tmp_path, options()).verify(KOMPAS) == []


@given(data=descriptions(), draw=st.data())
def test_any_journal_leads_to_its_description_and_keeps_its_versions(data, draw, tmp_path_factory):
    store = FileStore(tmp_path_factory.mktemp("any"), options(), ticking())
    opened = store.create(KOMPAS, data, AN)
    for n in range(3):
        store.change(KOMPAS, AN, version(f"ronde {n}"))
        path = draw.draw(st.sampled_from(addresses_in(opened.data)))
        opened = store.change(KOMPAS, AN, answer(path, draw.draw(answers(star(path)))))
    assert store.verify(KOMPAS) == []
    lines = store.history(KOMPAS)
    assert fingerprint_of(state_at(lines, lines[-1].revision)) == fingerprint_of(opened.data)


def test_every_kind_of_change_can_be_followed(store):
    store.change(KOMPAS, AN, add("goals.subgoals", "c"))
    store.change(KOMPAS, AN, order("goals.subgoals", "b", "c", "a"))
    store.change(KOMPAS, AN, remove("goals.subgoals", "a"))
    store.change(KOMPAS, AN, version("ronde 2"))
    assert store.verify(KOMPAS) == []
