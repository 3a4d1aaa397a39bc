"""What is taken away says what the screen says, cell by cell, in a file that opens without risk."""

import json
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from docx import Document

from tests.compared.judging import examined, proposed
from workbench.documents.comparing.excel import LONGEST, excel, fitting
from workbench.documents.comparing.report import report
from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.views import VIEWS, view, views
from workbench.documents.formats import render
from workbench.domain.programme import Programme
from workbench.rules.comparison.comparison import compare
from workbench.rules.examination import Examination
from workbench.store.words import load_words

TODAY = date(2026, 11, 23)
HEAD = 4
"""The row of a sheet in which the heads of the columns stand."""
FORMULA = "=1+1"


def told(language="nl", comparison=None):
    return Saying(comparison or proposed(), load_words().texts[language])


def workbook(saying, *, only_differences=False):
    made = report(saying, TODAY, only_differences=only_differences)
    content = excel(saying.texts, views(saying, only_differences=only_differences), made)
    return openpyxl.load_workbook(BytesIO(content))


def two(words, **first):
    """Return the comparison of two small programmes, of which one is as given."""
    made = [{"title": "Een", **first}, {"title": "Twee", "goals": {"main": "Anders"}}]
    return compare(
        {
            f"x/p{n}": Examination(
                Programme.model_validate(one, context=words.options), words, TODAY
            )
            for n, one in enumerate(made)
        },
        words,
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("only_differences", [False, True])
def test_the_excel_file_equals_the_screen_cell_by_cell(language, only_differences):
    saying = told(language)
    book = workbook(saying, only_differences=only_differences)
    assert len(book.sheetnames) == len(VIEWS)
    for sheet, name in zip(book, VIEWS, strict=True):
        shown = view(saying, name, only_differences=only_differences)
        rows = [tuple(c.value for c in row) for row in sheet.iter_rows(min_row=HEAD)]
        assert rows[0] == shown.head
        assert rows[1:] == [line.cells for line in shown.lines]


def test_every_sheet_is_a_table_with_filters_and_a_head_that_stays():
    for sheet in workbook(told()):
        (table,) = sheet.tables.values()
        assert table.autoFilter is not None
        assert table.ref == f"A{HEAD}:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
        assert sheet.freeze_panes == f"C{HEAD + 1}"


def test_what_has_to_be_said_beside_a_level_stands_on_its_sheets():
    words = load_words()
    for title in ("compare.levels", "compare.evidence"):
        sheet = workbook(told())[words.texts["nl"](title)]
        assert sheet["A3"].value == words.texts["nl"]("level.disclaimer")


@pytest.mark.parametrize(
    "text", [FORMULA, "+1", "-1", "@SUM(A1)", "{=1}", "http://a.example", "12"]
)
def test_text_never_becomes_a_formula_a_link_or_a_number(words, text):
    book = workbook(told(comparison=two(words, goals={"main": text})))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value == text]
    assert found
    assert {cell.data_type for cell in found} == {"s"}
    assert not any(cell.hyperlink or cell.data_type == "f" for cell in cells)


def test_a_text_longer_than_a_cell_says_where_the_rest_is(words):
    saying = told(comparison=two(words, goals={"main": "a" * (LONGEST + 5)}))
    cut = fitting(saying.texts, "a" * (LONGEST + 5))
    assert len(cut) == LONGEST
    assert cut.endswith(words.texts["nl"]("compare.report.cut"))
    assert any(
        c.value == cut for sheet in workbook(saying) for row in sheet.iter_rows() for c in row
    )


def test_the_file_says_in_which_language_it_is():
    for language, locale in (("nl", "nl-NL"), ("en", "en-GB")):
        properties = workbook(told(language)).custom_doc_props
        assert [one.value for one in properties.props] == [locale]


def test_two_programmes_of_one_name_have_columns_of_their_own(words):
    found = compare(dict.fromkeys(("x/a", "x/b"), next(iter(examined(words).values()))), words)
    assert told(comparison=found).names == ("Dageraad (fictief) (1)", "Dageraad (fictief) (2)")


def test_word_says_everything_that_differs():
    saying = told()
    made = report(saying, TODAY, only_differences=True)
    document = Document(BytesIO(render(made, "docx")))
    said = "\n".join(p.text for p in document.element.body.iter() if p.tag.endswith("}t"))
    for shown in views(saying, only_differences=True):
        for line in shown.lines:
            for cell in (line.cells[n] for n in shown.columns):
                assert all(part.split("‑")[0][:40] in said for part in str(cell).splitlines())


def test_the_web_page_shows_markup_as_text(words):
    found = two(words, goals={"main": "<script>alert(1)</script>"})
    page = render(report(told(comparison=found), TODAY), "html").decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_json_holds_the_same_cells():
    saying = told()
    values = json.loads(render(report(saying, TODAY), "json"))
    assert [one["name"] for one in values["views"]] == list(VIEWS)
    for one, shown in zip(values["views"], views(saying), strict=True):
        assert [row["cells"] for row in one["rows"]] == [list(line.cells) for line in shown.lines]
    assert values["disclaimer"] == load_words().texts["nl"]("level.disclaimer")
