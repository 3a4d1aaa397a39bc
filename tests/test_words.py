"""What stands in `schemas/` fits the model, and is complete in both languages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import Any

from pydantic import BaseModel

from tests.conftest import raw
from workbench.domain.intervention import Duration
from workbench.domain.paths import Shape, answer_paths, shape_at
from workbench.domain.records import Record, Span
from workbench.domain.template import Question, Section
from workbench.domain.wording import LANGUAGES, Wording
from workbench.domain.words import Words

GROUPS = {Span: "span", Duration: "duration"}
KINDS = {int: "number", float: "amount", bool: "yes_no"}


def asked(
    questions: Iterable[Question], section: Section, prefix: str = ""
) -> Iterator[tuple[str, Section, Question]]:
    """Yield every question with its starred path, also when two ask the same."""
    for question in questions:
        path = prefix + question.path
        yield path, section, question
        yield from asked(question.questions, section, f"{path}.*.")


def all_asked(words: Words) -> list[tuple[str, Section, Question]]:
    sections = words.template.sections
    return [entry for section in sections for entry in asked(section.questions, section)]


def covered(path: str) -> list[str]:
    """Return the answers that a question about this path asks."""
    shape = shape_at(path)
    return [f"{path}.{name}" for name in shape.type.model_fields] if shape.is_group else [path]


def kinds_for(shape: Shape) -> set[str]:
    """Return the kinds of question that can ask a value of this shape."""
    if shape.is_items:
        return {"list"}
    if shape.is_group:
        return {GROUPS[shape.type]}
    if shape.options:
        return {"choices" if shape.many else "choice"}
    if shape.link:
        return {"links" if shape.many else "link"}
    return {"line", "text"} if shape.type is str else {KINDS.get(shape.type, "date")}


def wordings(value: Any, place: str) -> Iterator[tuple[str, Wording]]:
    """Yield every text in two languages inside a value, with where it stands."""
    if isinstance(value, Wording):
        yield place, value
    elif isinstance(value, BaseModel):
        yield from wordings(
            {name: getattr(value, name) for name in type(value).model_fields}, place
        )
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from wordings(part, f"{place}.{name}")
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            named = getattr(part, "path", None) or getattr(part, "code", number)
            yield from wordings(part, f"{place}.{named}")
    elif hasattr(value, "__dataclass_fields__"):
        yield from wordings(vars(value), place)


# --- the template


def test_every_answer_is_asked_exactly_once(words: Words) -> None:
    times = Counter(answer for path, _, _ in all_asked(words) for answer in covered(path))
    never = [path for path in answer_paths() if path not in times]
    assert not never
    assert [path for path, n in times.items() if n > 1] == []


def test_every_question_has_the_kind_of_its_answer(words: Words) -> None:
    wrong = [
        (path, question.kind)
        for path, _, question in all_asked(words)
        if question.kind not in kinds_for(shape_at(path))
    ]
    assert not wrong


def test_lists_and_only_lists_have_questions_about_their_items(words: Words) -> None:
    for path, _, question in all_asked(words):
        is_list = question.kind == "list"
        assert bool(question.questions) == is_list, path
        assert bool(question.item) == is_list, path


def test_the_heading_of_an_item_is_one_of_its_texts(words: Words) -> None:
    for path, _, question in all_asked(words):
        if question.item:
            shape = shape_at(f"{path}.*.{question.item.heading}")
            assert (shape.type, shape.many) == (str, False), path
            assert question.item.heading in [below.path for below in question.questions], path


def test_a_link_leads_to_a_list_that_is_asked(words: Words) -> None:
    lists = {path for path, _, question in all_asked(words) if question.kind == "list"}
    links = {shape_at(path).link for path in answer_paths()} - {None}
    assert links <= lists


def test_lengths_stand_only_where_something_can_be_long(words: Words) -> None:
    for path, _, question in all_asked(words):
        assert question.words is None or question.kind in ("line", "text"), path
        assert question.entries is None or question.kind == "list", path


def test_the_good_example_differs_from_the_weak_one(words: Words) -> None:
    same = [
        path
        for path, _, question in all_asked(words)
        for language in LANGUAGES
        if question.good[language].strip() == question.weak[language].strip()
    ]
    assert not same


def test_every_section_stands_in_a_chapter_and_every_chapter_has_sections(words: Words) -> None:
    chapters = [chapter.id for chapter in words.template.chapters]
    sections = [section.id for section in words.template.sections]
    assert len(set(chapters)) == len(chapters)
    assert len(set(sections)) == len(sections)
    assert {section.chapter for section in words.template.sections} == set(chapters)
    assert all(section.questions for section in words.template.sections)


def test_every_address_leads_to_the_question_that_asks_it(words: Words) -> None:
    for path, section, question in all_asked(words):
        for answer in covered(path):
            assert words.template.question(answer) is question
            assert words.template.section_of(answer) is section


# --- both languages


def test_every_text_is_there_in_both_languages(words: Words) -> None:
    parts = {
        "template": words.template,
        "glossary": words.glossary,
        "criteria": words.criteria,
        "institutions": words.institutions,
    }
    hollow = [
        (place, language)
        for place, wording in wordings(parts, "schemas")
        for language in LANGUAGES
        if not wording[language].strip()
    ]
    assert not hollow


def test_the_catalogues_have_the_same_keys(words: Words) -> None:
    keys = [set(words.texts[language].catalogue) for language in LANGUAGES]
    assert keys[0] ^ keys[1] == set()


def test_the_catalogues_have_the_same_places_to_fill_in(words: Words) -> None:
    dutch, english = (words.texts[language].catalogue for language in LANGUAGES)
    different = [key for key in dutch if places(dutch[key]) != places(english.get(key, ""))]
    assert not different


def test_no_text_in_a_catalogue_is_empty(words: Words) -> None:
    for language in LANGUAGES:
        hollow = [k for k, text in words.texts[language].catalogue.items() if not text.strip()]
        assert not hollow


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# --- the glossary


def in_code(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def records(above: type[Record] = Record) -> Iterator[type[Record]]:
    for record in above.__subclasses__():
        yield record
        yield from records(record)


def names_of_the_model() -> set[str]:
    own = [record for record in records() if record.__module__.startswith("workbench.")]
    fields = {name for record in own for name in record.model_fields}
    return fields | {in_code(record.__name__) for record in own} | set(raw("options.yaml"))


def test_every_field_class_and_option_list_stands_in_the_glossary(words: Words) -> None:
    missing = [name for name in sorted(names_of_the_model()) if not has_a_term(words, name)]
    assert not missing


def has_a_term(words: Words, name: str) -> bool:
    try:
        return bool(words.term(name))
    except KeyError:
        return False


def test_the_glossary_stands_in_the_order_of_the_alphabet() -> None:
    codes = list(raw("glossary.yaml"))
    assert codes == sorted(codes)


def test_every_definition_is_one_sentence(words: Words) -> None:
    for term in words.glossary.values():
        for language in LANGUAGES:
            assert re.fullmatch(r"[A-Z][^\n]*[^.]\.", term.definition[language]), term.code


def test_the_old_word_for_the_field_still_leads_to_the_new_one(words: Words) -> None:
    assert "loverboy" in words.term("sexual_exploitation").synonyms
