"""Moving from files to a database and back loses nothing, and overwrites nothing."""

import shutil
from pathlib import Path

import pytest

from tests.awkward_strings import AWKWARD
from tests.postgres import PASSWORD
from tests.store.contract import AN, BO, answer
from tests.store.test_advice import KOMPAS, asked, reply
from tests.store.test_sharing import decision
from tests.store.test_verdicts import verdict
from tests.strategies import options
from tests.terminal import Terminal, examples
from workbench.store.advice import AdviceFiles, everything
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.sharing import SharingFile
from workbench.store.verdicts import VerdictFile

DAMAGED = {
    "leeg.yaml": b"",
    "kapot.yaml": b"titel: \xff\x00\r\n\tx",
    "half.yaml": b"title: Half\n",
    "half.journal.jsonl": b'{"revision":1,\n\x00\xff\r\n\n{"revision":2',
    "kwijt.journal.jsonl": b"",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The examples, a long history, awkward words and damaged files."""
    folder = examples(tmp_path_factory.mktemp("made") / "programmes")
    store = FileStore(folder, options())
    kompas, awkward = ProgrammeId("voorbeeld", "kompas"), ProgrammeId("elders", "lastig-1")
    for n, text in enumerate(AWKWARD[::6]):
        store.change(kompas, (AN, BO)[n % 2], answer("goals.main", text or None))
    authors = [{"id": f"a{n}", "name": text} for n, text in enumerate(AWKWARD)]
    store.create(awkward, {"colophon": {"authors": authors}}, AN)
    haven = ProgrammeId("voorbeeld", "haven")
    store.change(haven, AN, answer("title", "Met de hand hierna"))
    with (folder / "voorbeeld" / "haven.yaml").open("a") as file:
        file.write("# met de hand\n")
    shutil.copy(
        folder / "voorbeeld" / "kompas.journal.jsonl", folder / "elders" / "weg.journal.jsonl"
    )
    for name, content in DAMAGED.items():
        (folder / "elders" / name).write_bytes(content)
    return folder


@pytest.fixture
def terminal(made, tmp_path):
    return Terminal(shutil.copytree(made, tmp_path / "programmes"))


@pytest.fixture
def in_database(terminal, emptied):
    """The same person, for whom the database holds the programmes."""
    return Terminal(terminal.programmes, emptied)


def content(folder: Path) -> dict[str, bytes]:
    """Return every description and every journal in a folder."""
    found = [path for path in folder.rglob("*") if path.is_file() and path.name[0] != "."]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def outcomes(result) -> dict[str, str]:
    return {one["id"]: one["outcome"] for one in result.json["programmes"]}


def test_there_and_back_is_the_same_byte_for_byte(terminal, in_database, emptied, tmp_path):
    before, back = content(terminal.programmes), tmp_path / "terug" / "programmes"
    there = terminal("transfer", "--to", emptied, "--json")
    assert (there.code, set(outcomes(there).values())) == (0, {"copied"})
    assert len(outcomes(there)) == 9
    assert in_database("transfer", "--to", back).code == 0
    assert content(back) == before == content(terminal.programmes)


def test_what_was_done_in_the_database_comes_back_too(terminal, in_database, emptied, tmp_path):
    assert terminal("transfer", "--to", emptied).code == 0
    before = content(terminal.programmes)
    assert in_database("set", "voorbeeld/kompas", "goals.main", "In de database.").code == 0
    assert content(terminal.programmes) == before
    assert in_database("transfer", "--to", tmp_path / "terug").code == 0
    store = FileStore(tmp_path / "terug", options())
    kompas = ProgrammeId("voorbeeld", "kompas")
    assert store.open(kompas).programme.goals.main == "In de database."
    assert store.history(kompas)[-1].person.name == "Noor Voorbeeld"
    assert store.verify(kompas) == []


def test_what_advisors_decided_goes_along(terminal, in_database, emptied, tmp_path):
    made = [verdict(1), verdict(2, same=False), verdict(1, same=None)]
    VerdictFile(terminal.programmes).add(made)
    AdviceFiles(terminal.programmes).add(KOMPAS, "private", [asked(1), reply(1)])
    there = terminal("transfer", "--to", emptied, "--json")
    assert outcomes(there)["verdicts"] == outcomes(there)["advice"] == "copied"
    in_database("transfer", "--to", tmp_path / "terug")
    assert list(VerdictFile(tmp_path / "terug").all()) == made
    assert everything(AdviceFiles(tmp_path / "terug")) == {
        (KOMPAS, "private"): (asked(1), reply(1))
    }
    VerdictFile(terminal.programmes).add([verdict(3)])
    again = terminal("transfer", "--to", emptied, "--json")
    assert (again.code, outcomes(again)["verdicts"]) == (1, "there")


def test_what_institutions_share_goes_along(terminal, in_database, emptied, tmp_path):
    made = [decision("a/een", "goals"), decision("a/twee", "setup"), decision("a/een")]
    SharingFile(terminal.programmes).add(made)
    AdviceFiles(terminal.programmes).add(KOMPAS, "exchange", [asked(1)])
    there = terminal("transfer", "--to", emptied, "--json")
    assert outcomes(there)["sharing"] == "copied"
    in_database("transfer", "--to", tmp_path / "terug")
    assert list(SharingFile(tmp_path / "terug").all()) == made
    assert everything(AdviceFiles(tmp_path / "terug")) == {(KOMPAS, "exchange"): (asked(1),)}


def test_a_dry_run_tells_and_does_nothing(terminal, emptied, opening):
    result = terminal("transfer", "--to", emptied, "--dry-run", "--json")
    assert (result.code, set(outcomes(result).values())) == (0, {"would_copy"})
    assert opening().ids() == []


def test_nothing_is_overwritten_and_what_is_the_same_is_no_trouble(terminal, emptied, opening):
    terminal("transfer", "--to", emptied)
    assert set(outcomes(terminal("transfer", "--to", emptied, "--json")).values()) == {"same"}
    kompas = ProgrammeId("voorbeeld", "kompas")
    changed = opening().change(kompas, BO, answer("title", "Daar veranderd"))
    for dry in ([], ["--dry-run"]):
        result = terminal("transfer", "--to", emptied, "--json", *dry)
        assert result.code == 1
        told = outcomes(result)
        assert told.pop("voorbeeld/kompas") == "there"
        assert set(told.values()) == {"same"}
    assert opening().open(kompas) == changed


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_programme_is_told_to_people(terminal, emptied, language):
    result = terminal("transfer", "--to", emptied, "--lang", language)
    assert result.code == 0
    assert [line.partition(":")[0] for line in result.out.splitlines()] == sorted(
        str(programme) for programme in FileStore(terminal.programmes, options()).ids()
    )
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("place", ["postgresql://", "postgresql:naam", "mysql://a:b@c/d"])
def test_a_place_that_is_none_is_told(terminal, place, words):
    result = terminal("transfer", "--to", place)
    assert (result.code, result.out) == (1, "")
    assert result.err.strip() == words.texts["nl"]("store.database_url")


def test_a_password_is_never_told(terminal):
    address = f"postgresql://naam:{PASSWORD}@127.0.0.1:1/niets"
    nowhere = Terminal(terminal.programmes, address)
    for result in (
        terminal("transfer", "--to", address, "--json"),
        nowhere("check", "voorbeeld/kompas", "--json"),
        nowhere("new", "voorbeeld", "Titel"),
        nowhere("validate", "voorbeeld/kompas"),
    ):
        assert result.code == 1
        assert "database" in result.err
        assert PASSWORD not in result.err + result.out
        assert "Traceback" not in result.err


def test_a_folder_that_is_named_is_used_beside_a_database(terminal, in_database, opening):
    folder = ("--programmes", terminal.programmes)
    result = in_database("set", *folder, "voorbeeld/kompas", "title", "In een bestand")
    assert result.code == 0
    kompas = ProgrammeId("voorbeeld", "kompas")
    opened = FileStore(terminal.programmes, options()).open(kompas)
    assert opened.programme.title == "In een bestand"
    assert opening().ids() == []


def test_a_new_programme_in_the_database_is_told_by_its_name(terminal, in_database, opening):
    result = in_database("new", "voorbeeld", "Op zee", "--json")
    assert result.json == {"id": "voorbeeld/op-zee", "path": "voorbeeld/op-zee"}
    assert opening().ids() == [ProgrammeId("voorbeeld", "op-zee")]
    assert not (terminal.programmes / "voorbeeld" / "op-zee.yaml").exists()
