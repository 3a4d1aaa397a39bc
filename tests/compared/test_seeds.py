"""The comparison shows what was built into six made-up programmes: `seeds.yaml`."""

from itertools import combinations

import pytest

from tests.compared.judging import by_item, decided, mean_the_same, proposed
from tests.compared.six import LISTS, entries, names, seeds
from workbench.domain.paths import star


def counted(*halves):
    """Return how many pairs were proposed rightly and wrongly, and how many were not."""
    known, found = by_item(), proposed().sides.groups
    together = {
        frozenset(part.ref.item for part in pair)
        for path in LISTS.values()
        for group in found[path]
        for pair in group.pairs
    }
    right = wrong = missed = 0
    for one, other in combinations(known, 2):
        mine, theirs = known[one], known[other]
        half = "held_out" if "held_out" in (mine[1], theirs[1]) else "tuned"
        if half in halves:
            is_proposed = frozenset({one, other}) in together
            same = mean_the_same(mine, theirs)
            right += same and is_proposed
            missed += same and not is_proposed
            wrong += is_proposed and not same
    return right, wrong, missed


def seed_of(row):
    """Return what a row of an item is about: its seed, or the item of the example."""
    if row.group is None:
        return ""
    item = row.group.parts[0].ref.item
    return by_item()[item][0] if item in by_item() else item


def shown(comparison):
    """Return every difference that the comparison shows, each with what it is about."""
    return sorted((row.starred, seed_of(row)) for row in comparison.rows if row.differs)


def seeded():
    """Return every difference that was built in, as the table of seeds has it."""
    found = [("title", "")]
    for seed in seeds()["same"]:
        for field in next(iter(seed["words"].values())):
            if field not in ("type", "level"):
                found.append((f"{LISTS[seed['kind']]}.*.{field}", seed["name"]))
    for seed in (*seeds()["other"], *seeds()["own"]):
        for _ in seed.get("words") if "programme" not in seed else ["once"]:
            name = seed.get("name") or f"own {seeds()['own'].index(seed)}"
            found.append((f"{LISTS[seed['kind']]}.*.name", name))
    return sorted([*found, *map(seeded_difference, seeds()["differences"])])


def seeded_difference(difference):
    if "at" in difference:
        return (difference["shows"], difference["at"])
    path = next(iter(difference.get("put", {})), None) or difference["drop"][0]
    if difference["shows"] == "approach.phases":
        return ("approach.phases.*.name", path.rpartition(".")[2])
    starred = star(path)
    item = path.split(".")[starred.split(".").index("*")] if "*" in starred else ""
    return (difference["shows"], item)


def test_there_are_forty_seeds_with_names_of_their_own_in_six_programmes():
    named = [seed["name"] for kind in ("same", "other", "differences") for seed in seeds()[kind]]
    assert len(named) == len(set(named)) == 40
    assert len(names()) == 6


def test_every_seeded_difference_is_shown_and_no_other():
    assert shown(decided()) == seeded()


@pytest.mark.parametrize(
    ("halves", "right", "wrong", "missed"),
    [(("tuned",), 42, 0, 0), (("held_out",), 34, 7, 6), (("tuned", "held_out"), 76, 7, 6)],
)
def test_this_many_of_what_is_the_same_is_proposed(halves, right, wrong, missed):
    """The held-out half was not used to adjust anything; a change here is a change to report."""
    assert counted(*halves) == (right, wrong, missed)


def test_nine_in_ten_of_the_common_elements_are_proposed_and_one_in_ten_proposals_is_wrong():
    right, wrong, missed = counted("tuned", "held_out")
    assert right / (right + missed) >= 0.9
    assert wrong / (right + wrong) <= 0.1


def test_common_elements_are_counted_over_the_programmes():
    truth = {seed["name"]: len(seed["words"]) for seed in seeds()["same"]}
    counted = {}
    for one in decided().common:
        entry = by_item()[one.group.parts[0].ref.item]
        if entry[0] in truth:
            counted[entry[0]] = (one.programmes, one.share, one.standing)
    assert counted == {
        name: (n, "common" if n >= 3 else "shared", "confirmed") for name, n in truth.items()
    }


def test_what_only_one_programme_has_is_named_as_its_own():
    single = {
        by_item()[one.group.parts[0].ref.item][0]
        for one in decided().common
        if one.share == "unique"
    }
    own = {entry[0] for entry in entries()} - {seed["name"] for seed in seeds()["same"]}
    assert single == own


def test_two_things_with_one_name_are_no_common_element():
    names_of_two = {seed["name"] for seed in seeds()["other"]}
    for one in decided().common:
        if by_item()[one.group.parts[0].ref.item][0] in names_of_two:
            assert one.programmes == 1
