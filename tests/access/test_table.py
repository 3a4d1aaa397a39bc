"""The table is complete, says what people were promised, and is what the docs show."""

import pytest

from tests.terminal import ROOT
from workbench.documents.rights import rights
from workbench.domain.people import ROLES, Institution, Person
from workbench.rules.access import ACTIONS, RELATIONS, ROWS, TABLE, allowed, may, relation_to

EXAMPLE = Institution(id="voorbeeld", name="Voorbeeld", example=True)
PARLAN = Institution(id="parlan", name="Parlan")


def test_every_action_has_one_row_and_every_row_an_action():
    assert [row.action for row in TABLE] == list(ACTIONS)
    assert all(any(row.relations(role) for role in ROLES) for row in TABLE)


def test_a_draft_of_another_institution_is_confidential():
    for role in ("editor", "reader"):
        assert not list(allowed(role, "other", "concept"))


def test_of_a_shared_programme_others_read_what_is_shared_and_do_nothing_else():
    for role in ("editor", "reader"):
        assert list(allowed(role, "exchanged", "concept")) == [
            "read_shared",
            "see_questions",
            "ask_along",
        ]


@pytest.mark.parametrize("relation", RELATIONS)
def test_who_only_reads_changes_nothing(relation):
    known = {"read", "read_shared", "export", "see_advice", "see_questions", "ask_along"}
    assert set(allowed("reader", relation, "concept")) <= known


def test_an_advisor_reads_every_programme_and_writes_in_none():
    for relation in ("shared", "other"):
        can = set(allowed("advisor", relation, "concept"))
        assert {"read", "export", "judge"} <= can
        assert not can & {"change", "go_back", "start"}


def test_only_an_administrator_works_at_everything_at_once():
    assert [role for role in ROLES if ROWS["look_after"].relations(role)] == ["administrator"]


def test_the_relation_to_a_programme_follows_from_the_institutions():
    staff = Person(name="Noor", role="editor", institution="voorbeeld")
    stranger = Person(name="Sem", role="editor")
    assert relation_to(staff, EXAMPLE) == "own"
    assert relation_to(staff, PARLAN) == "other"
    assert relation_to(stranger, EXAMPLE) == "shared"
    assert relation_to(staff, None) == "all"
    assert not may(stranger, "change", "other", "concept")


def test_the_page_about_rights_is_what_the_command_writes_now(words):
    page = (ROOT / "docs" / "rechten.md").read_text("utf-8")
    assert page == rights(words.texts["nl"])
