"""Date formats: TIMEX3 values in a reader's words, and days as a newspaper prints them.

The names are English and fixed: what a page says never depends on the machine's locale.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.language.english.calendar import MONTHS, WEEKDAYS
from digest.rendering.durations import duration

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.model import DateType

_MODS = {
    "START": "start of {}",
    "MID": "middle of {}",
    "END": "end of {}",
    "APPROX": "about {}",
    "BEFORE": "before {}",
    "AFTER": "after {}",
    "ON_OR_BEFORE": "by {}",
    "ON_OR_AFTER": "from {}",
    "LESS_THAN": "less than {}",
    "MORE_THAN": "more than {}",
    "EQUAL_OR_LESS": "at most {}",
    "EQUAL_OR_MORE": "at least {}",
}
_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_PARTS_OF_YEAR = {
    "Q1": "first quarter of",
    "Q2": "second quarter of",
    "Q3": "third quarter of",
    "Q4": "fourth quarter of",
    "H1": "first half of",
    "H2": "second half of",
    **_SEASONS,
}
_PARTS_OF_DAY = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}
_EVERY = {
    "XXXX": "every year",
    "XXXX-XX": "every month",
    "XXXX-WXX": "every week",
    "XXXX-WXX-WE": "every weekend",
    "XXXX-XX-XX": "every day",
}

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", re.ASCII)
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]|WE))?", re.ASCII)
_PART_OF_YEAR = re.compile(r"(\d{4})-([A-Z][A-Z\d])", re.ASCII)
_DECADE = re.compile(r"(\d{3})X?", re.ASCII)
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])", re.ASCII)
_CLOCK = re.compile(r"(\d\d)(?::(\d\d)(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)

_HTML_DATETIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?"
    r"(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?"
    r"|(?P<month>\d{4}-\d\d)"
    r"|(?P<week>\d{4}-W\d\d)"
    r"|(?P<year>\d{4})"
    r"|P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,3})?S)?)?",
    re.ASCII,
)


def short_day(day: date) -> str:
    """Format a day for a caption.

    >>> short_day(date(2020, 9, 3))
    '3 Sep 2020'
    """
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def long_day(day: date) -> str:
    """Format a day for a front page.

    >>> long_day(date(2020, 9, 3))
    'Thursday 3 September 2020'
    """
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_moment(moment: date) -> str:
    """Format a day, and where it is known the time, for a caption.

    >>> short_moment(datetime(2020, 9, 3, 7, 5))
    '3 Sep 2020, 07:05'
    """
    if isinstance(moment, datetime):
        return f"{short_day(moment)}, {moment.hour:02}:{moment.minute:02}"
    return short_day(moment)


@lru_cache(maxsize=4096)
def timex_in_words(value: str, kind: DateType, mod: str = "") -> str:
    """Put a TIMEX3 value into words; a value of an unknown form is given back.

    >>> timex_in_words("2020-05", "DATE", "START"), timex_in_words("XXXX-WXX-4", "SET")
    ('start of May 2020', 'every Thursday')
    """
    if kind == "SET":
        words = _every(value)
    elif "/" in value:
        words = _range(*value.split("/", 1))
    else:
        words = _point(value)
    return _MODS.get(mod, "{}").format(words)


@lru_cache(maxsize=4096)
def html_datetime(value: str) -> str:
    """Give a TIMEX3 value if HTML's `time` element takes it unchanged, else nothing.

    >>> html_datetime("2020-09-03T14:30"), html_datetime("2020-02-30"), html_datetime("P3W")
    ('2020-09-03T14:30', '', '')
    """
    match = _HTML_DATETIME.fullmatch(value)
    if match is None:
        return ""
    try:
        _check_calendar(match["day"], match["month"] or match["year"], match["week"])
    except ValueError:
        return ""
    return value


def _check_calendar(day: str | None, month: str | None, week: str | None) -> None:
    if day:
        date.fromisoformat(day)
    elif month:
        date(int(month[:4]), int(month[5:] or 1), 1)
    elif week:
        date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def _point(value: str) -> str:
    if value in _REFERENCES:
        return _REFERENCES[value]
    if value.startswith("P"):
        return duration(value)
    day, _, clock = value.partition("T")
    words = ", ".join(part for part in (_calendar(day), _clock(clock)) if part)
    return words or value


def _calendar(value: str) -> str:
    for pattern, words in _CALENDAR_FORMS:
        match = pattern.fullmatch(value)
        if match is not None:
            try:
                return words(match)
            except (ValueError, IndexError, KeyError):  # no such day, month, week or season
                return value
    return value


def _day_words(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{int(day)} {_month_name(month)[:3]}{_year(year)}"


def _month_words(match: re.Match[str]) -> str:
    year, month = match.groups()
    name = _month_name(month)
    return name if year == "XXXX" else f"{name[:3]}{_year(year)}"


def _week_words(match: re.Match[str]) -> str:
    year, week, day = match.groups()
    if day == "WE":
        return f"weekend of {short_day(date.fromisocalendar(int(year), int(week), 6))}"
    first = short_day(date.fromisocalendar(int(year), int(week), int(day or 1)))
    return first if day else f"week of {first}"


def _part_of_year_words(match: re.Match[str]) -> str:
    return f"{_PARTS_OF_YEAR[match[2]]} {match[1]}"


def _decade_words(match: re.Match[str]) -> str:
    return f"{match[1]}0s"


_CALENDAR_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_DAY, _day_words),
    (_MONTH, _month_words),
    (_WEEK, _week_words),
    (_PART_OF_YEAR, _part_of_year_words),
    (_DECADE, _decade_words),
)


def _month_name(month: str) -> str:
    number = int(month)
    if number == 0:
        raise ValueError(month)
    return MONTHS[number - 1]


def _year(year: str) -> str:
    return "" if year == "XXXX" else f" {year}"


def _clock(value: str) -> str:
    match = _CLOCK.fullmatch(value)
    if match is None:
        return _PARTS_OF_DAY.get(value, value)
    return f"{match[1]}:{match[2] or '00'}"


def _range(first: str, last: str) -> str:
    r"""Format a range, without saying twice what its ends share.

    >>> _range("2021-02-03", "2021-02-07")
    '3–7 Feb 2021'
    """
    ends = _point(first).split(" "), _point(last).split(" ")
    if _DAY.fullmatch(first) and _DAY.fullmatch(last) and ends[0][1:] == ends[1][1:]:
        return f"{ends[0][0]}–{' '.join(ends[1])}"
    if len(ends[0]) > 1 and ends[0][-1] == ends[1][-1]:
        ends[0].pop()
    return f"{' '.join(ends[0])} – {' '.join(ends[1])}"


def _every(value: str) -> str:
    """Format a recurrence.

    >>> _every("XXXX-WXX-4"), _every("P1D"), _every("P2W"), _every("XXXX-09-03")
    ('every Thursday', 'every day', 'every 2 weeks', 'every 3 Sep')
    """
    if value in _EVERY:
        return _EVERY[value]
    weekday = _WEEKDAY.fullmatch(value)
    if weekday is not None:
        return f"every {WEEKDAYS[int(weekday[1]) - 1]}"
    words = _point(value)
    return words if words == value else f"every {words.removeprefix('1 ')}"
