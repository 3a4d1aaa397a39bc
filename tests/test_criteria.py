"""The criteria, option lists and institutions fit the model and each other."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from tests.conftest import raw
from workbench.domain.paths import answer_paths
from workbench.domain.programme import Programme
from workbench.domain.wording import LANGUAGES
from workbench.domain.words import Words

# --- the option lists


def lists_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from [schema["x-options"]] if "x-options" in schema else []
        schema = list(schema.values())
    for part in schema if isinstance(schema, list) else []:
        yield from lists_in(part)


def test_every_option_list_is_used_and_every_list_that_is_used_exists() -> None:
    assert set(lists_in(Programme.model_json_schema())) == set(raw("options.yaml"))


def test_a_code_stands_in_its_list_once_and_is_one_plain_word() -> None:
    for name, found in raw("options.yaml").items():
        codes = [option["code"] for option in found]
        assert len(set(codes)) == len(codes), name
        assert all(re.fullmatch(r"[a-z][a-z0-9_-]*", code) for code in codes), name


def test_no_two_options_of_a_list_read_the_same() -> None:
    for name, found in raw("options.yaml").items():
        for language in LANGUAGES:
            labels = [option["label"][language] for option in found]
            assert len(set(labels)) == len(labels), (name, language)


# --- the criteria


def test_every_answer_that_a_criterion_looks_at_exists(words: Words) -> None:
    criteria = words.criteria
    for entry in [*criteria.tidier, *criteria.researchability, *criteria.requirements]:
        assert entry.paths, entry.code
        for path in entry.paths:
            assert path in set(answer_paths()), (entry.code, path)


def test_every_source_is_known_and_used(words: Words) -> None:
    terms = {term.source for term in words.glossary.values()}
    used = (terms | set(sources_in(raw("criteria.yaml")))) - {None}
    assert used == set(words.criteria.sources)


def sources_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["source"]] if "source" in value else []
        value = list(value.values())
    for part in value if isinstance(value, list) else []:
        yield from sources_in(part)


def test_levels_and_designs_in_the_criteria_are_codes_of_the_option_lists(words: Words) -> None:
    criteria, options = words.criteria, words.options
    on_rungs = [level for rung in criteria.rungs for level in rung.levels]
    assert sorted(on_rungs) == sorted(options["target_level"])
    assert {validity.level for validity in criteria.validity} == set(on_rungs)
    assert {level.level for level in criteria.evidence} <= set(on_rungs)
    designs = {design for rung in criteria.rungs for design in rung.designs}
    assert designs <= options["study_design"]
    assert {kind.design for kind in criteria.study_kinds} == options["study_design"]


def test_the_rungs_of_the_ladder_follow_each_other(words: Words) -> None:
    assert [rung.rung for rung in words.criteria.rungs] == [0, 1, 2, 3, 4]


def test_every_study_gets_a_known_strength_whatever_is_known_of_it(words: Words) -> None:
    known = {grade.code for grade in words.criteria.strengths}
    for design, practice, months, compared in product(
        words.options["study_design"], (True, False), (0, 6), (True, False)
    ):
        grade = words.criteria.strength(
            design, in_practice=practice, follow_up_months=months, comparison=compared
        )
        assert grade in known


def test_a_longer_follow_up_in_practice_with_a_comparison_never_makes_a_study_weaker(
    words: Words,
) -> None:
    for design in words.options["study_design"]:
        best = words.criteria.strength(
            design, in_practice=True, follow_up_months=6, comparison=True
        )
        for practice, months, compared in product((True, False), (0, 6), (True, False)):
            grade = words.criteria.strength(
                design, in_practice=practice, follow_up_months=months, comparison=compared
            )
            assert words.criteria.at_least(best, grade), design


def test_the_strength_of_a_trial_follows_the_table(words: Words) -> None:
    def trial(**known: Any) -> str:
        facts = {"in_practice": True, "follow_up_months": 6, "comparison": True}
        return words.criteria.strength("rct", **{**facts, **known})

    assert trial() == "very_strong"
    assert trial(follow_up_months=5) == "strong"
    assert trial(in_practice=False) == "fair"
    assert trial(comparison=False) == "weak"


def test_every_demand_on_evidence_can_be_met(words: Words) -> None:
    grades = [grade.code for grade in words.criteria.strengths]
    for level in words.criteria.evidence:
        assert level.ways
        for demand in [demand for way in level.ways for demand in way]:
            assert demand.strength in grades
            assert demand.dutch <= demand.studies


def test_a_recognition_holds_five_years_and_half_a_year_under_reservation(words: Words) -> None:
    assert words.criteria.years_valid("substantiated") == 5
    assert words.criteria.years_valid("described") == 3
    assert words.criteria.years_valid("substantiated", provisional=True) == 0.5
    with pytest.raises(KeyError):
        words.criteria.years_valid("refused")


def test_tidier_and_researchability_have_all_their_points(words: Words) -> None:
    criteria = words.criteria
    assert [item.number for item in criteria.tidier] == [*map(str, range(1, 13)), "+"]
    assert [point.number for point in criteria.researchability] == list(range(1, 15))
    blocking = [point.number for point in criteria.researchability if point.blocking]
    assert blocking == [1, 2, 4, 8]
    for entries in (criteria.tidier, criteria.researchability, criteria.requirements):
        assert len({entry.code for entry in entries}) == len(entries)


# --- the institutions


def test_every_institution_has_an_id_of_its_own_that_can_be_a_folder() -> None:
    ids = [institution["id"] for institution in raw("institutions.yaml")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", name) for name in ids)


def test_six_institutions_take_part_and_one_is_made_up(words: Words) -> None:
    made_up = [found for found in words.institutions.values() if found.example]
    assert len(words.institutions) - len(made_up) == 6
    assert len(made_up) == 1
