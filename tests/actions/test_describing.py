import dataclasses

import pytest

from tests.actions.conftest import ADVISOR
from workbench.actions.describing import (
    add_item,
    answer,
    move_item,
    put_back,
    remove_item,
    slug,
    start,
)
from workbench.actions.desk import Refused
from workbench.domain.paths import value_at
from workbench.store.protocol import Conflict, ProgrammeId, Unreadable

SUBGOALS = "goals.subgoals"


def ids(opened):
    return [item["id"] for item in value_at(opened.data, SUBGOALS) or []]


@pytest.fixture
def three(desk, programme):
    for heading in ("Veilig wonen", "Naar school", "Rust in huis"):
        opened, _ = add_item(desk, programme, SUBGOALS, heading)
    return opened


def test_a_started_programme_holds_its_title_and_the_version_of_the_template(desk):
    opened = start(desk, "spirit", "  Nieuw begin ")
    assert opened.id == ProgrammeId("spirit", "nieuw-begin")
    assert opened.programme.title == "Nieuw begin"
    assert opened.programme.template_version == desk.words.template.version


@pytest.mark.parametrize(
    ("institution", "title", "key"),
    [
        ("spirit", "   ", "title_needed"),
        ("spirit", "!!!", "title_needed"),
        ("spirit", "Proefprogramma", "title_taken"),
        ("parlan", "Iets anders", "may_not_start"),
        ("onbekend", "Iets anders", "may_not_start"),
    ],
)
def test_a_start_that_cannot_be_is_refused_with_the_reason(
    desk, programme, institution, title, key
):
    with pytest.raises(Refused) as refused:
        start(desk, institution, title)
    assert refused.value.key == key
    assert desk.words.texts["nl"](f"action.{key}", **refused.value.values)


def test_an_answer_is_in_the_store_at_once(desk, store, programme):
    answer(desk, programme, "goals.main", "Meisjes wonen weer veilig.")
    assert store.open(programme).programme.goals.main == "Meisjes wonen weer veilig."


def test_line_ends_are_stored_in_one_way_and_nothing_else_is_touched(desk, programme):
    opened = answer(desk, programme, "goals.main", " een\r\ntwee \rdrie\n")
    assert opened.programme.goals.main == " een\ntwee \ndrie\n"


def test_an_empty_answer_takes_the_answer_away(desk, programme):
    answer(desk, programme, "goals.main", "Iets")
    assert "goals" not in answer(desk, programme, "goals.main", "").data


def test_an_answer_that_does_not_fit_is_refused_and_nothing_is_stored(desk, store, programme):
    before = store.open(programme)
    for path, value in [("goals.main", "a\0b"), ("facets.age.minimum", "twaalf")]:
        with pytest.raises(Unreadable):
            answer(desk, programme, path, value)
    with pytest.raises(Refused):
        answer(desk, programme, "goals.nonsense", "x")
    assert store.open(programme) == before


def test_a_colleagues_change_since_then_is_never_overwritten(desk, store, programme):
    seen = answer(desk, programme, "goals.main", "Eerste").revision
    answer(desk, programme, "goals.main", "Van een collega")
    with pytest.raises(Conflict) as conflict:
        answer(desk, programme, "goals.main", "Van mij", seen=seen)
    assert conflict.value.opened.programme.goals.main == "Van een collega"
    assert store.open(programme).programme.goals.main == "Van een collega"


def test_a_colleagues_change_elsewhere_is_no_conflict(desk, programme):
    seen = answer(desk, programme, "goals.main", "Eerste").revision
    answer(desk, programme, "summary.goal", "Van een collega")
    opened = answer(desk, programme, "goals.main", "Van mij", seen=seen)
    assert opened.programme.summary.goal == "Van een collega"
    assert opened.programme.goals.main == "Van mij"


def test_only_the_institution_itself_may_write(desk, programme):
    other = dataclasses.replace(desk, person=ADVISOR)
    with pytest.raises(Refused, match="may_not_change"):
        answer(other, programme, "goals.main", "Iets")
    assert other.open(programme).programme.title == "Proefprogramma"


def test_an_added_item_is_known_by_a_name_that_stays(desk, programme):
    _, first = add_item(desk, programme, SUBGOALS, "Veilig wonen")
    _, second = add_item(desk, programme, SUBGOALS, "Veilig wonen")
    opened, unnamed = add_item(desk, programme, SUBGOALS, "")
    assert (first, second) == ("veilig-wonen", "veilig-wonen-2")
    assert ids(opened) == [first, second, unnamed]
    assert opened.programme.goals.subgoals[0].text == "Veilig wonen"


def test_a_removed_item_returns_to_its_place_with_all_its_answers(desk, programme, three):
    answer(desk, programme, "goals.subgoals.naar-school.indicator", "Aanwezigheid")
    before = desk.open(programme).programme
    removed = remove_item(desk, programme, SUBGOALS, "naar-school")
    assert ids(desk.open(programme)) == ["veilig-wonen", "rust-in-huis"]
    assert put_back(desk, programme, removed).programme == before


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (-1, ["naar-school", "veilig-wonen", "rust-in-huis"]),
        (1, ["veilig-wonen", "rust-in-huis", "naar-school"]),
        (9, ["veilig-wonen", "rust-in-huis", "naar-school"]),
    ],
)
def test_an_item_moves_within_its_list(desk, programme, three, by, order):
    assert ids(move_item(desk, programme, SUBGOALS, "naar-school", by)) == order


def test_typing_in_an_item_that_a_colleague_removed_is_refused(desk, programme, three):
    remove_item(desk, programme, SUBGOALS, "naar-school")
    with pytest.raises(Refused, match="item_gone"):
        answer(desk, programme, "goals.subgoals.naar-school.text", "Mijn tekst")


def test_a_terminal_makes_the_item_it_names(desk, programme):
    path = "goals.subgoals.veiligheid.indicator"
    opened = answer(desk, programme, path, "Aantal incidenten", make_items=True)
    assert opened.programme.goals.subgoals[0].indicator == "Aantal incidenten"


@pytest.mark.parametrize(
    ("path", "value", "refusal"),
    [
        ("goals.subgoals.veiligheid.audience", "robots", Unreadable),
        ("goals.subgoals.Veilig heid.text", "Veilig", Unreadable),
        ("goals.subgoals.veiligheid.text", "", Refused),
    ],
)
def test_an_item_is_made_together_with_its_answer_or_not_at_all(
    desk, store, programme, path, value, refusal
):
    before = store.open(programme)
    with pytest.raises(refusal):
        answer(desk, programme, path, value, make_items=True)
    assert store.open(programme) == before


@pytest.mark.parametrize(
    "path", ["about", "template_version", "goals", "goals.subgoals.naar-school.id"]
)
def test_what_is_no_question_cannot_be_answered(desk, store, programme, three, path):
    with pytest.raises(Refused):
        answer(desk, programme, path, "x")
    assert store.open(programme) == three


@pytest.mark.parametrize(
    ("text", "name"), [("Café & Zö!", "cafe-zo"), ("  ", ""), ("A" * 99, "a" * 40), ("ليلى", "")]
)
def test_a_heading_becomes_a_short_plain_name(text, name):
    assert slug(text) == name


def test_a_new_item_never_gets_the_id_of_a_removed_one_that_is_still_pointed_at(desk, programme):
    add_item(desk, programme, "factors", "Schaamte")
    add_item(desk, programme, SUBGOALS, "Veilig wonen")
    answer(desk, programme, f"{SUBGOALS}.veilig-wonen.factors", ["schaamte"])
    removed = remove_item(desk, programme, "factors", "schaamte")
    _, new = add_item(desk, programme, "factors", "Schaamte")
    assert new == "schaamte-2"
    opened = put_back(desk, programme, removed)
    assert [f.id for f in opened.programme.factors] == ["schaamte", "schaamte-2"]
    assert opened.programme.goals.subgoals[0].factors == ["schaamte"]


def test_an_item_comes_back_also_when_its_id_was_given_away(desk, programme, three):
    removed = remove_item(desk, programme, SUBGOALS, "naar-school")
    add_item(desk, programme, SUBGOALS, "Naar school")
    opened = put_back(desk, programme, removed)
    assert ids(opened) == ["veilig-wonen", "naar-school-2", "rust-in-huis", "naar-school"]
