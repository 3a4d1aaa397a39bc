"""Every rule speaks where it should and stays silent where it should: `tests/cases/*/*.yaml`.

A case is a sentence, a partial description, and what `speaks` (rule and path) or is `silent`.
An answer such as "601 woorden" stands for a text of so many words.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.rules.conftest import TODAY
from workbench.domain.programme import Programme
from workbench.rules.catalogue import RULES
from workbench.rules.checking import check
from workbench.store.reading import read_any

CASES = Path(__file__).parent.parent / "cases"


def _cases():
    for path in sorted(CASES.glob("*/*.yaml")):
        for case in read_any(path.read_bytes()).data:
            yield pytest.param(case, id=f"{path.parent.name}/{path.stem}: {case['name']}")


ALL = list(_cases())


@pytest.mark.parametrize("case", ALL)
def test_rules_speak_and_stay_silent(case, words):
    description = _with_long_texts(case["description"])
    programme = Programme.model_validate(description, context=words.options)
    found = {(finding.rule.code, finding.path) for finding in check(programme, words, TODAY)}
    expected = {(said["rule"], said["path"]) for said in case.get("speaks", [])}
    assert expected <= found, f"missing {expected - found}; found {sorted(found)}"
    spoken = {code for code, _ in found} & set(case.get("silent", []))
    assert not spoken, f"should be silent: {sorted(f for f in found if f[0] in spoken)}"


def test_every_rule_has_a_case_in_which_it_speaks_and_one_in_which_it_is_silent():
    spoken, silent = defaultdict(int), defaultdict(int)
    for case in (param.values[0] for param in ALL):
        for code in {said["rule"] for said in case.get("speaks", [])}:
            spoken[code] += 1
        for code in case.get("silent", []):
            silent[code] += 1
    assert set(RULES) == set(spoken) == set(silent)


def test_every_case_says_something_and_has_a_name_of_its_own():
    cases = [param.values[0] for param in ALL]
    assert all(case.get("speaks") or case.get("silent") for case in cases)
    names = [case["name"] for case in cases]
    assert sorted(set(names)) == sorted(names)


def _with_long_texts(value):
    if isinstance(value, dict):
        return {key: _with_long_texts(part) for key, part in value.items()}
    counted = re.fullmatch(r"(\d+) woorden", value) if isinstance(value, str) else None
    return "woord " * int(counted[1]) if counted else value
