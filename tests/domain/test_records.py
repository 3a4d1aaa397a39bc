"""What a description accepts, and what it refuses because nobody could read it back."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from tests.strategies import options, programmes
from workbench.domain.programme import Programme
from workbench.domain.values import LONGEST_TEXT, Amount, Count, Day, ItemId, Text


def accepts(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value, strict=True)


def refusal(data: dict[str, Any]) -> tuple[tuple[Any, ...], str]:
    """Return where the first refusal is and what kind it is."""
    with pytest.raises(ValidationError) as refused:
        Programme.model_validate(data, context=options())
    first = refused.value.errors()[0]
    return first["loc"], first["type"]


def test_an_empty_description_is_valid() -> None:
    assert Programme().plain() == {"format_version": 1}
    assert Programme.model_validate({}) == Programme()


@given(programmes())
def test_any_description_survives_becoming_plain_values(programme: Programme) -> None:
    assert Programme.model_validate(programme.plain(), context=options()) == programme


@given(programmes())
def test_plain_values_stand_in_the_order_of_the_model(programme: Programme) -> None:
    names = list(programme.plain())
    assert names == [name for name in Programme.model_fields if name in names]


def test_a_description_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        Programme(title="a").title = "b"  # type: ignore[misc]


def test_a_key_that_the_model_does_not_know_is_refused() -> None:
    assert refusal({"goals": {"doel": "x"}}) == (("goals", "doel"), "extra_forbidden")


def test_text_where_a_number_belongs_is_refused() -> None:
    path = ("approach", "duration", "minimum")
    assert refusal({"approach": {"duration": {"minimum": "6"}}}) == (path, "int_type")
    assert refusal({"title": 12}) == (("title",), "string_type")


def test_an_id_that_occurs_twice_in_one_list_is_refused() -> None:
    twice = [{"id": "a"}, {"id": "b"}, {"id": "a"}]
    assert refusal({"factors": twice}) == (("factors",), "item_twice")
    Programme.model_validate({"factors": [{"id": "a"}], "literature": [{"id": "a"}]})


def test_an_item_without_an_id_is_refused() -> None:
    assert refusal({"factors": [{"name": "x"}]}) == (("factors", 0, "id"), "missing")


def test_a_code_outside_its_list_is_refused() -> None:
    assert refusal({"facets": {"sex": "girl"}}) == (("facets", "sex"), "option")
    assert refusal({"facets": {"aims": ["x"]}}) == (("facets", "aims", 0), "option")
    note = {"status": "ready"}
    assert refusal({"about": {"title": note}}) == (("about", "title", "status"), "option")


def test_codes_are_left_alone_where_the_lists_are_not_at_hand() -> None:
    assert Programme.model_validate({"facets": {"sex": "later"}}).facets.sex == "later"


def test_an_address_in_the_notes_is_written_with_dots() -> None:
    assert refusal({"about": {"Titel!": {}}})[1] == "string_pattern_mismatch"


def test_another_format_version_is_refused() -> None:
    assert refusal({"format_version": 2})[0] == ("format_version",)


@pytest.mark.parametrize("text", ["", " ", "één\ttab\nregel\r\n", "👩🏽", "\u2028", "\x85"])
def test_a_text_may_hold_whatever_people_write(text: str) -> None:
    assert accepts(Text, text) == text


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [("a\x00", "U+0000", 2), ("\x1b[0m", "U+001B", 1), ("ab\ufffe", "U+FFFE", 3)],
)
def test_a_character_that_no_file_can_hold_is_pointed_at(
    text: str, code: str, position: int
) -> None:
    with pytest.raises(ValidationError) as refused:
        accepts(Text, text)
    assert refused.value.errors()[0]["ctx"] == {"code": code, "position": position}


def test_a_text_has_a_longest_length() -> None:
    accepts(Text, "x" * LONGEST_TEXT)
    with pytest.raises(ValidationError):
        accepts(Text, "x" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize("item_id", ["a", "7", "fase-1", "fase_1", "x" * 60])
def test_an_id_is_short_and_plain(item_id: str) -> None:
    assert accepts(ItemId, item_id) == item_id


@pytest.mark.parametrize("item_id", ["", "-a", "_a", "A", "é", "a b", "a.b", "a\n", "*", "x" * 61])
def test_an_id_that_would_break_an_address_is_refused(item_id: str) -> None:
    with pytest.raises(ValidationError):
        accepts(ItemId, item_id)


def test_a_day_is_written_as_year_month_day() -> None:
    assert accepts(Day, "2026-05-31") == date(2026, 5, 31)
    programme = Programme.model_validate({"colophon": {"date": "2026-05-31"}})
    assert programme.plain()["colophon"] == {"date": "2026-05-31"}


@pytest.mark.parametrize(
    "day", ["2026-5-31", "31-05-2026", "20260531", "2026-W22-7", "2026-02-30", "", 20260531]
)
def test_another_way_of_writing_a_day_is_refused(day: Any) -> None:
    with pytest.raises(ValidationError):
        accepts(Day, day)


def test_a_moment_is_no_day() -> None:
    with pytest.raises(ValidationError):
        accepts(Day, datetime(2026, 5, 31, 12, 0))


@pytest.mark.parametrize("count", [0, 1_000_000])
def test_a_count_is_a_whole_number_from_zero(count: int) -> None:
    assert accepts(Count, count) == count


@pytest.mark.parametrize("count", [-1, 1_000_001, 1.0, "3", True])
def test_what_is_no_count_is_refused(count: Any) -> None:
    with pytest.raises(ValidationError):
        accepts(Count, count)


@pytest.mark.parametrize("amount", [-0.5, 0, 12, 12.5])
def test_an_amount_may_have_decimals(amount: float) -> None:
    assert accepts(Amount, amount) == amount


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), "12,50", "12.5"])
def test_what_is_no_amount_is_refused(amount: Any) -> None:
    with pytest.raises(ValidationError):
        accepts(Amount, amount)


def test_the_json_schema_names_the_option_list_and_the_linked_list() -> None:
    parts = Programme.model_json_schema()["$defs"]
    factors = parts["Subgoal"]["properties"]["factors"]["items"]
    assert factors["x-link"] == "factors"
    assert {"type": "string", "x-options": "sex"} in parts["Facets"]["properties"]["sex"]["anyOf"]
