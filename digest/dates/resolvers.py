"""Resolvers by the names that a language's rules give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from digest.dates import calendar_dates as calendar
from digest.dates import durations as length
from digest.dates import relative_dates as relative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.dates.context import Resolver

RESOLVERS: Final[Mapping[str, Resolver]] = {
    resolver.__name__: resolver
    for resolver in (
        calendar.full_date,
        calendar.past_date,
        calendar.date_range,
        calendar.numeric_date,
        calendar.month,
        calendar.related_month,
        calendar.related_year,
        calendar.named_year,
        calendar.year,
        calendar.plausible_year,
        calendar.short_year,
        calendar.decade,
        calendar.century,
        calendar.weekday,
        calendar.related_weekday,
        calendar.weekday_of_week,
        calendar.relative_day,
        calendar.tonight,
        calendar.last_night,
        calendar.holiday,
        relative.related_unit,
        relative.written_unit,
        relative.same_unit,
        relative.edge_of_unit,
        relative.shifted_unit,
        relative.weekend,
        relative.year_end,
        relative.day_before,
        relative.the_day,
        relative.part_before,
        relative.two_days_ago,
        relative.in_two_days,
        relative.ago,
        relative.from_now,
        relative.ago_to_the_day,
        relative.earlier,
        relative.season,
        relative.quarter,
        relative.last_quarter,
        relative.half,
        relative.latest_quarter,
        relative.year_ago_quarter,
        relative.same_period,
        length.duration,
        length.long_and_short,
        length.plural,
        length.every,
        length.every_other,
        length.every_once,
        length.rate,
        length.every_weekday,
        length.every_part,
        calendar.fixed,
        length.fixed_duration,
        length.vague,
    )
}
# Their values depend on what the sentence tells of past and future,
BY_DIRECTION: Final = calendar.BY_DIRECTION | relative.BY_DIRECTION
# on the dates named before,
BY_DATES_BEFORE: Final = calendar.BY_DATES_BEFORE | relative.BY_DATES_BEFORE
# or on whether the article tells history.
BY_GENRE: Final = calendar.BY_GENRE | relative.BY_GENRE
