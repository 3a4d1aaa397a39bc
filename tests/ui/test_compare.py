"""The screen on which programmes are compared."""

import re
from dataclasses import replace
from html import unescape

import pytest

from tests.compared.judging import proposed
from tests.ui.conftest import ADVISOR, EDITOR, READER
from tests.ui.test_screens import all_html, errors, field, is_whole, show
from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.views import VIEWS, view
from workbench.store.verdicts import FOLDER, VerdictFile
from workbench.store.words import load_words
from workbench.ui.compared import signs, table

TWO = "voorbeeld/kompas,voorbeeld/haven"


def compare(app, **address):
    return show(app, "compare", **{"programmes": TWO, **address})


def said(app):
    """Return everything in words on the screen, captions and messages included."""
    kinds = (app.caption, app.info, app.warning, app.error, app.subheader, app.success)
    return " ".join(str(element.value) for kind in kinds for element in kind)


def decided(programmes):
    return [verdict.same for verdict in VerdictFile(programmes).all()]


def told(language="nl"):
    return Saying(proposed(), load_words().texts[language])


def in_words(html):
    """Return the words of HTML, tag for tag."""
    return [part.strip() for part in re.split(r"<[^>]*>", html) if part.strip()]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_drawn_to_its_end(enter, name, language):
    app = compare(enter(ADVISOR, language), view=name, differences="1")
    assert is_whole(app)
    assert field(app, "radio", load_words().texts[language]("ui.compare.view")).value == name


def test_a_link_holds_the_choice(enter):
    app = compare(enter(), view="phases")
    chosen = field(app, "multiselect", "Welke programma's?")
    assert chosen.value == TWO.split(",")
    chosen.set_value(["voorbeeld/haven", "voorbeeld/veerkracht"]).run()
    assert app.query_params["programmes"] == "voorbeeld/haven,voorbeeld/veerkracht"
    assert app.query_params["view"] == "phases"


@pytest.mark.parametrize("programmes_asked", ["", "voorbeeld/kompas"])
def test_with_fewer_than_two_it_says_what_to_do(enter, programmes_asked):
    app = compare(enter(), programmes=programmes_asked)
    assert is_whole(app)
    assert "Kies nog minstens één programma" in said(app)


def test_what_somebody_may_not_read_is_not_compared(enter, programmes):
    (programmes / "parlan").mkdir()
    (programmes / "parlan" / "geheim.yaml").write_text("title: Geheim programma\n")
    app = compare(enter(READER), programmes=f"{TWO},parlan/geheim")
    assert is_whole(app)
    assert "parlan/geheim" in said(app)
    assert "Geheim programma" not in " ".join([all_html(app), said(app)])
    offered = field(app, "multiselect", "Welke programma's?").options
    assert not any("Geheim" in option for option in offered)


def test_a_view_that_does_not_exist_falls_back(enter):
    app = compare(enter(), view="weg")
    assert is_whole(app)
    assert "bestaat niet" in said(app)


def test_only_differences_leaves_an_empty_view_in_words(enter, programmes):
    for name in ("een", "twee"):
        (programmes / "voorbeeld" / f"{name}.yaml").write_text("title: Gelijk\n")
    both = "voorbeeld/een,voorbeeld/twee"
    app = compare(enter(), programmes=both, view="facets", differences="1")
    assert "Hierin zijn de programma's gelijk." in said(app)


def test_personal_data_holds_the_files_back_and_says_where(enter, programmes):
    file = programmes / "voorbeeld" / "kompas.yaml"
    text = file.read_text("utf-8").replace(
        "goals:\n  main: |-\n", "goals:\n  main: |-\n    BSN 111222333 en\n"
    )
    file.write_text(text, "utf-8")
    app = compare(enter())
    assert "Het bestand wacht" in said(app)
    assert not app.get("download_button")


def test_the_files_can_be_taken_away(enter):
    labels = [button.proto.label for button in compare(enter()).get("download_button")]
    assert labels == ["Excel", "Word", "Webpagina (HTML)", "JSON"]


def test_an_advisor_confirms_what_is_the_same(enter, programmes):
    app = compare(enter(ADVISOR))
    buttons = [button for button in app.button if button.label == "Hetzelfde"]
    buttons[0].click().run()
    assert is_whole(app)
    assert "Vastgelegd" in said(app)
    assert decided(programmes) == [True]


def test_an_advisor_leaves_out_what_does_not_belong_and_takes_that_back(enter, programmes):
    app = compare(enter(ADVISOR))
    before = len([button for button in app.button if button.label == "Hetzelfde"])
    [button, *_] = [button for button in app.button if "hoort er niet bij" in button.label]
    button.click().run()
    assert decided(programmes) == [False]
    assert len([button for button in app.button if button.label == "Hetzelfde"]) == before - 1
    [back] = [button for button in app.button if button.label == "Beslissing terugnemen"]
    back.click().run()
    assert decided(programmes) == [False, None]
    assert len([button for button in app.button if button.label == "Hetzelfde"]) == before


def test_an_advisor_joins_two_that_were_not_seen(enter, programmes):
    app = compare(enter(ADVISOR))
    [button] = [button for button in app.button if button.label == "Samenvoegen"]
    button.click().run()
    assert is_whole(app)
    assert decided(programmes) == [True]


@pytest.mark.parametrize("person", [EDITOR, READER])
def test_only_advisors_see_that_there_is_something_to_decide(enter, person):
    app = compare(enter(person))
    assert not [button for button in app.button if button.label == "Hetzelfde"]


def test_a_decision_that_cannot_be_kept_is_told(enter, programmes):
    (programmes / FOLDER).write_text("hier staat al een bestand")
    app = compare(enter(ADVISOR))
    [button, *_] = [button for button in app.button if button.label == "Hetzelfde"]
    button.click().run()
    assert errors(app)
    assert is_whole(app)


@pytest.mark.parametrize("name", VIEWS)
def test_the_table_on_the_screen_holds_every_cell_of_the_view(name):
    saying = told()
    shown = view(saying, name)
    words = " ".join(in_words(table(shown, saying.texts)))
    words = " ".join(unescape(words).split())
    for line in shown.lines[:120]:
        for cell in line.cells:
            assert all(" ".join(part.split()) in words for part in str(cell).splitlines())


def test_words_are_marked_against_the_programme_that_was_chosen():
    saying = told()
    shown = view(saying, "answers", only_differences=True)
    html = table(shown, saying.texts, shown.first)
    assert "<ins>" in html
    assert "<del>" in html
    assert "<ins>" not in table(shown, saying.texts)


def test_what_somebody_typed_is_never_markup():
    saying = told()
    shown = view(saying, "answers")
    line = shown.lines[0]
    evil = replace(line, cells=tuple("<img src=x onerror=alert(1)>" for _ in line.cells))
    assert "<img" not in table(replace(shown, lines=(evil,)), saying.texts)


def test_signs_tell_for_whom_a_module_is_also_to_who_does_not_see_them():
    words = " ".join(in_words(signs(told())))
    assert "Op indicatie" in words
    assert "staat er niet in" in words
