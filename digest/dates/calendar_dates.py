"""Resolvers for dates that a calendar names: days, weekdays, months, years, holidays."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from digest.dates import values
from digest.dates.context import Named, Value

if TYPE_CHECKING:
    from digest.dates.context import Pieces, Scene

# How much nearer (in days) a date against the direction of its sentence must be.
_AGAINST = 60
_MONTH_PAST = 60
_MONTH_FUTURE = 150
_WEEK = 7
_SOON = 6


def full_date(pieces: Pieces, scene: Scene) -> Value:
    """A day of a month, in the year that is named or in the fitting one."""
    year, month, day = said_year(pieces), int(pieces["month"]), int(pieces["day"])
    if year is None:
        year = _fitting_year(month, day, scene)
    return _with_part(values.iso(year, month, day) if year else values.UNKNOWN, pieces)


def past_date(pieces: Pieces, scene: Scene) -> Value:
    """A day of a month without its year: the last one before the day of writing."""
    month, day = int(pieces["month"]), int(pieces["day"])
    if scene.narrative:
        return full_date(pieces, scene)
    year = scene.written.year - ((month, day) >= (scene.written.month, scene.written.day))
    return Value("DATE", values.iso(year, month, day))


def date_range(pieces: Pieces, scene: Scene) -> Value:
    """Two days of one month as an interval."""
    first = full_date(pieces, scene).value
    month = pieces.get("until_month") or pieces["month"]
    year = values.named_in(first)
    last = values.iso(year.year, int(month), int(pieces["until"])) if year else values.UNKNOWN
    return Value("DATE", f"{first}/{last}" if first < last else first)


def numeric_date(pieces: Pieces, scene: Scene) -> Value:
    """A day in figures: the month first, unless there is no such month."""
    del scene
    first, second, year = (int(pieces[name]) for name in ("first", "second", "year"))
    month, day = (second, first) if first > 12 else (first, second)  # noqa: PLR2004 - months
    return Value("DATE", values.iso(year, month, day) if month <= 12 else values.UNKNOWN)  # noqa: PLR2004


def month(pieces: Pieces, scene: Scene) -> Value:
    """A month, in the year that is named or in the fitting one."""
    number = int(pieces["month"])
    year = said_year(pieces)
    if year is None:
        year = _year_of_month(number, scene)
    return _with_part(values.iso(year, number), pieces)


def related_month(pieces: Pieces, scene: Scene) -> Value:
    """`last May`, `next May`: the nearest one strictly before or after; `this May`: this year's."""
    number = int(pieces["month"])
    this = scene.written.year
    passed = number < scene.written.month
    begun = number <= scene.written.month
    year = {"last": this - (not passed), "this": this, "next": this + begun}[pieces["which"]]
    return Value("DATE", values.iso(year, number))


def related_year(pieces: Pieces, scene: Scene) -> Value:
    """A day or month of `last year`, `this year` or `next year`."""
    year = scene.written.year + {"last": -1, "this": 0, "next": 1}[pieces["which"]]
    day = int(pieces["day"]) if "day" in pieces else None
    return Value("DATE", values.iso(year, int(pieces["month"]), day))


def named_year(pieces: Pieces, scene: Scene) -> Value:
    """A day or month `of that year`: the last year named."""
    day = int(pieces["day"]) if "day" in pieces else None
    return Value("DATE", values.iso(scene.focus.year, int(pieces["month"]), day))


def year(pieces: Pieces, scene: Scene) -> Value:
    """A year by its number."""
    del scene
    return Value("DATE", values.iso(said_year(pieces) or 0))


def plausible_year(pieces: Pieces, scene: Scene) -> Value | None:
    """A number that is a year only if it lies near the article's own, or the article is history."""
    number = int(pieces["modern"])
    near = scene.written.year - 120 <= number <= scene.written.year + 40
    return Value("DATE", values.iso(number)) if near or scene.narrative else None


def short_year(pieces: Pieces, scene: Scene) -> Value | None:
    """The second of two years in two figures, as in `1939-45`."""
    start = scene.focus.year
    year = start - start % 100 + int(pieces["yy"])
    return Value("DATE", values.iso(year)) if year > start else None


def decade(pieces: Pieces, scene: Scene) -> Value:
    """Ten years: `the 1990s`, and the latest such where no century is told."""
    if "decade" in pieces:
        return Value("DATE", pieces["decade"][:3])
    tens = int(pieces.get("tens") or pieces["worded"])
    start = scene.focus.year if scene.narrative else scene.written.year
    year = start - start % 100 + tens
    return Value("DATE", values.counted(Named(year if year <= start else year - 100), 0, "DE"))


def century(pieces: Pieces, scene: Scene) -> Value:
    """A hundred years by their number."""
    del scene
    number = int(pieces["nth"])
    if pieces.get("era") == "BC":
        return Value("DATE", f"BC{number - 1:02d}")
    return Value("DATE", f"{number - 1:02d}" if number else values.UNKNOWN)


def weekday(pieces: Pieces, scene: Scene) -> Value:
    """A day of the week: the latest, or the next where the sentence looks ahead."""
    return _with_part(values.write_day(_weekday(int(pieces["weekday"]), scene)), pieces)


def related_weekday(pieces: Pieces, scene: Scene) -> Value:
    """`last Monday`, `next Monday`: strictly before or after; `this Monday`: this week's."""
    number = int(pieces["weekday"])
    ahead = (number - scene.written.weekday()) % _WEEK
    days = {"last": ahead - _WEEK, "next": ahead or _WEEK}.get(pieces["which"])
    if days is None and scene.lean != "none":
        return weekday(pieces, scene)
    if days is None:
        days = number - scene.written.weekday()
    return _with_part(values.write_day(values.later(scene.written, days)), pieces)


def weekday_of_week(pieces: Pieces, scene: Scene) -> Value:
    """A day of last, this or next week."""
    weeks = {"last": -1, "this": 0, "next": 1}[pieces["which"]]
    days = int(pieces["weekday"]) - scene.written.weekday() + weeks * _WEEK
    return Value("DATE", values.write_day(values.later(scene.written, days)))


def relative_day(pieces: Pieces, scene: Scene) -> Value:
    """`today`, `yesterday`, `tomorrow`, `this morning`, `last night`."""
    day = values.later(scene.written, int(pieces.get("relative", "0")))
    return _with_part(values.write_day(day), pieces)


def tonight(pieces: Pieces, scene: Scene) -> Value:
    """The night of the day of writing."""
    del pieces
    return Value("TIME", values.write_day(scene.written) + "TNI")


def last_night(pieces: Pieces, scene: Scene) -> Value:
    """A part of the day before."""
    return _with_part(values.write_day(values.later(scene.written, -1)), pieces)


def fixed(pieces: Pieces, scene: Scene) -> Value:
    """Return the one date that the words always mean."""
    del scene
    return Value("DATE", pieces["value"])


def holiday(pieces: Pieces, scene: Scene) -> Value:
    """A holiday, in the year that is named or the nearest one."""
    year = said_year(pieces)
    if year is None and "which" in pieces:
        year = scene.written.year + {"last": -1, "this": 0, "next": 1}[pieces["which"]]
    if year is None and scene.narrative:
        year = scene.focus.year
    if year is not None:
        return Value("DATE", values.write_day(_holiday(pieces["holiday"], year)))
    near = [_holiday(pieces["holiday"], scene.written.year + shift) for shift in (-1, 0, 1)]
    days = [day for day in near if day]
    return Value("DATE", values.write_day(min(days, key=lambda day: _apart(day, scene))))


def said_year(pieces: Pieces) -> int | None:
    """The year that is named, negative before Christ."""
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


def _apart(day: date, scene: Scene) -> int:
    return abs((day - scene.written).days)


def _fitting_year(month: int, day: int, scene: Scene) -> int | None:
    if scene.narrative:
        return scene.focus.year
    ahead = scene.lean in ("strong", "weak")
    days = [values.as_date(Named(scene.written.year + shift, month, day)) for shift in (-1, 0, 1)]

    def distance(candidate: date) -> int:
        against = candidate < scene.written if ahead else candidate > scene.written
        return _apart(candidate, scene) + _AGAINST * against

    found = [candidate for candidate in days if candidate]
    return min(found, key=distance).year if found else None


def _year_of_month(month: int, scene: Scene) -> int:
    this = scene.written.year
    if scene.narrative:
        return scene.focus.year
    if scene.lean == "strong":
        return this + (month < scene.written.month)
    past, future = (_MONTH_PAST, 0) if scene.lean == "weak" else (0, _MONTH_FUTURE)

    def distance(year: int) -> int:
        days = ((year - this) * 12 + month - scene.written.month) * 30
        return abs(days) + (past if days < 0 else future if days > 0 else 0)

    return min((this, this - 1, this + 1), key=distance)


def _weekday(number: int, scene: Scene) -> date | None:
    ahead = (number - scene.written.weekday()) % _WEEK
    coming = scene.lean == "strong" or (scene.lean == "weak" and ahead < _SOON)
    back = ahead - _WEEK if ahead else 0
    return values.later(scene.written, ahead if coming and not scene.owning else back)


def _holiday(code: str, year: int) -> date | None:
    """The day of a holiday: `M-D`, `M/weekday/nth` (-1: the last), or `E` days from Easter."""
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
