"""Builds the six made-up programmes of `seeds.yaml` on the example Kompas."""

import copy
from functools import cache
from pathlib import Path

from tests.rules.examples import GONE, changed, example
from workbench.store.reading import read_any

LISTS = {"modules": "approach.modules", "factors": "factors", "elements": "active_elements"}
ALIKE = {
    "modules": {
        "deployment": "fixed",
        "phases": ["aankomen"],
        "subgoals": ["veiligheid"],
        "executors": ["mentor"],
        "modes": ["individual"],
        "dose": {"sessions": 10, "minutes": 60, "frequency": "Elke week"},
    },
    "factors": {"changeable": True},
    "elements": {"type": "specific", "essential": True, "basis": ["practice"]},
}
"""What all items of a list have in common, so that only what was seeded differs."""


@cache
def seeds():
    """Return the table of seeds."""
    return read_any((Path(__file__).parent / "seeds.yaml").read_bytes()).data


def names():
    """Return the names of the six programmes, in order."""
    return list(seeds()["programmes"])


def entries():
    """Yield every seeded item: the seed's name, its half, list, programme and words."""
    for meaning in ("same", "other"):
        for seed in seeds()[meaning]:
            for programme, words in seed["words"].items():
                yield (seed["name"], seed["half"], seed["kind"], programme, words)
    for number, seed in enumerate(seeds()["own"]):
        yield (f"own {number}", seed["half"], seed["kind"], seed["programme"], seed["words"])


def item_id(number):
    """Return an id that says nothing about the meaning of an item."""
    return f"n{number}"


@cache
def six():
    """Return the six descriptions as plain values, by name."""
    return {name: _programme(name) for name in names()}


def _programme(name):
    data = copy.deepcopy(example("kompas"))
    data["title"] = seeds()["programmes"][name]
    for goal in data["goals"]["subgoals"]:
        goal.pop("factors", None)
    data["factors"], data["active_elements"], data["approach"]["modules"] = [], [], []
    for number, (seed, _, kind, programme, words) in enumerate(entries()):
        if programme == name:
            items = data["approach"]["modules"] if kind == "modules" else data[LISTS[kind]]
            items.append({"id": item_id(number), **ALIKE[kind], **words, **_change(seed, name)})
    return changed(data, _changes(name))


def _change(seed, programme):
    """Return what a difference changes in an item of a seed."""
    for difference in seeds()["differences"]:
        if difference.get("at") == seed and difference["programme"] == programme:
            return difference["change"]
    return {}


def _changes(programme):
    changes = {}
    for difference in seeds()["differences"]:
        if difference["programme"] == programme:
            changes |= difference.get("put", {})
            changes |= dict.fromkeys(difference.get("drop", []), GONE)
    return changes
