"""Servers on one database share more than the descriptions."""

import threading

import pytest

from tests.store.contract import AN, BO, KOMPAS, START
from tests.store.test_verdicts import verdict
from workbench.domain.visits import visited
from workbench.store.briefs import Kept
from workbench.store.postgres_beside import PostgresVerdicts, kept_secret
from workbench.store.postgres_database import Database
from workbench.store.postgres_overview import PostgresBriefs, PostgresVisits
from workbench.store.postgres_presence import PostgresPresence
from workbench.store.presence import Visit
from workbench.store.protocol import NotStored, ProgrammeId
from workbench.store.secret import SHORTEST, shared_secret


@pytest.fixture
def server(emptied):
    """Return a function that gives what another server has: connections of its own."""
    made = []

    def server() -> Database:
        made.append(Database(emptied))
        return made[-1]

    yield server
    for database in made:
        database.close()


def test_what_was_decided_on_one_server_is_there_on_another_in_order(server):
    here, there = PostgresVerdicts(server()), PostgresVerdicts(server())
    assert list(there.all()) == []
    here.add([verdict(1), verdict(2, same=False)])
    there.add([verdict(1, same=None)])
    assert list(here.all()) == [verdict(1), verdict(2, same=False), verdict(1, same=None)]


def test_all_servers_have_one_secret_that_is_hard_to_guess(server):
    found, databases = [], [server() for _ in range(6)]
    everybody = [
        threading.Thread(target=lambda one=one: found.append(kept_secret(one))) for one in databases
    ]
    for one in everybody:
        one.start()
    for one in everybody:
        one.join()
    assert len(found) == 6
    assert len(set(found)) == 1
    assert len(found[0]) >= SHORTEST
    assert kept_secret(server()) == found[0]


def test_the_secret_of_the_operator_goes_before_that_of_the_database(server, monkeypatch):
    monkeypatch.setenv("WORKBENCH_SECRET", "een-zin-van-de-beheerder-die-lang-genoeg-is")
    kept = shared_secret(lambda: kept_secret(server()))
    assert kept == "een-zin-van-de-beheerder-die-lang-genoeg-is"


def test_without_its_database_a_server_signs_with_a_secret_of_its_own(monkeypatch):
    monkeypatch.delenv("WORKBENCH_SECRET", raising=False)

    def refuse():
        raise NotStored("database_gone")

    assert len(shared_secret(refuse)) >= SHORTEST


def test_who_is_where_is_seen_from_another_server_until_they_move_or_leave(server):
    here, there = PostgresPresence(server()), PostgresPresence(server())
    an = Visit(screen="a1", person=AN, section="goals", works=True, time=START)
    bo = Visit(screen="b2", person=BO, section="goals", works=False, time=START)
    here.stay(KOMPAS, bo)
    here.stay(KOMPAS, an)
    assert there.visits(KOMPAS) == [an, bo]
    assert there.visits(ProgrammeId("voorbeeld", "haven")) == []
    there.stay(KOMPAS, an.model_copy(update={"section": "setup"}))
    assert [visit.section for visit in here.visits(KOMPAS)] == ["setup", "goals"]
    here.leave(KOMPAS, "a1")
    here.leave(KOMPAS, "a1")
    assert there.visits(KOMPAS) == [bo]


def test_who_was_not_heard_of_is_gone_and_cleared_away(server, owner):
    presence = PostgresPresence(server())
    visit = Visit(screen="a1", person=AN, section="goals", works=True, time=START)
    presence.stay(KOMPAS, visit)
    owner.execute("UPDATE workbench.presence SET time = time - interval '41 seconds'")
    assert presence.visits(KOMPAS) == []
    owner.execute("UPDATE workbench.presence SET time = time - interval '10 minutes'")
    presence.stay(ProgrammeId("voorbeeld", "haven"), visit)
    assert owner.execute("SELECT count(*) FROM workbench.presence").fetchone() == (1,)


def test_without_its_database_nobody_is_seen_and_nothing_goes_wrong(postgres):
    presence = PostgresPresence(Database(postgres.address("bestaat_niet")))
    presence.stay(KOMPAS, Visit(screen="a", person=AN, section="goals", works=True, time=START))
    presence.leave(KOMPAS, "a")
    assert presence.visits(KOMPAS) == []


def test_what_was_worked_out_on_one_server_is_not_worked_out_on_another(server):
    here, there = PostgresBriefs(server()), PostgresBriefs(server())
    here.keep(KOMPAS, Kept("eerste", "kort", "lang"))
    assert there.all() == {KOMPAS: Kept("eerste", "kort")}
    assert there.contents(KOMPAS, "eerste") == "lang"
    assert there.contents(KOMPAS, "tweede") == ""
    there.keep(KOMPAS, Kept("tweede", "korter", "langer"))
    assert here.contents(KOMPAS, "tweede") == "langer"


def test_what_somebody_saw_on_one_server_they_saw_on_another(server):
    here, there = PostgresVisits(server()), PostgresVisits(server())
    seen = visited(None, START, {"voorbeeld/kompas": 1})
    assert there.seen(BO) is None
    here.keep(BO, visited(None, START, {}))
    here.keep(BO, seen)
    assert there.seen(BO) == seen
    assert there.seen(AN) is None
