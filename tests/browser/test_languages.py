"""Dutch throughout, English by a switch, and a link that opens where it points."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Server, enter
from tests.browser.screens import question, say, settled, show, words
from workbench.actions import describing
from workbench.actions.desk import Desk
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId

STREAMLIT = [
    "Press Enter", "Press Ctrl", "Upload", "per file", "Help for", "Link to heading", "App pages",
    "Skip to main content", "Choose date", "Connection error", "Sidebar", "sidebar", "Deploy",
    "Main menu", "Rerun", "Streamlit", "Running...", "Clear value", "Clear all", "Clear date",
    "Selected values", "Remove ", "Increment", "Decrement", "No results", "options available",
    "Choose an option", "Choose options", "Select all", "day, ", "month, ", "year, ", "yyyy",
    "Previous month", "Next month", "arrow keys", "– January", "– June", "– March",
    "Page not found",
    "Copy to clipboard", "Close", "Dismiss", "Please wait", "Fullscreen", "View source",
]  # fmt: skip
"""Words of Streamlit 1.67 and its libraries; those that are good Dutch as well are not here."""

VISIBLE = """() => {
  const said = [];
  const names = ["aria-label", "title", "placeholder", "alt", "aria-valuetext"];
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("script, style, noscript, [data-testid=stIconMaterial]")) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of names) said.push(element.getAttribute(name));
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) said.push(node.nodeValue);
    }
  }
  return said.filter((text) => text?.trim()).map((text) => text.trim());
}"""
SECTIONS = [section.id for section in words().template.sections]


def said(page: Page) -> set[str]:
    """Return everything that the page shows or lets a screen reader say."""
    return set(page.evaluate(VISIBLE))


def both_languages() -> Iterator[tuple[str, str]]:
    """Yield every text of the screens and the template, in Dutch and in English."""
    texts = words().texts
    yield from ((texts["nl"].catalogue[key], text) for key, text in texts["en"].catalogue.items())
    for name in ("template", "options", "criteria"):
        yield from _wordings(yaml.safe_load((ROOT / "schemas" / f"{name}.yaml").read_text("utf-8")))


def _wordings(data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict) and {"nl", "en"} <= data.keys():
        yield data["nl"], data["en"]
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _wordings(part)


def dutch_only() -> re.Pattern[str]:
    """Return a pattern for every whole text that is Dutch and not English as well."""
    pairs = [(str(dutch).strip(), str(english).strip()) for dutch, english in both_languages()]
    english = {text for _, text in pairs}
    texts = {dutch for dutch, _ in pairs if dutch not in english}
    names = {institution.name for institution in words().institutions.values()}
    telling = {text for text in texts - names if len(re.sub(r"\{[^}]*\}|\*", "", text)) > 7}
    whole = (re.sub(r"\\\{[^}]*\\\}|\\\*", ".+", re.escape(text)) for text in telling)
    return re.compile("|".join(f"(?:{pattern})" for pattern in whole), re.DOTALL)


def english_of_streamlit(page: Page) -> list[str]:
    return [text for text in said(page) if any(own in text for own in STREAMLIT)]


def dutch(page: Page, known: re.Pattern[str]) -> list[str]:
    return [text for text in said(page) if known.fullmatch(text)]


def open_lists_and_dates(page: Page, *, inspect: Any) -> None:
    """Open the first list and the first calendar of a section, for their words."""
    for button in ("stDateInputCalendarButton", "stSelectboxDropdownButton"):
        first = page.get_by_test_id(button).first
        if first.count():
            first.click()
            inspect()
            page.keyboard.press("Escape")
    several = page.get_by_test_id("stMultiSelect").get_by_role("combobox").first
    if several.count():
        several.click()
        several.press_sequentially("zzzz")
        expect(page.get_by_role("listbox")).not_to_contain_text("No results")
        inspect()
        page.keyboard.press("Escape")


def test_nothing_of_streamlit_shows_through_on_the_dutch_screens(page: Page, server: Server):
    def no_english() -> None:
        assert english_of_streamlit(page) == []

    page.goto(server.url)
    settled(page)
    no_english()
    enter(page, server, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
    no_english()
    for section in SECTIONS:
        show(page, server.url, "beschrijven", programme="voorbeeld/kompas", section=section)
        if (edit := page.get_by_role("button", name=say("ui.item.open"))).count():
            edit.first.click()
            expect(page.get_by_role("button", name=say("ui.item.close"))).to_be_visible()
        no_english()
        open_lists_and_dates(page, inspect=no_english)
    for screen in ("controleren", "verslag"):
        show(page, server.url, screen, programme="voorbeeld/veerkracht")
        no_english()
    page.goto(f"{server.url}/nergens")
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)
    no_english()


def test_a_lost_connection_is_told_in_dutch(page: Page, server: Server):
    enter(page, server, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
    server.kill()
    expect(page.get_by_text(say("ui.lost"))).to_be_visible()
    assert english_of_streamlit(page) == []


def test_the_screens_do_not_look_like_streamlit(page: Page, server: Server):
    enter(page, server, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
    for own in ("stAppDeployButton", "stMainMenu", "stDecoration", "stStatusWidget"):
        expect(page.get_by_test_id(own).filter(visible=True)).to_have_count(0)
    expect(page).to_have_title(re.compile(say("ui.app")))
    look = "(box) => [getComputedStyle(box).fontFamily, getComputedStyle(box).backgroundColor]"
    font, paper = page.get_by_test_id("stApp").evaluate(look)
    assert "Atkinson Hyperlegible" in font
    assert paper == "rgb(251, 249, 245)"
    loaded = "() => document.fonts.check('16px \"Atkinson Hyperlegible Next\"')"
    page.wait_for_function(loaded)
    icon = page.locator("link[rel~=icon]").first
    assert "favicon" not in icon.get_attribute("href")


@pytest.fixture
def english(browser: Browser, browser_context_args, server: Server) -> Iterator[Page]:
    """A visitor with an English browser, who switches the workbench to English."""
    context = browser.new_context(**{**browser_context_args, "locale": "en-GB"})
    page = context.new_page()
    enter(page, server, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
    page.get_by_role("button", name="In English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    yield page
    context.close()


def describe_in_english(server: Server) -> None:
    """Store a programme in which all own words are English."""
    noor = Person(name="Noor Voorbeeld", role="editor", institution="voorbeeld")
    desk = Desk(FileStore(server.programmes, words().options), words(), noor)
    here = ProgrammeId("voorbeeld", "proof")
    describing.start(desk, "voorbeeld", "Proof")
    describing.answer(desk, here, "goals.main", "She is safe and she lives at a place of her own.")
    for path, heading in (("goals.subgoals", "She sleeps"), ("approach.modules", "Mentor")):
        describing.add_item(desk, here, path, heading)


def test_after_the_switch_no_dutch_is_left(english: Page, server: Server):
    page, known = english, dutch_only()

    def no_dutch() -> None:
        assert dutch(page, known) == []

    describe_in_english(server)
    for name in ("haven", "kompas", "veerkracht"):
        (server.programmes / "voorbeeld" / f"{name}.yaml").unlink()
    show(page, server.url)
    no_dutch()
    for section in SECTIONS:
        show(page, server.url, "beschrijven", programme="voorbeeld/proof", section=section)
        title = next(s for s in words().template.sections if s.id == section).title["en"]
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        if (edit := page.get_by_role("button", name=say("ui.item.open", "en"))).count():
            edit.first.click()
            expect(page.get_by_role("button", name=say("ui.item.close", "en"))).to_be_visible()
        no_dutch()
        page.get_by_role("button", name=say("ui.help.button", "en")).first.click()
        expect(page.get_by_role("dialog")).to_contain_text(say("ui.help.why", "en"))
        no_dutch()
        page.keyboard.press("Escape")
    for screen in ("controleren", "verslag"):
        show(page, server.url, screen, programme="voorbeeld/proof")
        no_dutch()


def test_the_switch_turns_the_whole_screen_at_once_and_back(english: Page, server: Server):
    known = dutch_only()
    enter_again = english.get_by_role("button", name=say("ui.leave", "en"))
    enter_again.click()
    expect(english.get_by_role("heading", name=say("ui.welcome.title", "en"))).to_be_visible()
    assert dutch(english, known) == []
    english.get_by_role("button", name="In het Nederlands").click()
    expect(english.locator("html")).to_have_attribute("lang", "nl")
    expect(english.get_by_role("heading", name=say("ui.welcome.title"))).to_be_visible()
    assert english_of_streamlit(english) == []


def test_a_link_opens_its_section_right_after_saying_who_you_are(page: Page, server: Server):
    show(page, server.url, "beschrijven", programme="voorbeeld/kompas", section="safety")
    page.get_by_label(say("ui.welcome.name")).fill("Noor Voorbeeld")
    page.get_by_role("combobox", name=say("ui.welcome.institution")).click()
    page.get_by_role("option", name="Voorbeeldinstelling (fictief)").click()
    page.get_by_role("button", name=say("ui.welcome.start")).click()
    expect(page.get_by_role("heading", name="1.3c Veiligheid", level=1)).to_be_focused()
    expect(question(page, "safety.analysis").locator("textarea")).to_be_editable()


def test_a_refresh_keeps_who_you_are_where_you_are_and_the_language(english: Page, server: Server):
    here = {"programme": "voorbeeld/kompas", "section": "summary"}
    show(english, server.url, "beschrijven", **here)
    english.get_by_role("link", name=re.compile(f"^{say('ui.next', 'en')}")).click()
    title = english.get_by_role("heading", name="1.1 Target group", level=1)
    expect(title).to_be_visible()
    expect(english).to_have_url(re.compile("section=target_group"))
    english.reload()
    expect(title).to_be_visible()
    expect(english.get_by_text("Noor Voorbeeld")).to_be_visible()
    expect(english.locator("html")).to_have_attribute("lang", "en")
