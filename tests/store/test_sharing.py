"""What institutions share is kept beside the programmes, in files and in PostgreSQL alike."""

from datetime import UTC, datetime

import pytest

from workbench.domain.sharing import Shared, standing
from workbench.store.files import FileStore
from workbench.store.postgres_database import Database
from workbench.store.postgres_sharing import PostgresSharing
from workbench.store.protocol import NotStored
from workbench.store.sharing import FOLDER, NoSharing, SharingFile

MOMENT = datetime(2026, 11, 25, 12, tzinfo=UTC)


def decision(programme="spirit/proef", *sections):
    return Shared(programme=programme, sections=sections, person="Noor", time=MOMENT)


class Contract:
    """What every place promises; `place` is a function that gives what another server has."""

    def test_what_was_decided_is_there_again_in_order(self, place):
        here, there = place(), place()
        assert list(there.all()) == []
        here.add([decision("a/een", "goals"), decision("a/twee", "goals", "modules")])
        there.add([decision("a/een")])
        assert [one.programme for one in here.all()] == ["a/een", "a/twee", "a/een"]
        assert list(standing(place().all())) == ["a/twee"]

    def test_the_last_decision_about_a_programme_holds(self, place):
        place().add([decision("a/een", "goals"), decision("a/een", "setup")])
        assert standing(place().all())["a/een"].sections == ("setup",)

    def test_what_nobody_can_read_ends_whatever_was_shared_before(self, place, spoil):
        place().add([decision("a/een", "goals")])
        spoil()
        assert list(place().all()) == []
        place().add([decision("a/twee", "goals")])
        assert list(standing(place().all())) == ["a/twee"]


class TestFiles(Contract):
    @pytest.fixture
    def place(self, tmp_path):
        return lambda: SharingFile(tmp_path)

    @pytest.fixture
    def spoil(self, tmp_path):
        def spoiled():
            file = tmp_path / FOLDER / "shared.jsonl"
            file.write_bytes(file.read_bytes() + b'{"programme": "a/een", "sec\n')

        return spoiled

    def test_a_line_that_a_crash_cut_off_counts_for_nothing(self, place, tmp_path):
        place().add([decision("a/een", "goals")])
        file = tmp_path / FOLDER / "shared.jsonl"
        file.write_bytes(file.read_bytes() + decision("a/een").model_dump_json().encode())
        assert list(standing(place().all())) == ["a/een"]
        place().add([decision("a/twee", "goals")])
        assert list(standing(place().all())) == ["a/een", "a/twee"]

    def test_what_the_disk_refuses_is_told(self, tmp_path):
        (tmp_path / FOLDER).write_text("hier staat al een bestand")
        with pytest.raises(NotStored):
            SharingFile(tmp_path).add([decision("a/een", "goals")])

    def test_what_is_shared_is_no_programme(self, place, tmp_path, words):
        place().add([decision("a/een", "goals")])
        assert FileStore(tmp_path, words.options).ids() == []


class TestPostgres(Contract):
    @pytest.fixture
    def place(self, emptied):
        made = []

        def server() -> PostgresSharing:
            made.append(Database(emptied))
            return PostgresSharing(made[-1])

        yield server
        for database in made:
            database.close()

    @pytest.fixture
    def spoil(self, owner):
        return lambda: owner.execute("INSERT INTO workbench.sharing (decision) VALUES ('stuk')")


def test_a_description_that_stands_alone_is_shared_with_nobody():
    with pytest.raises(NotStored):
        NoSharing().add([decision("a/een", "goals")])
    assert list(NoSharing().all()) == []
