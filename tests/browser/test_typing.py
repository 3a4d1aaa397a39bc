"""While somebody types: saved without a drawing, and honest about what is not saved."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.conftest import Server, come_back
from tests.browser.screens import question, say, settled, show
from tests.browser.typist import CARD, FIGURE, HAVEN, NOTE, SAVED, TEXT, Place, Typist
from workbench.actions import describing
from workbench.actions.desk import Desk
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.words import load_words

SAM = Person(name="Sam Voorbeeld", role="editor", institution="voorbeeld")
PUTS = "**/api/answers/**"
COPIES = "Object.keys(localStorage).filter((name) => name.startsWith('werkbank.copy'))"
DEAF = """
const add = document.addEventListener;
document.addEventListener = function (kind, ...more) {
  if (kind === "input") throw new Error("this page does not listen");
  return add.call(this, kind, ...more);
};
"""


@pytest.fixture
def typist(staff: Page, server: Server) -> Typist:
    """Somebody at the main goal."""
    at_goal = Typist(staff, server, TEXT)
    at_goal.arrive()
    return at_goal


def colleague_writes(server: Server, text: str, path: str = TEXT.path) -> None:
    words = load_words()
    desk = Desk(FileStore(server.programmes, words.options), words, SAM)
    describing.answer(desk, HAVEN, path, text)


def asked_drawings(page: Page) -> list[BackMsg]:
    """Return a list that grows with every drawing the page asks for, but for beats of presence."""
    asked: list[BackMsg] = []

    def sent(frame: bytes | str) -> None:
        message = BackMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
        is_rerun = message.WhichOneof("type") == "rerun_script"
        if is_rerun and not message.rerun_script.is_auto_rerun:
            asked.append(message)

    page.on("websocket", lambda socket: socket.on("framesent", sent))
    return asked


def copies(page: Page) -> list[str]:
    return page.evaluate(COPIES)


@pytest.mark.parametrize("place", [TEXT, CARD, NOTE], ids=["text", "in an item", "note"])
def test_a_text_is_saved_while_it_is_typed_without_a_drawing(staff, server, place: Place):
    drawings, typist = asked_drawings(staff), Typist(staff, server, place)
    typist.arrive()
    field = typist.field()
    field.click()
    before = len(drawings)
    typist.type("Elke letter telt, ook deze. " * 4, 35)
    expect(typist.line()).to_have_text(SAVED)
    typist.until_stored("Elke letter telt, ook deze. " * 4)
    assert drawings[before:] == []
    staff.wait_for_function(f"{COPIES}.length === 0")
    for _ in range(3):
        staff.keyboard.press("ArrowLeft")
    staff.keyboard.type("XYZ")
    expect(field).to_have_value(("Elke letter telt, ook deze. " * 4)[:-3] + "XYZe. ")
    expect(field).to_be_focused()


def test_a_figure_is_saved_while_it_is_typed_and_put_right_when_it_is_left(staff, server):
    typist = Typist(staff, server, FIGURE)
    typist.arrive()
    typist.type("1.250", 35)
    typist.until_stored(1250)
    expect(typist.field()).to_have_value("1.250")
    staff.keyboard.press("Tab")
    expect(typist.field()).to_have_value("1250")


def test_what_is_no_figure_is_told_at_the_field_and_nothing_is_saved(staff, server):
    typist = Typist(staff, server, FIGURE)
    typist.arrive()
    before = typist.stored()
    typist.type("veel", 35)
    expect(typist.line()).to_contain_text(say("action.typed_no_whole_number", text="veel"))
    assert typist.stored() == before
    assert len(copies(staff)) == 1


def test_another_field_that_draws_the_screen_leaves_the_text_the_caret_and_the_focus(typist):
    page = typist.page
    typist.type("Begin midden einde", 5)
    typist.until_stored("Begin midden einde")
    page.keyboard.press("Home")
    before = typist.field().element_handle()
    page.evaluate("document.querySelector('.st-key-switch-language button').click()")
    expect(page.get_by_role("button", name="In het Nederlands")).to_be_visible()
    page.keyboard.type("Zie: ")
    expect(page.locator(".st-key-question-goals-main textarea")).to_have_value(
        "Zie: Begin midden einde"
    )
    assert before.evaluate("(place) => place.isConnected && place === document.activeElement")
    typist.until_stored("Zie: Begin midden einde")


def test_a_field_that_was_away_comes_back_with_what_is_stored(typist):
    typist.type("Getypt en niet verlaten.", 5)
    typist.until_stored("Getypt en niet verlaten.")
    page = typist.page
    page.evaluate("history.back()")
    typist.arrive()
    expect(typist.field()).to_have_value("Getypt en niet verlaten.")


def test_a_colleague_who_was_first_is_told_at_the_field_and_both_texts_are_there_after(typist):
    typist.field().click()
    colleague_writes(typist.server, "Van Sam.")
    typist.type("Van Noor, getypt.", 5)
    told = say("ui.typing.conflict").replace("{person}", "Sam Voorbeeld")
    expect(typist.line()).to_have_text(told)
    typist.page.keyboard.type(" En meer.")
    typist.page.keyboard.press("Tab")
    box = question(typist.page, TEXT.path)
    expect(box).to_contain_text("Van Noor, getypt. En meer.")
    expect(box).to_contain_text("Van Sam.")
    assert typist.stored() == "Van Sam."
    box.get_by_role("button", name=say("ui.keep_mine")).click()
    typist.until_stored("Van Noor, getypt. En meer.")
    expect(box.get_by_role("button", name=say("ui.keep_mine"))).to_be_hidden()
    typist.page.wait_for_function(f"{COPIES}.length === 0")


def test_a_copy_is_offered_beside_what_a_colleague_wrote_meanwhile(typist):
    page = typist.page
    page.context.set_offline(True)
    typist.type("Van Noor, niet verzonden.", 5)
    expect(typist.line()).to_have_text(say("ui.typing.offline"))
    page.goto("about:blank")
    colleague_writes(typist.server, "Van Sam.")
    page.context.set_offline(False)
    show(page, typist.server.url, "beschrijven", programme=str(HAVEN), section="goals")
    box = question(page, TEXT.path)
    expect(box).to_contain_text("Van Noor, niet verzonden.")
    expect(box).to_contain_text("Van Sam.")
    assert len(copies(page)) == 1
    box.get_by_role("button", name=say("ui.keep_theirs")).click()
    expect(box).not_to_contain_text("Van Noor, niet verzonden.")
    page.wait_for_function(f"{COPIES}.length === 0")


def test_an_expired_permit_is_told_and_the_text_stays_safe(typist):
    page = typist.page

    def expired(route: Route) -> None:
        route.fulfill(status=401, json={"reason": "permit"})

    page.route(PUTS, expired)
    typist.type("Na een lange pauze.", 5)
    expect(typist.line()).to_have_text(say("ui.typing.expired"))
    assert len(copies(page)) == 1
    page.unroute(PUTS)
    page.reload()
    settled(page)
    typist.until_stored("Na een lange pauze.")
    expect(typist.field()).to_have_value("Na een lange pauze.")


def test_a_server_that_cannot_store_is_told_and_asked_again(typist):
    page, sentence = typist.page, say("store.disk_full")
    page.route(PUTS, lambda route: route.fulfill(status=503, json={"sentence": sentence}))
    typist.type("Op een volle schijf.", 5)
    expect(typist.line()).to_have_text(sentence)
    page.unroute(PUTS)
    typist.until_stored("Op een volle schijf.")
    expect(typist.line()).to_have_text(SAVED)


@pytest.fixture
def other_tab(typist: Typist) -> Iterator[Page]:
    tab = typist.page.context.new_page()
    yield tab
    tab.close()


def test_another_person_in_this_browser_never_sees_a_copy(typist):
    page = typist.page
    page.context.set_offline(True)
    typist.type("Alleen van Noor.", 5)
    expect(typist.line()).to_have_text(say("ui.typing.offline"))
    page.goto("about:blank")
    colleague_writes(typist.server, "Van Sam.")
    page.context.clear_cookies()
    page.context.set_offline(False)
    come_back(page, typist.server, "Sam Voorbeeld")
    typist.arrive()
    expect(typist.field()).to_have_value("Van Sam.")
    expect(page.locator("body")).not_to_contain_text("Alleen van Noor.")
    assert len(copies(page)) == 1
    assert typist.stored() == "Van Sam."


def test_two_tabs_leave_each_others_copies_alone(typist, other_tab):
    typist.page.route(PUTS, lambda route: route.abort())
    typist.type("In de eerste tab.", 5)
    expect(typist.line()).to_have_text(say("ui.typing.offline"))
    second = Typist(other_tab, typist.server, Place("summary", "summary.goal"))
    second.arrive()
    second.type("In de tweede tab.", 5)
    second.until_stored("In de tweede tab.")
    assert len(copies(typist.page)) == 1
    assert typist.stored() != "In de eerste tab."
    typist.page.unroute(PUTS)
    typist.until_stored("In de eerste tab.")


def test_without_the_listener_a_text_is_saved_when_it_is_left(staff, server):
    staff.add_init_script(DEAF)
    typist = Typist(staff, server, TEXT)
    typist.arrive()
    typist.type("Zonder luisteraar.", 5)
    staff.keyboard.press("Tab")
    typist.until_stored("Zonder luisteraar.")


def test_a_text_that_waits_for_a_choice_is_offered_again_after_a_crash(typist, server):
    page = typist.page
    colleague_writes(server, "Van de collega.")
    typist.type("Van mij.", 5)
    page.keyboard.press("Tab")
    box = page.locator("[class*='st-key-refused-']")
    expect(box).to_be_visible()
    server.kill()
    server.start()
    expect(box).to_contain_text("Van mij.")
    expect(box).to_contain_text("Van de collega.")
    typist.arrive()
    expect(box).to_contain_text("Van mij.")


def test_the_name_of_a_new_item_waits_in_this_browser_until_it_is_used(staff, server):
    new = staff.locator(".st-key-add-goals-subgoals").get_by_role("textbox")
    show(staff, server.url, "beschrijven", programme=HAVEN, section="goals")
    cards = question(staff, "goals.subgoals").locator("[class*='st-key-card-']")
    there = cards.count()
    new.press_sequentially("Een doel in wording", delay=5)
    for leave in (staff.reload, lambda: show(staff, server.url, "overzicht")):
        leave()
        show(staff, server.url, "beschrijven", programme=HAVEN, section="goals")
        expect(new).to_have_value("Een doel in wording")
    staff.locator(".st-key-add-button-goals-subgoals button").click()
    expect(cards).to_have_count(there + 1)
    expect(new).to_have_value("")
    staff.wait_for_function(f"{COPIES.replace('copy', 'draft')}.length === 0")


def test_while_the_server_is_gone_somebody_types_on_and_every_key_arrives(typist, server):
    typist.type("Dit stond er al. ", 5)
    typist.until_stored("Dit stond er al. ")
    server.kill()
    lost = typist.page.get_by_text(say("ui.lost"))
    expect(lost).to_be_visible()
    typist.page.keyboard.type("En dit kwam erbij terwijl er geen server was.", delay=35)
    whole = "Dit stond er al. En dit kwam erbij terwijl er geen server was."
    expect(typist.field()).to_have_value(whole)
    expect(typist.field()).to_be_focused()
    expect(typist.line()).to_have_text(say("ui.typing.offline"))
    expect(typist.page.get_by_role("dialog")).to_have_count(0)
    server.start()
    typist.until_stored(whole)
    expect(typist.field()).to_have_value(whole)
    expect(lost).to_have_count(0)


def test_two_texts_of_one_question_that_wait_never_keep_the_page_busy(typist, server):
    """One waits for a choice, the other for the connection: both have something to say."""
    page = typist.page
    typist.type("De tekst van Noor.", 5)
    page.route(PUTS, lambda route: route.abort())
    typist.type("De tweede tekst van Noor.", 5)
    expect(typist.line()).to_have_text(say("ui.typing.offline"))
    page.evaluate(f"""() => {{
        const [name] = {COPIES}, copy = JSON.parse(localStorage.getItem(name));
        const other = {{ ...copy, text: "Nog een tekst.", base: "Iets anders", tab: "" }};
        localStorage.setItem(`${{name}}-eerder`, JSON.stringify(other));
    }}""")
    colleague_writes(server, "De tekst van Sam.")
    page.unroute(PUTS)
    page.route(PUTS, let_all_but_the_second_text_through)
    typist.arrive()
    expect(typist.line()).to_have_text(say("ui.typing.offline"))
    expect(question(page, TEXT.path).get_by_text("Nog een tekst.")).to_be_visible()
    assert page.evaluate("1 + 1") == 2


def let_all_but_the_second_text_through(route: Route) -> None:
    if "tweede" in (route.request.post_data or ""):
        route.abort()
    else:
        route.continue_()
