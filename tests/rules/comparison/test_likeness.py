"""Words of the field, their endings and their compounds lead to what they are about."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from workbench.rules.comparison.lexicon import lexicon
from workbench.rules.comparison.likeness import Told, likeness, reasons


@pytest.fixture(scope="module")
def lex(words):
    return lexicon(words.likeness)


def topics(lex, text):
    """Return the topics of a text by their Dutch names."""
    known = lex.vocabulary.topics
    return {known[c].name.nl for c in lex.concepts(text).weights if isinstance(c, int)}


def told(lex, name, described="", **traits):
    return Told(name, lex.concepts(name), lex.concepts(described), tuple(traits.items()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grens", "Grenzen"),
        ("seksueel", "seksuele"),
        ("Ouderbegeleiding", "ouders"),
        ("Gezinsgesprekken", "gezin"),
        ("Traumabehandeling", "EMDR"),
        ("schooluitval", "onderwijs"),
        ("geïsoleerd", "isolement"),
        ("Girls’ Talk", "Girls' Talk"),
    ],
)
def test_other_forms_of_a_word_are_about_the_same(lex, one, other):
    assert topics(lex, one) & topics(lex, other)


@pytest.mark.parametrize("word", ["maatwerk", "werkboek", "verblijf", "netjes", "de", "hoe"])
def test_a_word_that_only_looks_like_one_of_the_field_is_about_nothing(lex, word):
    assert topics(lex, word) == set()


def test_one_name_with_other_contents_is_less_alike_than_two_names_with_the_same(lex, words):
    limits = words.likeness.limits
    paper = told(lex, "Buitenkans", "Therapie met paarden in de wei.")
    other = told(lex, "Buitenkans", "Een bijbaan in een winkel, met een coach.")
    trauma = told(lex, "Traumabehandeling", "De behandelaar verwerkt herinneringen met EMDR.")
    emdr = told(lex, "EMDR en exposure", "Schokkende herinneringen worden verwerkt.")
    assert likeness(paper, other, limits) < limits.proposed <= likeness(trauma, emdr, limits)


def test_a_factor_of_another_kind_is_less_alike(lex, words):
    limits = words.likeness.limits
    risk = told(lex, "Vertrouwen", factor_type="risk")
    mild = told(lex, "Vertrouwen", factor_type="protective")
    assert likeness(risk, mild, limits) < likeness(risk, risk, limits)
    assert [reason.ground for reason in reasons(risk, mild)][-1] == "other_kind"


def test_a_slip_of_the_pen_is_the_same_name(lex):
    right, wrong = told(lex, "Weerbaarheidstraining"), told(lex, "Weerbaarheidstrainnig")
    assert next(iter(reasons(right, wrong))).ground == "like_name"


def test_why_two_are_alike_is_told_in_their_own_words(lex):
    one, other = told(lex, "Ouderbegeleiding"), told(lex, "Systeemtherapie")
    found = [reason for reason in reasons(one, other) if reason.ground == "topic"]
    assert [reason.words for reason in found] == [("ouderbegeleiding", "systeemtherapie")]


def test_words_are_the_same_whoever_else_is_looking_them_up(words):
    texts = [f"behandelingen nummer{n} gezinsgesprekken schoolverzuim{n}" for n in range(400)]
    fresh = [
        dict(type(lexicon(words.likeness))(words.likeness).concepts(t).weights) for t in texts[:5]
    ]
    shared = type(lexicon(words.likeness))(words.likeness)
    with ThreadPoolExecutor(8) as many:
        found = list(many.map(lambda text: dict(shared.concepts(text).weights), texts))
    assert found[:5] == fresh
