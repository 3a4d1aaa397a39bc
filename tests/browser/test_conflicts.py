"""Whoever is second loses nothing: against a colleague, a terminal and an editor on the file."""

import os
import re
import subprocess
import sys
from itertools import cycle

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import ROOT, Server, come_back, thorough
from tests.browser.screens import say, words
from tests.browser.test_accessible import assert_open_to_all
from tests.browser.test_together import HAVEN, at, stored, until_stored
from tests.browser.writing import Writer
from workbench.actions.company import meet
from workbench.actions.desk import Desk
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.presence import FilePresence

MAIN, PHASES = "goals.main", "approach.phases"
ROUNDS = int(os.environ.get("WORKBENCH_CONFLICT_ROUNDS", "3"))
"""How often two people write at once; more of them take minutes."""
CHOICES = ("ui.keep_theirs", "ui.keep_mine", "ui.keep_both")
A_MINUTE = 70_000
"""Milliseconds within which whoever closed a page is no longer seen, on a busy machine."""


def findable(server: Server) -> str:
    """Return all that the history of the programme holds."""
    return (server.programmes / f"{HAVEN}.journal.jsonl").read_text("utf-8")


def write(who: Writer, text: str, path: str = MAIN) -> Locator:
    """Type a text in a field, leave it, and return the question."""
    field = who.question(path).get_by_role("textbox").first
    field.fill(text)
    field.press("Tab")
    return who.question(path)


def choose(box: Locator, choice: str) -> None:
    button = box.get_by_role("button", name=say(choice))
    button.click()
    expect(button).to_be_hidden()
    expect(box.get_by_role("textbox").first).to_be_visible()


def test_two_people_at_one_answer_again_and_again_can_find_every_text(
    staff: Page,
    colleague: Page,
    server: Server,
):
    people = [(at(colleague, server, "goals"), "Sam"), (at(staff, server, "goals"), "Noor")]
    choices = cycle(CHOICES)
    for n in range(ROUNDS):
        (first, one), (second, other) = people
        first.text(MAIN, f"{one} schrijft tekst {n}.")
        box = write(second, f"{other} schrijft tekst {n}.")
        choose(box, next(choices))
        people.reverse()  # the other page still shows what stood there before
    there = findable(server)
    for n in range(ROUNDS):
        for name in ("Sam", "Noor"):
            assert f"{name} schrijft tekst {n}." in there


def test_an_answer_from_a_terminal_is_not_overwritten_by_the_page(staff: Page, server: Server):
    mine = at(staff, server, "goals")
    command = [sys.executable, "-m", "workbench", "--programmes", str(server.programmes)]
    command += ["set", f"{HAVEN}", MAIN, "Van de terminal."]
    env = {**os.environ, "WORKBENCH_PERSON": "Tess Terminal"}
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)
    box = write(mine, "Van het scherm.")
    expect(box.get_by_text("Tess Terminal heeft dit antwoord gewijzigd")).to_be_visible()
    choose(box, "ui.keep_mine")
    until_stored(server, MAIN, "Van het scherm.")
    assert "Van de terminal." in findable(server)


def test_an_edit_of_the_file_is_not_overwritten_by_the_page(staff: Page, server: Server):
    mine = at(staff, server, "goals")
    file = server.programmes / f"{HAVEN}.yaml"
    told = file.read_text("utf-8").replace("main: |-\n    ", "main: |-\n    Met de hand: ")
    file.write_text(told, "utf-8")
    by_hand = stored(server, MAIN)
    assert by_hand.startswith("Met de hand: ")
    box = write(mine, "Van het scherm.")
    expect(
        box.get_by_text("Iemand buiten de werkbank heeft dit antwoord gewijzigd")
    ).to_be_visible()
    assert stored(server, MAIN) == by_hand
    choose(box, "ui.keep_theirs")
    assert stored(server, MAIN) == by_hand
    assert "Van het scherm." in findable(server)


def test_a_card_that_a_colleague_changed_is_removed_only_after_that_was_shown(
    staff: Page,
    colleague: Page,
    server: Server,
):
    mine, theirs = at(staff, server, "setup"), at(colleague, server, "setup")
    phase = stored(server, PHASES)[0]["id"]
    path = f"{PHASES}.{phase}"
    card(theirs, path).get_by_role("button", name=say("ui.item.open")).click()
    theirs.text(f"{path}.name", "Een naam van Sam")
    card(mine, path).get_by_role("button", name=say("ui.item.remove")).click()
    asked = card(mine, path).locator("[class*='st-key-removal-']")
    expect(asked).to_contain_text("Een naam van Sam")
    assert_open_to_all(mine.page)
    assert stored(server, PHASES)[0]["id"] == phase
    asked.get_by_role("button", name=say("ui.removal.remove")).click()
    expect(card(mine, path)).to_have_count(0)
    assert phase not in [item["id"] for item in stored(server, PHASES)]


def test_a_text_in_a_card_that_a_colleague_removed_comes_back_with_the_card(
    staff: Page,
    colleague: Page,
    server: Server,
):
    mine, theirs = at(staff, server, "setup"), at(colleague, server, "setup")
    before = stored(server, PHASES)
    path = f"{PHASES}.{before[0]['id']}"
    card(mine, path).get_by_role("button", name=say("ui.item.open")).click()
    field = mine.question(f"{path}.name").get_by_role("textbox").first
    expect(field).to_be_visible()
    card(theirs, path).get_by_role("button", name=say("ui.item.remove")).click()
    remove = card(theirs, path).get_by_role("button", name=say("ui.removal.remove"))
    gone = theirs.page.get_by_role("button", name=say("ui.put_back"))
    expect(remove.or_(gone).first).to_be_visible()
    if remove.count():
        remove.click()
    expect(gone).to_be_visible()
    field.fill("Een naam van Noor")
    field.press("Tab")
    box = mine.page.locator("[class*='st-key-gone-']")
    expect(box).to_contain_text("Een naam van Noor")
    assert_open_to_all(mine.page)
    box.get_by_role("button", name=say("ui.gone.back")).click()
    expect(card(mine, path)).to_contain_text("Een naam van Noor")
    assert stored(server, PHASES) == [{**before[0], "name": "Een naam van Noor"}, *before[1:]]


def card(who: Writer, path: str) -> Locator:
    return who.page.locator(f".st-key-card-{path.replace('.', '-')}")


@thorough
def test_people_see_who_else_is_here_until_they_close_the_page(
    staff: Page, server: Server, browser: Browser
):
    context = browser.new_context(locale="nl-NL")
    other = context.new_page()
    come_back(other, server, "Sam Voorbeeld")
    at(other, server, "goals")
    mine = at(staff, server, "goals")
    company = mine.page.locator(".company")
    expect(company).to_contain_text("Sam Voorbeeld (Voorbeeldinstelling (fictief)) werkt nu ook")
    theirs = other.locator(".company")
    field = mine.question(MAIN).get_by_role("textbox").first
    field.press("Control+End")
    field.press_sequentially("Nog niet")
    expect(theirs).to_contain_text("Noor Voorbeeld", timeout=A_MINUTE)
    advisor(server)
    expect(company).to_contain_text("Ada Voorbeeld (Adviseur NJi) leest mee", timeout=A_MINUTE)
    expect(field).to_be_focused()
    field.press_sequentially(" klaar")
    expect(field).to_have_value(re.compile("Nog niet klaar$"))
    context.close()
    expect(company).not_to_contain_text("Sam Voorbeeld", timeout=A_MINUTE)


def advisor(server: Server) -> None:
    """Let an advisor read along from another server process."""
    store = FileStore(server.programmes, words().options)
    desk = Desk(store, words(), Person(name="Ada Voorbeeld", role="advisor"))
    meet(desk, HAVEN, FilePresence(server.programmes), "goals", "ander")
