"""Every role at every command: let through or refused exactly as the table says."""

import pytest

from tests.access.conftest import EVERYBODY, MEETINGS, PLACES, called, state_of
from workbench.cli.main import main
from workbench.cli.usage import COMMANDS
from workbench.rules.access import ROWS

ON_ONE = {
    "validate": ("read", ["{path}"]),
    "check": ("read", ["{path}"]),
    "set": ("change", ["{path}", "goals.main", "Anders."]),
    "export": ("export", ["{path}", "--format", "json"]),
    "history": ("read", ["{path}"]),
    "restore": ("go_back", ["{path}", "1"]),
    "version": ("name_version", ["{path}", "Een naam"]),
    "verify": ("read", ["{path}"]),
    "step": ("read", ["{path}"]),
    "share": ("read", ["{path}"]),
    "new": ("start", ["{institution}", "Nieuw programma"]),
}
ON_BOTH = {"compare": ("export", ["spirit/proef", "voorbeeld/proef", "--format", "json"])}
ON_ALL = {
    "backup": ["-o", "{tmp}/kopie.zip"],
    "restore-backup": ["{tmp}/kopie.zip", "--programmes", "{tmp}/terug"],
    "transfer": ["--to", "{tmp}/elders"],
}
OVER_ALL = ("overview", "across")
ON_NONE = {"schema", "rights"}
"""About no programme at all."""


@pytest.fixture
def run(programmes, monkeypatch, capsysbinary, words):
    """Return a function from a person and a command to its code and what it told."""
    monkeypatch.setenv("WORKBENCH_PROGRAMMES", str(programmes))
    monkeypatch.setattr("workbench.cli.main.load_words", lambda: words)

    def carried_out(person, *arguments):
        at = ["--at", person.institution or "nergens"]
        code = main([*arguments, "--as", person.role, *at])
        told = capsysbinary.readouterr()
        return code, (told.out + told.err).decode()

    return carried_out


def test_every_command_is_tried_here():
    assert {*ON_ONE, *ON_BOTH, *ON_ALL, *OVER_ALL, *ON_NONE} == set(COMMANDS)


@pytest.mark.parametrize(("person", "programme"), MEETINGS, ids=called)
def test_everybody_can_type_exactly_what_the_table_says(
    person, programme, run, expected, programmes, words
):
    names = {"path": str(programme), "institution": programme.institution}
    refusals = {
        action: words.texts["nl"](
            f"action.may_not_{action}", institution=words.institutions[programme.institution].name
        )
        for action, _ in ON_ONE.values()
    }
    for command, (action, arguments) in ON_ONE.items():
        before = state_of(programmes)
        code, told = run(person, command, *(part.format(**names) for part in arguments))
        may = expected(person, action, programme)
        assert any(why in told for why in refusals.values()) == (not may), (command, told)
        if not may:
            assert code == 1
            assert "Veilig wonen" not in told
            assert state_of(programmes) == before


@pytest.mark.parametrize(("person", "programme"), MEETINGS, ids=called)
def test_a_step_is_taken_by_exactly_who_the_table_says(person, programme, run, expected):
    code, _ = run(person, "step", str(programme), "open_round_1")
    assert (code == 0) == expected(person, "open_round_1", programme)


@pytest.mark.parametrize("person", EVERYBODY, ids=called)
def test_a_comparison_needs_the_right_for_every_programme(person, run, expected):
    action, arguments = ON_BOTH["compare"]
    may = all(expected(person, action, programme) for programme in PLACES)
    code, told = run(person, "compare", *arguments)
    assert ("Veilig wonen" in told) == may == (code == 0), told


@pytest.mark.parametrize("command", OVER_ALL)
@pytest.mark.parametrize("person", EVERYBODY, ids=called)
def test_all_programmes_together_are_for_who_oversees_them(person, run, command):
    may = "all" in ROWS["oversee"].relations(person.role)
    code, told = run(person, command, "--json")
    assert ("Proefprogramma" in told) == may == (code == 0), told


@pytest.mark.parametrize("person", EVERYBODY, ids=called)
def test_everything_at_once_is_for_who_looks_after_the_workbench(person, run, tmp_path):
    assert run(EVERYBODY[-1], "backup", "-o", str(tmp_path / "kopie.zip"))[0] == 0
    for command, arguments in ON_ALL.items():
        code, told = run(person, command, *(part.format(tmp=tmp_path) for part in arguments))
        may = person.role == "administrator"
        assert (code == 0) == may == ("beheerder" not in told), (command, told)


def test_without_a_role_somebody_works_for_the_institution_of_the_description(run, capsysbinary):
    assert main(["set", "spirit/proef", "goals.main", "Anders."]) == 0
    assert main(["compare", "spirit/proef", "voorbeeld/proef", "--format", "json"]) == 0


def test_the_role_of_a_terminal_can_be_set_once(run, monkeypatch, capsysbinary):
    monkeypatch.setenv("WORKBENCH_ROLE", "reader")
    assert main(["set", "spirit/proef", "goals.main", "Anders."]) == 1
    monkeypatch.setenv("WORKBENCH_ROLE", "baas")
    assert main(["check", "spirit/proef"]) == 1
    assert "administrator" in capsysbinary.readouterr().err.decode()
