"""Looking back, going back, naming and verifying from a terminal, on real files."""

import json
import shutil

import pytest

from tests.terminal import Terminal, examples
from workbench.store.reading import read

KOMPAS = "voorbeeld/kompas"
MAIN = "goals.main"


@pytest.fixture
def terminal(tmp_path):
    return Terminal(examples(tmp_path / "programmes"))


@pytest.fixture(scope="module")
def written_once(tmp_path_factory):
    """A folder where one answer was changed twice and one version was named."""
    terminal = Terminal(examples(tmp_path_factory.mktemp("written") / "programmes"))
    for command in (
        ("set", KOMPAS, MAIN, "Meisjes wonen weer veilig."),
        ("set", KOMPAS, MAIN, "Meisjes wonen weer veilig thuis."),
        ("version", KOMPAS, "versie voor adviesronde 1"),
        ("set", KOMPAS, "title", "Kompas twee"),
    ):
        assert terminal(*command).code == 0
    return terminal.programmes


@pytest.fixture
def written(written_once, tmp_path):
    """A terminal on a copy of that folder."""
    return Terminal(shutil.copytree(written_once, tmp_path / "written"))


def journal(terminal):
    return terminal.programmes / "voorbeeld" / "kompas.journal.jsonl"


def stored(terminal):
    return read((terminal.programmes / f"{KOMPAS}.yaml").read_bytes()).data


def test_history_tells_what_people_did_newest_first(written):
    lines = written("history", KOMPAS).out.splitlines()
    told = [line.split("\t")[3] for line in lines]
    assert told[0].endswith(": gewijzigd")
    assert told[1] == "Versie ‘versie voor adviesronde 1’ vastgelegd"
    assert told[2].startswith("1.2 Doelen, ")
    assert told[3] == "Begin van de geschiedenis"
    assert [line.split("\t")[0] for line in lines] == ["5", "4", "3", "1"]
    assert lines[0].split("\t")[2] == "Noor Voorbeeld"


def test_history_of_one_question_tells_what_stood_there(written):
    result = written("history", KOMPAS, "--field", MAIN)
    assert "\t+ Meisjes wonen weer veilig thuis.\n" in result.out
    assert "Kompas twee" not in result.out


def test_history_is_one_json_document(written):
    told = written("history", KOMPAS, "--json", "--lang", "en").json
    assert [entry["revision"] for entry in told["entries"]] == [5, 4, 3, 1]
    assert told["versions"][0]["name"] == "versie voor adviesronde 1"
    typed = told["entries"][2]
    assert (typed["first_revision"], typed["path"], typed["person"]) == (2, MAIN, "Noor Voorbeeld")
    assert typed["changes"][0]["new"] == "Meisjes wonen weer veilig thuis."


def test_a_question_that_nobody_changed_is_said_to_have_no_history(written):
    result = written("history", KOMPAS, "--field", "safety.nergens")
    assert result.code == 1
    assert "nog niets vastgelegd" in result.err


def test_history_of_what_was_never_changed_is_empty(terminal):
    assert terminal("history", "voorbeeld/haven").out == "Er is nog niets vastgelegd.\n"


def test_restoring_adds_a_revision_and_every_earlier_one_can_still_be_restored(written):
    before = stored(written)
    result = written("restore", KOMPAS, 1, "--json")
    assert result.json == {"id": KOMPAS, "of": 1, "revision": 6, "restored": True}
    assert stored(written)["title"] == "Kompas (fictief voorbeeld)"
    assert written("restore", KOMPAS, 5).code == 0
    assert stored(written) == before
    assert written("restore", KOMPAS, 5, "--json").json["restored"] is False
    assert written("verify", KOMPAS).code == 0


def test_restoring_what_somebody_changed_unseen_is_refused(written):
    result = written("restore", KOMPAS, 1, "--seen", 4, "--json")
    assert result.code == 1
    assert "Noor Voorbeeld heeft intussen (revisie 5) iets veranderd" in result.err
    assert result.json["refused"] == result.err.splitlines()
    assert stored(written)["title"] == "Kompas twee"
    assert written("restore", KOMPAS, 1, "--seen", 5).code == 0


@pytest.mark.parametrize("command", [("restore", KOMPAS, 99), ("export", KOMPAS, "--revision", 99)])
def test_a_revision_that_is_not_there_is_refused_with_the_last_one(written, command):
    result = written(*command)
    assert result.code == 1
    assert "Revisie 99 is er niet; de laatste is 5." in result.err


@pytest.mark.parametrize(
    ("name", "words"),
    [("Versie voor  ADVIESRONDE 1", "al een versie"), (" ", "een naam"), ("x" * 81, "past niet")],
)
def test_a_name_that_is_taken_or_does_not_fit_is_refused(written, name, words):
    result = written("version", KOMPAS, name)
    assert result.code == 1
    assert words in result.err
    assert len(journal(written).read_bytes().splitlines()) == 5


@pytest.mark.parametrize("form", ["md", "json", "yaml", "html"])
def test_a_report_of_an_earlier_revision_is_of_then_and_says_so(written, form):
    result = written("export", KOMPAS, "--revision", 4, "--format", form, "--report", "summary")
    assert result.code == 0
    assert "Kompas twee" not in result.out
    assert "versie voor adviesronde 1" in result.out
    now = written("export", KOMPAS, "--format", form, "--report", "summary")
    assert "Kompas twee" in now.out


# --- verify


def verified(terminal):
    result = terminal("verify", KOMPAS, "--json")
    assert result.code == 1
    [one] = result.json["programmes"]
    assert not one["valid"]
    return [(problem["key"], problem["line"]) for problem in one["problems"]]


def test_verify_says_of_every_description_whether_it_is_right(written):
    result = written("verify", KOMPAS, "voorbeeld/haven")
    assert result.code == 0
    assert result.out.splitlines() == [
        f"{KOMPAS}: het logboek klopt (5 revisies).",
        "voorbeeld/haven: er is nog geen logboek, dus niets om na te gaan.",
    ]


def test_one_that_is_missing_does_not_hide_the_others(written):
    result = written("verify", "voorbeeld/weg", KOMPAS, "--json")
    assert result.code == 1
    assert [one["valid"] for one in result.json["programmes"]] == [False, True]


def test_verify_names_a_changed_byte_a_missing_a_swapped_and_a_cut_line(written):
    file, whole = journal(written), journal(written).read_bytes()
    one, two, three, four, five = whole.splitlines(keepends=True)
    for content, found in (
        (whole.replace(b"weer veilig thuis.", b"weer veilig Thuis.", 1), [("journal_chain", 3)]),
        (one + three + four + five, [("journal_gap", 2)]),
        (one + three + two + four + five, [("journal_gap", n) for n in (2, 3, 4)]),
        (whole[:-20], [("journal_torn", 5)]),
        (one + two + three + four, [("journal_file", 4)]),
    ):
        file.write_bytes(content)
        assert verified(written) == found
    file.write_bytes(whole)
    assert written("verify", KOMPAS).code == 0


def test_verify_finds_a_changed_byte_in_the_description(written):
    yaml = written.programmes / f"{KOMPAS}.yaml"
    yaml.write_bytes(yaml.read_bytes().replace(b"Kompas twee", b"Kompas Twee", 1))
    assert verified(written) == [("journal_file", 5)]
    assert "met de hand" in written("verify", KOMPAS).out


def test_a_damaged_history_is_told_without_a_trace(written):
    file = journal(written)
    lines = [json.loads(line) for line in file.read_bytes().splitlines()]
    lines[1]["path"] = "goals.subgoals.weg.text"
    file.write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    for command in (("history", KOMPAS), ("restore", KOMPAS, 3)):
        result = written(*command)
        assert result.code == 1
        assert "beschadigd bij revisie 2" in result.err
