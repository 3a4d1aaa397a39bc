"""What an advisor who knows the seeds would decide about the six made-up programmes."""

from datetime import date
from functools import cache
from itertools import combinations

from tests.compared.six import LISTS, entries, item_id, seeds, six
from workbench.domain.programme import Programme
from workbench.domain.verdicts import Ref
from workbench.rules.comparison.comparison import compare
from workbench.rules.examination import Examination
from workbench.store.words import load_words

TODAY = date(2026, 11, 23)


def examined(words):
    """Return the six programmes by their ids, examined."""
    return {
        f"verzonnen/{name}": Examination(
            Programme.model_validate(data, context=words.options), words, TODAY
        )
        for name, data in six().items()
    }


@cache
def proposed():
    """Return the comparison in which nobody decided anything yet."""
    words = load_words()
    return compare(examined(words), words)


@cache
def decided():
    """Return the comparison in which an advisor decided about every two items."""
    words = load_words()
    return compare(examined(words), words, judged())


def judged():
    """Return for every two seeded items of two programmes whether they mean the same."""
    return {
        frozenset({_ref(one), _ref(other)}): mean_the_same(one[1], other[1])
        for one, other in combinations(list(enumerate(entries())), 2)
        if one[1][2] == other[1][2] and one[1][3] != other[1][3]
    }


def mean_the_same(one, other):
    """Return whether two entries were written with one meaning."""
    return one[0] == other[0] and one[0] in {seed["name"] for seed in seeds()["same"]}


def by_item():
    """Return every entry by the id of its item."""
    return {item_id(number): entry for number, entry in enumerate(entries())}


def _ref(numbered):
    number, (_, _, kind, programme, _) = numbered
    return Ref(f"verzonnen/{programme}", LISTS[kind], item_id(number))
