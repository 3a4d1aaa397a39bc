"""Sentences about findings in both languages, filled with values that may differ per language."""

import re
from collections.abc import Mapping
from datetime import date

from workbench.domain.wording import Language, Wording
from workbench.domain.words import Words

_FULL_STOP = re.compile(r"(?<=\w{3})\.$")
"""Behind a word, not behind an abbreviation: the sentence around the quotation has its own."""


def filled(words: Words, language: Language, key: str, values: Mapping[str, object]) -> str:
    """Return a catalogue text with its values in this language; raise KeyError if it lacks one."""
    told = {name: _told(value, language) for name, value in values.items()}
    return words.texts[language](key, **told)


def worded(words: Words, key: str, **values: object) -> Wording:
    """Return a catalogue text in both languages."""
    return Wording(nl=filled(words, "nl", key, values), en=filled(words, "en", key, values))


def quoted(text: str, longest: int = 80) -> str:
    """Return words from an answer on one line, shortened where they are long, without full stop."""
    line = _FULL_STOP.sub("", " ".join(text.split()))
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _told(value: object, language: Language) -> object:
    if isinstance(value, Wording):
        return value[language]
    if isinstance(value, date):
        from babel.dates import format_date  # here, so that what tells no date starts fast

        return format_date(value, "d MMMM y", locale=language)
    if isinstance(value, tuple | list):
        return ", ".join(str(_told(part, language)) for part in value)
    return value
