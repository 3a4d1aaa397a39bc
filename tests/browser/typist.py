"""Somebody who types, and who looks afterwards whether every character is still there."""

import re
import time
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PATIENCE, Server
from tests.browser.screens import question, say, settled
from workbench.domain.paths import value_at
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.words import load_words

HAVEN = ProgrammeId("voorbeeld", "haven")
SAVED = re.compile(r"Opgeslagen \d\d:\d\d")


@dataclass(frozen=True)
class Place:
    """A text field: in which section, at which question, in an item or behind the marks."""

    section: str
    path: str
    item: bool = False
    note: str = ""


TEXT = Place("goals", "goals.main")
CARD = Place("goals", "goals.subgoals.*.indicator", item=True)
NOTE = Place("summary", "summary.goal", note="source")
FIGURE = Place("research", "research.researchability.participants_per_year")
PLACES = [TEXT, CARD, Place("summary", "summary.approach"), NOTE]


class Typist:
    """Somebody at one text field."""

    def __init__(self, page: Page, server: Server, place: Place) -> None:
        self.page, self.server = page, server
        first = stored(server, "goals.subgoals")[0]["id"]
        self.path = place.path.replace("*", first)
        self.place = place

    def arrive(self) -> Locator:
        """Open the section by its address, and the field's card or popover."""
        query = f"programme={HAVEN}&section={self.place.section}"
        query += f"&question={self.path}" if self.place.item else ""
        self.page.goto(f"{self.server.url}/beschrijven?{query}")
        settled(self.page)
        return self.field()

    def field(self) -> Locator:
        """Return the field, once it is there."""
        here = question(self.page, self.path)
        if self.place.note:
            box = self.page.get_by_test_id("stPopoverBody")
            expect(here).to_be_visible()
            if not box.count():
                here.get_by_role("button", name=say("ui.mark.button")).click()
            field = box.get_by_role("textbox", name=say("ui.mark.source"))
        else:
            field = here.get_by_role("textbox").first
        expect(field).to_be_visible()
        return field

    def type(self, text: str, delay: float) -> None:
        """Replace what stands in the field by typing, and hold that every key arrived."""
        field = self.field()
        field.click()
        field.press("Control+a")
        self.page.keyboard.type(text, delay=delay)
        expect(field).to_have_value(text)
        expect(field).to_be_focused()

    def line(self) -> Locator:
        """Return the line that says how the text stands."""
        if self.place.note:
            return self.page.get_by_test_id("stPopoverBody").locator(".when").first
        return question(self.page, self.path).locator(".when").first

    def stored(self) -> object:
        """Return what the disk holds of this field."""
        if self.place.note:
            return described(self.server).get("about", {}).get(self.path, {}).get(self.place.note)
        return stored(self.server, self.path)

    def until_stored(self, wanted: object) -> None:
        """Wait until the disk holds this; fail with what it holds instead."""
        end = time.monotonic() + PATIENCE / 1000
        while self.stored() != wanted and time.monotonic() < end:
            self.page.wait_for_timeout(50)
        assert self.stored() == wanted


def described(server: Server) -> dict:
    return FileStore(server.programmes, load_words().options).open(HAVEN).data


def stored(server: Server, path: str) -> object:
    return value_at(described(server), path)
