"""The overview as advisors see it, and what is seen across programmes."""

import re

import pytest

from tests.ui.conftest import ADVISOR, EDITOR, READER
from tests.ui.test_compare import said
from tests.ui.test_screens import components, errors, field, is_whole, show
from workbench.documents.comparing.view import Line, View
from workbench.documents.overviews.across import ACROSS
from workbench.store.words import load_words
from workbench.ui.linked import table


def overview(enter, language="nl", **address):
    return show(enter(ADVISOR, language), "overview", **address)


def labels(app):
    return [button.proto.label for button in app.get("download_button")]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("view", ["programmes", "sections"])
def test_an_advisor_sees_all_programmes_in_a_table(enter, language, view):
    app = overview(enter, language, view=view)
    assert is_whole(app)
    assert "Veerkracht" in components(app)
    assert load_words().texts[language]("ui.overseen.first_visit") in said(app)
    assert labels(app) == ["Excel", "CSV"]


def test_where_a_level_is_shown_stands_that_it_is_an_indication(enter):
    assert load_words().texts["nl"]("level.disclaimer") in said(overview(enter))


@pytest.mark.parametrize("person", [EDITOR, READER])
def test_staff_keep_their_cards_and_do_not_see_across_programmes(enter, person):
    app = enter(person)
    assert any("programme" in str(card.proto) for card in app.get("html"))
    assert not app.get("download_button")
    app = show(app, "across")
    assert is_whole(app)
    assert "adviseurs" in errors(app)
    assert "werkbank_linked" not in str(app.get("bidi_component"))


def test_words_in_an_answer_lead_to_their_question(enter):
    app = overview(enter, q="SCHADEFONDS")
    assert is_whole(app)
    shown = components(app)
    assert "<mark>Schadefonds</mark>" in shown
    assert "question=chain.place.compensation" in shown
    assert "Veerkracht" not in shown


def test_a_link_holds_search_and_filters(enter):
    app = overview(enter, age="23", rung="2", sort="level")
    assert "Haven" in components(app)
    assert "Kompas" not in components(app)
    assert field(app, "multiselect", "Niveau (indicatie)").value == ["2"]
    field(app, "multiselect", "Niveau (indicatie)").set_value([]).run()
    assert "rung" not in app.query_params
    assert app.query_params["age"] == "23"


def test_what_nobody_fits_is_told_with_a_way_on(enter):
    app = overview(enter, q="bestaatnergens")
    assert "past bij deze keuze" in said(app)


@pytest.mark.parametrize("address", [{"age": "x"}, {"rung": "9"}, {"sort": "x"}, {"view": "x"}])
def test_an_address_that_asks_for_nothing_that_exists_shows_everything(enter, address):
    app = overview(enter, **address)
    assert is_whole(app)
    assert "Veerkracht" in components(app)


def test_hundreds_of_programmes_come_a_page_at_a_time(enter, programmes):
    for number in range(30):
        (programmes / "voorbeeld" / f"n{number}.yaml").write_text(f"title: Nummer {number:02}\n")
    app = overview(enter)
    assert "Nummer 15" in components(app)
    assert "Nummer 25" not in components(app)
    [button] = [button for button in app.button if button.label == "Volgende"]
    button.click().run()
    assert "Nummer 25" in components(app)
    assert "Nummer 15" not in components(app)


def test_a_damaged_file_is_told_beside_the_others(enter):
    assert "voorbeeld/stuk" in errors(overview(enter))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("view", ACROSS)
def test_every_view_across_programmes_is_drawn_to_its_end(enter, view, language):
    app = show(enter(ADVISOR, language), "across", view=view, steps="late")
    assert is_whole(app)
    assert labels(app)[0] == "Excel"
    label = load_words().texts[language]("ui.overseen.view")
    assert field(app, "radio", label).value == view


def test_personal_data_keeps_a_programme_out_and_names_it(enter, programmes):
    leak = "title: Lek\nchain:\n  bottlenecks:\n  - id: x\n    name: Bel 06-12345678\n"
    (programmes / "voorbeeld" / "lek.yaml").write_text(leak)
    app = show(enter(ADVISOR), "across", view="bottlenecks")
    assert "Lek" in said(app)
    assert "12345678" not in components(app)


def test_what_somebody_typed_is_never_markup():
    evil = '"><img src=x onerror=alert(1)>'
    shown = View("x", evil, evil, (evil, evil), (Line((evil, evil), key=evil),), 1)
    html = table(shown, lambda line: {"programme": line.key}, 0)
    tags = {tag for tag, _ in re.findall(r"<(\w+)((?:[^>\"]|\"[^\"]*\")*)>", html)}
    assert tags == {"div", "table", "caption", "thead", "tr", "th", "tbody", "td", "a"}
    assert "onerror" not in re.sub(r'"[^"]*"|>[^<]*<', "", html)
