"""Nothing of another institution that is not shared comes out of commands, exports or addresses."""

import json

import pytest

from tests.exchange.conftest import MINE, SECRET, THEIRS
from workbench.actions.exchanging import take_over
from workbench.actions.exporting import export
from workbench.actions.sharing import share, withdraw
from workbench.cli.main import main

COMMANDS = (
    ["validate"], ["check"], ["history"], ["verify"], ["step"], ["share"], ["restore", "1"],
    ["set", "goals.main", "x"], ["share", "--withdraw"], ["share", "--sections", "goals"],
    ["export", "--format", "yaml"], ["export", "--format", "json"],
    ["export", "--format", "md", "--report", "gaps"],
    ["export", "--format", "json", "--revision", "1"],
)  # fmt: skip


@pytest.fixture
def run(programmes, monkeypatch, capsysbinary, words):
    monkeypatch.setenv("WORKBENCH_PROGRAMMES", str(programmes))
    monkeypatch.setattr("workbench.cli.main.load_words", lambda: words)

    def carried_out(*arguments):
        code = main(["--as", "editor", "--at", "parlan", *arguments])
        told = capsysbinary.readouterr()
        return code, (told.out + told.err).decode()

    return carried_out


@pytest.mark.parametrize("when", ["before", "shared", "after"])
def test_no_command_tells_another_institution_anything(run, owner, when):
    if when != "before":
        share(owner, THEIRS, ["modules", "active_elements"])
    if when == "after":
        withdraw(owner, THEIRS)
    for command, *more in COMMANDS:
        code, told = run(command, str(THEIRS), *more)
        assert code == 1, command
        assert SECRET.lower() not in told.lower(), (command, told)
        assert "Thuis verder" not in told, (command, told)
    code, told = run("compare", str(THEIRS), str(MINE), "--format", "json")
    assert (code, SECRET.lower() in told.lower()) == (1, False)


def test_what_is_decided_about_sharing_is_told_and_typed_in_a_terminal(run, owner, programmes):
    here = ("share", str(THEIRS), "--at", "spirit", "--json")

    def told(*more):
        code, said = run(*here, *more)
        assert code == 0, said
        return json.loads(said)

    assert told()["sections"] == []
    assert told("--sections", "modules, goals")["sections"] == ["goals", "modules"]
    assert len(told("--sections", "all")["sections"]) > 10
    assert [bool(one["sections"]) for one in told("--withdraw")["decisions"]] == [False, True, True]


def test_an_export_of_what_was_taken_over_tells_the_origin_and_nothing_that_was_not_shared(
    owner, other
):
    share(owner, THEIRS, ["modules", "active_elements", "literature"])
    take_over(other, MINE, THEIRS, "approach.modules", "gesprek")
    take_over(other, MINE, THEIRS, "active_elements", "band")
    for form in ("md", "yaml", "json"):
        told = export(other, MINE, form).content.decode()
        assert SECRET.lower() not in told.lower()
        assert "Spirit" in told
    assert "Overgenomen uit Thuis verder, Spirit, 25 november 2026." in export(
        other, MINE, "md"
    ).content.decode().replace("\u00a0", " ")
