"""The content of `schemas/` is loaded whole, once, and again when somebody changed it."""

import os
import shutil

import pytest

from workbench.store.words import FILES, SCHEMAS, WordsDamaged, load_words


@pytest.fixture
def schemas(tmp_path):
    for name in FILES:
        shutil.copy(SCHEMAS / name, tmp_path)
    return tmp_path


def test_the_words_that_stand_in_the_files_are_loaded(schemas):
    words = load_words(schemas)
    assert words.institutions["voorbeeld"].example
    assert words.template.label("status", "draft")["nl"] == "Concept"
    assert words.texts["nl"]("shape.found.number") == "een getal"
    assert words.template.sections
    assert words.glossary


def test_words_are_read_once_until_a_file_changes(schemas):
    words = load_words(schemas)
    assert load_words(schemas) is words
    path = schemas / "texts.nl.yaml"
    path.write_text(path.read_text("utf-8").replace("een getal", "een cijfer"), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert load_words(schemas).texts["nl"]("shape.found.number") == "een cijfer"


def test_a_key_that_stands_twice_is_refused_with_file_and_line(schemas):
    path = schemas / "texts.nl.yaml"
    text = path.read_text("utf-8")
    path.write_text(f'{text}shape.found.number: "weer"\n', encoding="utf-8")
    with pytest.raises(WordsDamaged, match=rf"texts\.nl\.yaml.* line {text.count(chr(10)) + 1}"):
        load_words(schemas)


def test_a_missing_or_misshapen_file_is_named(schemas):
    (schemas / "institutions.yaml").write_text("- id: x\n", encoding="utf-8")
    with pytest.raises(WordsDamaged, match=r"institutions\.yaml"):
        load_words(schemas)
    (schemas / "criteria.yaml").unlink()
    with pytest.raises(WordsDamaged, match=r"criteria\.yaml"):
        load_words(schemas)
