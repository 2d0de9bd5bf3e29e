"""Days that are asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from digest.errors import SettingsError
from digest.model import Article, Origin
from digest.pipeline.calendar import Period, by_day, day_meant, period

TODAY = date(2020, 9, 7)


def dated(published: date, name: str) -> Article:
    return Article(name, "Text.", published, Origin(name))


def test_days_back_count_today() -> None:
    assert day_meant("since", "1d", TODAY) == TODAY


@pytest.mark.parametrize("words", ["yesterday", "2020-13-01", "99999d9", "7 d", "-7d"])
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(SettingsError, match=f"since: not a day: {words}"):
        day_meant("since", words, TODAY)


def test_a_period_must_not_end_before_it_begins() -> None:
    with pytest.raises(SettingsError, match="since: 2020-09-07 lies after until 2020-09-01"):
        period("2020-09-07", "2020-09-01", TODAY)


def test_a_time_counts_for_the_day_in_the_zone_and_a_date_never_shifts() -> None:
    late = dated(datetime(2020, 9, 3, 20, 0, tzinfo=UTC), "late")
    plain = dated(date(2020, 9, 3), "plain")
    days = by_day([late, plain], ZoneInfo("Asia/Kolkata"), Period())
    assert days == {date(2020, 9, 3): (plain,), date(2020, 9, 4): (late,)}


def test_both_ends_are_included() -> None:
    days = [dated(date(2020, 9, day), str(day)) for day in (1, 2, 3, 4)]
    asked = Period(date(2020, 9, 2), date(2020, 9, 3))
    assert list(by_day(days, UTC, asked)) == [date(2020, 9, 2), date(2020, 9, 3)]
