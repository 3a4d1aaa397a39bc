"""What every store promises; a subclass says how to make one, and gets all these tests."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from tests.awkward_strings import AWKWARD
from tests.strategies import options
from workbench.domain.changes import Change, Data, ItemExists, ItemGone
from workbench.domain.paths import value_at
from workbench.domain.people import Person
from workbench.domain.shape import understood
from workbench.store import disk
from workbench.store.protocol import (
    AlreadyThere,
    Conflict,
    Copied,
    NotFound,
    NotStored,
    Opened,
    ProgrammeId,
    Store,
    Unreadable,
)

AN = Person(name="An Voorbeeld", role="editor", institution="voorbeeld")
BO = Person(name="Bo Voorbeeld", role="advisor")
KOMPAS = ProgrammeId("voorbeeld", "kompas")
START = datetime(2026, 5, 31, 12, 0, tzinfo=UTC)
BEGIN: Data = {
    "format_version": 1,
    "title": "Kompas",
    "goals": {"main": "Veilig zijn.", "subgoals": [{"id": "a", "text": "Eerst"}, {"id": "b"}]},
}


def ticking() -> Callable[[], datetime]:
    """Return a clock that is a minute further each time."""
    minutes = count()
    return lambda: START + timedelta(minutes=next(minutes))


def answer(path: str, new: Any) -> Callable[[Data], Change]:
    return lambda data: Change("answer", path, value_at(data, path), new)


def add(path: str, item_id: str) -> Callable[[Data], Change]:
    return lambda data: Change("add", path, None, {"item": {"id": item_id}, "position": 0})


def remove(path: str, item_id: str) -> Callable[[Data], Change]:
    def propose(data: Data) -> Change:
        item = value_at(data, f"{path}.{item_id}") or {"id": item_id}
        return Change("remove", path, {"item": item, "position": 0}, None)

    return propose


def order(path: str, *ids: str) -> Callable[[Data], Change]:
    return lambda data: Change("order", path, None, list(ids))


def note(path: str, **said: Any) -> Callable[[Data], Change]:
    return lambda data: Change("note", path, data.get("about", {}).get(path), said)


def whole(**parts: Any) -> Callable[[Data], Change]:
    return lambda data: Change("whole", "", data, {**data, **parts})


class StoreContract:
    """Give a fixture `again`: a function of which each call makes a store of the same data."""

    @pytest.fixture
    def store(self, again: Callable[[], Store]) -> Store:
        return again()

    @pytest.fixture
    def begun(self, store: Store) -> Opened:
        return store.create(KOMPAS, BEGIN, AN)

    def test_what_was_created_can_be_opened(self, store, begun, again):
        for opened in (begun, store.open(KOMPAS), again().open(KOMPAS)):
            assert opened.id == KOMPAS
            assert opened.data == BEGIN
            assert opened.programme == understood(BEGIN, options())
            assert opened.revision == 1
        assert again().ids() == [KOMPAS]

    def test_an_empty_store_has_no_programmes(self, store):
        assert store.ids() == []

    def test_all_programmes_are_listed_in_order(self, store, again):
        ids = [ProgrammeId("a", "x"), ProgrammeId("a", "y-2"), ProgrammeId("b-1", "a")]
        for programme in reversed(ids):
            store.create(programme, {}, AN)
        assert again().ids() == ids

    def test_a_name_is_given_once(self, store, begun):
        with pytest.raises(AlreadyThere):
            store.create(KOMPAS, {"title": "Anders"}, BO)
        assert store.open(KOMPAS) == begun

    def test_what_is_not_there_is_not_found(self, store):
        for use in (store.open, store.history, store.verify):
            with pytest.raises(NotFound):
                use(KOMPAS)
        with pytest.raises(NotFound):
            store.change(KOMPAS, AN, answer("title", "x"))

    @pytest.mark.parametrize(
        "name",
        ["", ".", "..", "../kompas", "a/b", "/etc", "a\\b", "A", "a b", "a.b", "é", "a\n", "a\x00"],
    )
    def test_a_name_that_leads_elsewhere_is_not_found(self, store, name):
        for programme in (ProgrammeId("voorbeeld", name), ProgrammeId(name, "kompas")):
            with pytest.raises(NotFound):
                store.open(programme)
            with pytest.raises(NotFound):
                store.create(programme, {}, AN)
            with pytest.raises(NotFound):
                store.change(programme, AN, answer("title", "x"))

    def test_a_change_is_there_for_everybody_at_once(self, store, begun, again):
        colleague = again()
        colleague.open(KOMPAS)
        changed = store.change(KOMPAS, BO, answer("goals.main", "Veilig\nen thuis."))
        assert changed.data["goals"]["main"] == "Veilig\nen thuis."
        assert changed.revision == 2
        assert colleague.open(KOMPAS) == changed == again().open(KOMPAS)

    def test_an_answer_can_be_taken_away(self, store, begun, again):
        store.change(KOMPAS, AN, answer("goals.main", None))
        assert "main" not in again().open(KOMPAS).data["goals"]

    def test_items_are_added_ordered_and_removed(self, store, begun, again):
        store.change(KOMPAS, AN, add("goals.subgoals", "c"))
        store.change(KOMPAS, AN, order("goals.subgoals", "b", "a", "c"))
        store.change(KOMPAS, AN, answer("goals.subgoals.c.text", "Derde"))
        store.change(KOMPAS, AN, remove("goals.subgoals", "b"))
        kept = [{"id": "a", "text": "Eerst"}, {"id": "c", "text": "Derde"}]
        assert again().open(KOMPAS).data["goals"]["subgoals"] == kept

    def test_a_note_is_kept_beside_the_answer(self, store, begun, again):
        store.change(KOMPAS, AN, note("goals.main", knowledge="implicit", source="gesprek"))
        assert again().open(KOMPAS).data["about"] == {
            "goals.main": {"knowledge": "implicit", "source": "gesprek"}
        }

    def test_a_change_that_alters_nothing_makes_no_revision(self, store, begun):
        assert store.change(KOMPAS, BO, answer("goals.main", "Veilig zijn.")).revision == 1
        assert len(store.history(KOMPAS)) == 1

    def test_what_goes_wrong_in_a_proposal_passes_through_and_stores_nothing(self, store, begun):
        def propose(data: Data) -> Change:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            store.change(KOMPAS, AN, propose)
        with pytest.raises(ItemGone):
            store.change(KOMPAS, AN, answer("goals.subgoals.weg.text", "x"))
        with pytest.raises(ItemExists):
            store.change(KOMPAS, AN, add("goals.subgoals", "a"))
        assert store.open(KOMPAS) == begun

    @pytest.mark.parametrize(
        ("path", "value", "key"),
        [
            ("goals.main", 5, "wants_text"),
            ("goals.main", "a\x00b", "unwritable"),
            ("goals.main", "a\x1b[0m", "unwritable"),
            ("goals.main", "a\ud800", "unwritable"),
            ("goals.nope", "x", "unknown_field"),
            ("goals.subgoals", [{"id": "q"}, {"id": "q"}], "item_twice"),
            ("colophon.status", "klaar", "option"),
        ],
    )
    def test_what_cannot_stand_in_a_description_is_refused(self, store, begun, path, value, key):
        with pytest.raises(Unreadable) as refused:
            store.change(KOMPAS, AN, answer(path, value))
        [problem] = refused.value.problems
        assert (problem.key, problem.path) == (key, path)
        assert store.open(KOMPAS) == begun
        with pytest.raises(Unreadable):
            store.create(ProgrammeId("voorbeeld", "ander"), {"nope": 1}, AN)
        assert store.ids() == [KOMPAS]

    def test_every_awkward_text_is_kept_byte_for_byte(self, store, begun, again):
        authors = [{"id": f"a{n}", "name": text} for n, text in enumerate(AWKWARD)]
        store.change(KOMPAS, AN, answer("colophon.authors", authors))
        assert again().open(KOMPAS).data["colophon"]["authors"] == authors

    @pytest.mark.parametrize(
        "text", ["no", "012", ": x", "# x", "🙂 שלום  \n\t", " \n", "é" * 200_000]
    )
    def test_an_awkward_answer_is_kept_byte_for_byte(self, store, begun, again, text):
        store.change(KOMPAS, AN, answer("goals.subgoals.a.text", text))
        assert value_at(again().open(KOMPAS).data, "goals.subgoals.a.text") == text
        assert store.history(KOMPAS)[-1].change.new == text

    @pytest.mark.parametrize(
        ("theirs", "mine"),
        [
            (answer("goals.main", "Zij"), answer("goals.main", "Ik")),
            (answer("goals.subgoals.a.text", "Zij"), answer("goals.subgoals.a.text", "Ik")),
            (answer("goals.subgoals.a.text", "Zij"), answer("goals.subgoals", [{"id": "a"}])),
            (answer("goals.subgoals", [{"id": "a"}]), answer("goals.subgoals.a.text", "Ik")),
            (order("goals.subgoals", "b", "a"), answer("goals.subgoals", [{"id": "a"}])),
            (note("goals.main", source="zij"), note("goals.main", source="ik")),
            (whole(goals={"main": "Zij"}), answer("goals.main", "Ik")),
            (whole(title="Zij"), answer("title", "Ik")),
        ],
    )
    def test_a_colleague_who_was_first_is_not_overwritten(self, store, begun, again, theirs, mine):
        newest = again().change(KOMPAS, BO, theirs)
        with pytest.raises(Conflict) as refused:
            store.change(KOMPAS, AN, mine, seen=begun.revision)
        assert refused.value.opened == newest
        assert refused.value.stamp == newest.saved[""]
        assert refused.value.path == mine(begun.data).path
        assert store.change(KOMPAS, AN, mine, seen=newest.revision).revision == 3

    @pytest.mark.parametrize(
        ("theirs", "mine"),
        [
            (answer("title", "Zij"), answer("goals.main", "Ik")),
            (answer("goals.subgoals.b.text", "Zij"), answer("goals.subgoals.a.text", "Ik")),
            (answer("goals.subgoals.a.indicator", "Zij"), answer("goals.subgoals.a.text", "Ik")),
            (add("goals.subgoals", "c"), answer("goals.subgoals.a.text", "Ik")),
            (remove("goals.subgoals", "b"), answer("goals.subgoals.a.text", "Ik")),
            (order("goals.subgoals", "b", "a"), answer("goals.subgoals.a.text", "Ik")),
            (note("goals.main", source="zij"), answer("goals.main", "Ik")),
            (whole(title="Zij"), answer("goals.main", "Ik")),
        ],
    )
    def test_what_a_colleague_did_elsewhere_is_no_conflict(self, store, begun, again, theirs, mine):
        again().change(KOMPAS, BO, theirs)
        both = store.change(KOMPAS, AN, mine, seen=begun.revision)
        change = mine(begun.data)
        assert value_at(both.data, change.path) == change.new
        assert both.revision == 3

    def test_sending_the_same_answer_again_is_no_conflict(self, store, begun):
        store.change(KOMPAS, AN, answer("goals.main", "Ik"), seen=begun.revision)
        assert (
            store.change(KOMPAS, AN, answer("goals.main", "Ik"), seen=begun.revision).revision == 2
        )

    def test_an_answer_in_an_item_that_a_colleague_removed_is_refused(self, store, begun, again):
        again().change(KOMPAS, BO, remove("goals.subgoals", "a"))
        with pytest.raises(ItemGone):
            store.change(KOMPAS, AN, answer("goals.subgoals.a.text", "Ik"), seen=begun.revision)

    def test_every_address_remembers_who_changed_it_last(self, store, begun, again):
        store.change(KOMPAS, BO, answer("goals.main", "Een"))
        store.change(KOMPAS, AN, answer("title", "Twee"))
        store.change(KOMPAS, AN, note("goals.main", source="gesprek"))
        for opened in (store.open(KOMPAS), again().open(KOMPAS)):
            stamps = {path: (stamp.revision, stamp.person) for path, stamp in opened.saved.items()}
            assert stamps == {
                "goals.main": (2, BO.name),
                "title": (3, AN.name),
                "about.goals.main": (4, AN.name),
                "": (4, AN.name),
            }
            assert opened.saved["goals.main"].time == START + timedelta(minutes=1)

    def test_going_back_stamps_only_what_became_different(self, store, begun):
        opened = store.change(KOMPAS, BO, whole(title="Terug"))
        assert {path for path, stamp in opened.saved.items() if stamp.person == BO.name} == {
            "",
            "title",
        }

    def test_history_tells_who_changed_what_and_when(self, store, begun, again):
        store.change(KOMPAS, BO, answer("goals.main", "Thuis zijn."))
        first, second = again().history(KOMPAS)
        assert first.change == Change("whole", "", None, BEGIN)
        assert second.change == Change("answer", "goals.main", "Veilig zijn.", "Thuis zijn.")
        assert (second.revision, second.person) == (2, BO)
        assert second.time == START + timedelta(minutes=1)
        assert store.verify(KOMPAS) == []

    def test_people_writing_at_the_same_time_lose_nothing(self, store, begun, again):
        def write(who: int) -> None:
            mine = again()
            for n in range(10):
                mine.change(KOMPAS, AN, add("goals.subgoals", f"p{who}-{n}"))

        writers = [threading.Thread(target=write, args=(who,)) for who in range(4)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        opened = store.open(KOMPAS)
        assert opened.revision == 41
        assert len(opened.data["goals"]["subgoals"]) == 42
        assert [line.revision for line in store.history(KOMPAS)] == list(range(1, 42))

    def test_who_waits_too_long_for_another_visitor_of_the_same_server_is_told(
        self, store, begun, monkeypatch
    ):
        monkeypatch.setattr(disk, "PATIENCE", 0.01)
        busy, done = threading.Event(), threading.Event()

        def slowly(data: Data) -> Change:
            busy.set()
            done.wait()
            return answer("goals.main", "Langzaam")(data)

        slow = threading.Thread(target=lambda: store.change(KOMPAS, AN, slowly))
        slow.start()
        busy.wait()
        with pytest.raises(NotStored, match="busy"):
            store.change(KOMPAS, BO, answer("title", "Ik ook"))
        assert store.open(KOMPAS) == begun
        done.set()
        slow.join()
        assert store.change(KOMPAS, BO, answer("title", "Ik ook")).revision == 3

    def test_a_change_remembers_from_which_open_screen_it_came(self, store, begun, again):
        store.change(KOMPAS, AN, answer("goals.main", "Anders."), writer="scherm-1")
        store.change(KOMPAS, AN, answer("goals.subgoals.a.text", "Ook anders."))
        opened = again().open(KOMPAS)
        assert opened.saved["goals.main"].writer == "scherm-1"
        assert opened.saved[""].writer == ""
        assert store.verify(KOMPAS) == []

    def test_naming_a_version_is_a_revision_that_alters_nothing(self, store, begun, again):
        named = store.change(
            KOMPAS, AN, lambda _: Change("version", "", None, {"name": "ronde 1", "sha256": "0"})
        )
        assert named.revision == begun.revision + 1
        assert again().open(KOMPAS).data == begun.data
        assert again().history(KOMPAS)[-1].change.new["name"] == "ronde 1"

    def test_a_named_version_conflicts_with_nobody(self, store, begun):
        store.change(KOMPAS, AN, lambda _: Change("version", "", None, {"name": "ronde 1"}))
        opened = store.change(KOMPAS, BO, answer("goals.main", "Anders."), begun.revision)
        assert opened.data["goals"]["main"] == "Anders."

    def test_a_text_put_aside_is_kept_and_alters_nothing(self, store, begun, again):
        kept = Change("aside", "goals.main", {"answer": "Veilig zijn."}, {"answer": "Van mij."})
        store.change(KOMPAS, AN, answer("goals.main", "Van Bo."))
        beside = store.change(KOMPAS, BO, lambda _: kept)
        assert beside.revision == begun.revision + 2
        for opened in (beside, again().open(KOMPAS)):
            assert opened.data["goals"]["main"] == "Van Bo."
            assert opened.saved["goals.main"].person == AN.name
        assert again().history(KOMPAS)[-1].change == kept
        assert store.verify(KOMPAS) == []
        mine = answer("goals.main", "Van An.")
        assert store.change(KOMPAS, AN, mine, seen=begun.revision + 1).data["goals"] == {
            **BEGIN["goals"], "main": "Van An.",
        }  # fmt: skip

    def test_two_people_may_note_two_things_about_one_answer(self, store, begun, again):
        again().change(KOMPAS, BO, note("goals.main", source="gesprek"))

        def also(data: Data) -> Change:
            old = data["about"]["goals.main"]
            return Change("note", "goals.main", old, {**old, "status": "done"})

        opened = store.change(KOMPAS, AN, also, seen=begun.revision)
        assert opened.data["about"]["goals.main"] == {"source": "gesprek", "status": "done"}

    def test_a_copy_can_be_pasted_elsewhere_with_its_history(self, store, begun, again):
        store.change(KOMPAS, AN, answer("goals.main", "no: 012 \u202e"))
        copied, elsewhere = store.copy(KOMPAS), ProgrammeId("voorbeeld", "kopie")
        store.paste(elsewhere, copied)
        fresh = again()
        assert fresh.open(elsewhere).data == store.open(KOMPAS).data
        assert fresh.history(elsewhere) == store.history(KOMPAS)
        assert fresh.copy(elsewhere) == copied
        assert fresh.verify(elsewhere) == []

    @pytest.mark.parametrize(
        "copied",
        [
            Copied(b"", b""),
            Copied(b"titel: \xff\x00\r\n", b"onzin\n\x00\xff\r\n\n{}"),
            Copied(b"title: Zonder einde", b""),
        ],
    )
    def test_what_is_damaged_is_pasted_as_it_is(self, store, again, copied):
        store.paste(KOMPAS, copied)
        assert again().copy(KOMPAS) == copied
        assert again().ids() == [KOMPAS]

    def test_a_description_that_was_lost_is_pasted_as_its_journal(self, store, begun, again):
        elsewhere = ProgrammeId("voorbeeld", "kopie")
        store.paste(elsewhere, replace(store.copy(KOMPAS), yaml=None))
        assert again().copy(elsewhere) == replace(store.copy(KOMPAS), yaml=None)
        assert again().open(elsewhere).data == BEGIN

    def test_a_text_that_is_behind_its_journal_is_pasted_and_caught_up(self, store, begun, again):
        before, elsewhere = store.copy(KOMPAS), ProgrammeId("voorbeeld", "kopie")
        store.change(KOMPAS, AN, answer("goals.main", "Verder."))
        store.paste(elsewhere, replace(store.copy(KOMPAS), yaml=before.yaml))
        assert again().open(elsewhere).data["goals"]["main"] == "Verder."
        again().change(elsewhere, AN, answer("title", "Kopie"))
        assert store.open(elsewhere).data["goals"]["main"] == "Verder."
        assert store.verify(elsewhere) == []

    @pytest.mark.parametrize("unfinished", [b'{"revision":2,', b"\xff"])
    def test_half_a_line_at_the_end_of_a_pasted_journal_is_dropped(
        self, store, begun, again, unfinished
    ):
        copied, elsewhere = store.copy(KOMPAS), ProgrammeId("voorbeeld", "kopie")
        store.paste(elsewhere, replace(copied, journal=copied.journal + unfinished))
        assert again().open(elsewhere).revision == 1
        assert store.change(elsewhere, AN, answer("title", "Kopie")).revision == 2
        assert again().open(elsewhere).data["title"] == "Kopie"
        assert store.verify(elsewhere) == []

    def test_a_last_line_without_its_end_in_a_pasted_journal_is_kept(self, store, begun, again):
        store.change(KOMPAS, AN, answer("goals.main", "Verder."))
        copied, elsewhere = store.copy(KOMPAS), ProgrammeId("voorbeeld", "kopie")
        store.paste(elsewhere, replace(copied, journal=copied.journal.removesuffix(b"\n")))
        assert again().open(elsewhere).data["goals"]["main"] == "Verder."
        assert store.change(elsewhere, AN, answer("title", "Kopie")).revision == 3
        assert again().copy(elsewhere).journal.startswith(copied.journal)
        assert store.verify(elsewhere) == []

    def test_a_copy_never_takes_the_place_of_what_is_there(self, store, begun):
        with pytest.raises(AlreadyThere):
            store.paste(KOMPAS, store.copy(KOMPAS))

    def test_what_is_not_there_cannot_be_copied(self, store):
        with pytest.raises(NotFound):
            store.copy(ProgrammeId("voorbeeld", "weg"))

    def test_a_look_changes_with_the_description_and_only_then(self, store, begun, again):
        before = store.looks()
        assert list(before) == store.ids() == [KOMPAS]
        assert again().looks() == before
        store.change(KOMPAS, AN, answer("goals.main", "Anders"))
        assert store.looks()[KOMPAS] != before[KOMPAS]
        assert again().looks() == store.looks()
