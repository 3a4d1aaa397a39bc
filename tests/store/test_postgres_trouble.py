"""Whatever the database refuses is told in a sentence, changes nothing, and passes by itself."""

import threading
import traceback
from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import event

from tests.postgres import PASSWORD, PostgresServer
from tests.store.contract import AN, BEGIN, BO, KOMPAS, answer
from tests.strategies import options
from workbench.domain.words import Words
from workbench.store.postgres import PostgresStore
from workbench.store.postgres_database import Database
from workbench.store.postgres_tables import VERSION
from workbench.store.protocol import OUTSIDE, NotStored


@pytest.fixture
def store(opening):
    return opening()


@pytest.fixture
def begun(store):
    return store.create(KOMPAS, BEGIN, AN)


@pytest.fixture
def asking(emptied):
    """Return a function that opens the same database with settings of its own."""
    opened = []

    def asking(**settings: str) -> PostgresStore:
        given = "%20".join(f"-c%20{name}%3D{value}" for name, value in settings.items())
        opened.append(Database(f"{emptied}?options={given}"))
        return PostgresStore(opened[-1], options())

    yield asking
    for database in opened:
        database.close()


def refused(act: Callable[[], object], words: Words) -> str:
    """Return why something was not stored, which both languages can say without a secret."""
    with pytest.raises(NotStored) as told:
        act()
    for texts in words.texts.values():
        assert texts(f"store.{told.value.key}", **told.value.values)
    assert PASSWORD not in "".join(traceback.format_exception(told.value))
    return told.value.key


def changing(store: PostgresStore) -> Callable[[], object]:
    return lambda: store.change(KOMPAS, AN, answer("goals.main", "Nieuw"))


@pytest.mark.parametrize(
    "wrong",
    [
        "", "onzin", "mysql://x/y", "postgresql://", "postgresql://x", "sqlite:///x", "http://x/y",
        "postgresql://naam:geheim-van-de-tests@computer:poort/database",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_told(words, wrong):
    assert refused(PostgresStore(Database(wrong), options()).ids, words) == "database_url"


@pytest.mark.parametrize("begin", ["postgres", "postgresql", "postgresql+psycopg"])
def test_an_address_may_be_written_in_three_ways(emptied, begin):
    database = Database(emptied.replace("postgresql", begin))
    assert PostgresStore(database, options()).ids() == []
    database.close()


def test_a_database_that_is_not_there_is_told(postgres, emptied, words):
    other = postgres.address("bestaat_niet")
    nobody = postgres.address("postgres", user="niemand")
    stranger = emptied.replace(PASSWORD, PASSWORD[::-1])
    closed = emptied.replace(f":{postgres.port}/", ":1/")
    for address, key in (
        (other, "database_unknown"),
        (nobody, "database_refuses"),
        (stranger, "database_refuses"),
        (closed, "database_gone"),
    ):
        assert refused(PostgresStore(Database(address), options()).ids, words) == key


def test_a_full_house_is_told(postgres, address, emptied, owner, words):
    owner.execute("CREATE ROLE alleen LOGIN PASSWORD 'geheim-van-de-tests' CONNECTION LIMIT 0")
    database = Database(emptied.replace("//workbench:", "//alleen:"))
    assert refused(PostgresStore(database, options()).ids, words) == "database_crowded"
    owner.execute("ALTER ROLE alleen CONNECTION LIMIT 9 SUPERUSER")
    assert PostgresStore(database, options()).ids() == []
    database.close()
    owner.execute("DROP ROLE alleen")


def test_a_database_that_may_only_be_read_opens_and_refuses_changes(begun, asking, words):
    reader = asking(default_transaction_read_only="on")
    assert reader.open(KOMPAS) == begun
    assert refused(changing(reader), words) == "database_read_only"
    assert reader.open(KOMPAS) == begun


@pytest.mark.parametrize(
    ("setting", "key"), [("lock_timeout", "busy"), ("statement_timeout", "database_slow")]
)
def test_somebody_who_holds_a_description_is_told_and_does_not_hinder_reading(
    begun, asking, address, words, setting, key
):
    hasty = asking(**{setting: "500"})
    with psycopg.connect(address) as other:
        other.execute("SELECT id FROM workbench.programmes FOR UPDATE")
        assert refused(changing(hasty), words) == key
        assert hasty.open(KOMPAS) == begun
    assert hasty.change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2


@pytest.mark.parametrize(("code", "key"), [("53100", "disk_full"), ("XX000", "database_failed")])
@pytest.mark.parametrize("table", ["programmes", "journal"])
def test_a_refusal_half_way_leaves_nothing(store, begun, opening, owner, words, table, code, key):
    owner.execute(
        f"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION 'nee' USING ERRCODE = '{code}'; END $$;"
        f"CREATE TRIGGER refuse AFTER INSERT OR UPDATE ON workbench.{table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse()"
    )
    assert refused(changing(store), words) == key
    owner.execute("DROP FUNCTION refuse CASCADE")
    for opened in (store.open(KOMPAS), opening().open(KOMPAS)):
        assert opened == begun
    assert store.change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2
    assert opening().verify(KOMPAS) == []


def test_a_connection_that_drops_changes_nothing_and_the_next_one_works(store, begun, owner, words):
    def dropped(data):
        owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'workbench'"
        )
        return answer("goals.main", "Nieuw")(data)

    assert refused(lambda: store.change(KOMPAS, AN, dropped), words) == "database_gone"
    assert store.open(KOMPAS) == begun
    assert store.change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2
    assert store.verify(KOMPAS) == []


def test_a_database_that_restarts_is_told_and_then_just_works(words):
    server = PostgresServer(safe=False)
    try:
        server.start()
        database = Database(server.new_database())
        store = PostgresStore(database, options())
        begun = store.create(KOMPAS, BEGIN, AN)
        server.stop()
        for act in (changing(store), lambda: store.open(KOMPAS), store.ids):
            assert refused(act, words) == "database_gone"
        server.start()
        assert store.open(KOMPAS) == begun
        assert store.change(KOMPAS, AN, answer("goals.main", "Nieuw")).revision == 2
        database.close()
    finally:
        server.remove()


def test_a_database_of_a_newer_workbench_is_left_alone(begun, opening, owner, words):
    owner.execute("UPDATE workbench.version SET version = version + 1")
    assert refused(opening().ids, words) == "database_newer"
    owner.execute("UPDATE workbench.version SET version = version - 1")
    assert opening().ids() == [KOMPAS]


def test_who_comes_first_makes_the_tables_and_nobody_trips(emptied, opening, owner):
    owner.execute("DROP SCHEMA IF EXISTS workbench CASCADE")
    found, stores = [], [opening() for _ in range(8)]
    everybody = [threading.Thread(target=lambda s=s: found.append(s.ids())) for s in stores]
    for one in everybody:
        one.start()
    for one in everybody:
        one.join()
    assert found == [[]] * 8
    assert owner.execute("SELECT version FROM workbench.version").fetchall() == [(VERSION,)]


def test_tables_of_an_older_workbench_get_what_they_lack_and_keep_what_they_hold(
    begun, opening, owner
):
    owner.execute("DROP TABLE workbench.briefs, workbench.visits")
    owner.execute("UPDATE workbench.version SET version = 1")
    assert opening().ids() == [KOMPAS]
    kept = owner.execute("SELECT to_regclass('workbench.briefs') IS NOT NULL").fetchone()
    assert kept == (True,)
    assert owner.execute("SELECT max(version) FROM workbench.version").fetchone() == (VERSION,)


def test_tables_that_went_while_the_server_runs_are_made_again(store, begun, owner, words):
    owner.execute("DROP SCHEMA workbench CASCADE")
    assert refused(lambda: store.open(KOMPAS), words) == "database_failed"
    assert store.ids() == []
    assert store.create(KOMPAS, BEGIN, AN).revision == 1
    assert store.verify(KOMPAS) == []


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE workbench.journal SET line = 'x'",
        "DELETE FROM workbench.journal",
        "TRUNCATE workbench.journal",
        "DELETE FROM workbench.programmes",
    ],
)
def test_the_database_itself_keeps_a_journal_from_being_rewritten(store, begun, owner, command):
    with pytest.raises(psycopg.Error):
        owner.execute(command)
    assert store.verify(KOMPAS) == []
    assert len(store.history(KOMPAS)) == 1


def test_opening_what_did_not_change_asks_one_small_question(store, begun):
    asked = []
    event.listen(
        store._database._engine, "before_cursor_execute", lambda *given: asked.append(given[2])
    )
    assert store.open(KOMPAS) is store.open(KOMPAS)
    assert len(asked) == 2
    assert all("yaml" not in question for question in asked)


def test_a_text_edited_in_the_database_itself_is_taken_over_at_the_next_change(
    store, begun, opening, owner
):
    owner.execute("UPDATE workbench.programmes SET yaml = %s", [b"title: Met de hand\n"])
    assert store.open(KOMPAS).data["title"] == "Met de hand"
    changed = opening().change(KOMPAS, BO, answer("goals.main", "Nieuw"))
    assert (changed.revision, changed.saved["title"].person) == (3, OUTSIDE.name)
    assert store.open(KOMPAS) == changed
    assert store.verify(KOMPAS) == []
