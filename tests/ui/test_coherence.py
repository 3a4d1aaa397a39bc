"""The coherence screen: the pictures, the same in words, and the way to what is not linked."""

import pytest

from tests.ui.conftest import EDITOR
from workbench.actions.assessing import examined
from workbench.store.protocol import ProgrammeId
from workbench.ui.presenters.check import section_of
from workbench.ui.presenters.coherence import coherence_view


@pytest.fixture
def view(desk_of, words):
    """Return a function from an example and a language to what the screen shows of it."""
    desk = desk_of(EDITOR)

    def made(name="veerkracht", language="nl"):
        found = examined(desk, desk.open(ProgrammeId("voorbeeld", name)))
        return coherence_view(found, words, language)

    return made


def test_a_picture_comes_in_three_widths_with_ids_of_their_own(view):
    for picture in (view().picture, view().phases):
        assert picture.count("<svg") == 3
        for name in ("broad", "middle", "small"):
            assert picture.count(f'class="picture-{name}"') == 1
            assert picture.count(f'-{name}-title"') == 1


def test_every_hole_says_where_and_what_and_leads_to_its_question(view, words, desk_of):
    desk = desk_of(EDITOR)
    linked = examined(desk, desk.open(ProgrammeId("voorbeeld", "veerkracht")))
    for language in words.texts:
        shown = [hole for group in view(language=language).holes.values() for hole in group]
        assert {hole.path for hole in shown} == {hole.path for hole in linked.theory.holes}
        assert len(shown) == len(linked.theory.holes)
        for hole in shown:
            assert section_of(hole.path, words.template) == hole.section
    modules = [hole.label for hole in view().holes["Onderdelen"]]
    assert "O2 Traumabehandeling: geen doel" in modules


def test_holes_stand_in_the_order_of_the_chain(view):
    kinds = ["Cijfers", "Factoren", "Doelen", "Onderdelen", "Werkzame elementen"]
    assert list(view().holes) == kinds


def test_a_complete_example_has_no_holes(view):
    assert view("kompas").holes == {}
    assert "theory-hole" not in view("kompas").table


def test_an_empty_description_says_of_every_list_that_there_is_nothing_yet(desk_of, opened, words):
    empty = coherence_view(examined(desk_of(EDITOR), opened()), words, "nl")
    labels = [hole.label for group in empty.holes.values() for hole in group]
    assert "Nog geen doelen" in labels
    assert "Nog geen onderdelen" in labels
    assert "<table" not in empty.matrices
    assert "Nog geen factoren" in empty.matrices


def test_what_somebody_wrote_is_never_html(desk_of, opened, words):
    written = opened(
        title="<script>alert(1)</script>",
        factors=[{"id": "f", "name": "<img src=x onerror=alert(1)>"}],
        goals={"main": "</svg><b>", "subgoals": [{"id": "d", "text": "<b>weg</b>"}]},
    )
    shown = coherence_view(examined(desk_of(EDITOR), written), words, "nl")
    pictures, tables = (shown.picture, shown.phases), (shown.table, shown.matrices)
    for html in (*pictures, *tables, shown.list, shown.phases_table):
        assert "<script" not in html
        assert "<img" not in html
        assert "<b>" not in html


def test_the_same_description_is_drawn_once(view):
    assert view() is view()
    assert view(language="en") is not view()
