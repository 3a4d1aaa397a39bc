"""What was said about a programme is kept, in files and in PostgreSQL, whatever breaks."""

import multiprocessing
from datetime import UTC, datetime

import pytest

from tests.store.contract import AN, BO
from workbench.domain.advice import Said, threads
from workbench.store.advice import AdviceFiles, everything
from workbench.store.files import FileStore
from workbench.store.postgres_advice import PostgresAdvice
from workbench.store.postgres_database import Database
from workbench.store.protocol import NotFound, NotStored, ProgrammeId
from workbench.store.verdicts import FOLDER

KOMPAS, HAVEN = ProgrammeId("voorbeeld", "kompas"), ProgrammeId("voorbeeld", "haven")
MOMENT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def asked(n=0, **more):
    known = {"path": "goals.main", "text": f"Vraag {n}: waarom?", "kind": "must"}
    return Said(thread=f"t{n}", deed="ask", person=BO, time=MOMENT, **{**known, **more})


def reply(n=0, text="Omdat het zo is.", deed="reply", **more):
    return Said(thread=f"t{n}", deed=deed, person=AN, time=MOMENT, text=text, **more)


def add_many(programmes, start):
    for n in range(20):
        AdviceFiles(programmes).add(KOMPAS, "shared", [asked(start + n)])


class AdviceContract:
    """The promise that each place for advice keeps; `again` opens it as another process would."""

    def test_what_was_said_is_there_again_in_order(self, again):
        again().add(KOMPAS, "shared", [asked(1), reply(1)])
        again().add(KOMPAS, "shared", [reply(1, 'En verder\n{"a": ‘b’}')])
        found = again().said(KOMPAS, "shared")
        assert list(found) == [asked(1), reply(1), reply(1, 'En verder\n{"a": ‘b’}')]

    def test_each_programme_and_each_drawer_has_its_own(self, again):
        again().add(KOMPAS, "private", [asked(1)])
        again().add(HAVEN, "shared", [asked(2)])
        assert list(again().said(KOMPAS, "shared")) == []
        assert everything(again()) == {
            (HAVEN, "shared"): (asked(2),),
            (KOMPAS, "private"): (asked(1),),
        }

    def test_where_nothing_was_said_there_is_nothing(self, again):
        assert list(again().said(KOMPAS, "private")) == []
        assert list(again().places()) == []

    def test_a_name_that_no_programme_can_have_is_none(self, again):
        for name in ("../kompas", "", "Kompas", "a.b"):
            with pytest.raises(NotFound):
                again().add(ProgrammeId("voorbeeld", name), "shared", [asked()])

    def test_a_place_sees_what_another_added_meanwhile(self, again):
        here, there = again(), again()
        assert list(here.said(KOMPAS, "shared")) == []
        there.add(KOMPAS, "shared", [asked(1)])
        assert list(here.said(KOMPAS, "shared")) == [asked(1)]


class TestFiles(AdviceContract):
    @pytest.fixture
    def again(self, tmp_path):
        return lambda: AdviceFiles(tmp_path)


class TestPostgres(AdviceContract):
    @pytest.fixture
    def again(self, emptied):
        made = []

        def opened():
            made.append(Database(emptied))
            return PostgresAdvice(made[-1])

        yield opened
        for database in made:
            database.close()


def test_two_processes_lose_no_reply(tmp_path):
    with multiprocessing.get_context("forkserver").Pool(2) as two:
        two.starmap(add_many, [(tmp_path, 0), (tmp_path, 100)])
    assert len(AdviceFiles(tmp_path).said(KOMPAS, "shared")) == 40


def test_a_line_that_a_crash_cut_off_takes_no_other_with_it(tmp_path):
    kept = AdviceFiles(tmp_path)
    kept.add(KOMPAS, "shared", [asked(1)])
    file = tmp_path / FOLDER / "voorbeeld" / "kompas.shared.jsonl"
    file.write_bytes(file.read_bytes() + b'{"thread": "t1", "de')
    assert list(kept.said(KOMPAS, "shared")) == [asked(1)]
    kept.add(KOMPAS, "shared", [reply(1)])
    assert list(AdviceFiles(tmp_path).said(KOMPAS, "shared")) == [asked(1), reply(1)]


def test_what_the_disk_refuses_is_told(tmp_path):
    (tmp_path / FOLDER).write_text("hier staat al een bestand")
    with pytest.raises(NotStored):
        AdviceFiles(tmp_path).add(KOMPAS, "shared", [asked()])


def test_advice_is_no_programme(tmp_path, words):
    AdviceFiles(tmp_path).add(KOMPAS, "shared", [asked()])
    assert FileStore(tmp_path, words.options).ids() == []


def test_a_database_of_an_older_workbench_gets_the_new_tables(emptied, owner):
    Database(emptied).close()
    first = PostgresAdvice(Database(emptied))
    first.add(KOMPAS, "shared", [asked(1)])
    owner.execute("DROP TABLE workbench.advice")
    owner.execute("DELETE FROM workbench.version WHERE version > 1")
    owner.execute("INSERT INTO workbench.version VALUES (1) ON CONFLICT DO NOTHING")
    again = PostgresAdvice(Database(emptied))
    again.add(KOMPAS, "shared", [asked(2)])
    assert list(again.said(KOMPAS, "shared")) == [asked(2)]


# --- what lines add up to


def test_a_thread_is_open_until_it_is_resolved_and_can_be_reopened():
    lines = [asked(1), reply(1), reply(1, "", "changed"), reply(1, "", "resolve")]
    states = [threads(lines[: n + 1], "shared")[0].state for n in range(4)]
    assert states == ["open", "open", "changed", "resolved"]
    [again] = threads([*lines, reply(1, "Toch niet.", "reopen")], "shared")
    assert (again.state, again.said[-1].text) == ("open", "Toch niet.")


def test_the_last_one_to_whom_it_was_given_has_to_answer():
    lines = [asked(1, to="Noor"), reply(1, "", "assign", to="Sam")]
    assert threads(lines[:1], "shared")[0].to == "Noor"
    assert threads(lines, "shared")[0].to == "Sam"


def test_a_line_about_no_thread_counts_for_nothing():
    assert threads([reply(9), asked(1)], "private")[0].lines == (asked(1),)
