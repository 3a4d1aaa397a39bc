"""Backups: made while people work, put back in an empty folder, and never half."""

import json
import os
import resource
import signal
import stat
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store.contract import AN, BEGIN, answer
from tests.store.test_advice import asked, reply
from tests.store.test_crashes import forked
from tests.store.test_sharing import decision
from tests.store.test_verdicts import verdict
from tests.strategies import options
from tests.terminal import Terminal, examples
from workbench.actions.desk import Refused
from workbench.actions.keeping import back_up, bring_back, unpacked
from workbench.cli.main import main
from workbench.domain.people import Person
from workbench.domain.problems import Problem
from workbench.store.advice import AdviceFiles
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId, Unreadable
from workbench.store.sharing import SharingFile
from workbench.store.verdicts import NoVerdicts, VerdictFile
from workbench.store.words import load_words

BEHEER = Person(name="Bea Voorbeeld", role="administrator")
KOMPAS, HAVEN = ProgrammeId("voorbeeld", "kompas"), ProgrammeId("voorbeeld", "haven")


@pytest.fixture
def terminal(tmp_path):
    return Terminal(examples(tmp_path / "programmes"))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kopie.zip"


@pytest.fixture
def empty(tmp_path):
    return tmp_path / "leeg"


def restored(terminal, file, empty, *more):
    return terminal("restore-backup", file, "--programmes", empty, *more)


def files(folder: Path) -> dict[str, bytes]:
    """Return everything in a folder but the locks."""
    found = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_a_backup_brings_everything_back_byte_for_byte(terminal, file, empty):
    terminal("set", "voorbeeld/kompas", "goals.main", "Veilig zijn.")
    VerdictFile(terminal.programmes).add([verdict(1), verdict(2, same=False)])
    AdviceFiles(terminal.programmes).add(KOMPAS, "shared", [asked(1), reply(1)])
    AdviceFiles(terminal.programmes).add(KOMPAS, "private", [asked(2)])
    AdviceFiles(terminal.programmes).add(KOMPAS, "exchange", [asked(3)])
    SharingFile(terminal.programmes).add([decision("a/een", "goals"), decision("a/een")])
    (terminal.programmes / "voorbeeld" / "haven.yaml").write_bytes(b"titel: kapot\n")
    made = terminal("backup", "-o", file)
    assert (made.code, made.out) == (0, "")
    assert "3 programma's" in made.err
    back = restored(terminal, file, empty)
    assert files(empty) == files(terminal.programmes)
    assert back.code == 1  # one of them was damaged, and still is
    kompas, haven = (next(x for x in back.out.splitlines() if n in x) for n in ("kompas", "haven"))
    assert "klopt" in kompas
    assert "klopt niet" in haven
    assert "Bedoel je ‘title’?" in back.out


def test_a_database_is_backed_up_like_a_folder_and_comes_back_as_files(opening, file, empty):
    store = opening()
    for programme in (KOMPAS, HAVEN):
        store.create(programme, BEGIN, AN)
        store.change(programme, AN, answer("goals.main", "Anders."))
    made = back_up(store, NoVerdicts(), file, datetime.now(UTC), by=BEHEER)
    assert made.programmes == [HAVEN, KOMPAS]
    back = FileStore(empty, options())
    with file.open("rb") as opened:
        returned = list(bring_back(back, empty, unpacked(opened, empty), by=BEHEER))
    assert [(one.id, one.revisions, one.problems) for one in returned] == [
        (HAVEN, 2, []),
        (KOMPAS, 2, []),
    ]
    assert back.copy(KOMPAS) == store.copy(KOMPAS)


def test_what_is_only_for_this_server_stays_out_of_a_backup(terminal, file):
    for name in (".secret", "voorbeeld/.kompas.tmp", "voorbeeld/aantekening.txt"):
        (terminal.programmes / name).write_text("geheim")
    terminal("backup", "-o", file)
    with zipfile.ZipFile(file) as opened:
        kept = {name: opened.read(name) for name in opened.namelist()}
    names = {f"programmes/voorbeeld/{name}.yaml" for name in ("haven", "kompas", "veerkracht")}
    assert set(kept) == {"manifest.json", *names}
    assert not any(b"geheim" in content for content in kept.values())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_backup_made_in_a_storm_of_saves_restores_and_verifies(tmp_path):
    root, stop = tmp_path / "programmes", tmp_path / "stop"
    for programme in (KOMPAS, HAVEN):
        FileStore(root, options()).create(programme, BEGIN, AN)

    def save_on(path: str) -> None:
        store, n = FileStore(root, options()), 0
        while not stop.exists():
            for programme in (KOMPAS, HAVEN):
                store.change(programme, AN, answer(path, f"Antwoord {n}"))
            n += 1

    paths = ("goals.main", "goals.subgoals.a.text")
    children = [forked(lambda path=path: save_on(path)) for path in paths]
    counts = []
    for n in range(5):
        file, back = tmp_path / f"{n}.zip", tmp_path / f"terug-{n}"
        while len(FileStore(root, options()).history(HAVEN)) < 20 * (n + 1):
            threading.Event().wait(0.01)
        assert main(["backup", "-o", str(file), "--programmes", str(root)]) == 0
        assert main(["restore-backup", str(file), "--programmes", str(back)]) == 0
        counts.append(len(FileStore(back, options()).history(HAVEN)))
    stop.touch()
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    assert counts == sorted(set(counts))
    store = FileStore(root, options())
    assert [store.verify(programme) for programme in (KOMPAS, HAVEN)] == [[], []]


def test_json_tells_the_same_to_programs(terminal, file, empty):
    made = terminal("backup", "-o", file, "--json").json
    names = ["voorbeeld/haven", "voorbeeld/kompas", "voorbeeld/veerkracht"]
    assert made["programmes"] == names
    assert (made["missed"], made["overlooked"], made["bytes"]) == ({}, [], file.stat().st_size)
    back = restored(terminal, file, empty, "--json").json
    assert [(one["id"], one["valid"], one["problems"]) for one in back["programmes"]] == [
        (name, True, []) for name in names
    ]
    assert back["made"] == made["made"]


def test_a_folder_that_holds_anything_is_left_alone(terminal, file, empty):
    terminal("backup", "-o", file)
    empty.mkdir()
    (empty / ".verborgen").write_text("van mij")
    back = restored(terminal, file, empty)
    assert back.code == 1
    assert "staat al iets" in back.err
    assert list(empty.iterdir()) == [empty / ".verborgen"]
    before = files(terminal.programmes)
    assert terminal("restore-backup", file).code == 1
    assert files(terminal.programmes) == before


def test_a_bad_archive_is_refused_with_every_problem_and_leaves_nothing(terminal, file, empty):
    with zipfile.ZipFile(file, "w") as made:
        for name in ("../buiten.yaml", "/etc/cron.d/x"):
            made.writestr(name, "x")
    back = restored(terminal, file, empty)
    assert back.code == 1
    assert [name in back.err for name in ("../buiten.yaml", "/etc/cron.d/x")] == [True, True]
    assert not empty.exists()
    assert restored(terminal, file.with_name("weg.zip"), empty).code == 1


def test_nothing_to_keep_never_takes_the_place_of_a_good_backup(terminal, file, empty):
    terminal("backup", "-o", file)
    before = file.read_bytes()
    made = terminal("backup", "-o", file, "--programmes", empty)
    assert made.code == 1
    assert "Een vorige reservekopie is niet veranderd" in made.err
    assert file.read_bytes() == before
    assert list(file.parent.glob(".*.tmp")) == []


def test_a_backup_that_cannot_be_written_says_so_and_leaves_nothing_half(terminal, file, words):
    made = terminal("backup", "-o", file / "kopie.zip", "--lang", "en")
    assert made.code == 1
    assert "cannot be written here (ENOENT)" in made.err


def test_a_backup_without_a_file_is_wrong_usage(terminal):
    made = terminal("backup")
    assert (made.code, made.out) == (2, "")
    assert "-o" in made.err


def test_a_description_under_a_wrong_name_is_named(terminal, file):
    (terminal.programmes / "voorbeeld" / "Kompas 2.yaml").write_text("title: x\n")
    made = terminal("backup", "-o", file)
    assert made.code == 0
    assert "voorbeeld/Kompas 2.yaml zit niet in de reservekopie" in made.err


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(tmp_path, file, monkeypatch, capfd):
    root = examples(tmp_path / "programmes")
    real = FileStore.copy

    def copy(store, programme):
        if programme == HAVEN:
            raise Unreadable([Problem("not_readable", values={"reason": "EIO"})])
        return real(store, programme)

    monkeypatch.setattr(FileStore, "copy", copy)
    code = main(["backup", "-o", str(file), "--programmes", str(root), "--json"])
    out, err = capfd.readouterr()
    assert code == 1
    assert list(json.loads(out)["missed"]) == ["voorbeeld/haven"]
    assert "EIO" in err
    with zipfile.ZipFile(file) as opened:
        assert json.loads(opened.read("manifest.json"))["programmes"] == 2


def test_a_history_that_does_not_verify_is_in_the_backup_and_told(terminal, file):
    whole = terminal("backup", "-o", file, "--json")
    assert whole.json["doubtful"] == {}
    assert terminal("set", "voorbeeld/haven", "summary.goal", "Een ander doel.").code == 0
    journal = terminal.programmes / "voorbeeld" / "haven.journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"Een ander doel.", b"Een eigen doel."))
    made = terminal("backup", "-o", file)
    assert made.code == 0
    assert "voorbeeld/haven zit in de reservekopie, maar de geschiedenis klopt niet" in made.err


def test_a_disk_that_refuses_half_way_through_is_told(tmp_path, terminal, file, empty):
    terminal("backup", "-o", file)
    empty.mkdir()

    def put_back() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        with file.open("rb") as opened:
            kept = unpacked(opened, empty)
            with pytest.raises(Refused, match="not_brought_back"):
                list(bring_back(FileStore(empty, load_words().options), empty, kept, by=BEHEER))

    assert os.waitpid(forked(put_back), 0)[1] == 0
    assert not list(empty.rglob("*.yaml"))
