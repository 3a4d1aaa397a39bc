"""The strict reader takes no text for anything else, and says of every fault where it stands."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.sentences import explained
from workbench.domain.wording import LANGUAGES
from workbench.store.reading import LARGEST, Misread, read


def problems_of(content: bytes):
    with pytest.raises(Misread) as refused:
        read(content)
    return refused.value.problems


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "y", "True", "NULL", "012", "+1", "1_000", "0x1F", "1e3", ".5", "5.",
     ".inf", "12:30", "2024-01-02", "1.2.3", "=", "9" * 400],
)  # fmt: skip
def test_what_looks_like_something_else_is_text(text):
    assert read(f"a: {text}\n{text}: a\n".encode()).data == {"a": text, text: "a"}


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("12", 12),
     ("-3", -3), ("0", 0), ("2.50", 2.5), ("1.0e-07", 1e-7), ('"12"', "12"), ("'true'", "true")],
)  # fmt: skip
def test_only_these_words_and_numbers_mean_something(text, value):
    found = read(f"a: {text}\n".encode()).data["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("content", "key", "path", "line"),
    [
        (b"a: 1\nb:\n  c: 1\n  c: 2\n", "key_twice", "b", 4),
        (b"a: &x 1\n", "anchor", "a", 1),
        (b"a: 1\nb: *x\n", "anchor", "b", 2),
        (b"a: !!str 1\n", "tag", "a", 1),
        (b"a:\n- id: q\n  b: ! x\n", "tag", "a.q.b", 3),
        (b"a: !x {b: c}\n", "tag", "a", 1),
        (b"a:\n  <<: {b: c}\n", "merge", "a", 2),
        (b"a: 1\n---\nb: 2\n", "several_documents", "", 2),
        (b"- a\n", "no_mapping", "", 1),
        (b"", "no_mapping", "", 1),
        (b"# alleen dit\n", "no_mapping", "", 1),
        (b"a: 1\nb: \xff\n", "not_utf8", "", 2),
        (b"a: 1\nb: x\x00y\n", "control", "", 2),
        (b"a: 1\nb: [\n", "syntax", "", 3),
        (b"a: 'x\n", "syntax", "", 2),
        (b"a: 1\n  b: 2\n", "syntax", "", 2),
        (b"? [a]\n: b\n", "key_no_text", "", 1),
        (b"a:\n  {b: c}: d\n", "key_no_text", "a", 2),
        (b"a: " + b"[" * 30, "too_deep", None, 1),
        (b"#" * (LARGEST + 1), "too_large", "", None),
    ],
)
def test_every_fault_is_told_with_its_place(content, key, path, line, words):
    problem = problems_of(content)[0]
    assert (problem.key, problem.line) == (key, line)
    assert path is None or problem.path == path
    for language in LANGUAGES:
        assert explained(problem, words.texts[language])


def test_several_faults_are_told_at_once():
    found = problems_of(b"a: &x 1\na: 2\nb: *x\nc: !t 3\n")
    assert [problem.key for problem in found] == ["anchor", "key_twice", "anchor", "tag"]
    assert found[1].values == {"field": "a", "first_line": 1}


def test_endless_references_cost_nothing():
    layers = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20))
    assert problems_of(f"a0: &a0 x\n{layers}\n".encode())[0].key == "anchor"


def test_every_answer_has_its_line_by_the_ids_of_the_items():
    content = b"a: 1\nb:\n  - id: x\n    c: |\n      een\n      twee\n    d: 1\n  - e: 2\nf: []\n"
    assert read(content).lines == {
        "a": 1, "b": 2, "b.x": 3, "b.x.id": 3, "b.x.c": 4, "b.x.d": 7, "b.#2": 8, "b.#2.e": 8,
        "f": 9,
    }  # fmt: skip


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    assert read("\ufeffa: |\r\n  een\r\n  twee\r\n".encode()).data == {"a": "een\ntwee\n"}


@given(st.binary(max_size=80))
@example(b"[" * 100_000)
@example(b"{a: " * 5_000)
@example(b"- " * 50_000)
@example(b"a: \x85\n\xe2\x80\xa8")
def test_any_bytes_give_data_or_problems(content):
    with suppress(Misread):
        assert isinstance(read(content).data, dict)


@given(st.text(alphabet="ab:-?#&*!|>'\"%@`{}[],<=~ \n\t0.\r\ufeff\x85é", max_size=60))
def test_any_text_gives_data_or_problems(text):
    with suppress(Misread):
        found = read(text.encode())
        assert found.lines is not None
