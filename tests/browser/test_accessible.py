"""No screen keeps anybody out: axe finds nothing serious, and nothing scrolls sideways."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers, sticks_out
from tests.browser.conftest import ROOT, THOROUGH, Server, enter, thorough
from tests.browser.screens import question, say, show, words
from workbench.actions import describing, noting
from workbench.actions.desk import Desk
from workbench.documents.comparing.views import VIEWS
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId

KOMPAS = ProgrammeId("voorbeeld", "kompas")
COLLEAGUE = Person(name="Sam Collega", role="editor", institution="voorbeeld")
WIDTHS = [390, pytest.param(320, marks=thorough)]
OTHERS = [
    "samenhang", "controleren", "niveau", "onderzoekbaarheid", "gesprek", "verslag", "geschiedenis",
    "eerdere-stand",
]  # fmt: skip
SECTIONS = [section.id for section in words().template.sections]


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, a question that does not apply, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("programmes")
    for name in ("kompas", "veerkracht"):
        target = folder / "voorbeeld" / f"{name}.yaml"
        target.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "programmes" / "voorbeeld" / f"{name}.yaml", target)
    (folder / "voorbeeld" / "kapot.yaml").write_text("title: [dit klopt\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def colleague(examples: Path) -> Desk:
    return Desk(FileStore(examples, words().options), words(), COLLEAGUE)


@pytest.fixture(scope="module")
def shared(examples: Path) -> Iterator[Server]:
    """One server for all these tests: they look, and change only what they look at."""
    running = Server(examples)
    running.start()
    yield running
    running.kill()


@pytest.fixture(scope="module")
def visit(browser: Browser, browser_context_args, shared: Server) -> Iterator[Page]:
    """A member of staff, on a wide screen."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    enter(page, shared, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
    yield page
    context.close()


def assert_open_to_all(page: Page, language: str = "nl") -> None:
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert barriers(page) == []
    assert sticks_out(page) == []
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 900})


def describe(page: Page, shared: Server, section: str) -> None:
    show(page, shared.url, "beschrijven", programme="voorbeeld/kompas", section=section)


def test_the_overview_with_a_damaged_file_is_open_to_all(visit: Page, shared: Server):
    show(visit, shared.url)
    expect(visit.get_by_text("voorbeeld/kapot")).to_be_visible()
    assert_open_to_all(visit)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_open_to_all(visit: Page, shared: Server, section: str):
    describe(visit, shared, section)
    assert_open_to_all(visit)


def test_an_open_item_with_its_explanation_and_marks_is_open_to_all(visit: Page, shared: Server):
    describe(visit, shared, "modules")
    visit.get_by_role("button", name=say("ui.item.open")).first.click()
    expect(visit.get_by_role("button", name=say("ui.item.close"))).to_be_visible()
    assert_open_to_all(visit)
    for button in ("ui.help.button", "ui.mark.button_in_item"):
        card = visit.locator("[class*='st-key-card-']").first
        card.get_by_role("button", name=say(button)).first.click()
        expect(visit.get_by_role("dialog")).to_be_focused()
        assert_open_to_all(visit)
        visit.keyboard.press("Escape")
        expect(visit.get_by_role("dialog")).to_be_hidden()


def test_a_removed_item_with_its_way_back_is_open_to_all(visit: Page, shared: Server):
    describe(visit, shared, "literature")
    visit.get_by_role("button", name=say("ui.item.remove")).first.click()
    expect(visit.get_by_text(say("ui.removal.then"))).to_be_visible()
    assert_open_to_all(visit)
    visit.get_by_role("button", name=say("ui.removal.remove")).click()
    expect(visit.get_by_role("button", name=say("ui.put_back"))).to_be_visible()
    assert_open_to_all(visit)
    visit.get_by_role("button", name=say("ui.put_back")).click()
    expect(visit.get_by_role("button", name=say("ui.put_back"))).to_be_hidden()


def test_a_question_that_does_not_apply_is_open_to_all(
    visit: Page, shared: Server, colleague: Desk
):
    describing.answer(colleague, KOMPAS, "safety.protection", None)
    noting.note(colleague, KOMPAS, "safety.protection", not_applicable="Dit regelt de gemeente.")
    describe(visit, shared, "safety")
    expect(visit.get_by_text("Dit regelt de gemeente.")).to_be_visible()
    assert_open_to_all(visit)


def test_two_texts_side_by_side_are_open_to_all(visit: Page, shared: Server, colleague: Desk):
    describe(visit, shared, "goals")
    here = question(visit, "goals.main")
    field = here.locator("textarea")
    describing.answer(colleague, KOMPAS, "goals.main", "Van de collega.")
    field.fill("Van mij.")
    field.press("Tab")
    expect(here.get_by_role("button", name=say("ui.keep_both"))).to_be_visible()
    assert_open_to_all(visit)


NAMES = ["veerkracht", "kapot", *(["kompas", "weg"] if THOROUGH else [])]
"""A whole description and a damaged one; if asked for also a complete one, and none at all."""


@pytest.mark.parametrize("screen", OTHERS)
@pytest.mark.parametrize("name", NAMES)
def test_the_other_screens_are_open_to_all(visit: Page, shared: Server, screen: str, name: str):
    show(visit, shared.url, screen, programme=f"voorbeeld/{name}")
    assert_open_to_all(visit)


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("width", [1280, 390])
def test_every_view_of_a_comparison_is_open_to_all(
    visit: Page, shared: Server, name: str, width: int
):
    visit.set_viewport_size({"width": width, "height": 900})
    both = "voorbeeld/kompas,voorbeeld/veerkracht"
    show(visit, shared.url, "vergelijken", programmes=both, view=name)
    expect(visit.locator("table.compared")).to_be_visible()
    assert_open_to_all(visit)
    visit.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("screen", ["niveau", "onderzoekbaarheid", "gesprek"])
def test_what_is_unfolded_is_open_to_all(visit: Page, shared: Server, screen: str):
    show(visit, shared.url, screen, programme="voorbeeld/veerkracht")
    folded = visit.get_by_test_id("stMain").locator("details:not([open]) > summary")
    for _ in range(min(3, folded.count())):
        before = folded.count()
        folded.first.press("Enter")  # a fold that is still opening moves the next one away
        expect(folded).to_have_count(before - 1)
    inside = visit.locator("details[open]").get_by_test_id("stPageLink")
    expect(inside.first).to_be_visible()
    assert_open_to_all(visit)


def test_reading_along_is_open_to_all(browser: Browser, browser_context_args, shared: Server):
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    enter(page, shared, "Kim Lezer", "Parlan")
    assert_open_to_all(page)
    for section in ("target_group", "modules", "literature"):
        describe(page, shared, section)
        expect(page.get_by_text(say("ui.describe.read_only"))).to_be_visible()
        assert_open_to_all(page)
    context.close()


@pytest.fixture
def newcomer(browser: Browser, browser_context_args, shared: Server) -> Iterator[Page]:
    """Somebody who is here for the first time."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    show(page, shared.url)
    yield page
    context.close()


def test_the_welcome_is_open_to_all_in_both_languages(newcomer: Page):
    assert_open_to_all(newcomer)
    newcomer.get_by_role("button", name="In English").click()
    expect(newcomer.get_by_role("heading", name=say("ui.welcome.title", "en"))).to_be_visible()
    assert_open_to_all(newcomer, "en")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_screens_are_open_to_all_on_a_telephone(newcomer: Page, shared: Server, width: int):
    newcomer.set_viewport_size({"width": width, "height": 900})
    assert_open_to_all(newcomer)
    enter(newcomer, shared, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
    assert_open_to_all(newcomer)
    for section in ("colophon", "facets", "setup"):
        describe(newcomer, shared, section)
        assert_open_to_all(newcomer)
    describe(newcomer, shared, "modules")
    newcomer.get_by_role("button", name=say("ui.item.open")).first.click()
    expect(newcomer.get_by_role("button", name=say("ui.item.close"))).to_be_visible()
    assert_open_to_all(newcomer)
    for screen in OTHERS:
        show(newcomer, shared.url, screen, programme="voorbeeld/veerkracht")
        assert_open_to_all(newcomer)


def test_the_menu_on_a_telephone_is_open_to_all(newcomer: Page, shared: Server):
    newcomer.set_viewport_size({"width": 390, "height": 844})
    enter(newcomer, shared, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
    describe(newcomer, shared, "goals")
    newcomer.get_by_role("button", name=say("streamlit.sidebar_open")).click()
    expect(newcomer.get_by_role("link", name="1.3b Inhoud")).to_be_in_viewport()
    assert_open_to_all(newcomer)
