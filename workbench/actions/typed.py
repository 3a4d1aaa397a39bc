"""From what somebody typed in a terminal to the value that a question holds."""

import json
import re
from typing import Any

from workbench.actions.describing import answerable
from workbench.actions.desk import Refused
from workbench.domain.paths import Shape
from workbench.domain.template import Option, Template
from workbench.domain.wording import LANGUAGES

YES, NO = {"ja", "yes", "true", "1"}, {"nee", "no", "false", "0"}
WHOLE, DECIMAL = re.compile(r"[+-]?[0-9]{1,18}"), re.compile(r"[+-]?[0-9]{1,18}([.,][0-9]{1,18})?")
_SHOWN = 60


def typed(path: str, text: str, template: Template) -> Any:
    """Return the value for the question at a path; an empty text takes the answer away.

    Texts stay as they were typed. A choice is given by its code or by its label in either language;
    several choices or links are separated by commas; ranges and lists of items are JSON. Raise
    Refused when the question does not exist or the text does not fit it.
    """
    shape = answerable(path, template)
    if shape.type is str and not (shape.many or shape.options or shape.link):
        return text
    return _parsed(path, shape, text.strip(), template) if text.strip() else None


def _parsed(path: str, shape: Shape, text: str, template: Template) -> Any:
    if shape.is_items or shape.is_group or (shape.many and text.startswith("[")):
        value = _json(path, text)
        return _codes(value, shape, template) if shape.options else value
    if shape.options:
        return _codes(_parts(text), shape, template) if shape.many else _code(text, shape, template)
    if shape.many:
        return _parts(text)
    if shape.type is bool:
        return _yes_no(path, text)
    return _number(path, shape.type, text) if shape.type in {int, float} else text


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _codes(parts: Any, shape: Shape, template: Template) -> Any:
    """Return codes for labels; a label that holds a comma was cut in two and is mended here."""
    if not isinstance(parts, list):
        return parts
    codes: list[Any] = []
    rest = list(parts)
    while rest:
        lengths = range(len(rest), 0, -1)
        texts = [(n, ", ".join(map(str, rest[:n]))) for n in lengths]
        n, code = next(
            ((n, option) for n, text in texts if (option := _known(text, shape, template))),
            (1, rest[0]),
        )
        codes.append(code)
        rest = rest[n:]
    return codes


def _code(text: str, shape: Shape, template: Template) -> str:
    return _known(text, shape, template) or text


def _known(text: str, shape: Shape, template: Template) -> str | None:
    """Return the code that somebody means by a code, a label or a synonym."""
    options = template.options[shape.options or ""]
    said = text.casefold()
    exact = (option.code for option in options if option.code == text)
    worded = (option.code for option in options if said in _names(option))
    return next(exact, None) or next(worded, None)


def _names(option: Option) -> set[str]:
    names = (option.code, *(option.label[language] for language in LANGUAGES), *option.synonyms)
    return {name.casefold() for name in names}


def _yes_no(path: str, text: str) -> bool:
    if text.casefold() not in YES | NO:
        raise Refused("wants_yes_no", path=path, text=text[:_SHOWN])
    return text.casefold() in YES


def _number(path: str, kind: type, text: str) -> int | float:
    if not (WHOLE if kind is int else DECIMAL).fullmatch(text):
        key = "wants_whole_number" if kind is int else "wants_number"
        raise Refused(key, path=path, text=text[:_SHOWN])
    return int(text) if kind is int else float(text.replace(",", "."))


def _json(path: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("wants_json", path=path) from None
