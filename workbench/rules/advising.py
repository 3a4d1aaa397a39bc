"""Advice in the order of the werkblad, and what became of the text that it is about."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from workbench.domain.advice import Thread
from workbench.domain.paths import UnknownPath, star, value_at
from workbench.domain.template import Template
from workbench.rules.places import addresses

_BLANK = re.compile(r"\s+")


def is_asked(template: Template, path: str) -> bool:
    """Return whether a question, a list or a question about an item is asked at an address."""
    try:
        starred = star(path)
        template.question(starred)
    except (UnknownPath, KeyError):
        return False
    return not starred.endswith(".*")


def in_order(found: Iterable[Thread], template: Template, data: Mapping[str, Any]) -> list[Thread]:
    """Return threads in the order of the werkblad; of what is gone at the end of its list."""
    places = {path: (n, 0) for n, path in enumerate(addresses(data, template))}
    starred = {star(path): n for n, path in enumerate(places)}

    def order(thread: Thread) -> tuple[int, int, Any]:
        known = places.get(thread.path)
        return (*(known or (starred.get(_starred(thread.path), len(places)), 1)), thread.asked.time)

    return sorted(found, key=order)


def answer_text(data: Mapping[str, Any], path: str) -> str:
    """Return an answer that is a text; nothing for what is chosen, counted or gone."""
    value = value_at(data, path)
    return value if isinstance(value, str) else ""


def stands_there(quote: str, text: str) -> bool:
    """Return whether a passage stands in a text, blanks and line ends aside."""
    return _plain(quote) in _plain(text)


def has_changed(thread: Thread, data: Mapping[str, Any]) -> bool:
    """Return whether the answer is another text than when the thread was begun."""
    return thread.asked.answer != answer_text(data, thread.path)


def open_by_section(found: Iterable[Thread], template: Template) -> Mapping[str, int]:
    """Return how many threads are not resolved in each section."""
    unresolved = (thread for thread in found if thread.state != "resolved")
    return Counter(section_of(template, thread.path) for thread in unresolved)


def section_of(template: Template, path: str) -> str:
    """Return the id of the section that asks a path; nothing if none does."""
    try:
        return template.section_of(_starred(path)).id
    except KeyError:
        return ""


def _plain(text: str) -> str:
    return _BLANK.sub(" ", text).strip()


def _starred(path: str) -> str:
    try:
        return star(path)
    except UnknownPath:
        return path
