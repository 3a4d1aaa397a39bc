"""Numbers, dates and lengths of time as people write them in a sentence."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from workbench.domain.wording import Language, Texts

LOCALES: Mapping[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
_CENT = Decimal("0.01")
_USUAL = (1e-9, 1e15)
"""Outside these sizes a number is written as it was computed: nobody counts the noughts."""


def number(value: float, language: Language) -> str:
    """Return a number with the marks of the language, all of its decimals included."""
    if not _is_usual(value):
        return str(value)
    exact = Decimal(repr(value))
    return format_decimal(exact, locale=LOCALES[language], decimal_quantization=False)


def euros(value: float, language: Language) -> str:
    """Return an amount of money; more decimals than cents are kept."""
    if not _is_usual(value):
        return f"€ {value}"
    exact = Decimal(repr(value))
    return format_currency(
        exact,
        "EUR",
        locale=LOCALES[language],
        currency_digits=exact == exact.quantize(_CENT),
        decimal_quantization=False,
    )


def percentage(share: float, language: Language) -> str:
    """Return a share between nothing and one in whole hundredths."""
    return format_percent(round(share, 2), locale=LOCALES[language])


def _is_usual(value: float) -> bool:
    return value == 0 or _USUAL[0] <= abs(value) < _USUAL[1]


def day(value: date, language: Language) -> str:
    """Return a date with the month in full."""
    return format_date(value, format="long", locale=LOCALES[language])


def span(value: Mapping[str, Any], texts: Texts, unit: str = "") -> str:
    """Return a range in words, such as '12 tot en met 18'; one number when both ends are equal."""
    low, high = value.get("minimum"), value.get("maximum")
    if low is None and high is None:
        return unit
    if low == high:
        return _counted(low, texts, unit)
    key = "from" if high is None else "to" if low is None else "both"
    ends = {
        "low": low if low is None else number(low, texts.language),
        "high": high if high is None else number(high, texts.language),
    }
    words = texts(f"report.{'duration' if unit else 'span'}.{key}", **ends)
    return f"{words} {unit}".rstrip()


def duration(value: Mapping[str, Any], texts: Texts, label: str) -> str:
    """Return a length of time in words, such as '6 tot 9 maanden'."""
    code = value.get("unit", "")
    once = 1 in value.values() and {value.get("minimum", 1), value.get("maximum", 1)} == {1}
    unit = texts.catalogue.get(f"report.one.{code}", label) if once else label
    return span(value, texts, unit)


def _counted(value: Any, texts: Texts, unit: str) -> str:
    return f"{number(value, texts.language)} {unit}".rstrip()
