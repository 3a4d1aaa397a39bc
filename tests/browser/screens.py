"""What the tests know of the screens and of the disk: words, addresses, and what was stored."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from workbench.domain.words import Words
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.words import load_words

SAVED = re.compile(r"Opgeslagen \d\d:\d\d")


def words() -> Words:
    return load_words()


def say(key: str, language: str = "nl", **values: Any) -> str:
    """Return a text of the catalogue, so that a better wording breaks no test."""
    return words().texts[language](key, **values)


def stored(programmes: Path, name: str) -> dict[str, Any]:
    """Return what the disk holds of a programme, read by a store that knows nothing yet."""
    fresh = FileStore(programmes, words().options)
    return fresh.open(ProgrammeId("voorbeeld", name)).data


def settled(page: Page) -> None:
    """Wait until the screen has been drawn and the page knows its language."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("body[data-place]")).to_be_attached()


def show(page: Page, url: str, screen: str = "", **query: str) -> None:
    """Open a screen by its address, as a sent link does."""
    search = "&".join(f"{name}={value}" for name, value in query.items())
    page.goto(f"{url}/{screen}?{search}")
    settled(page)


def question(page: Page, path: str) -> Locator:
    """Return the part of the screen that holds a question."""
    return page.locator(".st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", f"question/{path}"))


def saved(page: Page, path: str) -> Locator:
    """Return the line at a question that says when its answer was saved."""
    return question(page, path).get_by_text(SAVED).first
