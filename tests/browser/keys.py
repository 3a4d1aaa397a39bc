"""Working with the keyboard alone: every step is a key that a person could press."""

import re
from collections.abc import Sequence

from playwright.sync_api import Page, expect

NAME = """() => {
  const field = document.activeElement;
  if (!field || field === document.body) return "";
  const label = field.labels?.[0]?.textContent;
  return (field.getAttribute("aria-label") || label || field.textContent).trim();
}"""
"""What a screen reader calls the element that has the keyboard."""

FURTHEST = 150
"""So many stops lie on the longest screen; further away is not reachable."""


class Keyboard:
    """Somebody who does not use a mouse."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, page.keyboard

    def to(self, name: str, *, back: bool = False) -> None:
        """Press Tab (or Shift+Tab) until something of this name has the keyboard."""
        passed = []
        for _ in range(FURTHEST):
            self.keys.press("Shift+Tab" if back else "Tab")
            passed.append(self.page.evaluate(NAME))
            if re.search(name, passed[-1]):
                return
        raise AssertionError(f"Tab never reaches {name!r}; it passed {sorted(set(passed))}")

    def press(self, name: str, *, back: bool = False) -> None:
        """Go to a button or link and press it."""
        self.to(name, back=back)
        self.keys.press("Enter")

    def write(self, name: str, words: str, *, leave: bool = True) -> None:
        """Go to a field and type; leave it unless the next step does."""
        self.to(name)
        self.keys.type(words)
        if leave:
            self.keys.press("Tab")
            self.keys.press("Shift+Tab")

    def choose(self, name: str, typed: str) -> None:
        """Go to a list, type the start of an option and take it."""
        self.to(name)
        self.keys.type(typed)
        expect(self.page.get_by_role("option").first).to_contain_text(typed)
        self.keys.press("Enter")

    def tick(self, names: Sequence[str]) -> None:
        """Press several buttons that stand one after the other."""
        for name in names:
            self.to(name)
            self.keys.press("Space")
