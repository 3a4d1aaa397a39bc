"""Two servers on one database: people on both work on one description, and lose nothing."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import PATIENCE, Server, come_back
from tests.browser.writing import Writer
from tests.terminal import ROOT
from workbench.domain.paths import value_at
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId, Store
from workbench.store.words import load_words

HAVEN = ProgrammeId("voorbeeld", "haven")
MAIN, GOAL = "goals.main", "summary.goal"
ROUNDS = 5


@pytest.fixture
def store(opening) -> Store:
    """The database as a process that is neither of the two servers sees it."""
    made = opening()
    made.paste(HAVEN, FileStore(ROOT / "programmes", load_words().options).copy(HAVEN))
    return made


@pytest.fixture
def servers(store: Store, emptied: str, tmp_path: Path):
    """Two servers that share the database and nothing else."""
    both = [
        Server(tmp_path / name, settings={"WORKBENCH_DATABASE_URL": emptied})
        for name in ("een", "twee")
    ]
    try:
        for server in both:
            server.start()
        yield both
    finally:
        for server in both:
            server.kill()


@pytest.fixture
def writers(browser: Browser, servers: list[Server]):
    """Noor on the one server, Sam on the other."""
    contexts, made = [], []
    for server, name in zip(servers, ("Noor Voorbeeld", "Sam Voorbeeld"), strict=True):
        contexts.append(browser.new_context(locale="nl-NL"))
        page = contexts[-1].new_page()
        come_back(page, server, name)
        made.append(Writer(page, server.url, str(HAVEN)))
    yield made
    for context in contexts:
        context.close()


def until(true: Callable[[], bool]) -> None:
    """Wait until something is so; fail if it takes too long."""
    end = time.monotonic() + PATIENCE / 1000
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


def kept(store: Store, *texts: str) -> bool:
    """Return whether each of these texts stands in the history."""
    said = [str(line.change.new) for line in store.history(HAVEN)]
    return all(any(text in one for one in said) for text in texts)


def test_what_one_server_saved_is_shown_by_the_other(writers: list[Writer], store: Store):
    noor, sam = writers
    for round_ in range(ROUNDS):
        mine, theirs = f"Het doel van Noor, {round_}.", f"Het hoofddoel van Sam, {round_}."
        noor.open_section("summary")
        sam.open_section("goals")
        fill(noor, GOAL, mine)
        fill(sam, MAIN, theirs)
        until(lambda mine=mine, theirs=theirs: kept(store, mine, theirs))
        sam.open_section("summary")
        expect(box(sam, GOAL)).to_have_value(mine)
        noor.open_section("goals")
        expect(box(noor, MAIN)).to_have_value(theirs)
    assert store.verify(HAVEN) == []


def test_two_people_on_two_servers_and_one_answer_keep_both_texts(
    writers: list[Writer], store: Store
):
    for round_ in range(ROUNDS):
        for writer in writers:
            writer.open_section("goals")
        texts = [f"De tekst van {name}, ronde {round_}." for name in ("Noor", "Sam")]
        for writer, text in zip(writers, texts, strict=True):
            box(writer, MAIN).fill(text)
        for writer in writers:
            box(writer, MAIN).press("Tab")
        until(lambda texts=texts: kept(store, *texts))
        first = value_at(store.open(HAVEN).data, MAIN)
        assert first in texts
        second = writers[1 - texts.index(first)]
        expect(second.question(MAIN).get_by_text("heeft dit antwoord gewijzigd")).to_be_visible()
    assert sum(line.change.kind == "aside" for line in store.history(HAVEN)) >= ROUNDS
    assert store.verify(HAVEN) == []
    revisions = [line.revision for line in store.history(HAVEN)]
    assert revisions == list(range(1, len(revisions) + 1))


def box(writer: Writer, path: str) -> Locator:
    return writer.question(path).get_by_role("textbox").first


def fill(writer: Writer, path: str, text: str) -> None:
    box(writer, path).fill(text)
    box(writer, path).press("Tab")
