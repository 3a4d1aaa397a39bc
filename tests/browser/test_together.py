"""Two people on one description, one person in a hurry, and cards that come, move and go."""

import random
import time

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PATIENCE, Server
from tests.browser.screens import say, words
from tests.browser.writing import Writer
from workbench.domain.paths import value_at
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.words import load_words

HAVEN = ProgrammeId("voorbeeld", "haven")
MAIN = "goals.main"
PHASES = "approach.phases"
CHAIN = "facets.chain_phases"
ROUNDS = 25
PRESS = """async (box, names) => {
  for (const name of names) {
    [...box.querySelectorAll("button[aria-pressed]")].find((b) => b.innerText === name).click();
    await new Promise((next) => setTimeout(next));
  }
}"""
"""Presses one button right after another, as on a server that is too busy to keep up."""


def stored(server: Server, path: str) -> object:
    opened = FileStore(server.programmes, load_words().options).open(HAVEN)
    return value_at(opened.data, path)


def at(page: Page, server: Server, section: str) -> Writer:
    writer = Writer(page, server.url, str(HAVEN))
    writer.open_section(section)
    return writer


def until_stored(server: Server, path: str, wanted: object) -> None:
    """Wait until the disk holds this answer; fail with what it holds instead."""
    end = time.monotonic() + PATIENCE / 1000
    while stored(server, path) != wanted and time.monotonic() < end:
        time.sleep(0.05)
    assert stored(server, path) == wanted


def test_two_people_on_one_answer_keep_both_texts(staff: Page, colleague: Page, server: Server):
    mine, theirs = at(staff, server, "goals"), at(colleague, server, "goals")
    theirs.text(MAIN, "De tekst van Sam.")
    field = mine.question(MAIN).get_by_role("textbox").first
    field.fill("De tekst van Noor.")
    field.press("Tab")
    box = mine.question(MAIN)
    expect(box.get_by_text("Sam Voorbeeld heeft dit antwoord gewijzigd")).to_be_visible()
    expect(box.locator(".side mark")).to_contain_text(["Sam", "Noor"])
    together = box.get_by_role("textbox", name=say("ui.conflict.together"))
    expect(together).to_have_value("De tekst van Sam.\n\nDe tekst van Noor.")
    assert stored(server, MAIN) == "De tekst van Sam."
    together.fill("De tekst van Sam en Noor.")
    box.get_by_role("button", name=say("ui.keep_both")).click()
    expect(box.get_by_role("button", name=say("ui.keep_both"))).to_be_hidden()
    expect(field).to_have_value("De tekst van Sam en Noor.")
    assert stored(server, MAIN) == "De tekst van Sam en Noor."


def test_two_people_on_two_answers_do_not_notice_each_other(
    staff: Page, colleague: Page, server: Server
):
    mine, theirs = at(staff, server, "summary"), at(colleague, server, "summary")
    theirs.text("summary.goal", "Een doel van Sam.")
    mine.text("summary.approach", "Een aanpak van Noor.")
    assert stored(server, "summary.goal") == "Een doel van Sam."
    assert stored(server, "summary.approach") == "Een aanpak van Noor."
    expect(mine.question("summary.goal").get_by_role("textbox").first).to_have_value(
        "Een doel van Sam."
    )


def test_a_card_moves_goes_and_comes_back_with_all_its_answers(staff: Page, server: Server):
    writer = at(staff, server, "setup")
    before = stored(server, PHASES)
    cards = writer.question(PHASES).locator("[class*='st-key-card-']")
    first, second = before[0]["name"], before[1]["name"]
    cards.nth(1).get_by_role("button", name="Omhoog").click()
    expect(cards.first).to_contain_text(second)
    cards.nth(1).get_by_role("button", name="Verwijderen").click()
    cards.nth(1).get_by_role("button", name="Toch verwijderen").click()
    expect(cards).to_have_count(len(before) - 1)
    assert first not in [phase["name"] for phase in stored(server, PHASES)]
    staff.get_by_role("button", name="Ongedaan maken").click()
    expect(cards).to_have_count(len(before))
    assert stored(server, PHASES) == [before[1], before[0], *before[2:]]


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("ui.keep_mine", "De tekst van Noor."), ("ui.keep_theirs", "De tekst van Sam.")],
)
def test_the_second_writer_may_keep_one_of_the_two_texts(
    staff: Page, colleague: Page, server: Server, choice: str, kept: str
):
    mine, theirs = at(staff, server, "goals"), at(colleague, server, "goals")
    theirs.text(MAIN, "De tekst van Sam.")
    box = mine.question(MAIN)
    field = box.get_by_role("textbox").first
    field.fill("De tekst van Noor.")
    field.press("Tab")
    box.get_by_role("button", name=say(choice)).click()
    expect(box.get_by_role("button", name=say(choice))).to_be_hidden()
    expect(field).to_have_value(kept)
    assert stored(server, MAIN) == kept


def test_a_card_is_added_at_the_end(staff: Page, server: Server):
    writer = at(staff, server, "setup")
    before = stored(server, PHASES)
    writer.add(PHASES, "Terugkijken")
    assert stored(server, PHASES) == [*before, {"id": "terugkijken", "name": "Terugkijken"}]


def test_every_choice_of_a_person_in_a_hurry_is_kept(staff: Page, server: Server):
    writer = at(staff, server, "facets")
    here = writer.question(CHAIN)
    codes = {o.label["nl"]: o.code for o in words().template.options["chain_phase"]}
    chosen = [name for name in codes if codes[name] in stored(server, CHAIN)]
    chance = random.Random(20261125)
    for _ in range(ROUNDS):
        presses = chance.choices(list(codes), k=chance.randint(2, 6))
        here.evaluate(PRESS, presses)
        for name in presses:
            chosen = [n for n in chosen if n != name] if name in chosen else [*chosen, name]
        until_stored(server, CHAIN, [codes[name] for name in chosen] or None)
        expect(pressed(here)).to_have_text([name for name in codes if name in chosen])
        expect(here.locator("[class*='st-key-refused-']")).to_have_count(0)
    writer.open_section("facets")
    expect(pressed(here)).to_have_text([name for name in codes if name in chosen])


def pressed(question: Locator) -> Locator:
    return question.locator("button[aria-pressed=true]")
