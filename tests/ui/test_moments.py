"""Times and spans in the words of the reader."""

from datetime import UTC, datetime

import pytest

from tests.ui.conftest import NOON, stamp
from workbench.ui.presenters.moments import author, clock, span

LATE = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "timezone", "language", "told"),
    [
        (NOON, "UTC", "nl", "12:03"),
        (NOON, "Europe/Amsterdam", "nl", "13:03"),
        (NOON, "Pacific/Kiritimati", "nl", "02:03"),
        (NOON.replace(day=21), "UTC", "nl", "21 nov 12:03"),
        (NOON.replace(day=21), "UTC", "en", "21 Nov 12:03"),
        (LATE.replace(day=22), "UTC", "nl", "22 nov 23:30"),
        (LATE.replace(day=22), "Europe/Amsterdam", "nl", "00:30"),
        (NOON.replace(month=5, day=1), "Europe/Amsterdam", "nl", "1 mei 14:03"),
    ],
)
def test_a_moment_is_a_clock_today_and_has_its_day_otherwise(moment, timezone, language, told):
    assert clock(moment, timezone, NOON, language) == told


@pytest.mark.parametrize("timezone", ["", "Nergens/Plaats", "../../etc/passwd", "/etc/passwd"])
def test_a_time_zone_that_does_not_exist_is_no_accident(timezone):
    assert clock(NOON, timezone, NOON, "nl") == "12:03"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, ""),
        ({}, ""),
        ({"unit": "weeks"}, ""),
        ({"minimum": 12}, "vanaf 12"),
        ({"maximum": 18}, "tot en met 18"),
        ({"minimum": 12, "maximum": 18}, "12 tot en met 18"),
        ({"minimum": 6, "maximum": 6}, "6"),
        ({"minimum": 0, "maximum": 3}, "0 tot en met 3"),
    ],
)
def test_a_span_tells_what_of_it_was_entered(words, value, told):
    assert span(value, words.texts["nl"]) == told


def test_a_span_has_its_unit_behind_it(words):
    assert span({"minimum": 6, "maximum": 9}, words.texts["nl"], "weken") == "6 tot en met 9 weken"


def test_a_change_without_a_name_was_made_outside_the_workbench(words):
    assert author(stamp(), words.texts["nl"]) == "Noor Voorbeeld"
    assert author(stamp(person=""), words.texts["nl"]) == "iemand buiten de werkbank"
