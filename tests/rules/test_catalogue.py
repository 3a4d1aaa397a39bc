"""Every rule can be told, in both languages, and says on what it rests."""

import pytest
from hypothesis import given

from tests.rules.conftest import TODAY
from tests.strategies import programmes
from workbench.domain.wording import LANGUAGES
from workbench.rules.catalogue import CHECKS, RULES, sentences
from workbench.rules.checking import check
from workbench.store.words import load_words


def test_every_code_belongs_to_one_rule():
    codes = [check.rule.code for check in CHECKS]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("code", sorted(RULES))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_has_a_sentence_and_a_remedy(code, language, words):
    catalogue = words.texts[language].catalogue
    for part in ("message", "remedy"):
        assert catalogue[f"rule.{code}.{part}"].endswith(".")
    assert RULES[code].source[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_says_where(language, words):
    catalogue = words.texts[language].catalogue
    silent_on_place = [c for c in RULES if "{place}" not in catalogue[f"rule.{c}.message"]]
    assert set(silent_on_place) <= {"G02", "G03", "G16", "G22"}  # these name the item itself


def test_no_text_belongs_to_a_rule_that_is_gone(words):
    keys = {key.split(".")[1] for key in words.texts["nl"].catalogue if key.startswith("rule.")}
    assert keys - {"range", "place"} == set(RULES)


def test_only_errors_hold_reports_back():
    assert {rule.severity for rule in RULES.values() if rule.blocks_reports} == {"error"}


@given(programmes())
def test_any_description_can_be_checked_and_told(programme):
    words = load_words()
    for finding in check(programme, words, TODAY):
        for language in LANGUAGES:
            message, remedy = sentences(finding, words, language)
            assert message
            assert remedy
            assert "Wording(" not in message + remedy
