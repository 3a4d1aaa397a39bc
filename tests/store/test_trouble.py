"""Trouble with disks and folders, in earnest: nothing is lost, and people are told what it is."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.store.contract import AN, BEGIN, BO, KOMPAS, answer
from tests.strategies import options
from workbench.actions.assessing import overview
from workbench.actions.desk import Desk
from workbench.store.files import FileStore
from workbench.store.protocol import NotFound, NotStored, ProgrammeId, Unreadable

HAVEN = ProgrammeId("voorbeeld", "haven")
NOBODY = 65534


@pytest.fixture
def root():
    """A folder that somebody without privileges can enter, unlike pytest's own."""
    with TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o777)
        yield root


@pytest.fixture
def again(root):
    return lambda: FileStore(root, options())


@pytest.fixture
def place(root):
    return root / "voorbeeld"


@pytest.fixture
def yaml(place):
    return place / "kompas.yaml"


@pytest.fixture
def journal(place):
    return place / "kompas.journal.jsonl"


@pytest.fixture
def begun(again, place):
    store = again()
    store.create(KOMPAS, BEGIN, AN)
    store.create(HAVEN, BEGIN, AN)
    for path in place.iterdir():
        path.chmod(0o666)
    place.chmod(0o777)
    return store


def unprivileged(work: Callable[[], None]) -> None:
    """Do work in a process to which permissions apply, and fail if it fails."""
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            work()
            os._exit(0)
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0


@contextmanager
def permitted(path: Path, mode: int):
    before = stat.S_IMODE(path.stat().st_mode)
    path.chmod(mode)
    yield
    path.chmod(before)


def files(place: Path) -> dict[str, bytes]:
    kept = [path for path in place.iterdir() if not path.name.endswith(".lock")]
    return {path.name: path.read_bytes() for path in kept}


@pytest.mark.parametrize("closed", ["kompas.journal.jsonl", "kompas.yaml", ".kompas.lock"])
def test_a_file_that_may_not_be_written_refuses_changes_and_leaves_all_as_it_was(
    begun, again, place, closed
):
    before = files(place)

    def change() -> None:
        store = again()
        with pytest.raises(NotStored, match="not_allowed"):
            store.change(KOMPAS, BO, answer("goals.main", "Nieuw"))
        assert store.open(KOMPAS).data == BEGIN

    with permitted(place / closed, 0o444):
        unprivileged(change)
    assert files(place) == before
    unprivileged(lambda: again().change(KOMPAS, BO, answer("goals.main", "Nieuw")))
    assert begun.open(KOMPAS).data["goals"]["main"] == "Nieuw"


@pytest.mark.parametrize(
    ("closed", "key"),
    [("kompas.journal.jsonl", "journal_not_readable"), ("kompas.yaml", "not_readable")],
)
def test_a_file_that_may_not_be_read_says_so_and_leaves_the_others_alone(
    begun, again, place, words, closed, key
):
    def use() -> None:
        store = again()
        for act in (store.open, lambda id_: store.change(id_, BO, answer("title", "x"))):
            with pytest.raises(Unreadable) as refused:
                act(KOMPAS)
            [problem] = refused.value.problems
            assert (problem.key, problem.values) == (key, {"reason": "EACCES"})
        assert store.verify(KOMPAS)
        cards, damaged = overview(Desk(store, words, BO))
        assert [card.opened.id for card in cards] == [HAVEN]
        assert [broken.id for broken in damaged] == [KOMPAS]

    with permitted(place / closed, 0o000):
        unprivileged(use)


def test_a_folder_that_may_not_be_entered_hides_its_own_programmes_only(begun, again, root):
    other = ProgrammeId("haven", "thuis")
    begun.create(other, BEGIN, AN)

    def look() -> None:
        store = again()
        assert store.ids() == [other]
        with pytest.raises(Unreadable):
            store.open(KOMPAS)

    with permitted(root / "voorbeeld", 0o000):
        unprivileged(look)


def test_a_private_description_stays_private_with_its_journal(begun, again, yaml, journal):
    yaml.chmod(0o640)
    journal.unlink()
    again().change(KOMPAS, AN, answer("goals.main", "Nieuw"))
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (yaml, journal)}
    assert modes == {0o640}


def test_a_new_description_is_as_open_as_the_administrator_chose(root, place):
    def create() -> None:
        os.umask(0o027)
        FileStore(root, options()).create(KOMPAS, BEGIN, AN)

    unprivileged(create)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in place.iterdir()}
    assert modes == {0o640}
    assert stat.S_IMODE(place.stat().st_mode) == 0o750


def test_a_folder_that_was_renamed_under_the_workbench_takes_nothing_along(
    begun, again, root, place
):
    before = begun.open(KOMPAS)
    place.rename(root / "voorbeeld-oud")
    with pytest.raises(NotFound):
        begun.change(KOMPAS, AN, answer("goals.main", "Nieuw"))
    assert not place.exists()
    moved = ProgrammeId("voorbeeld-oud", "kompas")
    assert begun.open(moved).data == before.data
    (root / "voorbeeld-oud").rename(place)
    assert begun.open(KOMPAS) == before
    assert begun.change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2
    assert again().verify(KOMPAS) == []


def test_a_folder_that_goes_in_the_middle_of_a_change_is_told_and_comes_back_whole(
    begun, again, root, place
):
    def rename(data):
        place.rename(root / "voorbeeld-oud")
        return answer("goals.main", "Nieuw")(data)

    with pytest.raises(NotStored, match="gone"):
        begun.change(KOMPAS, AN, rename)
    (root / "voorbeeld-oud").rename(place)
    assert again().open(KOMPAS).data == BEGIN
    assert begun.change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2


def test_a_lock_file_that_a_killed_process_left_or_that_went_hinders_nobody(begun, again, place):
    reading, writing = os.pipe()

    def hold(data):
        os.write(writing, b"!")
        signal.pause()

    child = os.fork()
    if not child:
        again().change(KOMPAS, AN, hold)
        os._exit(1)
    assert os.read(reading, 1) == b"!"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert (place / ".kompas.lock").exists()
    assert begun.change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2
    (place / ".kompas.lock").unlink()
    assert begun.change(KOMPAS, AN, answer("goals.main", "Nog een")).revision == 3


def test_what_stands_behind_the_journal_and_cannot_be_cleared_away_stops_saving(
    begun, again, journal, monkeypatch
):
    from workbench.store import disk

    with journal.open("ab") as file:
        file.write(b'{"revision":2,')
    before = journal.read_bytes()

    def broken(*_):
        raise OSError(5, "I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(disk, "cut", broken)
        with pytest.raises(NotStored, match="journal_uneven"):
            again().change(KOMPAS, AN, answer("goals.main", "Nieuw"))
    assert journal.read_bytes() == before
    assert again().change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2
    assert again().verify(KOMPAS) == []


def test_another_history_of_the_same_size_is_noticed_by_a_server_that_knew_the_first(
    begun, again, place
):
    begun.open(KOMPAS)
    for path in place.iterdir():
        path.unlink()
    again().create(KOMPAS, BEGIN, AN)
    begun.change(KOMPAS, AN, answer("goals.main", "Nieuw"))
    assert again().verify(KOMPAS) == []


FULL = """
import sys
from pathlib import Path
from tests.store.contract import AN, BEGIN, KOMPAS, answer
from tests.strategies import options
from workbench.store.files import FileStore
from workbench.store.protocol import NotStored

root, stuffed = Path(sys.argv[1]), Path(sys.argv[1]) / "vol"
store = FileStore(root, options())
store.create(KOMPAS, BEGIN, AN)
folder = root / "voorbeeld"
for free in range(0, 60_000, 4096):
    stuffed.unlink(missing_ok=True)
    with stuffed.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
        file.truncate(max(0, file.tell() - free))
    before, last = store.open(KOMPAS), store.history(KOMPAS)[-1]
    try:
        store.change(KOMPAS, AN, answer("goals.main", f"{free} " * 2000))
    except NotStored as refused:
        assert refused.key == "disk_full", refused.key
        print("refused")
        for seen in (store, FileStore(root, options())):
            assert seen.open(KOMPAS) == before
            assert seen.history(KOMPAS)[-1] == last
        assert not (folder / ".kompas.tmp").exists()
    else:
        print("stored")
        assert FileStore(root, options()).open(KOMPAS) == store.open(KOMPAS) != before
    assert store.verify(KOMPAS) == []
"""


def test_a_disk_that_fills_up_at_any_point_of_a_save_stores_it_whole_or_not_at_all(tmp_path):
    script = 'mount -t tmpfs -o size=256k tmpfs "$1" && exec "$2" -c "$3" "$1"'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "-"]
    allowed = subprocess.run([*command[:4], "true"], capture_output=True, check=False)
    if allowed.returncode:
        pytest.skip("this machine lets nobody make a small disk of their own")
    arguments = [tmp_path, sys.executable, FULL]
    done = subprocess.run(
        [*command, *map(str, arguments)],
        capture_output=True,
        check=False,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    outcomes = done.stdout.split()
    assert {"refused", "stored"} == set(outcomes)
