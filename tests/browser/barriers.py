"""What axe finds on a screen that keeps somebody out."""

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NeverStill

AXE = Path(__file__).with_name("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
GRAVE = {"serious", "critical"}
TALLEST = """() => Math.max(...["stMain", "stSidebarContent"].map(
  (id) => document.querySelector(`[data-testid=${id}]`)?.scrollHeight ?? 0))"""
BROAD = """() => [...document.querySelectorAll("html, [data-testid=stMain]")]
  .filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.tagName)"""

STILL = """() => document.querySelector("[data-testid=stApp]").dataset.testScriptState !== "running"
  && !document.querySelector("[data-stale=true]")
  && !document.getAnimations().some((one) => one instanceof CSSTransition)"""
"""While a drawing takes long Streamlit fades what is old: nobody has to read that yet."""


def barriers(page: Page, *, stretch: bool = True) -> list[str]:
    """Return what axe finds serious or critical, one line per element.

    axe judges only what is in view, so the window is made as high as the screen's content first.
    """
    if stretch:
        high = page.evaluate(TALLEST) + 50
        page.set_viewport_size({"width": page.viewport_size["width"], "height": max(900, high)})
    page.evaluate(AXE)
    with suppress(NeverStill):  # what never comes to rest is judged as it is
        page.wait_for_function(STILL, timeout=5000)
    found = page.evaluate("tags => axe.run({ runOnly: tags })", TAGS)
    assert len(found["passes"]) > 10, "axe looked at nothing"
    return [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary'][:200]})"
        for violation in found["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


def sticks_out(page: Page) -> list[str]:
    """Return the boxes of the page that scroll sideways."""
    return page.evaluate(BROAD)
