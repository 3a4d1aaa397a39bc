"""Whatever happens right after the last key: every character is there when one looks again.

`WORKBENCH_LOSSES=17` makes 102 runs of 500 characters; by default three kinds happen once, and with
`WORKBENCH_THOROUGH=1` all six.
"""

import os
import random

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import THOROUGH, Server
from tests.browser.screens import say, settled
from tests.browser.typist import PLACES, Typist

RUNS = int(os.environ.get("WORKBENCH_LOSSES", "1"))
LENGTH = 500 if RUNS > 1 else 200
DELAY = 1
"""Milliseconds per key: faster than anybody types."""
WORDS = ["veilig", "wonen", "met", "steun", "ouders,", "elke", "week", "opnieuw;", "Zoë", "‘ja’."]


def text(run: int) -> str:
    chance = random.Random(run)
    return f"Proef {run}: {' '.join(chance.choices(WORDS, k=LENGTH))}"[:LENGTH].strip()


def close_the_tab(page: Page, server: Server) -> Page:
    context = page.context
    page.close()
    return context.new_page()


def refresh(page: Page, server: Server) -> Page:
    page.reload()
    return page


def go_back(page: Page, server: Server) -> Page:
    page.go_back()
    settled(page)
    return page


def kill_the_server(page: Page, server: Server) -> Page:
    server.kill()
    server.start()
    return page


def switch_section(page: Page, server: Server) -> Page:
    link = page.get_by_test_id("stSidebar").get_by_role("link", name="Literatuur")
    page.mouse.move(*middle(link))
    page.mouse.down()
    page.mouse.up()  # a press of no time at all, as a tap is
    expect(page.get_by_role("heading", level=1, name="Literatuur")).to_be_visible()
    return page


def lose_the_connection(page: Page, server: Server) -> Page:
    page.context.set_offline(True)
    page.keyboard.press("Tab")
    expect(page.locator(".when[data-state=offline]").first).to_have_text(say("ui.typing.offline"))
    page.context.set_offline(False)
    return page


def middle(place):
    box = place.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


ALWAYS = [close_the_tab, kill_the_server, lose_the_connection]
KINDS = [*ALWAYS, *([refresh, go_back, switch_section] if THOROUGH or RUNS > 1 else [])]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_typed_is_lost(kind, staff: Page, server: Server):
    page = staff
    for run in range(RUNS):
        place = PLACES[(run + KINDS.index(kind)) % len(PLACES)]
        page.goto(server.url)
        settled(page)
        typist = Typist(page, server, place)
        typist.arrive()
        typist.type(text(run), DELAY)
        page = kind(page, server)
        again = Typist(page, server, place)
        if kind is not kill_the_server:
            again.arrive()
        else:
            settled(page)
        again.until_stored(text(run))
        expect(again.field()).to_have_value(text(run))
