"""What we write is read back exactly, by every reader, and can be read by people."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.awkward_strings import AWKWARD
from tests.strategies import descriptions, texts
from workbench.domain.dialect import SCHEMA_COMMENT, written
from workbench.store.reading import read

SINGLE = (
    texts()
    | st.text(alphabet=" \n\tab#:-", max_size=120)
    | st.booleans()
    | st.none()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
)
ANY = st.recursive(
    SINGLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts(), inner, max_size=4),
    max_leaves=12,
)


def read_by_all(text: str) -> list[Any]:
    return [
        read(text.encode()).data,
        yaml.load(text, Loader=yaml.CSafeLoader),
        yaml.load(text, Loader=yaml.SafeLoader),
    ]


@given(st.dictionaries(texts(), ANY, max_size=5))
def test_any_data_reads_back_equal_with_every_reader(data):
    assert read_by_all(written(data)) == [data] * 3


@given(descriptions())
def test_any_description_reads_back_equal(data):
    assert read(written(data).encode()).data == data


def test_every_awkward_text_reads_back_byte_for_byte_wherever_it_stands():
    data = {
        "texts": AWKWARD,
        "items": [{"id": "a", "text": text, "after": "x"} for text in AWKWARD],
        "inside": {"one": {text: text for text in AWKWARD}, "last": AWKWARD[-1]},
    }
    assert read_by_all(written(data)) == [data] * 3


def test_a_description_looks_like_this():
    data = {
        "format_version": 1,
        "title": "Kompas",
        "colophon": {"version": "1.0", "date": "2026-05-31", "fictitious": True},
        "goals": {
            "main": "Meiden zijn veilig.\n\n- thuis\n- op school 🙂 \n",
            "subgoals": [
                {"id": "no", "text": "ja: nee"},
                {"id": "fase-1", "smart": ["measurable"]},
            ],
        },
    }
    assert (
        written(data)
        == f"""{SCHEMA_COMMENT}
format_version: 1
title: Kompas
colophon:
  version: "1.0"
  date: "2026-05-31"
  fictitious: true
goals:
  main: |
    Meiden zijn veilig.

    - thuis
    - op school 🙂_
  subgoals:
    - id: "no"
      text: "ja: nee"
    - id: fase-1
      smart:
        - measurable
""".replace("🙂_", "🙂 ")
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zin met een komma, en (haakjes).", "Zin met een komma, en (haakjes)."),
        ("één", "één"),
        ("No", '"No"'),
        ("012", '"012"'),
        ("2024-01-02", '"2024-01-02"'),
        ("x: y", '"x: y"'),
        ("x # y", '"x # y"'),
        ("eind ", '"eind "'),
        ("", '""'),
        ("a\u2028b\x85", '"a\\u2028b\\u0085"'),
        ("  a\nb", "|2-\n      a\n    b"),
        ("a\nb\n", "|\n    a\n    b"),
        ("a\n\n", "|+\n    a\n"),
        ("a\r\nb", '"a\\r\\nb"'),
        ("\n", '"\\n"'),
    ],
)
def test_a_text_is_written_as_plainly_as_is_safe(text, shown):
    assert written({"a": {"b": text}}, None) == f"a:\n  b: {shown}\n"


@pytest.mark.parametrize(
    ("number", "shown"), [(3.0, "3"), (2.5, "2.5"), (-0.25, "-0.25"), (1e-7, "1.0e-07"), (7, "7")]
)
def test_a_number_is_written_as_a_decimal_that_every_reader_knows(number, shown):
    assert written({"a": number}, None) == f"a: {shown}\n"


def test_a_key_longer_than_readers_look_ahead_is_announced():
    data = {"a" * 3000: {"b" * 700: "x", "c": 1}, "d": [{"e" * 900: ["f"]}]}
    assert read_by_all(written(data)) == [data] * 3


def test_empty_groups_and_lists_are_written_too():
    assert written({}, None) == "{}\n"
    assert (
        read_by_all(written({"a": {}, "b": [], "c": [{}, []]}))
        == [{"a": {}, "b": [], "c": [{}, []]}] * 3
    )
