"""Every screen opens for everybody, and what goes wrong is told in the reader's language."""

import json
from html import escape as html_escape

import pytest
from streamlit.testing.v1 import AppTest

from tests.awkward_strings import AWKWARD
from tests.terminal import ROOT
from tests.ui.conftest import ADVISOR, DAMAGED, EDITOR, READER
from workbench.documents.reports.kinds import KINDS
from workbench.rules.privacy import fingerprint
from workbench.store.reading import read
from workbench.store.words import load_words

PEOPLE = {"editor": EDITOR, "reader": READER, "advisor": ADVISOR}
OF_PROGRAMME = (
    "describe", "coherence", "check", "level", "research", "interview", "report", "advice",
    "history",
)  # fmt: skip


def show(app, screen, **address):
    app.switch_page(f"screens/{screen}.py")
    app.query_params.clear()
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def is_whole(app):
    """Return whether the screen was drawn to its end, without a trace of an accident."""
    shown = " ".join(str(element.value) for element in [*app.markdown, *app.error])
    return not app.exception and "Traceback" not in shown


def titles(app):
    return [title.value for title in app.title]


def errors(app):
    return " ".join(error.value for error in app.error)


def label(path):
    return load_words().template.question(path).label.nl


def all_html(app):
    return " ".join(element.proto.body for element in app.get("html"))


def components(app):
    """Return everything that was handed to components of our own, tables among it."""
    return " ".join(element.proto.json for element in app.get("bidi_component"))


def field(app, kind, label):
    [found] = [widget for widget in getattr(app, kind) if widget.label == label]
    return found


def stored(programmes, name="kompas"):
    return read((programmes / "voorbeeld" / f"{name}.yaml").read_bytes()).data


# --- every screen


@pytest.mark.parametrize(
    ("programme", "language"),
    [("leeg", "en"), ("veerkracht", "nl"), ("kompas", "nl"), ("kompas", "en")],
)
def test_every_section_opens_for_its_writer(enter, words, programme, language):
    app = enter(EDITOR, language)
    for section in words.template.sections:
        show(app, "describe", programme=f"voorbeeld/{programme}", section=section.id)
        assert is_whole(app), (section.id, app.exception)
        assert titles(app)[0].endswith(section.title[language])
        assert not app.warning


def test_every_list_opens_with_its_first_item(enter, words, programmes):
    app, data = enter(), stored(programmes)
    for path, section, question in words.template.walk():
        items = data
        for name in path.split("."):
            items = items.get(name, {}) if isinstance(items, dict) else {}
        if question.kind == "list" and items:
            first = question.questions[0].path
            there = f"{path}.{items[0]['id']}.{first}"
            show(app, "describe", programme="voorbeeld/kompas", section=section.id, question=there)
            assert is_whole(app), (there, app.exception)
            drawn = [str(getattr(element, "key", None)) for element in app.main]
            assert any(key.startswith(f"answer/voorbeeld/kompas/{there}/") for key in drawn)
            assert not app.warning


@pytest.mark.parametrize(("person", "language"), [("reader", "nl"), ("advisor", "en")])
def test_every_section_opens_for_who_may_only_read_it(enter, words, person, language):
    app = enter(PEOPLE[person], language)
    for section in words.template.sections:
        show(app, "describe", programme="voorbeeld/kompas", section=section.id)
        assert is_whole(app), (section.id, app.exception)
        assert not [*app.text_area, *app.text_input, *app.multiselect]


@pytest.mark.parametrize(
    ("person", "language"), [("editor", "nl"), ("reader", "en"), ("advisor", "nl")]
)
@pytest.mark.parametrize("screen", ["coherence", "check", "report"])
def test_every_other_screen_opens_for_everybody(enter, words, person, language, screen):
    app = enter(PEOPLE[person], language)
    for programme in ("leeg", "veerkracht", "kompas"):
        show(app, screen, programme=f"voorbeeld/{programme}")
        assert is_whole(app), (programme, app.exception)
        assert titles(app) == [words.texts[language](f"ui.{screen}.title")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_report_can_be_chosen_and_says_for_whom_it_is(enter, words, language):
    app = show(enter(EDITOR, language), "report", programme="voorbeeld/veerkracht")
    say = words.texts[language]
    assert app.radio[0].value == "werkblad"
    for name in reversed(KINDS):
        app.radio[0].set_value(name).run()
        assert is_whole(app), (name, app.exception)
        assert app.query_params["report"] == name
        assert html_escape(say(f"ui.report.for.{name}"), quote=False) in all_html(app)
        [preview] = app.get("iframe")
        assert say(f"report.kind.{name}") in preview.proto.srcdoc
        assert bool(app.toggle) == KINDS[name].can_leave_out_gaps


def test_the_report_in_the_address_is_shown_and_an_unknown_one_is_told(enter, words):
    app = show(enter(), "report", programme="voorbeeld/kompas", report="summary")
    assert app.radio[0].value == "summary"
    app = show(app, "report", programme="voorbeeld/kompas", report="<b>")
    assert app.radio[0].value == "werkblad"
    assert "bestaat niet" in app.warning[0].value


def test_every_field_holds_its_answer_itself(enter, programmes):
    # A value that is sent after the field can be overtaken by a next click: the field stands empty.
    app, data = enter(), stored(programmes)
    show(app, "describe", programme="voorbeeld/kompas", section="facets")
    assert [end.proto.default for end in app.text_input] == [
        str(data["facets"]["age"]["minimum"]),
        str(data["facets"]["age"]["maximum"]),
    ]
    chosen = {group.label: len(group.proto.default) for group in app.get("button_group")}
    assert chosen[label("facets.chain_phases")] == len(data["facets"]["chain_phases"])
    show(app, "describe", programme="voorbeeld/kompas", section="goals")
    main = field(app, "text_area", label("goals.main"))
    assert main.proto.default == data["goals"]["main"]
    assert not main.proto.set_value


def test_what_is_not_linked_leads_to_its_question(enter):
    app = show(enter(), "coherence", programme="voorbeeld/veerkracht")
    links = {link.proto.label: link.proto for link in app.get("page_link")}
    found = links["O2 Traumabehandeling: geen doel"]
    assert "section=" in found.query_string
    assert "subgoals" in found.query_string


@pytest.mark.parametrize(("language", "title"), [("nl", "Programma's"), ("en", "Programmes")])
@pytest.mark.parametrize("person", list(PEOPLE))
def test_the_overview_opens_for_everybody(enter, person, language, title):
    app = enter(PEOPLE[person], language)
    assert is_whole(app)
    assert titles(app) == [title]
    assert "Kompas (fictief voorbeeld)" in all_html(app) + components(app)


# --- who is at work


def test_who_knows_an_institution_by_its_later_name_finds_it(enter):
    offered = field(enter(person=None), "selectbox", "Waar werk je?").options
    assert {"Spirit (nu Levvel)", "Kompaan en de Bocht (nu Sterk Huis)", "Parlan"} <= set(offered)


def test_a_newcomer_says_who_they_are_and_is_on_the_overview(enter):
    app = enter(None)
    assert titles(app) == ["Beschrijf wat jullie doen, en waarom het werkt"]
    field(app, "text_input", "Je naam").set_value("  Noor\x00 Voorbeeld ")
    field(app, "selectbox", "Waar werk je?").set_value("spirit")
    app.button[0].click().run()
    assert titles(app) == ["Programma's"]
    assert app.session_state["person"]["name"] == "Noor Voorbeeld"


@pytest.mark.parametrize(
    ("where", "work", "role", "institution"),
    [
        ("spirit", "editor", "editor", "spirit"),
        ("spirit", "reader", "reader", "spirit"),
        ("nji", "editor", "advisor", None),
        ("nji-beheer", "reader", "administrator", None),
    ],
)
def test_a_newcomer_chooses_in_which_role_they_work(enter, where, work, role, institution):
    app = enter(None)
    field(app, "text_input", "Je naam").set_value("Noor Voorbeeld")
    field(app, "selectbox", "Waar werk je?").set_value(where)
    field(app, "radio", "Wat kom je doen?").set_value(work)
    app.button[0].click().run()
    person = app.session_state["person"]
    assert (person["role"], person["institution"]) == (role, institution)


def test_a_newcomer_who_says_nothing_is_told_what_is_needed(enter):
    app = enter(None)
    app.button[0].click().run()
    assert "Vul je naam in en kies waar je werkt" in errors(app)


def test_a_programme_that_somebody_may_not_read_stays_closed(enter, programmes):
    (programmes / "parlan").mkdir()
    (programmes / "parlan" / "geheim.yaml").write_text("title: Geheim programma\n")
    app = enter(READER)
    assert "Geheim programma" not in all_html(app)
    for screen in OF_PROGRAMME:
        show(app, screen, programme="parlan/geheim")
        assert is_whole(app)
        assert "Programma's van Parlan kun je niet lezen" in errors(app)
        assert "Geheim programma" not in all_html(app) + components(app)
    assert "Geheim programma" in components(enter(ADVISOR))


# --- what is typed is on disk


def test_an_answer_that_was_typed_is_on_disk(enter, words, programmes):
    app = show(enter(), "describe", programme="voorbeeld/kompas", section="goals")
    label = words.template.question("goals.main").label.nl
    field(app, "text_area", label).set_value("Meisjes wonen\nweer veilig. ").run()
    assert is_whole(app)
    assert stored(programmes)["goals"]["main"] == "Meisjes wonen\nweer veilig. "
    journal = programmes / "voorbeeld" / "kompas.journal.jsonl"
    last = json.loads(journal.read_text("utf-8").splitlines()[-1])
    assert (last["path"], last["person"]["name"]) == ("goals.main", "Noor Voorbeeld")


def test_awkward_texts_go_through_a_field_to_the_disk_unchanged(enter, words, programmes):
    typed = "\n".join(text for text in AWKWARD if len(text) < 1000 and "\r" not in text)
    app = show(enter(), "describe", programme="voorbeeld/kompas", section="goals")
    label = words.template.question("goals.main").label.nl
    field(app, "text_area", label).set_value(typed).run()
    assert is_whole(app)
    assert len(typed.split("\n")) > 500
    assert stored(programmes)["goals"]["main"] == typed
    assert field(app, "text_area", label).value == typed


def test_a_text_that_cannot_be_stored_stays_visible_with_the_reason(enter, words, programmes):
    app = show(enter(), "describe", programme="voorbeeld/kompas", section="goals")
    before = stored(programmes)
    label = words.template.question("goals.main").label.nl
    field(app, "text_area", label).set_value("Veilig\x07 en wel").run()
    assert is_whole(app)
    assert "U+0007" in errors(app)
    assert "Veilig\x07 en wel" in all_html(app)
    assert stored(programmes) == before


HOURS = "delivery.hours_per_trajectory"


@pytest.mark.parametrize(
    ("language", "typed", "number", "shown"),
    [("nl", "1,5", 1.5, "1,5"), ("nl", "1.250", 1250, "1250"), ("en", "1,250.5", 1250.5, "1250.5")],
)
def test_a_number_is_stored_as_its_writer_means_it(
    enter, words, programmes, language, typed, number, shown
):
    asked = words.template.question(HOURS).label[language]
    app = show(enter(EDITOR, language), "describe", programme="voorbeeld/leeg", section="delivery")
    field(app, "text_input", asked).set_value(typed).run()
    assert is_whole(app)
    assert stored(programmes, "leeg")["delivery"]["hours_per_trajectory"] == number
    assert field(app, "text_input", asked).value == shown
    field(app, "text_input", asked).set_value("").run()
    assert "delivery" not in stored(programmes, "leeg")


def test_a_text_where_a_number_belongs_stays_visible_with_the_reason(enter, programmes):
    app = show(enter(), "describe", programme="voorbeeld/leeg", section="delivery")
    field(app, "text_input", label(HOURS)).set_value("anderhalf").run()
    assert "Hier hoort een getal, maar er staat ‘anderhalf’" in errors(app)
    assert field(app, "text_input", label(HOURS)).value == "anderhalf"
    field(app, "text_input", label(HOURS)).set_value("90").run()
    assert not app.error
    assert stored(programmes, "leeg")["delivery"]["hours_per_trajectory"] == 90


@pytest.mark.parametrize("typed", ["14,5", "-3", "99999999"])
def test_an_age_that_cannot_be_stored_is_told_at_its_question(enter, programmes, typed):
    app = show(enter(), "describe", programme="voorbeeld/leeg", section="facets")
    field(app, "text_input", "vanaf").set_value(typed).run()
    assert is_whole(app)
    assert len(app.error) == 1
    assert typed in all_html(app)
    assert "facets" not in stored(programmes, "leeg")


def test_an_item_whose_name_is_only_blanks_keeps_its_screen(enter, words, programmes):
    app = show(enter(), "describe", programme="voorbeeld/leeg", section="goals")
    [name] = [w for w in app.text_input if w.key.startswith("new/voorbeeld/leeg/goals.subgoals/")]
    name.set_value("Veilig")
    [add] = [button for button in app.button if button.key == "add-button/goals.subgoals"]
    add.click().run()
    label = words.template.question("goals.subgoals.*.text").label.nl
    field(app, "text_area", label).set_value("   ").run()
    assert is_whole(app)
    assert stored(programmes, "leeg")["goals"]["subgoals"] == [{"id": "veilig", "text": "   "}]


def test_words_are_cleared_only_with_a_reason_and_the_screen_says_so(enter, words, programmes):
    (programmes / "voorbeeld" / "leeg.yaml").write_text("goals:\n  main: Mail naar a@b.nl.\n")
    app = show(enter(), "check", programme="voorbeeld/leeg")
    say = words.texts["nl"]
    record = say("ui.check.record")
    field(app, "button", record).click().run()
    assert errors(app) == say("action.reason_needed")
    assert "about" not in stored(programmes, "leeg")
    field(app, "text_input", say("ui.check.reason")).set_value("Een verzonnen adres.")
    field(app, "button", record).click().run()
    assert not app.error
    [clearance] = stored(programmes, "leeg")["about"]["goals.main"]["no_personal_data"]
    assert clearance["reason"] == "Een verzonnen adres."


CLEARED = """goals:
  main: Mail naar a@b.nl.
about:
  goals.main:
    no_personal_data:
      - {id: MARK, reason: Een <verzonnen> adres., person: Noor Voorbeeld, date: 2026-11-23}
"""


@pytest.fixture
def cleared(programmes):
    mark = fingerprint("P05", "goals.main", "a@b.nl")
    (programmes / "voorbeeld" / "leeg.yaml").write_text(CLEARED.replace("MARK", mark))


def folds(app):
    return [fold.label for fold in app.expander]


@pytest.mark.parametrize("person", [EDITOR, READER])
def test_what_was_cleared_stands_on_the_check_screen_and_only_its_writers_take_it_back(
    enter, words, cleared, person
):
    app = show(enter(person), "check", programme="voorbeeld/leeg")
    say = words.texts["nl"]
    assert is_whole(app)
    assert say("ui.cleared", n=1) in folds(app)
    assert html_escape("Een <verzonnen> adres.") in all_html(app)
    assert say("ui.cleared.by", person="Noor Voorbeeld", date="23 november 2026") in all_html(app)
    buttons = [button.label for button in app.button]
    assert (say("ui.cleared.take_back") in buttons) == (person == EDITOR)


def test_a_clearance_that_is_taken_back_is_a_finding_again(enter, words, programmes, cleared):
    app = show(enter(), "check", programme="voorbeeld/leeg")
    say = words.texts["nl"]
    assert say("ui.check.no_personal_data") not in folds(app)
    field(app, "button", say("ui.cleared.take_back")).click().run()
    assert is_whole(app)
    assert [told.value for told in app.success] == [say("ui.cleared.taken_back")]
    assert say("ui.check.no_personal_data") in folds(app)
    assert say("ui.cleared", n=1) not in folds(app)
    assert "about" not in stored(programmes, "leeg")


def test_where_nothing_was_cleared_nothing_is_said_of_it(enter, words, programmes):
    (programmes / "voorbeeld" / "leeg.yaml").write_text("goals:\n  main: Mail naar a@b.nl.\n")
    app = show(enter(), "check", programme="voorbeeld/leeg")
    about = words.texts["nl"]("ui.cleared", n=0).partition("(")[0]
    assert folds(app)
    assert not [fold for fold in folds(app) if fold.startswith(about)]


# --- what is damaged or does not exist


@pytest.mark.parametrize("screen", OF_PROGRAMME)
def test_a_damaged_file_is_told_with_line_and_remedy_and_left_as_it_is(enter, programmes, screen):
    app = show(enter(), screen, programme="voorbeeld/stuk")
    assert is_whole(app)
    assert "Dit bestand is beschadigd" in errors(app)
    assert "regel 2" in all_html(app)
    assert "regel 4" in all_html(app)
    assert (programmes / "voorbeeld" / "stuk.yaml").read_text() == DAMAGED


def test_a_damaged_file_stands_with_the_programmes_of_its_institution(enter, words, programmes):
    (programmes / "spirit").mkdir()
    (programmes / "spirit" / "kapot.yaml").write_text(DAMAGED)
    app = enter(READER)
    say = words.texts["nl"]
    said = [element.value for element in app.main if element.type in {"header", "error"}]
    assert said[:3] == [
        say("ui.overview.own"),
        say("ui.damaged.card", programme="spirit/kapot"),
        say("ui.overview.others"),
    ]
    assert say("ui.overview.none_yet") not in all_html(app)


def test_a_damaged_file_does_not_take_the_overview_down(enter):
    app = enter()
    assert "voorbeeld/stuk: dit bestand is beschadigd" in errors(app)
    assert "Kompas (fictief voorbeeld)" in all_html(app)


@pytest.mark.parametrize(
    "programme", ["../../etc/passwd", "voorbeeld/weg", "x", "", "<b>/<script>", "a/\0"]
)
def test_an_address_of_no_programme_is_told(enter, programme):
    app = enter()
    for screen in OF_PROGRAMME:
        show(app, screen, programme=programme)
        assert is_whole(app)
        assert errors(app).startswith("Dit programma is er niet")


def test_an_address_of_no_programme_is_told_in_english(enter):
    app = show(enter(language="en"), "describe", programme="voorbeeld/weg")
    assert errors(app).startswith("This programme is not there")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ({"section": "<script>alert(1)</script>"}, "De rubriek uit de link bestaat niet"),
        ({"section": "goals", "question": "x"}, "De vraag uit de link is er niet"),
        ({"section": "goals", "question": "goals.subgoals.weg.text"}, "De vraag uit de link"),
        ({"section": "goals", "question": "about.<b>"}, "De vraag uit de link is er niet"),
    ],
)
def test_an_address_of_no_section_or_question_is_told_and_shows_what_is_there(enter, address, told):
    app = show(enter(), "describe", programme="voorbeeld/kompas", **address)
    assert is_whole(app)
    assert told in " ".join(warning.value for warning in app.warning)
    assert "<script>" not in all_html(app)
    assert app.text_area or app.text_input


def test_a_person_that_a_session_cannot_hold_is_asked_again(enter):
    app = AppTest.from_file(str(ROOT / "workbench" / "ui" / "main.py"), default_timeout=30)
    app.session_state["person"] = {"name": 5, "role": "beheerder"}
    app.session_state["language"] = "nl"
    assert titles(app.run()) == ["Beschrijf wat jullie doen, en waarom het werkt"]


def test_what_an_answer_rests_on_is_chosen_at_the_question_and_shown(enter, words, programmes):
    app = show(enter(), "describe", programme="voorbeeld/leeg", section="goals")
    app.session_state["marks/voorbeeld/leeg/goals.main"] = True
    app.run()
    [basis] = [w for w in app.button_group if w.key.startswith("note/voorbeeld/leeg/basis/goals.m")]
    basis.set_value(["practice"]).run()
    assert is_whole(app)
    assert stored(programmes, "leeg")["about"]["goals.main"] == {"basis": ["practice"]}
    assert "Rust op: praktijkkennis" in all_html(app)


@pytest.mark.parametrize("person", [EDITOR, READER])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_reason_and_an_answer_at_one_question_are_both_shown(
    enter, words, programmes, person, language
):
    (programmes / "voorbeeld" / "leeg.yaml").write_text(
        "goals:\n  main: Veilig wonen.\n  subgoals:\n    - id: rust\n      text: Rust.\n"
        "about:\n  goals.main:\n    not_applicable: Geen <doel>.\n"
        "  goals.subgoals:\n    not_applicable: Geen subdoelen.\n"
    )
    app = show(enter(person, language), "describe", programme="voorbeeld/leeg", section="goals")
    assert is_whole(app)
    shown = all_html(app) + " ".join(area.value or "" for area in app.text_area)
    assert "Veilig wonen." in shown
    for reason in ("Geen <doel>.", "Geen subdoelen."):
        told = html_escape(words.texts[language]("ui.mark.outdone", reason=reason))
        assert shown.count(told) == 1


@pytest.mark.parametrize("person", [EDITOR, READER])
def test_a_reason_without_an_answer_is_told_once(enter, programmes, person):
    (programmes / "voorbeeld" / "leeg.yaml").write_text(
        "about:\n  goals.main:\n    not_applicable: Geen doel.\n"
    )
    app = show(enter(person), "describe", programme="voorbeeld/leeg", section="goals")
    assert all_html(app).count("Geen doel.") == 1
    assert "Niet van toepassing: Geen doel." in all_html(app)


def test_below_a_link_stands_the_way_to_add_what_cannot_be_chosen(enter):
    address = {"section": "goals", "question": "goals.subgoals.rust.factors"}
    app = show(enter(), "describe", programme="voorbeeld/kompas", **address)
    ways = [way for way in app.get("page_link") if way.proto.label.startswith("Staat het er niet")]
    assert ["section=problem" in way.proto.query_string for way in ways] == [True]
    assert "question=factors" in ways[0].proto.query_string


# --- accidents


def accident(*_, **__):
    raise ZeroDivisionError


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_screen_that_cannot_be_drawn_says_what_to_do_in_a_whole_frame(
    enter, words, monkeypatch, language
):
    monkeypatch.setattr("workbench.ui.frame.head", accident)
    app = show(enter(EDITOR, language), "describe", programme="voorbeeld/kompas", section="goals")
    say = words.texts[language]
    assert titles(app) == [say("ui.accident.title")]
    assert errors(app).startswith(say("ui.accident.todo", time="")[:40])
    assert not app.exception
    assert say("ui.leave") in [button.label for button in app.sidebar.button]


def test_what_was_typed_stays_at_hand_when_saving_it_meets_an_accident(enter, words, monkeypatch):
    app = show(enter(), "describe", programme="voorbeeld/kompas", section="goals")
    monkeypatch.setattr("workbench.actions.describing.answer", accident)
    field(app, "text_area", label("goals.main")).set_value("Net getypt.").run()
    assert is_whole(app)
    assert words.texts["nl"]("action.accident") in errors(app)
    assert "Net getypt." in all_html(app)
