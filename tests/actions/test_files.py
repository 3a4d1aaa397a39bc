"""A description is found by its file or by its place among the programmes."""

import os

import pytest

from workbench.actions.describing import answer
from workbench.actions.desk import Desk
from workbench.actions.files import locate, validate
from workbench.domain.people import Person
from workbench.store.loose import LooseStore
from workbench.store.protocol import Copied, NotFound, ProgrammeId

KOMPAS = ProgrammeId("voorbeeld", "kompas")
CONTENT = "format_version: 1\ntitle: Kompas\n"


@pytest.fixture
def programmes(tmp_path):
    folder = tmp_path / "programmes" / "voorbeeld"
    folder.mkdir(parents=True)
    (folder / "kompas.yaml").write_text(CONTENT)
    return folder.parent


@pytest.fixture
def find(programmes, words):
    return lambda path: locate(path, programmes, words.options)


def changed(store, programme, words, path, value):
    person = Person(name="An Voorbeeld", role="editor", institution=programme.institution)
    return answer(Desk(store, words, person), programme, path, value)


def test_one_description_has_many_names(find, programmes, monkeypatch):
    monkeypatch.chdir(programmes / "voorbeeld")
    path = type(programmes)
    names = [path("voorbeeld/kompas"), path("voorbeeld/kompas.yaml"), path("kompas.yaml")]
    for name in [*names, programmes / "voorbeeld" / "kompas.yaml"]:
        store, programme = find(name)
        assert programme == KOMPAS
        assert not isinstance(store, LooseStore)
        assert store.open(programme).programme.title == "Kompas"


def test_what_is_not_there_is_not_found(find, programmes, tmp_path):
    for name in ("voorbeeld/weg", "weg", "voorbeeld", "", "a/b/voorbeeld/kompas", str(tmp_path)):
        with pytest.raises(NotFound):
            find(type(programmes)(name))


def test_a_description_that_was_lost_is_made_again_from_its_journal(find, programmes, words):
    file = programmes / "voorbeeld" / "kompas.yaml"
    changed(*find(file), words, "goals.main", "Veilig")
    file.unlink()
    store, programme = find(file)
    assert store.open(programme).programme.goals.main == "Veilig"


@pytest.mark.parametrize("name", ["Mijn map/Een bestand.yaml", "los.yaml", "los.yml", "los"])
def test_a_loose_file_is_a_store_of_its_own(find, words, tmp_path, name):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(CONTENT)
    before = sorted(file.parent.iterdir())
    store, programme = find(file)
    assert store.open(programme).revision == 1
    assert (store.history(programme), store.verify(programme)) == ([], [])
    assert sorted(file.parent.iterdir()) == before
    changed(store, programme, words, "title", "Anders")
    assert "title: Anders" in file.read_text()
    again, same = find(file)
    assert same == programme == again.ids()[0]
    assert again.open(same).saved["title"].person == "An Voorbeeld"
    assert again.verify(same) == []


def test_a_loose_store_holds_nothing_else(words, tmp_path):
    (tmp_path / "a.yaml").write_text(CONTENT)
    (tmp_path / "b.yaml").write_text(CONTENT)
    store = LooseStore(tmp_path / "a.yaml", words.options)
    with pytest.raises(NotFound):
        store.open(ProgrammeId(tmp_path.name, "b"))


def test_a_file_with_an_impossible_name_among_the_programmes_is_loose(find, programmes):
    file = programmes / "voorbeeld" / "Kompas 2.yaml"
    file.write_text(CONTENT)
    store, _ = find(file)
    assert isinstance(store, LooseStore)


def test_a_link_leads_to_the_file_itself(find, programmes, words, tmp_path):
    link = tmp_path / "wijzer.yaml"
    link.symlink_to(programmes / "voorbeeld" / "kompas.yaml")
    store, programme = find(link)
    assert programme == KOMPAS
    changed(store, programme, words, "title", "Anders")
    assert link.is_symlink()
    assert "title: Anders" in (programmes / "voorbeeld" / "kompas.yaml").read_text()


def test_validate_tells_problems_whatever_the_file_is(programmes, words, tmp_path):
    def keys(path):
        return [problem.key for problem in validate(path, programmes, words.options)]

    path = type(programmes)
    assert keys(path("voorbeeld/kompas")) == []
    assert keys(tmp_path) == keys(tmp_path / "weg.yaml") == ["no_file"]
    large = tmp_path / "groot.yaml"
    large.touch()
    os.truncate(large, 10**12)
    assert keys(large) == ["too_large"]


# --- where a database holds the programmes


@pytest.fixture
def in_database(programmes, words, emptied, opening):
    """Two programmes in the database, one of them damaged, beside the files."""
    store = opening()
    store.paste(KOMPAS, Copied(b"format_version: 1\ntitle: Kompas uit de database\n", b""))
    store.paste(ProgrammeId("voorbeeld", "stuk"), Copied(b"format_version: 1\ntitel: x\n", b""))
    return lambda path: locate(path, programmes, words.options, emptied)


def test_a_name_among_the_programmes_means_the_database(in_database, programmes, monkeypatch):
    monkeypatch.chdir(programmes / "voorbeeld")
    path = type(programmes)
    names = [path("voorbeeld/kompas"), path("voorbeeld/kompas.yaml"), path("kompas.yaml")]
    for name in [*names, programmes / "voorbeeld" / "kompas.yaml"]:
        store, programme = in_database(name)
        assert programme == KOMPAS
        assert store.open(programme).programme.title == "Kompas uit de database"


def test_what_only_stands_among_the_files_is_not_in_the_database(in_database, programmes):
    (programmes / "voorbeeld" / "oud.yaml").write_text(CONTENT)
    for name in ("voorbeeld/oud", programmes / "voorbeeld" / "oud.yaml", "voorbeeld/weg", "weg"):
        with pytest.raises(NotFound):
            in_database(type(programmes)(name))


@pytest.mark.parametrize("name", ["map/kompas.yaml", "los.yaml"])
def test_a_loose_file_stays_a_file_beside_a_database(in_database, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(CONTENT)
    for path in (file, file.relative_to(tmp_path)):
        store, _ = in_database(path)
        assert isinstance(store, LooseStore)


def test_validate_reads_a_damaged_description_in_the_database(
    in_database, programmes, words, emptied
):
    def found(name):
        return validate(type(programmes)(name), programmes, words.options, emptied)

    assert found("voorbeeld/kompas") == []
    assert [(problem.key, problem.line) for problem in found("voorbeeld/stuk")] == [
        ("unknown_field_like", 2)
    ]
    assert [problem.key for problem in found("voorbeeld/weg")] == ["no_file"]
