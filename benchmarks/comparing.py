"""Six complete programmes compared: what they share, where they differ, levels and evidence."""

from datetime import date
from pathlib import Path

from benchmarks.timing import Row, timed
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.comparison.comparison import compare
from workbench.rules.examination import Examination
from workbench.store.reading import read_any

EXAMPLES = ("kompas", "haven")
NUMBER, FIGURE = 6, 150


def comparisons(programmes: Path, words: Words) -> list[Row]:
    """Return the rows of a comparison in which everything is new, and of one with one change."""
    whole = [_described(programmes, n, words) for n in range(NUMBER)]
    kept = {f"x/p{n}": _examined(one, words, 0) for n, one in enumerate(whole)}

    def anew(n: int) -> None:
        _all(compare({f"x/p{k}": _examined(d, words, n) for k, d in enumerate(whole)}, words))

    def one_changed(n: int) -> None:
        _all(compare({**kept, "x/p0": _examined(whole[0], words, n)}, words))

    return [
        timed("compare six complete programmes, examined anew", anew, 15, FIGURE),
        timed("compare six complete programmes, one of them changed", one_changed, 15, FIGURE),
    ]


def _all(comparison) -> None:
    """Work out every part of a comparison."""
    assert comparison.rows
    assert comparison.common
    assert comparison.outcomes


def _described(programmes: Path, n: int, words: Words) -> Programme:
    """Return a complete example in which every module and factor has a name of its own."""
    file = programmes / "voorbeeld" / f"{EXAMPLES[n % len(EXAMPLES)]}.yaml"
    data = read_any(file.read_bytes()).data
    for item in (*data["approach"]["modules"], *data["factors"], *data["active_elements"]):
        item["name"] = f"{item['name']} {n}"
    return Programme.model_validate(data, context=words.options)


def _examined(programme: Programme, words: Words, n: int) -> Examination:
    """Return an examination that remembers nothing of another one."""
    edited = programme.model_copy(update={"title": f"Meting {n}"})
    return Examination(edited, words, date(2026, 1, 1))
