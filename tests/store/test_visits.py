"""What somebody saw, and what was worked out, is kept beside the programmes and may be lost."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.store.contract import AN, BO, KOMPAS
from workbench.domain.visits import PAUSE, caught_up, visited
from workbench.store.briefs import FileBriefs, Kept
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.visits import FOLDER, FileVisits

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SEEN = visited(None, NOON, {"voorbeeld/kompas": 3})


def test_what_somebody_saw_is_there_again_for_them_only(tmp_path):
    FileVisits(tmp_path).keep(BO, SEEN)
    assert FileVisits(tmp_path).seen(BO) == SEEN
    assert FileVisits(tmp_path).seen(AN) is None


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"time": 1}'])
def test_a_damaged_visit_is_none_and_can_be_kept_anew(tmp_path, content):
    visits = FileVisits(tmp_path)
    visits.keep(BO, SEEN)
    [file] = (tmp_path / FOLDER).iterdir()
    file.write_bytes(content)
    assert visits.seen(BO) is None
    visits.keep(BO, SEEN)
    assert visits.seen(BO) == SEEN


def test_where_nothing_can_be_kept_nothing_goes_wrong(tmp_path):
    (tmp_path / FOLDER).write_text("hier staat al een bestand")
    visits = FileVisits(tmp_path)
    visits.keep(BO, SEEN)
    assert visits.seen(BO) is None


def test_looking_again_soon_is_the_same_visit_and_later_another_one():
    again = visited(SEEN, NOON + PAUSE - timedelta(seconds=1), {"voorbeeld/kompas": 4})
    assert again.before is None
    later = visited(again, again.time + PAUSE, {"voorbeeld/kompas": 5})
    assert (later.before, later.began) == ({"voorbeeld/kompas": 4}, again.time)


def test_who_saw_everything_starts_anew():
    seen = caught_up(NOON, {"voorbeeld/kompas": 4})
    assert visited(seen, NOON, {"voorbeeld/kompas": 4}).before == {"voorbeeld/kompas": 4}


def test_what_was_worked_out_is_kept_by_state(tmp_path):
    briefs = FileBriefs(tmp_path)
    briefs.keep(KOMPAS, Kept("eerste", "kort", "lang"))
    assert briefs.all() == {KOMPAS: Kept("eerste", "kort")}
    assert briefs.contents(KOMPAS, "eerste") == "lang"
    assert briefs.contents(KOMPAS, "tweede") == ""
    briefs.keep(KOMPAS, Kept("tweede", "korter", "langer"))
    assert FileBriefs(tmp_path).contents(KOMPAS, "tweede") == "langer"


@pytest.mark.parametrize("name", ["../weg", "a/b", "", "."])
def test_nothing_is_kept_outside_the_folder(tmp_path, name):
    root = tmp_path / "programmes"
    root.mkdir()
    FileBriefs(root).keep(ProgrammeId("voorbeeld", name), Kept("x", "x", "x"))
    FileBriefs(root).keep(ProgrammeId(name, "voorbeeld"), Kept("x", "x", "x"))
    assert list(tmp_path.rglob("*")) == [root]


def test_what_is_kept_is_no_programme(tmp_path, words):
    FileBriefs(tmp_path).keep(KOMPAS, Kept("x", "x", "x"))
    FileVisits(tmp_path).keep(BO, SEEN)
    assert FileStore(tmp_path, words.options).ids() == []
