"""A real server process on a folder of its own, and the installed Chromium."""

import base64
import json
import os
import shutil
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.warm import warm
from workbench.ui.state import COOKIE

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000
"""Milliseconds a state may take on a shared, noisy machine before the test gives up."""

THOROUGH = bool(os.environ.get("WORKBENCH_THOROUGH"))
TRIES = int(os.environ.get("WORKBENCH_TRIES", "2"))
thorough = pytest.mark.skipif(not THOROUGH, reason="takes long: WORKBENCH_THOROUGH=1 runs it too")

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # On a busy machine a state may come too late once; the summary counts every rerun.
            item.add_marker(pytest.mark.flaky(reruns=TRIES - 1))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("Chromium is not installed")
    quiet = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
    quiet += ["--disable-component-update", "--disable-sync", "--no-first-run"]
    return {**browser_type_launch_args, "executable_path": chromium, "args": quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    at = {"width": 1280, "height": 900}
    return {**browser_context_args, "viewport": at, "locale": "nl-NL"}


@dataclass
class Server:
    """The app as a process of its own, on a copy of the examples."""

    programmes: Path
    port: int = field(default_factory=lambda: free_port())
    process: int = 0
    """The number of its process; 0 while it does not run."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """More of the environment in which it runs."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        folder = {"WORKBENCH_PROGRAMMES": str(self.programmes)}
        self.process = warm().start(self.port, {**os.environ, **folder, **self.settings})
        self.wait_until_up()

    def kill(self) -> None:
        """End the process as a power cut would, if it runs."""
        if not self.process:  # 0 would be this process, and all it started
            return
        os.kill(self.process, signal.SIGKILL)
        while Path(f"/proc/{self.process}").exists():
            time.sleep(0.005)
        self.process = 0

    def wait_until_up(self) -> None:
        """Wait until it answers; raise TimeoutError."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{self.url}/api/health", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise TimeoutError("the server did not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def programmes(tmp_path) -> Path:
    folder = tmp_path / "programmes"
    shutil.copytree(
        ROOT / "programmes" / "voorbeeld",
        folder / "voorbeeld",
        ignore=shutil.ignore_patterns("*.jsonl", ".*"),
    )
    return folder


@pytest.fixture
def server(programmes):
    running = Server(programmes)
    running.start()
    yield running
    running.kill()


@pytest.fixture
def staff(page: Page, server: Server) -> Page:
    """A member of staff of the made-up institution, on the overview."""
    come_back(page, server, "Noor Voorbeeld")
    return page


@pytest.fixture
def colleague(browser: Browser, server: Server):
    """A second person of the same institution, in a browser of their own."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    come_back(page, server, "Sam Voorbeeld")
    yield page
    context.close()


def come_back(page: Page, server: Server, name: str) -> None:
    """Open the overview as somebody of the made-up institution whom this browser remembers."""
    person = {"name": name, "role": "editor", "institution": "voorbeeld"}
    known = json.dumps({"person": person, "language": "nl"}).encode()
    remembered = {"name": COOKIE, "value": base64.urlsafe_b64encode(known).decode()}
    page.context.add_cookies([{**remembered, "url": server.url}])
    page.goto(server.url)
    expect(page.get_by_role("heading", name="Programma's", level=1)).to_be_visible()
    expect(page.locator("body[data-place^='here|']")).to_be_attached()


def enter(page: Page, server: Server, name: str, where: str) -> None:
    """Say who is at work, as a newcomer does."""
    page.goto(server.url)
    page.get_by_role("textbox", name="Je naam").fill(name)
    page.get_by_role("combobox", name="Waar werk je?").click()
    page.get_by_role("option", name=where, exact=True).click()
    page.get_by_role("button", name="Aan het werk").click()
    expect(page.get_by_role("heading", name="Programma's", level=1)).to_be_visible()
    expect(page.locator("body[data-place^='here|']")).to_be_attached()  # the browser remembers
