"""Everything can be done without a mouse."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.keys import Keyboard
from tests.browser.screens import question, saved, say, settled, show, stored

SUBGOAL = "goals.subgoals.zij-kent-haar-grenzen"


def begin(page: Page, server: Server, title: str) -> Keyboard:
    """Say who is at work and start a programme."""
    page.goto(server.url)
    settled(page)
    me = Keyboard(page)
    me.write("^Je naam$", "Noor Voorbeeld", leave=False)
    me.choose("Waar werk je", "Voorbeeldinstelling")
    me.press("Aan het werk")
    expect(page.get_by_role("heading", name="Programma's", level=1)).to_be_focused()
    me.write("Titel van het programma", title, leave=False)
    me.press("^Beginnen$")
    expect(page.get_by_text(f"· {title}")).to_be_visible()
    return me


def go_to_section(page: Page, me: Keyboard, title: str) -> None:
    me.press(f"^{title}", back=True)
    expect(page.get_by_role("heading", name=title, level=1)).to_be_focused()


def test_a_whole_section_is_filled_by_keyboard_alone(page: Page, server: Server):
    me = begin(page, server, "Proef")
    go_to_section(page, me, "3.1 Probleem en oorzaken")
    me.write("Welke factor", "Schaamte", leave=False)
    me.press("Voeg factor toe")
    expect(question(page, "factors.schaamte.name").locator("input")).to_be_focused()

    go_to_section(page, me, "1.2 Doelen")
    me.write("Wat is het hoofddoel", "Zij woont veilig.")
    expect(saved(page, "goals.main")).to_be_visible()
    mark_as_written_down(page, me, "Handboek, hoofdstuk 2")
    add_a_subgoal(page, me)

    me.press("^Volgende")
    expect(page.get_by_role("heading", name="1.3a Opzet", level=1)).to_be_focused()
    assert_stored(stored(server.programmes, "proef"))


def mark_as_written_down(page: Page, me: Keyboard, where: str) -> None:
    me.press(say("ui.mark.button"))
    expect(page.get_by_role("dialog")).to_be_focused()
    me.tick([say("ui.knowledge.explicit")])
    expect(page.get_by_role("radio", name=say("ui.knowledge.explicit"))).to_be_checked()
    me.write(re.escape(say("ui.mark.source")), where)
    me.keys.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def add_a_subgoal(page: Page, me: Keyboard) -> None:
    me.write("Eerste subdoel", "Zij kent haar grenzen", leave=False)
    me.press("Voeg subdoel toe")
    expect(question(page, f"{SUBGOAL}.text").locator("textarea")).to_be_focused()
    me.keys.press("Control+End")
    me.keys.type(" en zegt ze hardop.")
    me.to("De jongere")
    me.keys.press("ArrowRight")
    me.keys.press("Space")
    expect(page.get_by_role("radio", name="Ouders of anderen")).to_be_checked()
    me.choose("Welke factoren", "Schaamte")
    me.write("Waaraan zie je", "Zij noemt drie grenzen.")
    me.write("Waarmee meet je", "Vragenlijst grenzen")
    me.write("Wanneer meet je", "Bij de start en bij vertrek")
    me.to("Specifiek")
    me.keys.press("Space")
    me.keys.press("ArrowRight")
    me.keys.press("Space")
    expect(saved(page, f"{SUBGOAL}.smart")).to_be_visible()


def assert_stored(data: dict) -> None:
    assert data["goals"]["main"] == "Zij woont veilig."
    about = data["about"]["goals.main"]
    assert about == {"knowledge": "explicit", "source": "Handboek, hoofdstuk 2"}
    assert data["goals"]["subgoals"] == [
        {
            "id": "zij-kent-haar-grenzen",
            "text": "Zij kent haar grenzen en zegt ze hardop.",
            "audience": "intermediary",
            "factors": ["schaamte"],
            "indicator": "Zij noemt drie grenzen.",
            "instrument": "Vragenlijst grenzen",
            "moment": "Bij de start en bij vertrek",
            "smart": ["specific", "measurable"],
        }
    ]


def test_the_keyboard_follows_what_an_act_brings(page: Page, server: Server):
    me = begin(page, server, "Proef")
    go_to_section(page, me, "1.2 Doelen")
    me.write("Eerste subdoel", "Zij kent haar grenzen", leave=False)
    me.press("Voeg subdoel toe")
    expect(question(page, f"{SUBGOAL}.text").locator("textarea")).to_be_focused()

    me.press("^Verwijderen", back=True)
    expect(page.get_by_role("button", name="Ongedaan maken")).to_be_focused()
    me.keys.press("Enter")
    expect(question(page, f"{SUBGOAL}.text")).to_be_visible()

    me.to("^Wat is het subdoel")
    me.press("^Uitleg en voorbeelden")
    expect(page.get_by_role("dialog")).to_be_focused()
    me.keys.press("Escape")
    first = question(page, f"{SUBGOAL}.text")
    expect(first.get_by_role("button", name="Uitleg en voorbeelden")).to_be_focused()


def test_the_keyboard_follows_words_that_are_personal_data_after_all(staff: Page, server: Server):
    text = "goals:\n  main: Mail naar a@b.nl.\n"
    (server.programmes / "voorbeeld" / "proef.yaml").write_text(text, encoding="utf-8")
    show(staff, server.url, "controleren", programme="voorbeeld/proef")
    me, to_clear = Keyboard(staff), say("ui.check.no_personal_data")
    me.press(f"{to_clear}$")
    me.write(f"^{re.escape(say('ui.check.reason'))}", "Een verzonnen adres.")
    me.press(f"^{say('ui.check.record')}$")
    expect(staff.locator("summary").filter(has_text=to_clear)).to_have_count(0)

    me.press(f"{re.escape(say('ui.cleared', n=1))}$")
    me.press(f"^{say('ui.cleared.take_back')}$")
    expect(staff.locator("summary").filter(has_text=to_clear)).to_be_focused()
    assert "about" not in stored(server.programmes, "proef")
