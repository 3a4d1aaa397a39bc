"""Looking back and going back as people do: look, compare, restore, undo, name and take away."""

import re

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.barriers import barriers, sticks_out
from tests.browser.conftest import Server, thorough
from tests.browser.screens import say, settled, show, stored, words
from tests.browser.writing import Writer
from workbench.domain.paths import value_at

KOMPAS = "voorbeeld/kompas"
MAIN, SUBGOALS = "goals.main", "goals.subgoals"


def label(path: str) -> str:
    return words().template.question(path).label.nl


def history(page: Page, server: Server, **query: str) -> None:
    show(page, server.url, "geschiedenis", programme=KOMPAS, **query)


def kept(server: Server, path: str) -> object:
    return value_at(stored(server.programmes, "kompas"), path)


def open_entry(page: Page, text: str) -> None:
    """Open the newest entry of the timeline that says this."""
    page.get_by_test_id("stMain").locator("summary").filter(has_text=text).first.click()
    expect(page.get_by_role("link", name=say("ui.history.compare")).last).to_be_visible()
    settled(page)


def press(page: Page, key: str) -> None:
    page.get_by_role("button", name=say(key), exact=True).click()


@pytest.fixture
def written(staff: Page, server: Server) -> Page:
    """Somebody who wrote over the main goal and took a subgoal away."""
    writer = Writer(staff, server.url, KOMPAS)
    writer.open_section("goals")
    writer.text(MAIN, "Meisjes wonen weer veilig thuis.")
    cards = writer.question(SUBGOALS).locator("[class*='st-key-card-']")
    before = cards.count()
    cards.first.get_by_role("button", name=say("ui.item.remove")).click()
    really = staff.get_by_role("button", name=say("ui.removal.remove"))
    back = staff.get_by_role("button", name=say("ui.put_back"))
    expect(really.or_(back)).to_be_visible()
    if really.count():
        really.click()
    expect(cards).to_have_count(before - 1)
    return staff


def test_who_wrote_something_finds_it_back_undoes_it_and_brings_back_what_was_removed(
    written: Page, server: Server
):
    subgoals = kept(server, SUBGOALS)
    Writer(written, server.url, KOMPAS).question(MAIN).get_by_role(
        "link", name=say("ui.history.of_question")
    ).click()
    expect(written.get_by_role("heading", name=say("ui.history.title"), level=1)).to_be_visible()
    settled(written)
    open_entry(written, f"{label(MAIN)}: gewijzigd")
    expect(written.locator("ins").last).to_contain_text("veilig thuis")
    expect(written.locator("del .for-ear").first).to_have_text(f"[{say('apart.gone')} ")
    press(written, "ui.history.undo")
    expect(written.get_by_text(re.compile("^Teruggedraaid: revisie"))).to_be_visible()
    assert kept(server, MAIN) != "Meisjes wonen weer veilig thuis."
    history(written, server)
    open_entry(written, ": verwijderd")
    press(written, "ui.history.bring_back")
    expect(written.get_by_text(re.compile("^Teruggedraaid: revisie"))).to_be_visible()
    assert len(kept(server, SUBGOALS)) == len(subgoals) + 1


def test_a_version_is_named_read_compared_put_back_and_taken_away(written: Page, server: Server):
    then = stored(server.programmes, "kompas")
    history(written, server)
    written.get_by_role("textbox", name=say("ui.history.name")).fill("versie voor adviesronde 1")
    press(written, "ui.history.record")
    expect(written.get_by_role("heading", name="versie voor adviesronde 1")).to_be_visible()
    writer = Writer(written, server.url, KOMPAS)
    writer.open_section("goals")
    writer.text(MAIN, "Iets dat er later bij kwam.")
    history(written, server)
    written.get_by_role("link", name=say("ui.history.compare")).first.click()
    title = say("ui.revision.version", name="versie voor adviesronde 1")
    expect(written.get_by_role("heading", name=title, level=1)).to_be_visible()
    expect(written.get_by_text(say("ui.revision.differences", n=1))).to_be_visible()
    expect(written.locator("ins")).to_contain_text("later bij kwam")
    press(written, "ui.revision.restore")
    expect(written.get_by_text(say("ui.revision.same"))).to_be_visible()
    assert stored(server.programmes, "kompas") == then
    written.get_by_role("link", name=say("ui.history.report")).click()
    expect(written.get_by_role("heading", name=say("ui.report.title"), level=1)).to_be_visible()
    settled(written)
    with written.expect_download() as waiting:
        press(written, "ui.report.as.md")
    taken: Download = waiting.value
    assert re.fullmatch(r"kompas-werkblad-revisie-\d+\.md", taken.suggested_filename)
    report = taken.path().read_text("utf-8")
    assert "versie ‘versie voor adviesronde 1’" in report.splitlines()[0]
    assert "Meisjes wonen weer veilig thuis." in report


@pytest.mark.parametrize("width", [1280, 390, pytest.param(320, marks=thorough)])
def test_looking_back_is_open_to_all(written: Page, server: Server, width: int):
    written.set_viewport_size({"width": width, "height": 900})
    history(written, server)
    open_entry(written, f"{label(MAIN)}: gewijzigd")
    assert (barriers(written), sticks_out(written)) == ([], [])
    for view in ("read", "differences"):
        show(written, server.url, "eerdere-stand", programme=KOMPAS, revision="1", view=view)
        assert (barriers(written), sticks_out(written)) == ([], [])
    show(written, server.url, "verslag", programme=KOMPAS, revision="1")
    assert (barriers(written), sticks_out(written)) == ([], [])
