"""Times and spans in the words of the reader's language."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_date, format_time

from workbench.domain.wording import Language, Texts
from workbench.store.protocol import Stamp


def clock(moment: datetime, timezone: str, now: datetime, language: Language) -> str:
    """Return a moment as "14:03" today and as "21 nov 14:03" on another day."""
    here = moment.astimezone(_zone(timezone))
    time = format_time(here, "HH:mm", locale=language)
    if here.date() == now.astimezone(_zone(timezone)).date():
        return time
    return f"{format_date(here.date(), 'd MMM', locale=language).rstrip('.')} {time}"


def reading_clock(timezone: str, language: Language) -> Callable[[Stamp], str]:
    """Return how a reader in this time zone reads when a revision was made."""
    return lambda stamp: clock(stamp.time, timezone, datetime.now(UTC), language)


def day(value: date | str, language: Language) -> str:
    """Return a date with the month in full, as the reports do."""
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return format_date(found, format="long", locale=language)


def hours(began: datetime, ended: datetime, timezone: str, language: Language) -> str:
    """Return from when to when something was done, as "14:03" or "14:03–14:12"."""
    times = [
        format_time(moment.astimezone(_zone(timezone)), "HH:mm", locale=language)
        for moment in (began, ended)
    ]
    return "–".join(dict.fromkeys(times))


def weekday(moment: datetime, timezone: str, language: Language) -> str:
    """Return the day of a moment in full, such as "woensdag 25 november 2026"."""
    said: str = format_date(date_of(moment, timezone), "EEEE d MMMM y", locale=language)
    return said


def date_of(moment: datetime, timezone: str) -> date:
    """Return the day of a moment where the reader is."""
    return moment.astimezone(_zone(timezone)).date()


def author(stamp: Stamp, texts: Texts) -> str:
    """Return who made a revision; a change to the file itself has no name."""
    return stamp.person or texts("ui.outside")


def span(value: Mapping[str, Any] | None, texts: Texts, unit: str = "") -> str:
    """Return a range such as "12 tot en met 18 jaar" from what of it was entered."""
    low, high = (value or {}).get("minimum"), (value or {}).get("maximum")
    if low is None and high is None:
        return ""
    if low == high:
        words = str(low)
    elif high is None:
        words = texts("ui.span.from", low=low)
    elif low is None:
        words = texts("ui.span.to", high=high)
    else:
        words = texts("ui.span.both", low=low, high=high)
    return f"{words} {unit}".strip()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
