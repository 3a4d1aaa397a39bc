"""What was acknowledged is never lost: not by a kill, a full disk or a colleague's process."""

import errno
import os
import random
import resource
import select
import signal
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.store.contract import AN, BEGIN, KOMPAS, add, answer
from tests.strategies import options
from workbench.store import disk
from workbench.store.files import FileStore
from workbench.store.protocol import NotStored, Opened

LONG = "Een alinea over wat het team doet, en waarom dat werkt.\n" * 40
PATHS = ["goals.main", "summary.goal", "approach.setup", "goals.subgoals.a.text"]


class Struck(BaseException):
    """Stands for a process that ends here, with no time to tidy up."""


@pytest.fixture
def again(tmp_path):
    return lambda: FileStore(tmp_path, options())


def forked(work: Callable[[], None]) -> int:
    """Start work in a process of its own and return its id."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        os._exit(1)


def said(opened: Opened, n: int) -> bool:
    """Return whether answer n, or a later one at the same path, is in the description."""
    goals, summary = opened.data.get("goals", {}), opened.data.get("summary", {})
    texts = [
        goals.get("main"), summary.get("goal"), opened.data.get("approach", {}).get("setup"),
        goals["subgoals"][0].get("text"),
    ]  # fmt: skip
    text = texts[n % 4]
    return text is not None and text.endswith("\n") and int(text.split("#")[1]) >= n


def test_fifty_kills_in_the_middle_of_saving_lose_nothing(again):
    chance = random.Random(7)
    again().create(KOMPAS, BEGIN, AN)
    n = 0
    for _ in range(50):
        reading, writing = os.pipe()

        def save_on(start: int = n, pipe: int = writing) -> None:
            store = again()
            for number in range(start, start + 10_000):
                store.change(KOMPAS, AN, answer(PATHS[number % 4], f"{LONG}#{number}#\n"))
                os.write(pipe, number.to_bytes(4, "big"))

        child = forked(save_on)
        os.close(writing)
        acknowledged = [os.read(reading, 4) for _ in range(chance.randint(1, 4))]
        # Any moment within the next save will do; this only waits, nothing is measured.
        select.select([], [], [], chance.uniform(0, 0.004))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(reading, 4):
            acknowledged.append(more)
        os.close(reading)
        assert all(acknowledged)
        n = int.from_bytes(acknowledged[-1], "big")
        store = again()
        opened = store.open(KOMPAS)
        assert all(said(opened, int.from_bytes(number, "big")) for number in acknowledged)
        assert store.verify(KOMPAS) == []
        n += 1


def test_two_processes_writing_a_hundred_changes_each_lose_none(again):
    again().create(KOMPAS, BEGIN, AN)

    def write(who: int) -> None:
        store = again()
        for n in range(100):
            store.change(KOMPAS, AN, add("goals.subgoals", f"p{who}-{n}"))

    for child in [forked(lambda who=who: write(who)) for who in range(2)]:
        assert os.waitpid(child, 0)[1] == 0
    store = again()
    ids = {item["id"] for item in store.open(KOMPAS).data["goals"]["subgoals"]}
    assert ids == {"a", "b", *(f"p{who}-{n}" for who in range(2) for n in range(100))}
    assert store.open(KOMPAS).revision == 201
    assert store.verify(KOMPAS) == []


def strike(monkeypatch, step: int, failure: BaseException) -> list[str]:
    """Let the n-th thing that is done to the disk fail, and return what was done."""
    done: list[str] = []

    def at(place: object, name: str) -> None:
        real = getattr(place, name)

        def doing(*given, **named):
            done.append(name)
            if len(done) == step:
                raise failure
            return real(*given, **named)

        monkeypatch.setattr(place, name, doing)

    at(disk.os, "write")
    at(disk.os, "fsync")
    at(disk.Path, "replace")
    return done


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("step", range(1, 8))
def test_a_crash_between_any_two_steps_leaves_before_or_after(again, monkeypatch, step, known):
    store = again()
    before = store.create(KOMPAS, BEGIN, AN)
    with monkeypatch.context() as patched:
        done = strike(patched, step, Struck())
        try:
            store.change(KOMPAS, AN, answer("goals.main", "Nieuw"))
        except Struck:
            pass
        else:
            assert len(done) < step
    opened = (store if known else again()).open(KOMPAS)
    assert opened.data["goals"]["main"] in {"Veilig zijn.", "Nieuw"}
    assert opened.revision == (2 if opened.data != before.data else 1)
    assert store.change(KOMPAS, AN, answer("title", "Verder")).revision == opened.revision + 1
    assert again().open(KOMPAS).data["title"] == "Verder"
    assert store.verify(KOMPAS) == []


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "not_allowed"), (errno.EIO, "failed")],
)
@pytest.mark.parametrize("step", range(1, 6))
def test_a_disk_that_refuses_is_told_and_changes_nothing(
    again, words, monkeypatch, step, number, key
):
    store = again()
    before = store.create(KOMPAS, BEGIN, AN)
    with monkeypatch.context() as patched:
        strike(patched, step, OSError(number, os.strerror(number)))
        with pytest.raises(NotStored) as refused:
            store.change(KOMPAS, AN, answer("goals.main", "Nieuw"))
    assert refused.value.key == key
    for texts in words.texts.values():
        assert texts(f"store.{key}", **refused.value.values)
    for opened in (store.open(KOMPAS), again().open(KOMPAS)):
        assert opened == before
    assert store.change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2
    assert again().verify(KOMPAS) == []


def test_a_disk_that_is_really_full_is_told(again, tmp_path):
    store = again()
    before = store.create(KOMPAS, BEGIN, AN)

    def write_too_much() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))
        with pytest.raises(NotStored, match="disk_full"):
            store.change(KOMPAS, AN, answer("goals.main", LONG * 10))

    assert os.waitpid(forked(write_too_much), 0)[1] == 0
    assert again().open(KOMPAS) == before
    assert again().verify(KOMPAS) == []


def test_a_folder_that_may_only_be_read_opens_and_refuses_changes(words):
    # Outside pytest's own folder, which nobody else may enter.
    with TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        FileStore(root, options()).create(KOMPAS, BEGIN, AN)
        (root / "voorbeeld" / ".kompas.lock").unlink(missing_ok=True)
        (root / "voorbeeld").chmod(0o555)

        def only_read() -> None:
            if os.geteuid() == 0:
                os.setuid(65534)
            store = FileStore(root, options())
            assert store.open(KOMPAS).data == BEGIN
            assert store.verify(KOMPAS) == []
            with pytest.raises(NotStored, match="not_allowed"):
                store.change(KOMPAS, AN, answer("goals.main", "Nieuw"))

        child = forked(only_read)
        assert os.waitpid(child, 0)[1] == 0
        (root / "voorbeeld").chmod(0o755)


def test_somebody_who_keeps_a_description_locked_is_told_and_does_not_hinder_reading(
    again, tmp_path, monkeypatch, words
):
    store = again()
    before = store.create(KOMPAS, BEGIN, AN)
    monkeypatch.setattr(disk, "PATIENCE", 0.01)
    with disk.locked(tmp_path / "voorbeeld" / ".kompas.lock"):
        with pytest.raises(NotStored) as refused:
            store.change(KOMPAS, AN, answer("goals.main", "Nieuw"))
        assert again().open(KOMPAS) == before
    assert words.texts["nl"](f"store.{refused.value.key}", **refused.value.values)
    assert refused.value.key == "busy"
