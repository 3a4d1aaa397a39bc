"""A server that dies in the middle of saving takes nothing with it that was shown as saved."""

import os
import random
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, enter
from tests.browser.screens import SAVED, question, saved, show, words
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId

KILLS = int(os.environ.get("WORKBENCH_KILLS", "50"))
TEXTS = [f"summary.{name}" for name in ("target_group", "goal", "approach", "materials")]
NOOR = Person(name="Noor Voorbeeld", role="editor", institution="voorbeeld")
LATEST = 0.06
"""Seconds after leaving a field in which its save is under way."""


def fresh(programmes: Path) -> FileStore:
    return FileStore(programmes, words().options)


def prepare(programmes: Path, name: str) -> ProgrammeId:
    """Store a whole description without a summary, so that writing it takes a while."""
    store, programme = fresh(programmes), ProgrammeId("voorbeeld", name)
    data = {**store.open(ProgrammeId("voorbeeld", "kompas")).data}
    del data["summary"]
    store.create(programme, data, NOOR)
    return programme


def write_until_killed(page: Page, server: Server, chance: random.Random) -> dict[str, str]:
    """Answer some questions and kill the server while the last answer is being saved."""
    typed: dict[str, str] = {}
    last = chance.choice(TEXTS[1:])
    for path in TEXTS:
        typed[path] = f"Antwoord {chance.random()} op {path}.\n\n" + "Nog een zin. " * 40
        field = question(page, path).locator("textarea")
        field.fill(typed[path])
        if path == last:
            threading.Timer(chance.uniform(0, LATEST), server.process.kill).start()
        field.press("Tab")
        if path == last:
            break
        expect(saved(page, path)).to_be_visible()
    server.process.wait()
    return typed


def shown_as_saved(page: Page, paths: list[str]) -> list[str]:
    """Return the questions of which the screen, as it stands there, says that they were saved."""
    return [path for path in paths if question(page, path).get_by_text(SAVED).count()]


@pytest.mark.timeout(max(120, 30 * KILLS))
def test_every_answer_shown_as_saved_survives_a_kill_during_a_save(page: Page, programmes: Path):
    server, chance = Server(programmes), random.Random(20261123)
    in_flight = 0
    for number in range(1, KILLS + 1):
        programme = prepare(programmes, f"ronde-{number}")
        server.start()
        if number == 1:
            enter(page, server, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
        show(page, server.url, "beschrijven", programme=programme, section="summary")
        typed = write_until_killed(page, server, chance)
        shown = shown_as_saved(page, list(typed))
        stored = fresh(programmes).open(programme).data.get("summary", {})
        kept = {path: stored.get(path.removeprefix("summary.")) for path in shown}
        assert kept == {path: typed[path].rstrip() for path in shown}, f"kill {number}"
        assert fresh(programmes).verify(programme) == [], f"kill {number}"
        in_flight += len(shown) < len(typed)
    assert in_flight, "no kill came before the screen said that the answer was saved"
