"""Numbers as somebody types them in a field, and as the field shows them again."""

import re
from decimal import Decimal

from babel.numbers import NumberFormatError, format_decimal, parse_decimal

from workbench.actions.desk import Refused
from workbench.domain.wording import Language

_DIGITS = re.compile(r"[+-]?[0-9][0-9.,]{0,23}")
_ONE_MARK = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def written(value: float | None, language: Language) -> str:
    """Return a number as it stands in a field: all its decimals, without marks for thousands."""
    if value is None:
        return ""
    exact = Decimal(repr(value))
    return format_decimal(exact, locale=language, decimal_quantization=False, group_separator=False)


def figure(text: str, language: Language, *, whole: bool) -> float | None:
    """Return the number in a text, None for an empty one; raise Refused for what is no number."""
    if not text.strip():
        return None
    number = read(text, language)
    if number is None or (whole and number % 1):
        raise Refused("typed_no_whole_number" if whole else "typed_no_number", text=text)
    return int(number) if whole else float(number)


def read(text: str, language: Language) -> Decimal | None:
    """Return the number that somebody means, such as '1.250,50', or None when it is no number.

    The marks of the language come first: in Dutch '1.250' is a thousand. A text that is wrong by
    those and holds one mark is read with that mark before the decimals, such as '1.5'.
    """
    plain = re.sub(r"[\s€]", "", text)
    if not _DIGITS.fullmatch(plain):
        return None
    try:
        return parse_decimal(plain, locale=language, strict=True)
    except NumberFormatError:
        return Decimal(plain.replace(",", ".")) if _ONE_MARK.fullmatch(plain) else None
