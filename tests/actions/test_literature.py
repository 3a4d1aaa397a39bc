"""Bringing literature in: seen beside the list, added as one change, by who may."""

import json

import pytest

from workbench.actions.describing import answer
from workbench.actions.desk import Desk, Refused
from workbench.actions.exporting import HeldBack
from workbench.actions.literature import add_sources, literature_file, offer
from workbench.domain.people import Person
from workbench.store.words import load_words

FILE = b"""
@book{a, title={Trauma and Recovery!}, author={Herman, J. L.}, year={1992}, isbn={123}}
@book{b, title={Steun}, author={De Boer, Pi\xc3\xa9t}, year={2019}}
@book{c, title={steun}, author={Boer}, year={2019}}
@book{d, title={Een andere titel}, doi={10.1136/BMJ.g1687}}
"""


LIST = [
    {"id": "herman", "authors": "Herman, J. L.", "year": 1992, "title": "Trauma and recovery"},
    {"id": "tidier", "title": "TIDieR", "doi": "https://doi.org/10.1136/bmj.g1687"},
]


@pytest.fixture
def listed(desk, programme):
    answer(desk, programme, "literature", LIST)
    return programme


@pytest.fixture
def stranger(store):
    person = Person(name="Sem Voorbeeld", role="editor", institution="voorbeeld")
    return Desk(store, load_words(), person)


def test_a_record_that_is_in_the_list_or_twice_in_the_file_is_marked(desk, listed):
    found = offer(desk.open(listed), FILE)
    assert [record.is_there for record in found.records] == [True, False, True, True]
    assert found.records[0].left == (("isbn", "123"),)
    assert found.records[1].line("nl") == "De Boer, P. (2019). Steun."


def test_records_are_added_as_one_change_and_not_twice(desk, listed):
    before = desk.open(listed)
    records = [record.fields for record in offer(before, FILE).records]
    after, added = add_sources(desk, listed, records)
    assert added == 1
    assert after.revision == before.revision + 1
    assert after.data["literature"][:-1] == before.data["literature"]
    assert after.data["literature"][-1] == {
        "id": "de-boer-2019", "type": "book", "authors": "De Boer, Piét", "year": 2019,
        "title": "Steun",
    }  # fmt: skip
    again, added = add_sources(desk, listed, records)
    assert added == 0
    assert again.data == after.data


def test_an_id_is_not_used_twice(desk, listed):
    records = [{"title": f"Deel {n}", "authors": "Boer, P.", "year": 2019} for n in range(3)]
    after, _ = add_sources(desk, listed, [*records, {"title": "日本"}, {"title": "中文"}])
    ids = [source["id"] for source in after.data["literature"][-5:]]
    assert ids == ["boer-2019", "boer-2019-2", "boer-2019-3", "item", "item-2"]


def test_who_may_not_change_a_programme_adds_nothing(stranger, listed):
    with pytest.raises(Refused, match="may_not_change"):
        add_sources(stranger, listed, [{"title": "Steun"}])


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(desk, listed):
    with pytest.raises(Refused) as refused:
        offer(desk.open(listed), b"gewone woorden")
    for language in ("nl", "en"):
        assert load_words().texts[language](f"action.{refused.value.key}", **refused.value.values)


def test_the_list_goes_out_as_csl_json(desk, listed):
    items = json.loads(literature_file(desk, desk.open(listed)))
    assert [item["id"] for item in items] == ["herman", "tidier"]
    assert items[0]["author"] == [{"family": "Herman", "given": "J. L."}]
    assert items[1]["DOI"] == "10.1136/bmj.g1687"


def test_a_list_with_personal_data_does_not_go_out(desk, listed):
    answer(desk, listed, "literature.herman.title", "Gesprek met 111222333 (BSN)")
    with pytest.raises(HeldBack):
        literature_file(desk, desk.open(listed))
