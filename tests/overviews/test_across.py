"""What is seen across programmes: the chain, tools and implementation."""

import json
from io import BytesIO

import openpyxl
import pytest

from tests.overviews.made import TODAY, desk_at, put
from workbench.actions.across import (
    ACROSS_FORMS,
    OVERVIEW_FORMS,
    across,
    export_across,
    export_overview,
)
from workbench.actions.desk import Refused
from workbench.actions.overseeing import oversight
from workbench.documents.overviews.across import ACROSS, across_views
from workbench.documents.overviews.comma_separated import comma_separated
from workbench.documents.overviews.programmes import overview_views, programmes_view
from workbench.documents.overviews.telling import Telling
from workbench.domain.paths import star

FORMULA = "=1+1"
HEAD = 4
"""The row of a sheet in which the heads of the columns stand."""
EEN = {
    "title": "Een",
    "facets": {"chain_phases": ["recovery"], "legal_framework": ["guardianship"]},
    "chain": {
        "place": {"signalling": "Wij geven voorlichting."},
        "partners": [{"id": "p", "name": "Politie", "agreement": "Vaste contactpersoon"}],
        "rights": [{"id": "r", "name": "Bedenktijd", "phase": "protecting", "help": "Uitleg"}],
        "bottlenecks": [{"id": "w", "name": "Wachtlijst voor begeleid wonen", "phase": "recovery"}],
    },
    "approach": {"modules": [{"id": "m", "name": "Praten", "materials": ["k"]}]},
    "safety": {"instrument": "Signalenlijst"},
    "delivery": {
        "materials": [{"id": "k", "name": "Kaarten", "kind": "workbook", "version": "2"}],
        "implementation": {
            "plan": True,
            "experiences": "Begin klein.",
            "steps": [
                {"id": "a", "step": "Team trainen", "date": "2026-11-22", "state": "under_way"},
                {"id": "b", "step": "Meten", "date": "2026-11-23", "responsible": "Onderzoeker"},
                {"id": "c", "step": "Starten", "date": "2025-01-01", "state": "done"},
                {"id": "d", "step": "Later", "state": "planned"},
                {"id": "e", "step": "Niet meer", "date": "2025-01-01", "state": "dropped"},
            ],
        },
    },
}
TWEE = {
    "title": FORMULA,
    "chain": {
        "partners": [{"id": "p", "name": "POLITIE"}],
        "bottlenecks": [{"id": "w", "name": "Wachttijd voor begeleid wonen", "proposal": FORMULA}],
    },
    "delivery": {"materials": [{"id": "k", "name": "kaarten"}]},
}


@pytest.fixture
def desk(tmp_path):
    put(tmp_path, "een", **EEN)
    put(tmp_path, "twee", "spirit", **TWEE)
    return desk_at(tmp_path)


def programmes(desk):
    return oversight(desk).programmes


def view(desk, name, steps="all"):
    return ACROSS[name](across(desk, programmes(desk), "nl", steps))


def rows(shown):
    return [line.cells for line in shown.lines]


def book(content):
    return openpyxl.load_workbook(BytesIO(content))


def test_every_phase_of_the_chain_has_a_column_and_says_what_is_not_described(desk):
    shown = view(desk, "place")
    phases = ("Signaleren", "Beschermen", "Strafrechtelijk proces", "Compensatie", "Herstel")
    assert shown.head[2:] == phases
    een = next(row for row in rows(shown) if row[0] == "Een")
    assert een[2] == "Wij geven voorlichting."
    assert een[3] == "niet ingevuld"
    assert een[6] == "gekozen als kenmerk, nog niet beschreven"


def test_a_right_says_in_which_phase_and_a_legal_framework_counts_as_well(desk):
    names = {row[0]: row for row in rows(view(desk, "rights"))}
    assert names["Bedenktijd"][2:4] == ("Beschermen", "Uitleg")
    assert names["Voogdij"][2] == "juridisch kader"


def test_one_partner_under_two_spellings_is_counted_once_and_stands_together(desk):
    first, second = rows(view(desk, "agreements"))
    assert {first[0], second[0]} == {"Politie", "POLITIE"}
    assert first[1] == second[1] == 2
    assert first[-1] == second[-1] == ""


def test_a_bottleneck_in_other_words_is_proposed_as_the_same(desk):
    shown = view(desk, "bottlenecks")
    told = {row[0]: (row[1], row[-1]) for row in rows(shown)}
    assert told["Wachtlijst voor begeleid wonen"] == (2, "Wachttijd voor begeleid wonen")
    assert told["Wachttijd voor begeleid wonen"] == (2, "Wachtlijst voor begeleid wonen")
    assert "voorstel" in shown.note


def test_a_tool_says_which_programmes_use_it_and_what_for(desk):
    tools = {row[0]: row for row in rows(view(desk, "tools"))}
    cards = tools["Kaarten" if "Kaarten" in tools else "kaarten"]
    assert cards[1] == 2
    assert "Een (2): Praten" in cards[3]
    assert f"{FORMULA}: aan geen onderdeel gekoppeld" in cards[3]
    assert tools["Signalenlijst"][2] == "Meetinstrument"


def test_a_step_is_late_after_its_day_and_not_on_it(desk):
    told = {row[2]: row[-1] for row in rows(view(desk, "steps"))}
    assert told == {
        "Team trainen": "te laat",
        "Meten": "op tijd",
        "Later": "zonder datum",
        "Starten": "klaar",
        "Niet meer": "vervallen",
    }


@pytest.mark.parametrize(
    ("steps", "shown"), [("late", ["Team trainen"]), ("to_do", ["Team trainen", "Meten", "Later"])]
)
def test_only_late_or_open_steps_can_be_asked_for(desk, steps, shown):
    assert [row[2] for row in rows(view(desk, "steps", steps))] == shown


def test_each_programme_says_how_its_implementation_stands(desk):
    een = next(row for row in rows(view(desk, "implementation")) if row[0] == "Een")
    assert een[2:] == ("Ja", 5, 1, 3, 1, "Team trainen (2026-11-22)")


def test_every_line_knows_at_which_question_it_stands(desk):
    for shown in across_views(across(desk, programmes(desk), "nl")):
        for line in shown.lines:
            _, _, path = line.key.partition("#")
            assert desk.words.template.section_of(star(path))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_excel_files_equal_the_screens_cell_by_cell(desk, language):
    found = programmes(desk)
    how = Telling(desk.words, language)
    overview = overview_views(found, how)
    across_ = across_views(across(desk, found, language))
    made = (
        (overview, export_overview(desk, found, "xlsx", how)),
        (across_, export_across(desk, found, "xlsx", language)),
    )
    for views, export in made:
        sheets = book(export.content)
        assert len(sheets.sheetnames) == len(views)
        for sheet, shown in zip(sheets, views, strict=True):
            told = [tuple(c.value or "" for c in row) for row in sheet.iter_rows(min_row=HEAD)]
            assert told[0] == shown.head
            assert told[1:] == [tuple(cell or "" for cell in line.cells) for line in shown.lines]


def test_text_never_becomes_a_formula(desk):
    found, how = programmes(desk), Telling(desk.words, "nl")
    files = export_overview(desk, found, "xlsx", how), export_across(desk, found, "xlsx", "nl")
    for made in files:
        cells = [c for sheet in book(made.content) for row in sheet.iter_rows() for c in row]
        typed = [cell for cell in cells if str(cell.value) == FORMULA]
        assert typed
        assert {cell.data_type for cell in typed} == {"s"}


@pytest.mark.parametrize("typed", [FORMULA, "+31", "-1", "@SUM(A1)", "  =1+1", "\t=1", "\r=1"])
def test_in_a_csv_file_an_apostrophe_keeps_text_a_text(tmp_path, typed):
    put(tmp_path, "een", title=typed)
    desk = desk_at(tmp_path)
    shown = programmes_view(programmes(desk), Telling(desk.words, "nl"))
    said = comma_separated(shown, "nl").decode("utf-8-sig").splitlines()[1]
    assert said.startswith("'") or said.split(";")[0].strip('"')[0] not in "=+-@"


def test_a_csv_file_holds_every_cell_in_the_way_of_the_language(desk):
    shown = programmes_view(programmes(desk), Telling(desk.words, "nl"))
    dutch = comma_separated(shown, "nl").decode("utf-8-sig").splitlines()
    assert dutch[0].split(";") == list(shown.head)
    assert len(dutch) == 1 + len(shown.lines)
    assert "," in comma_separated(shown, "en").decode("utf-8-sig").splitlines()[0]


@pytest.mark.parametrize("form", ACROSS_FORMS)
def test_what_is_seen_across_programmes_can_be_taken_away(desk, form):
    made = export_across(desk, programmes(desk), form, "nl")
    starts = {"xlsx": b"PK", "docx": b"PK", "html": b"<!doctype html>", "json": b"{"}
    assert made.content.startswith(starts[form])
    assert made.file_name == f"over-programmas-heen.{form}"


def test_the_json_holds_the_views_that_were_asked_for_with_the_disclaimer(desk):
    made = export_across(desk, programmes(desk), "json", "nl", names=["steps"], steps="late")
    told = json.loads(made.content)
    assert [one["name"] for one in told["views"]] == ["steps"]
    assert [row["cells"][2] for row in told["views"][0]["rows"]] == ["Team trainen"]
    assert told["disclaimer"] == desk.words.texts["nl"]("level.disclaimer")
    assert told["made_on"] == TODAY.isoformat()


@pytest.mark.parametrize("form", ["pdf", "exe", ""])
def test_a_form_that_does_not_exist_is_refused(desk, form):
    found = programmes(desk)
    with pytest.raises(Refused):
        export_across(desk, found, form, "nl")
    with pytest.raises(Refused):
        export_overview(desk, found, form, Telling(desk.words, "nl"))
    assert form not in OVERVIEW_FORMS


def test_what_looks_like_personal_data_is_in_no_file_and_the_programme_is_named(tmp_path):
    secret = "Bel 06-12345678"
    put(tmp_path, "een", **EEN)
    put(tmp_path, "lek", title=secret, chain={"bottlenecks": [{"id": "x", "name": secret}]})
    desk = desk_at(tmp_path)
    found, how = programmes(desk), Telling(desk.words, "nl")
    made = [export_across(desk, found, form, "nl").content for form in ("html", "json")]
    made += [export_overview(desk, found, form, how).content for form in ("html", "json", "csv")]
    for content in made:
        assert "12345678" not in content.decode("utf-8")
        assert "voorbeeld/lek" in content.decode("utf-8")


def test_without_programmes_every_view_is_empty_and_every_file_can_be_made(tmp_path):
    desk = desk_at(tmp_path)
    assert not any(one.lines for one in across_views(across(desk, (), "nl")))
    for form in ACROSS_FORMS:
        assert export_across(desk, (), form, "nl").content
    for form in OVERVIEW_FORMS:
        assert export_overview(desk, (), form, Telling(desk.words, "nl")).content
