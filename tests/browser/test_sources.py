"""A BibTeX and a RIS file go through the app into the literature list."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers, sticks_out
from tests.browser.conftest import Server
from workbench.store.reading import read

pytestmark = pytest.mark.browser

FILES = {
    "bronnen.bib": "@book{a, title={Steun die helpt}, author={De Boer, P.}, year={2019}}",
    "bronnen.ris": "TY  - JOUR\nAU  - Vos, L.\nPY  - 2020\nTI  - Rust\nJO  - Blad\nER  - \n",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_a_reference_manager_ends_up_in_the_list(
    staff: Page, server: Server, programmes, name
):
    staff.goto(f"{server.url}/beschrijven?programme=voorbeeld/haven&section=literature")
    staff.get_by_text("Bronnen overnemen uit een literatuurprogramma").click()
    expect(staff.get_by_role("button", name="Kies bestand")).to_be_visible()
    expect(staff.get_by_text("Hoogstens 2 MB • BIB, RIS, JSON, TXT")).to_be_visible()
    content = {"name": name, "mimeType": "text/plain", "buffer": FILES[name].encode()}
    staff.locator("input[type=file]").set_input_files([content])
    add = staff.get_by_role("button", name="Voeg toe: 1")
    expect(add).to_be_visible()
    assert barriers(staff) == []
    for width in (390, 1280):
        staff.set_viewport_size({"width": width, "height": 900})
        assert sticks_out(staff) == []
    add.click()
    expect(staff.get_by_text(re.compile("Toegevoegd aan de literatuurlijst: 1"))).to_be_visible()
    kept = read((programmes / "voorbeeld" / "haven.yaml").read_bytes()).data["literature"][-1]
    assert kept["title"] in FILES[name]
    with staff.expect_download() as downloading:
        staff.get_by_role("button", name="Literatuurlijst als CSL-JSON").click()
    items = json.loads(downloading.value.path().read_text(encoding="utf-8"))
    assert items[-1]["title"] == kept["title"]
    assert barriers(staff) == []
