"""Gaps put into a complete example are found where they are: `tests/seeded_gaps/*.yaml`.

A file names an example, one change (`put`, `drop` or `replace`) and what must speak of it.
"""

from datetime import date
from pathlib import Path

import pytest

from tests.rules.examples import GONE, changed, example, programme, value
from workbench.rules.checking import check
from workbench.store.reading import read_any
from workbench.store.words import load_words

TODAY = date(2026, 11, 23)
FILES = sorted((Path(__file__).parent.parent / "seeded_gaps").glob("*.yaml"))
GAPS = {path.stem: read_any(path.read_bytes()).data for path in FILES}


def findings(data):
    words = load_words()
    return {(f.rule.code, f.path) for f in check(programme(data, words), words, TODAY)}


def new_findings(gap):
    whole = example(gap["example"])
    changes = {**gap.get("put", {}), **dict.fromkeys(gap.get("drop", []), GONE)}
    for path, (old, new) in gap.get("replace", {}).items():
        assert old in value(whole, path)
        changes[path] = value(whole, path).replace(old, new)
    return findings(changed(whole, changes)) - findings(whole)


def is_found(gap):
    wanted = gap["finds"]
    return any(
        path == wanted["path"] and code == wanted.get("rule", code)
        for code, path in new_findings(gap)
    )


def test_there_are_twenty_five_gaps_with_a_name_of_their_own():
    assert len(GAPS) == len({gap["name"] for gap in GAPS.values()}) == 25


@pytest.mark.parametrize("gap", sorted(GAPS))
def test_a_gap_is_found_where_it_is(gap):
    assert is_found(GAPS[gap]), new_findings(GAPS[gap])
