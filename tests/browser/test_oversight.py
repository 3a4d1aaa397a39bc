"""An advisor searches all programmes, goes to a question, and takes the table away."""

import re

from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers, sticks_out
from tests.browser.conftest import Server, enter
from tests.browser.screens import say, settled


def fits(page: Page) -> None:
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert sticks_out(page) == []
        assert barriers(page) == []


def test_an_advisor_finds_words_goes_to_their_question_and_takes_the_table_away(
    page: Page, server: Server
):
    enter(page, server, "Ada Voorbeeld", say("ui.welcome.advisor"))
    table = page.get_by_role("table", name=say("overviews.programmes"))
    expect(table.get_by_role("link", name=re.compile("Kompas"))).to_be_visible()
    fits(page)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Excel").click()
    assert downloading.value.path().read_bytes().startswith(b"PK")
    page.get_by_label(say("ui.overseen.search")).fill("schadefonds")
    page.keyboard.press("Enter")
    found = page.get_by_role("table", name=say("ui.overseen.search.title"))
    expect(found.locator("mark").first).to_have_text("Schadefonds")
    assert "q=schadefonds" in page.url
    settled(page)
    fits(page)
    found.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1, name=re.compile("keten"))).to_be_visible()
    assert "question=chain.place.compensation" in page.url
    page.get_by_role("link", name=say("ui.screen.across")).click()
    expect(page.get_by_role("table", name=say("overviews.place"))).to_be_visible()
    settled(page)
    fits(page)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="JSON").click()
    assert downloading.value.path().read_bytes().startswith(b"{")
