"""Where in a description an address is, in the words of the template and in its order."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.domain.paths import UnknownPath, shape_at, star, value_at
from workbench.domain.template import Question, Template
from workbench.domain.wording import Wording
from workbench.rules.wordings import quoted


def place(data: Mapping[str, Any], template: Template, path: str) -> Wording:
    """Return how a reader finds an address: the question, and inside a list its item first."""
    try:
        starred = star(path)
        question = template.question(starred)
    except (UnknownPath, KeyError):
        return Wording(nl=path, en=path)
    if "*" not in starred:
        return question.label
    return _in_item(data, template, path, starred, question)


def addresses(data: Mapping[str, Any], template: Template) -> Iterator[str]:
    """Yield the address of every question for this description, in the template's order."""
    for section in template.sections:
        for question in section.questions:
            yield question.path
            yield from _item_addresses(data, question)


def _item_addresses(data: Mapping[str, Any], question: Question) -> Iterator[str]:
    if question.kind != "list":
        return
    for item in value_at(data, question.path) or []:
        address = f"{question.path}.{item['id']}"
        yield address
        yield from (f"{address}.{inner.path}" for inner in question.questions)


def _in_item(
    data: Mapping[str, Any], template: Template, path: str, starred: str, question: Question
) -> Wording:
    list_path = starred.partition(".*")[0]
    parts = path.split(".")
    item_path = ".".join(parts[: list_path.count(".") + 2])
    words = template.question(list_path).item
    if words is None:
        return question.label
    name = _name(data, template, item_path, f"{list_path}.*.{words.heading}")
    asked = "" if starred.endswith(".*") else ": {}"
    return Wording(
        nl=f"{words.one.nl} {name.nl}" + asked.format(question.label.nl),
        en=f"{words.one.en} {name.en}" + asked.format(question.label.en),
    )


def _name(data: Mapping[str, Any], template: Template, item_path: str, heading: str) -> Wording:
    """Return what an item is called: its heading, or its id where that is empty."""
    value = value_at(data, f"{item_path}.{heading.partition('*.')[2]}")
    item_id = item_path.rpartition(".")[2]
    if not value:
        return Wording(nl=item_id, en=item_id)
    options = shape_at(heading).options
    if options:
        return template.label(options, value)
    short = quoted(str(value), 40)
    return Wording(nl=short, en=short)
