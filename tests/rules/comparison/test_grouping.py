"""Items go together by an advisor's decision, else by their words; every item stands once."""

from datetime import date

import pytest

from workbench.domain.programme import Programme
from workbench.domain.verdicts import Ref
from workbench.rules.comparison.comparison import NotComparable, compare
from workbench.rules.examination import Examination

MODULES = "approach.modules"


def programme(words, *modules, **more):
    """Return a description with these modules: names, or whole items."""
    items = [
        m if isinstance(m, dict) else {"id": f"m{n}", "name": m} for n, m in enumerate(modules)
    ]
    data = {"title": "Proef", "approach": {"modules": items}, **more}
    return Programme.model_validate(data, context=words.options)


def compared(words, *programmes, judged=None):
    today = date(2026, 1, 1)
    named = {f"x/p{n}": Examination(one, words, today) for n, one in enumerate(programmes)}
    return compare(named, words, judged)


def groups(comparison, path=MODULES):
    return [
        tuple((part.side, part.told.name) for part in group.parts)
        for group in comparison.sides.groups[path]
    ]


def ref(side, item):
    return Ref(f"x/p{side}", MODULES, item)


def test_every_item_stands_in_exactly_one_group(words):
    made = compared(
        words,
        programme(words, "Traumabehandeling", "Sport", "School"),
        programme(words, "EMDR", "Onderwijs", "Muziek"),
    )
    members = [member for group in groups(made) for member in group]
    assert sorted(members) == sorted(set(members))
    assert len(members) == 6
    assert ((0, "Traumabehandeling"), (1, "EMDR")) in groups(made)
    assert ((0, "School"), (1, "Onderwijs")) in groups(made)


def test_two_items_of_one_programme_never_go_together_by_themselves(words):
    made = compared(words, programme(words, "EMDR", "EMDR"), programme(words, "EMDR"))
    assert sorted(map(len, groups(made))) == [1, 2]


def test_what_an_advisor_rejected_is_not_proposed_again(words):
    two = (programme(words, "EMDR"), programme(words, "EMDR"))
    apart = {frozenset({ref(0, "m0"), ref(1, "m0")}): False}
    assert sorted(map(len, groups(compared(words, *two)))) == [2]
    assert sorted(map(len, groups(compared(words, *two, judged=apart)))) == [1, 1]


def test_what_an_advisor_confirmed_goes_together_whatever_the_words(words):
    two = (programme(words, "Paarden"), programme(words, "Bijbaan"))
    same = {frozenset({ref(0, "m0"), ref(1, "m0")}): True}
    made = compared(words, *two, judged=same)
    assert [len(group) for group in groups(made)] == [2]
    assert [one.standing for one in made.common] == ["confirmed"]


def test_a_decision_about_an_item_that_is_gone_changes_nothing(words):
    two = (programme(words, "Paarden"), programme(words, "Bijbaan"))
    gone = {frozenset({ref(0, "weg"), ref(1, "m0")}): True}
    assert groups(compared(words, *two, judged=gone)) == groups(compared(words, *two))


def test_common_is_in_half_of_the_programmes_and_never_in_one(words):
    def shares(having, of):
        made = [programme(words, *(["EMDR"] if n < having else [])) for n in range(of)]
        return [(one.programmes, one.share) for one in compared(words, *made).common]

    assert shares(1, 2) == [(1, "unique")]
    assert shares(2, 2) == [(2, "common")]
    assert shares(2, 4) == [(2, "common")]
    assert shares(2, 5) == [(2, "shared")]
    assert shares(3, 6) == [(3, "common")]


def test_links_that_lead_to_the_same_under_other_words_are_no_difference(words):
    def linked(goal, module):
        goals = {"subgoals": [{"id": goal, "text": "Het meisje is veilig."}]}
        item = {"id": module, "name": "Veiligheidsplan", "subgoals": [goal]}
        return programme(words, item, goals=goals)

    made = compared(words, linked("a", "x"), linked("b", "y"))
    assert [row.starred for row in made.rows if row.differs] == []


def test_a_crowd_of_items_with_one_name_does_not_keep_anybody_waiting(words):
    crowd = [programme(words, *["Gesprek"] * 300) for _ in range(2)]
    assert len(groups(compared(words, *crowd))) == 600


@pytest.mark.parametrize("number", [0, 1, 7])
def test_two_to_six_programmes_can_be_compared(words, number):
    with pytest.raises(NotComparable):
        compared(words, *[programme(words)] * number)
