"""One advice round as two people live it: asked, answered, changed, settled, closed, and sent."""

import io
import re

import docx
from playwright.sync_api import expect

from tests.browser.conftest import come_back, enter
from tests.browser.screens import question, say, show

MAIN = "goals.main"
KOMPAS = "voorbeeld/kompas"
ASKED = "Wanneer noemen jullie het wonen veilig? (verzonnen vraag)"
PRIVATE = "Onder ons: dit lijkt overgenomen (verzonnen notitie)."


def thread(page, text):
    """Return the card of the thread in which this was said."""
    cards = page.locator("[class*='st-key-thread-']")
    return cards.filter(has=page.get_by_text(text, exact=True)).first


def press(page, key):
    page.get_by_role("button", name=say(key), exact=True).first.click()


def post(page, text, *, private=False):
    """Ask at the first question of the screen."""
    press(page, "ui.advice.ask")
    page.get_by_role("textbox", name=say("ui.advice.ask.text")).fill(text)
    if private:
        page.get_by_text(say("ui.advice.ask.private"), exact=True).click()
    press(page, "ui.advice.send")
    expect(
        page.get_by_text(say("ui.advice.noted" if private else "ui.advice.asked"))
    ).to_be_visible()


def test_a_round_of_advice_from_the_first_question_to_the_letter(browser, page, server):
    staff = browser.new_context(locale="nl-NL").new_page()
    enter(page, server, "Ada Voorbeeld", say("ui.welcome.advisor"))
    come_back(staff, server, "Noor Voorbeeld")

    # the advisor asks at a question, and notes something for colleagues only
    show(page, server.url, "beschrijven", programme=KOMPAS, section="goals")
    post(page, ASKED)
    post(page, PRIVATE, private=True)
    expect(thread(page, PRIVATE)).to_contain_text(say("advice.private"))

    # the editor sees the question and not the note, changes the text and answers
    show(staff, server.url, "beschrijven", programme=KOMPAS, section="goals")
    expect(thread(staff, ASKED)).to_be_visible()
    expect(staff.get_by_text(PRIVATE)).to_have_count(0)
    expect(staff.get_by_role("link", name=re.compile(say("ui.advice.count.one")))).to_be_visible()
    field = question(staff, MAIN).get_by_role("textbox").first
    field.fill("Meisjes wonen weer thuis, en de begeleider stelt vast dat dat veilig is.")
    field.blur()
    expect(question(staff, MAIN).get_by_text(re.compile(r"Opgeslagen \d\d:\d\d"))).to_be_visible()
    thread(staff, ASKED).get_by_role("button", name=say("ui.advice.reply")).click()
    staff.get_by_role("textbox", name=say("ui.advice.your_reply")).fill("Zodra dat is vastgesteld.")
    press(staff, "ui.advice.send")
    expect(thread(staff, ASKED)).to_contain_text("Zodra dat is vastgesteld.")
    thread(staff, ASKED).get_by_role("button", name=say("ui.advice.changed")).click()
    expect(thread(staff, ASKED)).to_contain_text(say("advice.did.changed"))

    # the advisor sees what changed, word by word, and settles it
    show(page, server.url, "advies", programme=KOMPAS)
    thread(page, ASKED).get_by_text(say("ui.advice.what_changed")).click()
    expect(thread(page, ASKED).locator("ins").first).to_be_visible()
    with page.expect_download() as download:
        press(page, "ui.advice.letter")
    letter = docx.Document(io.BytesIO(download.value.path().read_bytes()))
    whole = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert ASKED in whole
    assert PRIVATE not in whole
    thread(page, ASKED).get_by_role("button", name=say("ui.advice.resolve"), exact=True).click()
    expect(page.get_by_text(say("ui.advice.done"))).to_be_visible()

    # and closes the round, which freezes a version
    press(page, "procedure.step.close_round_2")
    expect(page.get_by_text(say("procedure.meaning.round_2_done"))).to_be_visible()
    page.get_by_text(say("ui.advice.step.taken")).click()
    expect(page.get_by_role("link", name=say("ui.advice.step.look"))).to_be_visible()
    staff.context.close()
