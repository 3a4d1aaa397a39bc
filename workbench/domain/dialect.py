"""Plain data -> text in our strict dialect of YAML, made to be read and compared by people.

Any YAML reader, of version 1.1 or 1.2, reads back exactly what went in. The reading side is
`store/reading.py`; why this is not left to a library: `docs/decisions/0001-own-yaml-emitter.md`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

SCHEMA_COMMENT = "# yaml-language-server: $schema=../../schemas/programme.schema.json"

LONGEST_LINE = 80
"""A text with more characters than this gets a block of its own."""

_LONGEST_KEY = 500
_REMEMBERED = 1000
"""A text with fewer characters than this is worth remembering as it stood in the last file."""
# Starts with a letter and holds nothing that means something in YAML: text for every reader.
_PLAIN = re.compile(r"[^\W\d_][\w ,.;()/'%&+?!€‘’“”–-]*(?<! )")
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# Raw in a file these are refused, or changed, by one reader or another.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_encoded = json.JSONEncoder(ensure_ascii=False).encode
_EXACT = 10**15
"""Above this a whole decimal number keeps its exponent."""


def written(data: Mapping[str, Any], schema_comment: str | None = SCHEMA_COMMENT) -> str:
    """Return plain data (mappings, lists, texts, numbers, booleans, None) as a file's text."""
    lines = [schema_comment] if schema_comment else []
    if data:
        _mapping(data, "", "", lines)
    else:
        lines.append("{}")
    return "\n".join([*lines, ""])


def _mapping(data: Mapping[str, Any], start: str, indent: str, lines: list[str]) -> None:
    """Add the lines of a mapping; the first one begins with `start` instead of the indent."""
    for key, value in data.items():
        name = start + _key(key, indent)
        start = indent
        if type(value) is str:
            lines.append(f"{name}: {_text(value, indent + '  ')}")
        elif not value or not _holds_more(value):
            lines.append(f"{name}: {_single(value)}")
        else:
            lines.append(f"{name}:")
            _below(value, f"{indent}  ", f"{indent}  ", lines)


def _sequence(values: Sequence[Any], start: str, indent: str, lines: list[str]) -> None:
    inside = f"{indent}  "
    for value in values:
        if type(value) is str:
            lines.append(f"{start}- {_text(value, inside)}")
        elif not value or not _holds_more(value):
            lines.append(f"{start}- {_single(value)}")
        else:
            _below(value, f"{start}- ", inside, lines)
        start = indent


def _holds_more(value: Any) -> bool:
    # Most are plain dicts and lists, which is quickly seen; each save asks this a thousand times.
    return type(value) in (dict, list) or isinstance(value, Mapping | list | tuple)


def _below(value: Any, start: str, indent: str, lines: list[str]) -> None:
    is_mapping = type(value) is dict or isinstance(value, Mapping)
    (_mapping if is_mapping else _sequence)(value, start, indent, lines)


def _key(key: str, indent: str) -> str:
    text = _name(key)
    # A reader looks no further than 1024 characters for the end of a key that is not announced.
    return text if len(text) <= _LONGEST_KEY else f"? {text}\n{indent}"


@lru_cache(maxsize=1024)
def _name(key: str) -> str:
    return key if _is_plain(key) else _quoted(key)


def _single(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float):
        return _decimal(value)
    return str(value) if isinstance(value, int) else "{}" if isinstance(value, Mapping) else "[]"


def _decimal(value: float) -> str:
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    mantissa, e, exponent = repr(value).partition("e")
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}{e}{exponent}"


def _text(text: str, indent: str) -> str:
    return _remembered(text, indent) if len(text) < _REMEMBERED else _shown(text, indent)


@lru_cache(maxsize=16_384)
def _remembered(text: str, indent: str) -> str:
    """Return the same as `_shown`: of a description that is saved again most texts stayed."""
    return _shown(text, indent)


def _shown(text: str, indent: str) -> str:
    long = len(text) > LONGEST_LINE or "\n" in text
    if long and text.strip(" \t\n") and not _ESCAPED.search(text):
        return _block(text, indent)
    return text if not long and _is_plain(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _RESERVED


def _block(text: str, indent: str) -> str:
    """Return the text as it is, line by line, with a header that keeps its edges."""
    ends = "+" if text.endswith("\n\n") else "" if text.endswith("\n") else "-"
    starts = "2" if text[0] in " \t\n" else ""
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([f"|{starts}{ends}", *[indent + line if line else "" for line in lines]])


def _quoted(text: str) -> str:
    """Return the text between double quotes, with escapes for what is invisible or forbidden."""
    escaped = _encoded(text)
    if escaped.isprintable():
        return escaped
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", escaped)
