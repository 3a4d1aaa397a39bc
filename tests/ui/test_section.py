"""The describe screen as a whole, and the way through the sections."""

import dataclasses

import pytest

from tests.ui.conftest import ADVISOR, EDITOR, READER, stamp
from workbench.store.protocol import ProgrammeId
from workbench.ui.presenters.section import describe_view, lost, section_links

KOMPAS = ProgrammeId("voorbeeld", "kompas")


@pytest.fixture
def view(desk_of, store):
    """Return a function from a section and a person to the describe screen of an example."""

    def made(section, person=EDITOR, opened=None, language="nl", open_item=lambda _: None):
        here = opened or store.open(KOMPAS)
        return describe_view(
            desk_of(person), here, section, language, "Europe/Amsterdam", open_item
        )

    return made


def test_the_sections_lead_to_each_other_in_the_order_of_the_template(view, words):
    ids = [section.id for section in words.template.sections]
    walked, here = [], view(ids[0])
    assert here.previous is None
    while here.following:
        walked.append(here.section)
        after = view(here.following.id)
        assert after.previous.id == here.section
        here = after
    assert [*walked, here.section] == ids


@pytest.mark.parametrize("section", ["", "<script>", "../../etc"])
def test_a_section_that_does_not_exist_shows_the_first_one(view, words, section):
    assert view(section).section == words.template.sections[0].id


def test_only_the_institution_itself_may_write(view):
    assert view("goals").mine
    for person in (READER, ADVISOR):
        here = view("goals", person)
        assert not here.mine
        assert "niet veranderen" in here.saved


def test_the_screen_says_who_saved_last(view, store):
    opened = dataclasses.replace(store.open(KOMPAS), saved={"": stamp(person="Bo Voorbeeld")})
    assert "Bo Voorbeeld" in view("goals", opened=opened).saved
    outside = dataclasses.replace(opened, saved={"": stamp(person="")})
    assert "iemand buiten de werkbank" in view("goals", opened=outside).saved


def test_an_item_is_open_where_the_session_says_so(view, store):
    first = store.open(KOMPAS).data["goals"]["subgoals"][0]["id"]
    here = view("goals", open_item={"goals.subgoals": first}.get)
    [subgoals] = [q for q in here.questions if getattr(q, "cards", None) and q.open_id]
    assert subgoals.open_id == first


def test_remarks_are_about_what_stands_there_not_about_what_is_empty(view, store):
    opened = store.open(ProgrammeId("voorbeeld", "veerkracht"))
    here = view("goals", opened=opened)
    main = next(q for q in here.questions if getattr(q, "path", "") == "goals.main")
    assert main.remarks
    empty = [q for q in here.questions if getattr(q, "value", "list") is None]
    assert all(not q.remarks for q in empty)


def test_the_links_say_how_far_each_section_is_and_which_one_is_shown(desk_of, store, words):
    links = section_links(desk_of(EDITOR), store.open(KOMPAS), "goals", "nl")
    assert [link.id for link in links] == [section.id for section in words.template.sections]
    assert [link.id for link in links if link.current] == ["goals"]
    [goals] = [link for link in links if link.id == "goals"]
    title = words.template.section("goals").title.nl
    done, needed = goals.label.rpartition(" · ")[2].split("/")
    assert title in goals.label
    assert done == needed


@pytest.mark.parametrize(
    ("section", "question", "key"),
    [
        ("", "", None),
        ("goals", "goals.main", None),
        ("goals", "goals.subgoals.a.text", None),
        ("goals", "goals.subgoals.a", None),
        ("facets", "facets.age.minimum", None),
        ("goals", "goals.subgoals.weg.text", "ui.describe.no_question"),
        ("goals", "x", "ui.describe.no_question"),
        ("goals", "goals", "ui.describe.no_question"),
        ("<script>", "goals.main", "ui.describe.no_section"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(words, section, question, key):
    data = {"goals": {"subgoals": [{"id": "a"}]}}
    assert lost(words.template, data, section, question) == key
