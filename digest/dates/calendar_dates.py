"""Resolvers for dates that a calendar names: days, weekdays, months, years, holidays."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from digest.dates import values
from digest.dates.context import PartialDate, Value

if TYPE_CHECKING:
    from digest.dates.context import Context, Pieces

# How much nearer (in days) a date against the direction of its sentence must be.
_AGAINST = 60
_MONTH_PAST = 60
_MONTH_FUTURE = 150
_WEEK = 7
_SOON = 6


def full_date(pieces: Pieces, context: Context) -> Value:
    """Resolve a day of a month, in the year that is named or in the fitting one."""
    year, month, day = said_year(pieces), int(pieces["month"]), int(pieces["day"])
    if year is None:
        year = _fitting_year(month, day, context)
    return _with_part(values.iso(year, month, day) if year else values.UNKNOWN, pieces)


def past_date(pieces: Pieces, context: Context) -> Value:
    """Resolve a day of a month without its year: the last one before the day of writing."""
    month, day = int(pieces["month"]), int(pieces["day"])
    if context.narrative:
        return full_date(pieces, context)
    year = context.written.year - ((month, day) >= (context.written.month, context.written.day))
    return Value("DATE", values.iso(year, month, day))


def date_range(pieces: Pieces, context: Context) -> Value:
    """Two days of one month as an interval."""
    first = full_date(pieces, context).value
    month = pieces.get("until_month") or pieces["month"]
    year = values.named_in(first)
    last = values.iso(year.year, int(month), int(pieces["until"])) if year else values.UNKNOWN
    return Value("DATE", f"{first}/{last}" if first < last else first)


def numeric_date(pieces: Pieces, context: Context) -> Value:
    """Resolve a day in figures: the month first, unless there is no such month."""
    del context
    first, second, year = (int(pieces[name]) for name in ("first", "second", "year"))
    month, day = (second, first) if first > 12 else (first, second)  # noqa: PLR2004 - months
    return Value("DATE", values.iso(year, month, day) if month <= 12 else values.UNKNOWN)  # noqa: PLR2004


def month(pieces: Pieces, context: Context) -> Value:
    """Resolve a month, in the year that is named or in the fitting one."""
    number = int(pieces["month"])
    year = said_year(pieces)
    if year is None:
        year = _year_of_month(number, context)
    return _with_part(values.iso(year, number), pieces)


def related_month(pieces: Pieces, context: Context) -> Value:
    """`last May`, `next May`: the nearest one strictly before or after; `this May`: this year's."""
    number = int(pieces["month"])
    this = context.written.year
    passed = number < context.written.month
    begun = number <= context.written.month
    year = {"last": this - (not passed), "this": this, "next": this + begun}[pieces["which"]]
    return Value("DATE", values.iso(year, number))


def related_year(pieces: Pieces, context: Context) -> Value:
    """Resolve a day or month of `last year`, `this year` or `next year`."""
    year = context.written.year + {"last": -1, "this": 0, "next": 1}[pieces["which"]]
    day = int(pieces["day"]) if "day" in pieces else None
    return Value("DATE", values.iso(year, int(pieces["month"]), day))


def named_year(pieces: Pieces, context: Context) -> Value:
    """Resolve a day or month `of that year`: the last year named."""
    day = int(pieces["day"]) if "day" in pieces else None
    return Value("DATE", values.iso(context.focus.year, int(pieces["month"]), day))


def year(pieces: Pieces, context: Context) -> Value:
    """Resolve a year by its number."""
    del context
    return Value("DATE", values.iso(said_year(pieces) or 0))


def plausible_year(pieces: Pieces, context: Context) -> Value | None:
    """Resolve a number as a year if it lies near the article's own, or the article is history."""
    number = int(pieces["modern"])
    near = context.written.year - 120 <= number <= context.written.year + 40
    return Value("DATE", values.iso(number)) if near or context.narrative else None


def short_year(pieces: Pieces, context: Context) -> Value | None:
    """Return the second of two years in two figures, as in `1939-45`."""
    start = context.focus.year
    year = start - start % 100 + int(pieces["yy"])
    return Value("DATE", values.iso(year)) if year > start else None


def decade(pieces: Pieces, context: Context) -> Value:
    """Ten years: `the 1990s`, and the latest such where no century is told."""
    if "decade" in pieces:
        return Value("DATE", pieces["decade"][:3])
    tens = int(pieces.get("tens") or pieces["worded"])
    start = context.focus.year if context.narrative else context.written.year
    year = start - start % 100 + tens
    return Value(
        "DATE", values.counted(PartialDate(year if year <= start else year - 100), 0, "DE")
    )


def century(pieces: Pieces, context: Context) -> Value:
    """Resolve a hundred years by their number."""
    del context
    number = int(pieces["nth"])
    if pieces.get("era") == "BC":
        return Value("DATE", f"BC{number - 1:02d}")
    return Value("DATE", f"{number - 1:02d}" if number else values.UNKNOWN)


def weekday(pieces: Pieces, context: Context) -> Value:
    """Resolve a day of the week: the latest, or the next where the sentence looks ahead."""
    return _with_part(values.write_day(_weekday(int(pieces["weekday"]), context)), pieces)


def related_weekday(pieces: Pieces, context: Context) -> Value:
    """`last Monday`, `next Monday`: strictly before or after; `this Monday`: this week's."""
    number = int(pieces["weekday"])
    ahead = (number - context.written.weekday()) % _WEEK
    days = {"last": ahead - _WEEK, "next": ahead or _WEEK}.get(pieces["which"])
    if days is None and context.direction != "none":
        return weekday(pieces, context)
    if days is None:
        days = number - context.written.weekday()
    return _with_part(values.write_day(values.later(context.written, days)), pieces)


def weekday_of_week(pieces: Pieces, context: Context) -> Value:
    """Resolve a day of last, this or next week."""
    weeks = {"last": -1, "this": 0, "next": 1}[pieces["which"]]
    days = int(pieces["weekday"]) - context.written.weekday() + weeks * _WEEK
    return Value("DATE", values.write_day(values.later(context.written, days)))


def relative_day(pieces: Pieces, context: Context) -> Value:
    """`today`, `yesterday`, `tomorrow`, `this morning`, `last night`."""
    day = values.later(context.written, int(pieces.get("relative", "0")))
    return _with_part(values.write_day(day), pieces)


def tonight(pieces: Pieces, context: Context) -> Value:
    """Return the night of the day of writing."""
    del pieces
    return Value("TIME", values.write_day(context.written) + "TNI")


def last_night(pieces: Pieces, context: Context) -> Value:
    """Resolve a part of the day before."""
    return _with_part(values.write_day(values.later(context.written, -1)), pieces)


def fixed(pieces: Pieces, context: Context) -> Value:
    """Return the one date that the words always mean."""
    del context
    return Value("DATE", pieces["value"])


def holiday(pieces: Pieces, context: Context) -> Value:
    """Resolve a holiday, in the year that is named or the nearest one."""
    year = said_year(pieces)
    if year is None and "which" in pieces:
        year = context.written.year + {"last": -1, "this": 0, "next": 1}[pieces["which"]]
    if year is None and context.narrative:
        year = context.focus.year
    if year is not None:
        return Value("DATE", values.write_day(_holiday(pieces["holiday"], year)))
    near = [_holiday(pieces["holiday"], context.written.year + shift) for shift in (-1, 0, 1)]
    days = [day for day in near if day]
    return Value("DATE", values.write_day(min(days, key=lambda day: _apart(day, context))))


def said_year(pieces: Pieces) -> int | None:
    """Return the year that is named, negative before Christ."""
    said = pieces.get("year") or pieces.get("ancient")
    if said is None:
        return None
    return -int(said) if pieces.get("era") == "BC" else int(said)


def _with_part(day: str, pieces: Pieces) -> Value:
    if "clock" in pieces:
        return Value("TIME", f"{day}T{pieces['clock']}{pieces.get('zone', '')}" if day else "")
    if "part" in pieces:
        return Value("TIME", f"{day}T{pieces['part']}" if day else "")
    return Value("DATE", day)


def _apart(day: date, context: Context) -> int:
    return abs((day - context.written).days)


def _fitting_year(month: int, day: int, context: Context) -> int | None:
    if context.narrative:
        return context.focus.year
    ahead = context.direction in ("strong", "weak")
    days = [
        values.as_date(PartialDate(context.written.year + shift, month, day))
        for shift in (-1, 0, 1)
    ]

    def distance(candidate: date) -> int:
        against = candidate < context.written if ahead else candidate > context.written
        return _apart(candidate, context) + _AGAINST * against

    found = [candidate for candidate in days if candidate]
    return min(found, key=distance).year if found else None


def _year_of_month(month: int, context: Context) -> int:
    this = context.written.year
    if context.narrative:
        return context.focus.year
    if context.direction == "strong":
        return this + (month < context.written.month)
    past, future = (_MONTH_PAST, 0) if context.direction == "weak" else (0, _MONTH_FUTURE)

    def distance(year: int) -> int:
        days = ((year - this) * 12 + month - context.written.month) * 30
        return abs(days) + (past if days < 0 else future if days > 0 else 0)

    return min((this, this - 1, this + 1), key=distance)


def _weekday(number: int, context: Context) -> date | None:
    ahead = (number - context.written.weekday()) % _WEEK
    coming = context.direction == "strong" or (context.direction == "weak" and ahead < _SOON)
    back = ahead - _WEEK if ahead else 0
    return values.later(context.written, ahead if coming and not context.owning else back)


def _holiday(code: str, year: int) -> date | None:
    """Return the day of a holiday: `M-D`, `M/weekday/nth` (-1: last), or `E` days from Easter."""
    if not date.min.year < year < date.max.year:
        return None
    if code.startswith("E"):
        return values.later(_easter(year), int(code[1:]))
    if "-" in code and "/" not in code:
        return date(year, *map(int, code.split("-")))
    month, weekday, nth = map(int, code.split("/"))
    weeks = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, weeks[nth - 1 if nth > 0 else nth])


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


# What these give depends on what the sentence says of its direction,
BY_DIRECTION = frozenset((full_date, date_range, month, weekday, related_weekday))
# on the dates named before,
BY_DATES_BEFORE = frozenset((named_year, short_year))
# or on whether the article tells history.
BY_GENRE = frozenset((full_date, past_date, date_range, month, plausible_year, decade, holiday))
