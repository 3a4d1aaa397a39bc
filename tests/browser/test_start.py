"""The command of the README, as somebody types it."""

import os
import subprocess
import sys

from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Server


def test_the_command_of_the_readme_opens_the_app(page: Page, tmp_path):
    server = Server(tmp_path / "programmes")
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    process = subprocess.Popen(
        [*command, "--server.port", str(server.port)],
        cwd=ROOT,
        env={**os.environ, "WORKBENCH_PROGRAMMES": str(server.programmes)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server.wait_until_up()
        page.goto(server.url)
        expect(page.get_by_role("textbox", name="Je naam")).to_be_visible()
    finally:
        process.terminate()
        process.wait()
