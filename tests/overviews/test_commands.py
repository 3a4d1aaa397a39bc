"""`overview` and `across` keep what they promise to the programs that call them."""

import csv

import pytest

from tests.terminal import Terminal, examples

STARTS = {"xlsx": b"PK", "docx": b"PK", "html": b"<!doctype html>", "json": b"{"}


@pytest.fixture(scope="module")
def terminal(tmp_path_factory):
    return Terminal(examples(tmp_path_factory.mktemp("all") / "programmes"))


def test_the_overview_tells_a_line_per_programme_and_that_a_level_is_an_indication(terminal):
    result = terminal("overview")
    assert result.code == 0
    assert len(result.out.splitlines()) == 5
    assert "Kompas (fictief voorbeeld)" in result.out
    assert "geen oordeel van de Erkenningscommissie" in result.out


def test_the_overview_as_json_holds_the_same_and_what_was_found(terminal):
    told = terminal("overview", "--find", "schadefonds", "--json").json
    rows = told["views"][0]["rows"]
    assert [row["programme"] for row in rows] == ["voorbeeld/haven", "voorbeeld/kompas"]
    assert {one["programme"] for one in told["found"]} == {"voorbeeld/haven", "voorbeeld/kompas"}
    assert all("schadefonds" in one["text"].lower() for one in told["found"])


def test_the_overview_goes_in_a_file_of_which_the_name_says_the_form(terminal, tmp_path):
    file = tmp_path / "alles.csv"
    assert terminal("overview", "-o", file).code == 0
    lines = list(csv.reader(file.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert len(lines) == 4
    assert lines[0][0] == "Programma"


def test_a_damaged_description_is_told_and_the_others_are_shown(tmp_path):
    terminal = Terminal(examples(tmp_path / "programmes"))
    (tmp_path / "programmes" / "voorbeeld" / "stuk.yaml").write_text("titel: [\n")
    result = terminal("overview", "--json")
    assert result.code == 1
    assert result.json["damaged"] == ["voorbeeld/stuk"]
    assert "voorbeeld/stuk" in result.err
    assert len(result.json["views"][0]["rows"]) == 3


@pytest.mark.parametrize("form", sorted(STARTS))
def test_what_is_seen_across_programmes_comes_in_every_form(terminal, tmp_path, form):
    file = tmp_path / f"samen.{form}"
    result = terminal("across", "-o", file)
    assert (result.code, result.out) == (0, "")
    assert str(file) in result.err
    assert file.read_bytes().startswith(STARTS[form])


def test_one_view_can_be_asked_for_in_english(terminal):
    told = terminal("across", "--view", "bottlenecks", "--json", "--lang", "en").json
    assert [view["title"] for view in told["views"]] == ["Bottlenecks"]
    assert len(told["views"][0]["rows"]) == 5


def test_a_view_that_does_not_exist_is_wrong_usage(terminal):
    assert terminal("across", "--view", "weg").code == 2
