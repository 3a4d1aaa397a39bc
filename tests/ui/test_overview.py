"""A programme on its card in the overview."""

import re

import pytest

from tests.ui.conftest import ADVISOR, EDITOR, READER
from workbench.actions.assessing import overview
from workbench.actions.describing import answer
from workbench.ui.presenters.overview import programme_card


@pytest.fixture
def cards(desk_of):
    """Return a function from a person to the cards they see, by address."""

    def made(person=EDITOR, language="nl"):
        desk = desk_of(person)
        found, _ = overview(desk)
        views = [programme_card(card, desk, language, "Europe/Amsterdam") for card in found]
        return {view.address: view for view in views}

    return made


def test_a_card_says_what_it_is_and_how_far_it_is(cards):
    card = cards()["voorbeeld/kompas"]
    assert card.title == "Kompas (fictief voorbeeld)"
    assert card.institution == "Voorbeeldinstelling (fictief)"
    assert card.level == "Indicatie: Eerste aanwijzingen"
    assert card.fictitious
    answered, needed = re.findall(r"\d+", card.filled)
    assert answered == needed
    assert all(0 <= bar.share <= 1 and bar.label and bar.said for bar in card.bars)


def test_a_card_says_who_changed_it_last(cards, desk_of, store):
    assert cards()["voorbeeld/kompas"].changed == "Nog niet gewijzigd"
    answer(desk_of(EDITOR), store.ids()[1], "title", "Anders")
    card = cards()["voorbeeld/kompas"]
    assert card.title == "Anders"
    assert card.changed.startswith("Laatst gewijzigd ")
    assert card.changed.endswith(" door Noor Voorbeeld")


def test_a_card_knows_whether_it_is_mine(cards):
    assert {card.mine for card in cards(EDITOR).values()} == {True}
    for person in (READER, ADVISOR):
        assert {card.mine for card in cards(person).values()} == {False}


def test_an_empty_programme_has_a_card_that_says_what_is_not_known(cards, store, desk_of):
    (store._root / "voorbeeld" / "leeg.yaml").write_text("format_version: 1\n")
    card = cards()["voorbeeld/leeg"]
    assert card.title == "voorbeeld/leeg"
    assert card.status == "Concept"
    assert {bar.share for bar in card.bars} == {0.0}


def test_a_card_speaks_english_when_asked(cards):
    assert cards(language="en")["voorbeeld/kompas"].level == "Indication: First indications"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_card_keeps_the_level_the_filling_in_and_the_quality_apart(cards, words, language):
    for card in cards(language=language).values():
        assert card.disclaimer == words.texts[language]("level.disclaimer")
        assert {"nl": "zegt niets over de kwaliteit", "en": "says nothing about quality"}[
            language
        ] in card.filled
