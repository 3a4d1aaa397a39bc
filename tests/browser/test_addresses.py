"""The address of a section: what a refresh, the way back and a sent link rest on."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.writing import Writer


def test_a_section_opened_in_the_side_bar_survives_a_refresh_and_the_way_back(
    staff: Page, server: Server
):
    writer = Writer(staff, server.url, "voorbeeld/haven")
    writer.open_section("colophon")
    writer.turn_to("Doelen")
    expect(staff).to_have_url(re.compile(r"section=goals$"))
    writer.turn_to("Opzet")
    heading = staff.get_by_role("heading", level=1)
    staff.reload()
    expect(heading).to_contain_text("Opzet")
    staff.go_back()
    expect(heading).to_contain_text("Doelen")
