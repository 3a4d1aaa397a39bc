"""How a person describes a programme in the app: everything found by the words on the screen."""

import re
from datetime import date

from playwright.sync_api import Locator, Page, expect


class Writer:
    """Somebody who fills in one programme, section by section.

    Every act ends with what a person sees of it: the answer in its field, and that it was saved.
    The mark of saving stays, so it only proves the first time that a question is answered.
    """

    def __init__(self, page: Page, url: str, programme: str) -> None:
        self.page, self.url, self.programme = page, url, programme
        self.typed: list[tuple[str, str]] = []
        """Every text that was typed, with the question or list it was typed at."""
        self.chosen: list[str] = []
        """What was chosen at each question, in words."""

    def open_section(self, section: str) -> None:
        """Open a section by its address, as a sent link does."""
        self.page.goto(f"{self.url}/beschrijven?programme={self.programme}&section={section}")
        self._at_rest()

    def turn_to(self, title: str) -> None:
        """Open a section by its title in the side bar, unless it is open already."""
        named = rf"^(\d\S* )?{re.escape(title)}"
        heading = self.page.get_by_role("heading", level=1, name=re.compile(rf"{named}$"))
        if heading.count():
            return
        bar = self.page.get_by_test_id("stSidebar")
        bar.get_by_role("link", name=re.compile(rf"{named}( ·|$)")).click(delay=80)
        expect(heading).to_be_visible()
        self._at_rest()

    def question(self, path: str) -> Locator:
        """Return the part of the screen that holds a question."""
        return self.page.locator(f".st-key-{_css(f'question/{path}')}")

    def text(self, path: str, words: str) -> None:
        """Type a text and leave the field."""
        field = self.question(path).get_by_role("textbox").first
        field.fill(words)
        field.press("Tab")
        expect(field).to_have_value(words)
        self._saved(path)
        self.typed.append((path, words))

    def number(self, path: str, label: str, value: int) -> None:
        """Type a number into the field of a question that ends in this label."""
        named = re.compile(rf"{label}$", re.IGNORECASE)
        field = self.question(path).get_by_role("textbox", name=named)
        field.fill(str(value))
        field.press("Tab")
        expect(field).to_have_value(str(value))
        self._saved(path)

    def day(self, path: str, day: date) -> None:
        """Type a date into its three parts, and leave it past the button with the calendar."""
        parts = self.question(path).get_by_role("spinbutton")
        parts.first.click()
        self.page.keyboard.type(f"{day:%d%m%Y}")
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Tab")
        expect(parts).to_have_text([f"{day:%d}", f"{day:%m}", f"{day:%Y}"])
        self._saved(path)

    def pick(self, path: str, *labels: str) -> None:
        """Choose one or more options, however the question offers them."""
        for label in labels:
            self._at_rest()
            self._choose(self.question(path), label)
            self._saved(path)
        self.chosen.append("; ".join(labels))

    def add(self, path: str, heading: str) -> str:
        """Add an item under a heading and return its address, once its card is open."""
        question = self.question(path)
        cards = question.locator("[class*='st-key-card-']")
        before = cards.count()
        new = question.locator("[class*='st-key-add-']").first
        new.get_by_role("textbox").fill(heading)
        new.get_by_role("button").click()
        expect(cards).to_have_count(before + 1)
        self._at_rest()
        if heading:
            self.typed.append((path, heading))
        key = re.search(r"st-key-(\S+)", cards.last.get_attribute("class") or "")
        assert key, "a card has no key"
        return f"{path}.{key[1].removeprefix(_css(f'card/{path}.'))}"

    def _choose(self, question: Locator, label: str) -> None:
        one = question.get_by_role("radio", name=label, exact=True)
        some = question.get_by_role("toolbar").get_by_role("button", name=label, exact=True)
        box = question.get_by_role("combobox")
        expect(one.or_(some).or_(box).first).to_be_visible()
        if one.count():
            one.click()
            expect(one).to_be_checked()
        elif some.count():
            some.click()
            expect(some).to_have_attribute("aria-pressed", "true")
        else:
            self._choose_from_list(question, box, label)

    def _choose_from_list(self, question: Locator, box: Locator, label: str) -> None:
        box.click(delay=80)
        self.page.get_by_role("option", name=label, exact=True).click()
        if question.get_by_test_id("stMultiSelect").count():  # a single choice closes by itself
            self.page.keyboard.press("Escape")
            expect(question.get_by_test_id("stMultiSelect")).to_contain_text(label)
        else:
            expect(box).to_have_value(label)

    def _at_rest(self) -> None:
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")

    def _saved(self, path: str) -> None:
        saved = self.question(path).get_by_text(re.compile(r"Opgeslagen \d\d:\d\d"))
        expect(saved.first).to_be_visible()


def _css(key: str) -> str:
    """Return the class name, without `st-key-`, that Streamlit makes of a container's key."""
    return re.sub(r"[^a-zA-Z0-9_-]", "-", key)
