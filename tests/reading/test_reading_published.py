from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.reading.outcome import RefusedError
from digest.reading.published import published

INDIA = timezone(timedelta(hours=5, minutes=30))
PARIS = ZoneInfo("Europe/Paris")
TEN_UTC = datetime(2020, 6, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-06-23", date(2020, 6, 23)),
        (" 2020-06-23\n", date(2020, 6, 23)),
        ("2020-06-23T10:00:00Z", TEN_UTC),
        ("2020-06-23T10:00Z", TEN_UTC),
        ("2020-06-23 10:00:00+00:00", TEN_UTC),
        ("2020-06-23 10:00:00 UTC", TEN_UTC),
        ("2020-06-23 15:30:00 +0530", datetime(2020, 6, 23, 15, 30, tzinfo=INDIA)),
        ("2020-06-23T10:00:00.250Z", TEN_UTC + timedelta(milliseconds=250)),
        ("2020-06-23T15:30:00+05:30", datetime(2020, 6, 23, 15, 30, tzinfo=INDIA)),
        ("2020-06-23T10:00:00", datetime(2020, 6, 23, 10, tzinfo=PARIS)),
        ("2020-06-23 10:00", datetime(2020, 6, 23, 10, tzinfo=PARIS)),
        ("Tue, 23 Jun 2020 10:00:00 GMT", TEN_UTC),
        ("23 Jun 2020 15:30:00 +0530", datetime(2020, 6, 23, 15, 30, tzinfo=INDIA)),
        ("Tue, 23 Jun 2020 10:00:00 -0000", TEN_UTC),
        ("Tue, 23 Jun 2020 10:00:00", datetime(2020, 6, 23, 10, tzinfo=PARIS)),
        (1592906400, TEN_UTC),
        (1592906400.25, TEN_UTC + timedelta(milliseconds=250)),
        (1592906400000, TEN_UTC),
        (-86400, datetime(1969, 12, 31, tzinfo=UTC)),
    ],
)
def test_every_form_is_understood(value: object, expected: date) -> None:
    found = published(value, PARIS)
    assert (type(found), found, found.isoformat()) == (
        type(expected),
        expected,
        expected.isoformat(),
    )


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "no date"),
        ("", "no date"),
        ("  ", "no date"),
        ("2020-13-45", "not a date: 2020-13-45"),
        ("2019-02-29T10:00:00Z", "not a date: 2019-02-29T10:00:00Z"),
        ("yesterday", "not a date: yesterday"),
        ("x\u202e\n" + "y" * 99, "not a date: x " + "y" * 58),
        ("Tue, 33 Jun 2020 10:00:00 GMT", "not a date: Tue, 33 Jun 2020 10:00:00 GMT"),
        ("0999-12-31", "not a date: 0999-12-31"),
        ("10000-01-01", "not a date: 10000-01-01"),
        ("9999-12-31T23:00:00-05:00", "not a date: 9999-12-31T23:00:00-05:00"),
        (10**400, "not a date: 1" + "0" * 59),
        (float("inf"), "not a date: inf"),
        (float("nan"), "not a date: nan"),
        (-40_000_000_000, "not a date: -40000000000"),
        (True, "not a date: true or false"),
        ({"year": 2020}, "not a date: an object"),
        ([2020], "not a date: a list"),
    ],
)
def test_what_is_no_date_is_shown(value: object, reason: str) -> None:
    with pytest.raises(RefusedError) as caught:
        published(value, PARIS)
    assert str(caught.value) == reason


@given(st.dates(date(1000, 1, 1)), st.timezones())
def test_a_plain_date_is_the_same_in_every_zone(day: date, zone: ZoneInfo) -> None:
    found = published(day.isoformat(), zone)
    assert (type(found), found) == (date, day)


@given(st.text() | st.integers() | st.floats() | st.from_regex(r"\d{4}-\d\d-\d\d.\d\d:\d\d.{0,9}"))
def test_anything_is_a_date_or_refused(value: object) -> None:
    with suppress(RefusedError):
        assert published(value, PARIS).year in range(999, 10_000)


@given(st.text(alphabet="0123456789 JunTue,:+-GMTZ", max_size=40))
def test_anything_like_a_date_is_one_or_refused(value: str) -> None:
    with suppress(RefusedError):
        assert published(value, PARIS).year in range(999, 10_000)
