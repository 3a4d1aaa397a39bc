"""`compare` keeps what it promises to the programs that call it."""

import json
import shutil

import pytest

from tests.compared.terminal_folder import six_files
from tests.terminal import Terminal

TWO = ("voorbeeld/dageraad", "voorbeeld/oever")
STARTS = {"xlsx": b"PK", "docx": b"PK", "html": b"<!doctype html>", "json": b"{"}


@pytest.fixture(scope="module")
def terminal(tmp_path_factory):
    return Terminal(six_files(tmp_path_factory.mktemp("six") / "programmes"))


@pytest.mark.parametrize("form", sorted(STARTS))
def test_two_programmes_are_compared_in_every_form(terminal, tmp_path, form):
    file = tmp_path / f"samen.{form}"
    result = terminal("compare", *TWO, "--format", form, "-o", file)
    assert (result.code, result.out) == (0, "")
    assert str(file) in result.err
    assert file.read_bytes().startswith(STARTS[form])


def test_the_form_is_the_one_that_the_name_of_the_file_says(terminal, tmp_path):
    file = tmp_path / "samen.html"
    assert terminal("compare", *TWO, "-o", file).code == 0
    assert file.read_bytes().startswith(STARTS["html"])


def test_six_programmes_fit_and_what_is_the_same_can_be_left_out(terminal):
    names = [f"voorbeeld/{file.stem}" for file in terminal.programmes.glob("*/*.yaml")]
    rows = []
    for options in ([], ["--only-differences"]):
        result = terminal("compare", *names, "--json", *options)
        assert result.code == 0
        answers = next(v for v in json.loads(result.out)["views"] if v["name"] == "answers")
        rows.append({row["state"] for row in answers["rows"]})
    assert rows[0] >= {"same", "different", "some", "alone"}
    assert rows[1] == {"different", "some"}


@pytest.mark.parametrize("paths", [TWO[:1], (TWO[0], TWO[0])])
def test_one_programme_cannot_be_compared(terminal, paths):
    result = terminal("compare", *paths, "--json")
    assert result.code == 1
    assert "nu zijn het er 1" in result.json["refused"][0]


def test_two_versions_of_one_programme_can_be_compared(terminal, tmp_path):
    copy = tmp_path / "voorbeeld" / "dageraad.yaml"
    copy.parent.mkdir()
    shutil.copy(terminal.programmes / "voorbeeld" / "dageraad.yaml", copy)
    text = copy.read_text("utf-8").replace("14", "13", 1)
    copy.write_text(text, "utf-8")
    result = terminal("compare", TWO[0], copy, "--json", "--only-differences")
    assert result.code == 0
    assert len({one["id"] for one in result.json["programmes"]}) == 2


def test_a_form_that_does_not_exist_is_wrong_usage(terminal):
    assert terminal("compare", *TWO, "--format", "pdf").code == 2


def test_a_programme_that_is_not_there_is_told(terminal):
    result = terminal("compare", TWO[0], "voorbeeld/nergens", "--json")
    assert result.code == 1
    assert "nergens" in result.err


def test_personal_data_in_one_programme_holds_the_comparison_back(terminal, tmp_path):
    programmes = tmp_path / "programmes"
    shutil.copytree(terminal.programmes, programmes)
    here = Terminal(programmes)
    said = here("set", TWO[1], "goals.main", "Bel Sanne op 06-12345678 of haar BSN 111222333.")
    assert said.code == 0
    result = here("compare", *TWO, "--format", "json")
    assert (result.code, result.out) == (1, "")
    assert TWO[1] in result.err
    assert "goals.main" in result.err
