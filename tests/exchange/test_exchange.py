"""Institutions share sections of a programme, stop that, and take over what others share."""

import pytest

from tests.exchange.conftest import MINE, OTHER, OWNER, SECRET, THEIRS
from workbench.actions.describing import answer
from workbench.actions.desk import Refused
from workbench.actions.exchanging import exchange, library, shared, stands_already, take_over
from workbench.actions.exporting import HeldBack
from workbench.actions.sharing import decisions, share, shared_now, withdraw
from workbench.store.files import FileStore

ELEMENTS, MODULES, SOURCES = "active_elements", "approach.modules", "literature"
TAKEN_FROM = {"programme": "Thuis verder", "institution": "Spirit", "date": "2026-11-25"}


def refused(act, *arguments):
    with pytest.raises(Refused) as why:
        act(*arguments)
    return why.value.key


def items(desk, path, programme=MINE):
    data = desk.store.open(programme).data
    for name in path.split("."):
        data = data.get(name, {})
    return list(data)


# --- sharing


def test_a_draft_is_confidential_until_it_is_shared(owner, other):
    assert exchange(other) == []
    assert refused(shared, other, THEIRS) == "may_not_read_shared"
    share(owner, THEIRS, ["modules"])
    assert [part.title for part in exchange(other)] == ["Thuis verder"]


def test_others_read_the_shared_sections_as_they_are_now_and_nothing_else(owner, other):
    share(owner, THEIRS, ["modules"])
    [module] = shared(other, THEIRS).data["approach"]["modules"]
    assert module == {
        "id": "gesprek", "name": "Gesprek op vrijdag", "activities": "Samen koken en praten."
    }  # fmt: skip
    answer(owner, THEIRS, "approach.modules.gesprek.activities", "Alleen nog praten.")
    answer(owner, THEIRS, "goals.main", f"Nog steeds {SECRET}")
    part = shared(other, THEIRS)
    assert part.data["approach"]["modules"][0]["activities"] == "Alleen nog praten."
    assert set(part.data) == {"title", "approach"}
    assert SECRET.lower() not in str(part.data).lower()


def test_sharing_other_sections_takes_the_place_of_the_first(owner, other):
    share(owner, THEIRS, ["modules"])
    share(owner, THEIRS, ["active_elements", "literature"])
    part = shared(other, THEIRS)
    assert part.sections == ("active_elements", "literature")
    assert "approach" not in part.data
    assert part.data["active_elements"][0]["sources"] == ["bakker-2019"]
    assert "modules" not in part.data["active_elements"][0]


def test_what_is_withdrawn_is_gone_at_once_and_who_decided_stays_known(owner, other):
    share(owner, THEIRS, ["modules"])
    withdraw(owner, THEIRS)
    assert shared_now(owner, THEIRS) is None
    assert exchange(other) == []
    assert refused(shared, other, THEIRS) == "may_not_read_shared"
    assert [(one.person, one.sections) for one in decisions(owner, THEIRS)] == [
        ("Noor", ()), ("Noor", ("modules",)),
    ]  # fmt: skip
    assert refused(withdraw, owner, THEIRS) == "not_shared"


def test_the_same_choice_again_is_no_new_decision(owner):
    share(owner, THEIRS, ["modules"])
    share(owner, THEIRS, ["modules"])
    assert len(decisions(owner, THEIRS)) == 1


def test_a_choice_that_is_none_is_refused(owner):
    assert refused(share, owner, THEIRS, []) == "no_sections"
    assert refused(share, owner, THEIRS, ["modules", "alles"]) == "unknown_section"
    assert shared_now(owner, THEIRS) is None


def test_personal_data_is_not_shared_and_ends_being_read_when_it_comes_later(owner, other):
    share(owner, THEIRS, ["modules"])
    answer(owner, THEIRS, "goals.main", "Bel 06-12345678.")
    assert shared(other, THEIRS).title == "Thuis verder"
    with pytest.raises(HeldBack):
        share(owner, THEIRS, ["goals"])
    answer(owner, THEIRS, "approach.modules.gesprek.activities", "Bel 06-12345678.")
    assert refused(shared, other, THEIRS) == "shared_held_back"
    assert exchange(other) == []


def test_a_shared_programme_that_cannot_be_read_takes_no_other_down(owner, other, programmes):
    share(owner, THEIRS, ["modules"])
    (programmes / "spirit" / "thuis.yaml").write_text(f"titel: {SECRET}\n")
    assert refused(shared, other, THEIRS) == "shared_unreadable"
    assert exchange(other) == []


def test_sharing_changes_no_description(owner, programmes):
    before = (programmes / "spirit" / "thuis.yaml").read_bytes()
    share(owner, THEIRS, ["modules"])
    assert (programmes / "spirit" / "thuis.yaml").read_bytes() == before


# --- the library


def test_the_library_holds_shared_elements_and_modules_and_finds_them_by_word(owner, other, words):
    share(owner, THEIRS, ["modules", "active_elements"])

    def found(search=""):
        return [entry.name for entry in library(exchange(other), words.template, search)]

    assert found() == ["Een vaste mentor", "Gesprek op vrijdag"]
    assert found("KOKEN vrijdag") == ["Gesprek op vrijdag"]
    assert found("spirit mentor") == ["Een vaste mentor"]
    assert found("geheim") == []


def test_made_up_examples_are_in_the_exchange_for_everybody(other, programmes, words):
    FileStore(programmes, words.options).create(
        THEIRS.__class__("voorbeeld", "kompas"), {"title": "Kompas"}, OWNER
    )
    [example] = exchange(other)
    assert (example.title, len(example.sections)) == ("Kompas", len(words.template.sections))


# --- taking over


def test_an_element_comes_with_its_sources_and_its_origin(owner, other):
    share(owner, THEIRS, ["active_elements", "literature"])
    taken = take_over(other, MINE, THEIRS, ELEMENTS, "band")
    [element] = items(other, ELEMENTS)
    assert element == {
        "id": "een-vaste-mentor",
        "name": "Een vaste mentor",
        "description": "Dezelfde mentor, van begin tot eind.",
        "sources": ["wie-blijft"],
        "taken_from": TAKEN_FROM,
    }
    [source] = items(other, SOURCES)
    assert (source["title"], source["taken_from"]) == ("Wie blijft", TAKEN_FROM)
    assert (taken.path, taken.copy.left) == ("active_elements.een-vaste-mentor", ())


def test_a_link_to_what_does_not_come_along_is_left_out_and_named(owner, other):
    share(owner, THEIRS, ["active_elements", "modules"])
    taken = take_over(other, MINE, THEIRS, ELEMENTS, "band")
    assert taken.copy.left == ("Gesprek op vrijdag",)
    assert "modules" not in items(other, ELEMENTS)[0]


def test_a_link_leads_to_what_was_taken_over_before(owner, other):
    share(owner, THEIRS, ["active_elements", "modules"])
    take_over(other, MINE, THEIRS, MODULES, "gesprek")
    taken = take_over(other, MINE, THEIRS, ELEMENTS, "band")
    assert items(other, ELEMENTS)[0]["modules"] == ["gesprek-op-vrijdag"]
    assert taken.copy.left == ()


def test_a_source_that_is_there_already_is_linked_and_not_doubled(owner, other):
    share(owner, THEIRS, ["active_elements", "literature"])
    own = [{"id": "b", "title": "Wie blijft", "year": 2019}]
    answer(other, MINE, SOURCES, None)
    other.store.change(MINE, OTHER, lambda data: _whole(data, {**data, SOURCES: own}))
    take_over(other, MINE, THEIRS, ELEMENTS, "band")
    assert items(other, SOURCES) == own
    assert items(other, ELEMENTS)[0]["sources"] == ["b"]
    assert refused(take_over, other, MINE, THEIRS, SOURCES, "bakker-2019") == "taken_already"


def _whole(old, new):
    from workbench.domain.changes import Change

    return Change("whole", "", old, new)


def test_the_same_item_is_not_taken_over_twice(owner, other):
    share(owner, THEIRS, ["modules"])
    part = shared(other, THEIRS)
    assert not stands_already(other, MINE, part, MODULES, "gesprek")
    take_over(other, MINE, THEIRS, MODULES, "gesprek")
    assert stands_already(other, MINE, part, MODULES, "gesprek").startswith(MODULES)
    assert refused(take_over, other, MINE, THEIRS, MODULES, "gesprek") == "taken_already"
    assert len(items(other, MODULES)) == 1


def test_nothing_is_taken_over_that_is_not_shared(owner, other):
    assert refused(take_over, other, MINE, THEIRS, MODULES, "gesprek") == "may_not_read_shared"
    share(owner, THEIRS, ["modules"])
    assert refused(take_over, other, MINE, THEIRS, ELEMENTS, "band") == "taken_gone"
    assert refused(take_over, other, MINE, THEIRS, "goals.subgoals", "geheim-rust") == "taken_gone"
    assert refused(take_over, other, THEIRS, THEIRS, MODULES, "gesprek") == "may_not_change"


def test_what_was_taken_over_stays_when_sharing_ends_and_tells_nobody_else_its_origin(
    owner, other, desk_of
):
    share(owner, THEIRS, ["modules"])
    take_over(other, MINE, THEIRS, MODULES, "gesprek")
    withdraw(owner, THEIRS)
    assert items(other, MODULES)[0]["taken_from"] == TAKEN_FROM
    share(other, MINE, ["modules"])
    third = desk_of(OTHER.model_copy(update={"institution": "fier"}))
    assert "Thuis verder" not in str(exchange(third))
