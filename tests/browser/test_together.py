"""Two people at one description lose nothing, and items are kept in the order somebody gave them."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server, enter
from tests.browser.screens import question, saved, say, show, stored

AT = {"programme": "voorbeeld/haven"}
SUBGOALS = "goals.subgoals"
Enter = Callable[[str], Page]


@pytest.fixture
def somebody(browser: Browser, browser_context_args, server: Server) -> Iterator[Enter]:
    """Let one more person of the institution in, with a browser of their own."""
    contexts = []

    def let_in(name: str) -> Page:
        contexts.append(browser.new_context(**browser_context_args))
        page = contexts[-1].new_page()
        enter(page, server, name, "Voorbeeldinstelling (fictief)")
        return page

    yield let_in
    for context in contexts:
        context.close()


def write(page: Page, path: str, words: str) -> None:
    field = question(page, path).locator("textarea")
    field.fill(words)
    field.press("Tab")


def both_open(somebody: Enter, server: Server, section: str) -> tuple[Page, Page]:
    """Two people look at the same section before either of them writes."""
    noor, sam = somebody("Noor Voorbeeld"), somebody("Sam Collega")
    for page in (noor, sam):
        show(page, server.url, "beschrijven", section=section, **AT)
    return noor, sam


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("ui.keep_both", "De tekst van Noor.\n\nDe tekst van Sam."),
        ("ui.keep_mine", "De tekst van Sam."),
        ("ui.keep_theirs", "De tekst van Noor."),
    ],
)
def test_two_texts_for_one_answer_stand_side_by_side_until_one_chooses(
    somebody: Enter, server: Server, choice: str, kept: str
):
    noor, sam = both_open(somebody, server, "goals")
    write(noor, "goals.main", "De tekst van Noor.")
    expect(saved(noor, "goals.main")).to_be_visible()

    write(sam, "goals.main", "De tekst van Sam.")
    box = question(sam, "goals.main")
    expect(box.get_by_text(say("ui.conflict", person="Noor Voorbeeld"))).to_be_visible()
    expect(box.locator("textarea")).to_have_value("De tekst van Noor.")
    expect(box.get_by_text("De tekst van Sam.")).to_be_visible()
    assert stored(server.programmes, "haven")["goals"]["main"] == "De tekst van Noor."

    box.get_by_role("button", name=say(choice)).click()
    expect(box.get_by_role("button", name=say(choice))).to_be_hidden()
    expect(box.locator("textarea")).to_have_value(kept)
    assert stored(server.programmes, "haven")["goals"]["main"] == kept


def test_two_people_answer_different_questions_and_both_answers_stay(
    somebody: Enter, server: Server
):
    noor, sam = both_open(somebody, server, "summary")
    write(noor, "summary.goal", "Het doel van Noor.")
    write(sam, "summary.approach", "De aanpak van Sam.")
    expect(saved(noor, "summary.goal")).to_be_visible()
    expect(saved(sam, "summary.approach")).to_be_visible()
    expect(question(sam, "summary.goal").locator("textarea")).to_have_value("Het doel van Noor.")
    summary = stored(server.programmes, "haven")["summary"]
    assert (summary["goal"], summary["approach"]) == ("Het doel van Noor.", "De aanpak van Sam.")


def test_quick_choices_of_one_person_are_no_conflict_with_herself(
    somebody: Enter, server: Server
):
    page = somebody("Noor Voorbeeld")
    show(page, server.url, "beschrijven", section="facets", **AT)
    here = question(page, "facets.chain_phases")
    pressed, others = (here.locator(f"button[aria-pressed={on}]") for on in ("true", "false"))
    chosen, left = pressed.all_inner_texts(), others.all_inner_texts()
    for name in chosen + left:
        here.get_by_role("button", name=name, exact=True).click()
    expect(saved(page, "facets.chain_phases")).to_be_visible()
    expect(pressed).to_have_text(left)
    show(page, server.url, "beschrijven", section="facets", **AT)
    expect(pressed).to_have_text(left)
    assert len(stored(server.programmes, "haven")["facets"]["chain_phases"]) == len(left)


def ids(server: Server) -> list[str]:
    return [item["id"] for item in stored(server.programmes, "haven")["goals"]["subgoals"]]


def test_items_are_added_moved_removed_and_put_back(somebody: Enter, server: Server):
    page = somebody("Noor Voorbeeld")
    show(page, server.url, "beschrijven", section="goals", **AT)
    before = ids(server)
    cards = question(page, SUBGOALS).locator("[class*='st-key-card-']")
    expect(cards).to_have_count(len(before))

    page.get_by_label("Nog een subdoel").fill("Zij slaapt weer door")
    page.get_by_role("button", name="Voeg subdoel toe").click()
    expect(cards).to_have_count(len(before) + 1)
    assert ids(server) == [*before, "zij-slaapt-weer-door"]

    last = cards.last
    last.get_by_role("button", name=say("ui.item.up")).click()
    expect(cards.nth(len(before) - 1)).to_contain_text("Zij slaapt weer door")
    assert ids(server) == [*before[:-1], "zij-slaapt-weer-door", before[-1]]

    first = server.programmes, "haven"
    whole = stored(*first)["goals"]["subgoals"]
    cards.first.get_by_role("button", name=say("ui.item.remove")).click()
    expect(page.get_by_role("button", name=say("ui.put_back"))).to_be_visible()
    expect(cards).to_have_count(len(before))
    assert stored(*first)["goals"]["subgoals"] == whole[1:]

    page.get_by_role("button", name=say("ui.put_back")).click()
    expect(cards).to_have_count(len(before) + 1)
    assert stored(*first)["goals"]["subgoals"] == whole
