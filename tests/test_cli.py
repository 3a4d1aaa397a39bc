"""The commands keep what they promise to the programs that call them."""

import json
import shutil

import pytest

from tests.terminal import Terminal, examples
from workbench.cli import usage
from workbench.cli.main import main
from workbench.documents import formats as documents
from workbench.documents.reports.kinds import KINDS
from workbench.domain.paths import value_at
from workbench.store.reading import read
from workbench.store.words import load_words

ALL = ("haven", "kompas", "veerkracht")
HALF = b"format_version: 1\ntitel: Proef\ngoals:\n  main: 12\ncolophon:\n  status: klaar\n"
HEAVY = {"phonenumbers", "babel", "docx", "typst", "pandas", "streamlit", "sqlalchemy", "psycopg"}


@pytest.fixture
def terminal(tmp_path):
    return Terminal(examples(tmp_path / "programmes"))


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A terminal for tests that change nothing, with a damaged description among the others."""
    programmes = examples(tmp_path_factory.mktemp("only-read") / "programmes")
    (programmes / "voorbeeld" / "half.yaml").write_bytes(HALF)
    return Terminal(programmes)


@pytest.fixture(scope="module")
def checked(reader):
    return reader("check", "voorbeeld/veerkracht", "--json")


def stored(terminal, name="kompas"):
    file = terminal.programmes / "voorbeeld" / f"{name}.yaml"
    return read(file.read_bytes()).data


# --- validate


def test_validate_finds_nothing_wrong_with_the_examples(reader):
    files = [reader.programmes / "voorbeeld" / f"{name}.yaml" for name in ALL]
    result = reader("validate", *files, "--json")
    assert result.code == 0
    assert result.json == {
        "files": [{"path": str(file), "valid": True, "problems": []} for file in files]
    }
    assert result.err == ""


def test_validate_names_every_problem_with_line_field_and_remedy(reader):
    result = reader("validate", "voorbeeld/half", "voorbeeld/kompas", "--json")
    assert result.code == 1
    half, kompas = result.json["files"]
    assert [half["valid"], kompas["valid"]] == [False, True]
    told = [(problem["line"], problem["field"]) for problem in half["problems"]]
    assert told == [(2, "titel"), (4, "goals.main"), (6, "colophon.status")]
    assert "Bedoel je ‘title’?" in half["problems"][0]["message"]
    assert "Kies uit: advice_round_1" in half["problems"][2]["message"]


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [("nl", "regel 4", "Hier hoort tekst"), ("en", "line 4", "There should be text here")],
)
def test_validate_speaks_to_people_in_their_language(reader, language, line, words):
    result = reader("validate", "voorbeeld/half", "--lang", language)
    assert result.code == 1
    mentioned = [told for told in result.out.splitlines() if line in told]
    assert len(mentioned) == 1
    assert mentioned[0].startswith("voorbeeld/half: ")
    assert words.lower() in mentioned[0].lower()


def test_validate_survives_whatever_it_is_given(reader, tmp_path):
    contents = {"leeg": b"", "ruis": b"\x00\xff\xfe", "boom": b"a: &a [*a]", "lijst": b"- 1\n"}
    for name, content in contents.items():
        (tmp_path / f"{name}.yaml").write_bytes(content)
    result = reader("validate", *tmp_path.iterdir(), tmp_path / "weg.yaml", tmp_path, "--json")
    assert result.code == 1
    assert all(file["problems"][0]["message"] for file in result.json["files"])
    assert len(result.json["files"]) == len(contents) + 2
    assert "Traceback" not in result.err


# --- check


def test_check_tells_findings_level_outcomes_and_completeness(checked):
    assert checked.code == 1
    [one] = checked.json["programmes"]
    assert one["id"] == "voorbeeld/veerkracht"
    assert one["level"]["rung"] == 0
    assert one["level"]["name"]
    assert {"path", "reason"} == set(one["level"]["why_not_higher"][0])
    assert one["completeness"]["target"] == "substantiated"
    assert one["completeness"]["levels"]["described"]["required"] > 0
    assert "indicatie" in one["disclaimer"]
    assert isinstance(one["outcomes"], list)


def test_check_tells_researchability_tidier_and_recognitions(checked):
    [one] = checked.json["programmes"]
    points = one["researchability"]["points"]
    assert [point["number"] for point in points] == list(range(1, 15))
    assert [point["number"] for point in points if point["blocking"]] == [1, 2, 4, 8]
    assert {"full", "partial", "none", "items"} == set(one["tidier"])
    assert len(one["tidier"]["items"]) == 13
    assert one["recognitions"] == {"all": [], "current": []}


def test_every_finding_says_where_what_and_what_to_do(checked):
    findings = checked.json["programmes"][0]["findings"]
    assert {"G01", "G20"} <= {finding["rule"] for finding in findings}
    for finding in findings:
        assert set(finding) == {"rule", "severity", "path", "message", "remedy"}
        assert all(finding.values())


def test_check_tells_people_the_same_as_programs(reader, checked):
    [one] = checked.json["programmes"]
    result = reader("check", "voorbeeld/veerkracht")
    assert result.code == 1
    for words in (one["id"], one["disclaimer"], one["level"]["name"]):
        assert words in result.out
    for finding in one["findings"]:
        assert f"{finding['message']} {finding['remedy']}" in result.out


def test_a_damaged_description_does_not_hide_the_others(reader):
    result = reader("check", "voorbeeld/half", "voorbeeld/weg", "voorbeeld/kompas", "--json")
    assert result.code == 1
    half, gone, kompas = result.json["programmes"]
    assert half["id"] == "voorbeeld/half"
    assert [problem["line"] for problem in half["problems"]] == [2, 4, 6]
    assert gone["id"] == "voorbeeld/weg"
    assert "voorbeeld/weg" in gone["problems"][0]["message"]
    assert kompas["level"]["rung"] == 3
    assert {outcome["level"] for outcome in kompas["outcomes"]} == {"first_indications", None}


def test_only_findings_make_check_fail(reader):
    result = reader("check", "voorbeeld/kompas", "--json", "--lang", "en")
    [one] = result.json["programmes"]
    assert result.code == (1 if one["findings"] else 0)
    assert "indication" in one["disclaimer"]


# --- new


def test_a_new_description_can_be_filled_in_at_once(terminal):
    begun = terminal("new", "spirit", "Thuis: in de wijk")
    assert begun.code == 0
    path = begun.out.removesuffix("\n")
    assert path == str(terminal.programmes / "spirit" / "thuis-in-de-wijk.yaml")
    assert "Thuis: in de wijk" in begun.err
    assert terminal("set", path, "goals.main", "Veilig wonen").code == 0


def test_a_title_is_given_once(terminal):
    (terminal.programmes / "spirit").mkdir()
    (terminal.programmes / "spirit" / "thuis-in-de-wijk.yaml").write_text("title: Eerst\n")
    again = terminal("new", "spirit", "Thuis in de wijk", "--json")
    assert again.code == 1
    assert "al een programma" in again.json["refused"][0]


def test_a_new_description_belongs_to_an_institution_that_is_known(terminal):
    result = terminal("new", "--lang", "en", "nergens", "Titel")
    assert (result.code, result.out) == (1, "")
    assert "‘nergens’ is not known" in result.err


# --- set


def test_a_text_from_standard_input_is_stored_byte_for_byte(terminal):
    text = " # één\n\n  twee \t\n- drie: 🙂\n\n" * 4000
    result = terminal("set", "voorbeeld/kompas", "goals.main", "-", given=text)
    assert result.code == 0, result.err
    assert stored(terminal)["goals"]["main"] == text


def test_what_was_set_is_in_the_journal_under_the_persons_name(terminal):
    result = terminal("set", "voorbeeld/kompas", "colophon.status", "Concept", "--json")
    assert result.code == 0
    assert result.json == {
        "id": "voorbeeld/kompas",
        "field": "colophon.status",
        "revision": 2,
        "saved": True,
    }
    journal = terminal.programmes / "voorbeeld" / "kompas.journal.jsonl"
    last = json.loads(journal.read_text("utf-8").splitlines()[-1])
    assert last["person"]["name"] == "Noor Voorbeeld"
    assert (last["path"], last["new"]) == ("colophon.status", "draft")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("goals.subgoal.veilig.text", "x", "Bedoel je ‘goals.subgoals.veilig.text’?"),
        ("goals.subgoals.veilig.id", "anders", "verandert nooit"),
        ("goals.subgoals.nieuw.audience", "robots", "Kies uit: "),
    ],
)
def test_what_cannot_be_set_is_refused_with_a_way_out_and_changes_nothing(
    terminal, field, value, words
):
    file = terminal.programmes / "voorbeeld" / "kompas.yaml"
    before = file.read_bytes()
    result = terminal("set", file, field, value, "--json")
    assert result.code == 1
    assert words in result.err
    assert result.json["saved"] is False
    assert words in result.json["refused"][0]
    assert file.read_bytes() == before
    assert not file.with_suffix(".journal.jsonl").exists()


def test_an_answer_that_a_colleague_changed_is_not_overwritten(terminal):
    path, field = "voorbeeld/kompas", "goals.main"
    seen = terminal("set", path, field, "Eerst", "--json").json["revision"]
    assert terminal("set", path, field, "Van een collega", "--seen", seen).code == 0
    late = terminal("set", path, field, "Te laat", "--seen", seen, "--json")
    assert late.code == 1
    assert late.json["conflict"]["person"] == "Noor Voorbeeld"
    assert late.json["conflict"]["revision"] == seen + 1
    assert (late.json["conflict"]["theirs"], late.json["conflict"]["mine"]) == (
        "Van een collega",
        "Te laat",
    )
    assert "Noor Voorbeeld" in late.err
    assert stored(terminal)["goals"]["main"] == "Van een collega"


def test_a_conflict_prints_both_answers_in_words_and_the_revision_to_go_on_from(terminal):
    path, field = "voorbeeld/kompas", "goals.subgoals.rust.audience"
    terminal("set", path, field, "final")
    seen = terminal("set", path, field, "both", "--json").json["revision"]
    terminal("set", path, field, "intermediary")
    late = terminal("set", path, field, "final", "--seen", seen)
    options = {
        option.code: option.label["nl"] for option in load_words().template.options["audience"]
    }
    told = late.err.splitlines()
    assert f"  {options['intermediary']}" in told
    assert f"  {options['final']}" in told
    assert late.code == 1
    again = terminal("set", path, field, "final", "--seen", told[-1].split()[-1].rstrip("."))
    assert again.code == 0


def test_the_answer_of_who_came_late_is_in_the_journal_too(terminal):
    path, field = "voorbeeld/kompas", "goals.main"
    seen = terminal("set", path, field, "Eerst", "--json").json["revision"]
    terminal("set", path, field, "Van een collega")
    terminal("set", path, field, "Te laat", "--seen", seen)
    journal = terminal.programmes / "voorbeeld" / "kompas.journal.jsonl"
    last = json.loads(journal.read_text("utf-8").splitlines()[-1])
    assert (last["kind"], last["path"]) == ("aside", field)
    assert (last["old"], last["new"]) == ({"answer": "Van een collega"}, {"answer": "Te laat"})


def test_a_revision_that_is_not_there_yet_cannot_have_been_seen(terminal):
    path, field = "voorbeeld/kompas", "goals.main"
    newest = terminal("set", path, field, "Eerst", "--json").json["revision"]
    result = terminal("set", path, field, "Anders", "--seen", newest + 1)
    assert result.code == 1
    assert str(newest + 1) in result.err
    assert "nieuwste" in result.err
    assert stored(terminal)["goals"]["main"] == "Eerst"


def test_people_who_set_at_the_same_time_lose_nothing(terminal):
    answers = {
        "summary.goal": "Een",
        "summary.approach": "Twee",
        "goals.subgoals.nieuw.text": "Drie",
        "goals.subgoals.nieuw.indicator": "Vier",
    }
    running = [terminal.begin("set", "voorbeeld/kompas", *answer) for answer in answers.items()]
    told = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0] * len(answers), told
    data = stored(terminal)
    assert {path: value_at(data, path) for path in answers} == answers
    journal = terminal.programmes / "voorbeeld" / "kompas.journal.jsonl"
    revisions = [json.loads(line)["revision"] for line in journal.read_text("utf-8").splitlines()]
    assert revisions == list(range(1, len(answers) + 2))


def test_a_new_item_is_mentioned_because_it_may_be_a_slip(terminal):
    result = terminal("set", "voorbeeld/kompas", "goals.subgoals.vielig.text", "Veilig")
    assert result.code == 0
    assert "goals.subgoals.vielig" in result.err.splitlines()[0]
    assert len(result.err.splitlines()) == 2


# --- export


def test_a_report_goes_into_a_file_in_the_form_that_its_name_says(reader, tmp_path):
    file = tmp_path / "kompas.PDF"
    result = reader("export", "voorbeeld/kompas", "-o", file)
    assert (result.code, result.out) == (0, "")
    assert str(file) in result.err
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_report_on_standard_output_is_the_report_and_nothing_else(reader, tmp_path):
    file = tmp_path / "Los bestand.yaml"
    shutil.copy(reader.programmes / "voorbeeld" / "veerkracht.yaml", file)
    result = reader("export", file, "--format", "yaml")
    assert (result.code, result.err) == (0, "")
    assert result.out == file.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [file]


def test_a_report_with_personal_data_waits_and_says_where(terminal, tmp_path):
    file = terminal.programmes / "voorbeeld" / "nummer.yaml"
    file.write_text("format_version: 1\ngoals:\n  main: Bel 06 12345678.\n")
    output = tmp_path / "verslag.docx"
    result = terminal("export", "voorbeeld/nummer", "--json", "-o", output)
    assert result.code == 1
    assert "(P04, goals.main)" in result.err
    assert any("P04" in line for line in result.json["refused"])
    assert not output.exists()


@pytest.mark.parametrize("report", KINDS)
def test_every_report_comes_out_in_the_language_that_was_asked_for(reader, report):
    told = {}
    for language in ("nl", "en"):
        asked = ("--report", report, "--format", "md", "--lang", language)
        result = reader("export", "voorbeeld/veerkracht", *asked)
        assert (result.code, result.err) == (0, "")
        told[language] = result.out
        assert result.out.startswith(load_words().texts[language](f"report.kind.{report}"))
    assert told["nl"] != told["en"]


def test_a_report_that_tells_what_is_missing_cannot_leave_that_out(reader):
    silent = [name for name, kind in KINDS.items() if not kind.can_leave_out_gaps]
    for name in silent:
        asked = ("--report", name, "--leave-out-gaps", "--json")
        result = reader("export", "voorbeeld/veerkracht", *asked)
        assert result.code == 1
        assert f"‘{name}’" in result.json["refused"][0]


@pytest.mark.parametrize("report", KINDS)
def test_every_report_waits_for_personal_data_and_repeats_none_of_it(terminal, report):
    file = terminal.programmes / "voorbeeld" / "nummer.yaml"
    file.write_text("format_version: 1\nfactors:\n  - id: a\n    name: Bel 06 12345678\n")
    result = terminal("export", "voorbeeld/nummer", "--report", report, "--format", "md")
    assert (result.code, result.out) == (1, "")
    assert "(P04, factors.a.name)" in result.err


def test_a_report_that_does_not_exist_is_wrong_usage(reader):
    result = reader("export", "voorbeeld/kompas", "--report", "roman")
    assert result.code == 2
    assert "werkblad" in result.err


def test_the_forms_of_a_report_are_those_that_can_be_made():
    assert tuple(documents.FORMATS) == usage.FORMATS


# --- files that stand anywhere


def test_a_file_anywhere_under_any_name_works_and_reading_leaves_no_trace(terminal, tmp_path):
    folder = tmp_path / "Mijn map"
    folder.mkdir()
    file = folder / "Mijn bestand.yaml"
    shutil.copy(terminal.programmes / "voorbeeld" / "kompas.yaml", file)
    assert terminal("check", file, "--json").json["programmes"][0]["level"]["rung"] == 3
    assert list(folder.iterdir()) == [file]
    assert terminal("set", file, "title", "Anders").code == 0
    assert read(file.read_bytes()).data["title"] == "Anders"
    assert (folder / "Mijn bestand.journal.jsonl").exists()


def test_the_folder_of_programmes_is_said_before_or_after_the_command(terminal, tmp_path):
    elsewhere = tmp_path / "elders"
    terminal.programmes.rename(elsewhere)
    before = terminal("--programmes", elsewhere, "validate", "voorbeeld/kompas")
    after = terminal("validate", "voorbeeld/kompas", "--programmes", elsewhere)
    assert [before.code, after.code] == [0, 0]


# --- results and messages


def test_a_result_goes_into_the_file_that_was_asked_for(reader, tmp_path):
    file = tmp_path / "uitslag.json"
    result = reader("check", "voorbeeld/half", "--json", "-o", file)
    assert (result.code, result.out) == (1, "")
    assert json.loads(file.read_text("utf-8"))["programmes"][0]["id"] == "voorbeeld/half"


def test_a_result_that_cannot_be_written_is_a_clear_refusal(reader, tmp_path):
    result = reader("validate", "voorbeeld/kompas", "-o", tmp_path / "weg" / "uitslag.txt")
    assert (result.code, result.out) == (1, "")
    assert "is hier niet te schrijven" in result.err


def test_output_is_utf_8_whatever_the_terminal_says(reader):
    arguments = ("set", "voorbeeld/één\udcff", "title", "x", "--json")
    result = reader(*arguments, LC_ALL="C", PYTHONIOENCODING="latin-1")
    assert result.code == 1
    assert "voorbeeld/één\\udcff" in result.err
    assert "voorbeeld/één\udcff" in result.json["refused"][0]


def test_a_reader_who_has_seen_enough_is_no_accident(reader):
    process = reader.begin("check", *["voorbeeld/veerkracht"] * 20)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_wrong_usage_ends_in_2_with_nothing_on_standard_output(reader):
    result = reader("set", "a")
    assert (result.code, result.out) == (2, "")
    assert "dit ontbreekt nog: FIELD, VALUE" in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "dit ontbreekt nog: COMMAND"),
        (["set", "a", "b", "c", "--seen", "x"], "'x' is geen heel getal"),
        (["check", "a", "--lang", "xx"], "'xx' kan hier niet"),
        (["export", "a", "--format"], "hier hoort iets achter"),
        (["export", "a", "--form", "pdf"], "dit hoort er niet bij: --form"),
        (["validate", "--json=ja", "a"], "hier hoort niets achter"),
        (["--lang", "en", "frob"], "invalid choice: 'frob'"),
        (["frob", "--lang=en"], "invalid choice: 'frob'"),
    ],
)
def test_wrong_usage_is_explained_in_the_language_asked_for(arguments, words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert words in said
    assert said.startswith("usage: " if "frob" in arguments else "gebruik: ")


@pytest.mark.parametrize("command", [[], *([name] for name in usage.COMMANDS)])
def test_help_is_all_dutch_or_all_english(command, capsys):
    told = {}
    for language in ("nl", "en"):
        with pytest.raises(SystemExit) as ended:
            main(["--lang", language, *command, "--help"])
        assert ended.value.code == 0
        told[language] = set(capsys.readouterr().out.replace(",", " ").split())
    assert not {"usage:", "options:", "show", "the", "this", "and"} & told["nl"]
    assert not {"gebruik:", "opties:", "toont", "de", "het", "een"} & told["en"]


@pytest.mark.parametrize(
    "command",
    [
        "validate voorbeeld/kompas",
        "set voorbeeld/kompas title x",
        "version voorbeeld/kompas x",
        "verify voorbeeld/kompas",
    ],
)
def test_a_command_loads_no_library_that_it_does_not_use(terminal, command):
    result = terminal(*command.split(), PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in result.err.splitlines()}
    assert "workbench.domain.programme" in loaded
    assert not loaded & HEAVY
