"""Our own pages may save, behind a proxy that gives the server another name as well."""

import pytest

from tests.api.conftest import MAIN


@pytest.mark.parametrize("site", ["same-origin", None])
def test_our_own_pages_may_save(tab, site):
    tab.headers = {"Origin": f"http://127.0.0.1:{tab.port}"}
    tab.headers |= {"Sec-Fetch-Site": site} if site else {}
    assert tab.put(MAIN, "Tekst").status == 200


def test_a_page_behind_a_proxy_with_another_name_may_save(tab):
    tab.headers = {"Origin": "https://werkbank.example", "Sec-Fetch-Site": "same-origin"}
    assert tab.put(MAIN, "Tekst").status == 200
