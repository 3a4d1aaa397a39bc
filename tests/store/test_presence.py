"""Who is where is known to every process on a folder, for a minute, and is no description."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.contract import AN, BEGIN, BO, KOMPAS, START
from tests.strategies import options
from workbench.store.files import FileStore
from workbench.store.presence import FOLDER, GONE_AFTER, SWEPT_AFTER, FilePresence, Visit
from workbench.store.protocol import ProgrammeId

HAVEN = ProgrammeId("voorbeeld", "haven")


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def root(tmp_path) -> Path:
    root = tmp_path / "programmes"
    root.mkdir()
    return root


@pytest.fixture
def again(root, clock):
    """Return a function of which each call is another process on the same folder."""
    return lambda: FilePresence(root, clock)


def visit(clock, screen="a1", person=AN, section="goals", *, works=True):
    return Visit(screen=screen, person=person, section=section, works=works, time=clock())


def test_who_is_here_is_seen_by_another_process(again, clock):
    mine, theirs = visit(clock), visit(clock, "b2", BO, "setup", works=False)
    again().stay(KOMPAS, mine)
    again().stay(KOMPAS, theirs)
    assert again().visits(KOMPAS) == [mine, theirs]
    assert again().visits(HAVEN) == []


def test_a_screen_is_in_one_section_at_a_time(again, clock):
    again().stay(KOMPAS, visit(clock))
    moved = visit(clock, section="setup")
    again().stay(KOMPAS, moved)
    assert again().visits(KOMPAS) == [moved]


def test_who_leaves_or_is_not_heard_of_is_gone(again, clock):
    again().stay(KOMPAS, visit(clock))
    again().stay(KOMPAS, visit(clock, "b2", BO))
    again().leave(KOMPAS, "b2")
    again().leave(KOMPAS, "b2")
    assert [found.screen for found in again().visits(KOMPAS)] == ["a1"]
    clock.time += GONE_AFTER + timedelta(seconds=1)
    assert again().visits(KOMPAS) == []


def test_a_clock_that_was_set_back_shows_nobody_for_ever(again, clock):
    again().stay(KOMPAS, visit(clock))
    clock.time -= timedelta(hours=1)
    assert again().visits(KOMPAS) == []


def test_what_was_left_behind_is_cleared_away(root, again, clock):
    again().stay(KOMPAS, visit(clock))
    [file] = root.rglob("*.json")
    written = file.stat().st_mtime
    clock.time = clock.time.fromtimestamp(written, clock.time.tzinfo) + timedelta(minutes=1)
    again().visits(KOMPAS)
    assert file.exists()
    clock.time += SWEPT_AFTER
    again().visits(KOMPAS)
    assert not file.exists()


def test_nobody_becomes_a_programme_and_nothing_stands_in_the_way_of_one(root, again, clock):
    again().stay(KOMPAS, visit(clock))
    store = FileStore(root, options())
    assert store.ids() == []
    store.create(KOMPAS, BEGIN, AN)
    assert store.ids() == [KOMPAS]
    assert {path.name for path in root.iterdir()} == {FOLDER, "voorbeeld"}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"screen": 1}', b"x" * 9000])
def test_a_file_that_nobody_here_wrote_shows_nobody(root, again, clock, content):
    again().stay(KOMPAS, visit(clock))
    (root / FOLDER / "voorbeeld" / "kompas" / "zz.json").write_bytes(content)
    assert [found.screen for found in again().visits(KOMPAS)] == ["a1"]


@pytest.mark.parametrize("screen", ["../../uit", "", "a/b", "A", "." * 3])
def test_a_screen_cannot_write_outside_its_folder(root, again, clock, screen):
    again().stay(KOMPAS, visit(clock, screen))
    again().leave(KOMPAS, screen)
    assert list(root.rglob("*.json")) == []


def test_an_impossible_programme_or_a_folder_that_leads_elsewhere_keeps_nobody(
    root, again, clock, tmp_path
):
    outside = ProgrammeId("..", "kompas")
    again().stay(outside, visit(clock))
    assert again().visits(outside) == []
    (tmp_path / "elders").mkdir()
    (root / FOLDER).symlink_to(tmp_path / "elders")
    again().stay(KOMPAS, visit(clock))
    assert again().visits(KOMPAS) == []
    assert list((tmp_path / "elders").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_trouble(root, again, clock):
    (root / FOLDER).write_text("in de weg")  # nobody can make a folder here, the administrator too
    again().stay(KOMPAS, visit(clock))
    again().leave(KOMPAS, "a1")
    assert again().visits(KOMPAS) == []


def test_a_folder_that_is_not_there_is_not_made(tmp_path, clock):
    FilePresence(tmp_path / "weg", clock).stay(KOMPAS, visit(clock))
    assert not (tmp_path / "weg").exists()
