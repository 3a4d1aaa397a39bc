"""Every role at every address where something can be saved: as the table says."""

import json
import re

import pytest

from tests.access.conftest import MEETINGS, PLACES, called, state_of
from tests.api.conftest import SECRET, Tab, port
from workbench.actions.permits import Permit, signed
from workbench.api.counter import Counter
from workbench.api.routes import routes
from workbench.store.files import FileStore

__all__ = ["port"]

SAVING = {
    "/api/answers/{institution}/{name}/{path}": {"path": "goals.main"},
    "/api/notes/{institution}/{name}/{path}/{what}": {"path": "goals.main", "what": "source"},
}
OPEN = {"/api/health"}
"""Tells nothing about any programme."""


@pytest.fixture
def counter(programmes, words):
    store = FileStore(programmes, words.options)
    return Counter(lambda: store, lambda: words, lambda: SECRET)


@pytest.fixture
def send(port):
    """Return a function that sends a text as the page of this person would."""

    def sent(person, programme, address, **places):
        permit = signed(Permit(person, programme, "blad", "nl"), SECRET)
        names = {"institution": programme.institution, "name": programme.name, **places}
        return Tab(port, permit, lambda: 1).put(address.format(**names), "Getypt.")

    return sent


def test_every_address_is_tried_here(counter):
    assert {route.path for route in routes(counter)} == {*SAVING, *OPEN}


@pytest.mark.parametrize(("person", "programme"), MEETINGS, ids=called)
def test_everybody_saves_exactly_where_the_table_says(
    person, programme, send, expected, programmes
):
    for address, places in SAVING.items():
        before = state_of(programmes)
        answer = send(person, programme, address, **places)
        may = expected(person, "change", programme)
        assert answer.status == (200 if may else 403), (address, answer.said)
        assert may or state_of(programmes) == before


@pytest.mark.parametrize("programme", PLACES, ids=str)
def test_a_refusal_says_nothing_of_what_stands_there(programme, send):
    stranger = next(p for p, at in MEETINGS if p.institution == "parlan")
    answer = send(stranger, programme, next(iter(SAVING)), path="goals.main")
    assert answer.status == 403
    assert not re.search("Veilig wonen|Groepsgesprek|Proefprogramma", json.dumps(answer.said))
