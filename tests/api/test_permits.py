"""Who may send: with a permit for this programme, from our own pages, no more than fits a text."""

import http.client
import json

import pytest
from itsdangerous import TimestampSigner

from tests.api.conftest import ADA, HAVEN, MAIN, SECRET
from workbench.actions import permits
from workbench.api.calls import LARGEST
from workbench.store.protocol import ProgrammeId

pytestmark = pytest.mark.usefixtures("untouched")


@pytest.mark.parametrize("token", ["", "onzin", "a.b.c", "Bearer x"])
def test_without_a_permit_nothing_is_saved(tab, token):
    tab.token = token
    assert tab.put(MAIN, "Tekst").status == 401


def test_a_permit_of_another_secret_is_forged(tab_of):
    assert tab_of(secret="een ander geheim").put(MAIN, "Tekst").status == 401


def test_a_permit_that_was_altered_is_forged(tab, tab_of):
    said, *_ = tab_of(person=ADA).token.rsplit(".", 2)
    _, *sealed = tab.token.rsplit(".", 2)
    tab.token = ".".join([said, *sealed])
    assert tab.put(MAIN, "Tekst").status == 401


def test_a_permit_expires(tab, tab_of, monkeypatch):
    now = TimestampSigner(SECRET).get_timestamp()
    old = now - permits.HOURS * 3600 - 5
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: old)
    tab.token = tab_of().token
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: now)
    assert tab.put(MAIN, "Tekst").status == 401


@pytest.mark.parametrize("other", [("voorbeeld", "kompas"), ("spirit", "haven")])
def test_a_permit_is_for_one_programme(tab_of, other):
    assert tab_of(programme=ProgrammeId(*other)).put(MAIN, "Tekst").status == 403


def test_an_advisor_reads_and_does_not_write(tab_of):
    answer = tab_of(person=ADA).put(MAIN, "Tekst")
    assert answer.status == 403
    assert answer.said["sentence"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elders.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"},
    ],
)
def test_another_place_on_the_web_cannot_save(tab, headers):
    tab.headers = headers
    assert tab.put(MAIN, "Tekst").status == 403


def test_no_other_place_is_ever_invited(port):
    call = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    asked = {"Origin": "https://elders.example", "Access-Control-Request-Method": "PUT"}
    call.request("OPTIONS", MAIN, headers=asked)
    answer = call.getresponse()
    assert answer.status == 405
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]


def test_a_call_that_is_too_large_is_refused_whole(tab):
    assert tab.put(MAIN, "a" * LARGEST).status == 413


def test_a_call_that_does_not_say_how_large_it_is_is_cut_off(tab):
    pieces = (b"a" * 100_000 for _ in range(LARGEST // 100_000 + 2))
    assert tab.send(MAIN, pieces).status == 413


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"text": "a"}', b'{"text": 1, "seen": 1}', b'{"text": "a", "seen": -1}'],
)
def test_a_call_that_no_field_sends_is_refused(tab, body):
    assert tab.send(MAIN, body).status == 400


def test_what_a_call_may_hold_is_known(tab):
    body = {"text": "a", "seen": 1, "person": "Ada Voorbeeld"}
    assert tab.send(MAIN, json.dumps(body).encode()).status == 400


def test_only_the_asked_programme_counts_not_what_else_stands_in_the_address(tab):
    other = MAIN.replace(str(HAVEN), "voorbeeld/kompas")
    assert tab.put(other, "Tekst").status == 403
