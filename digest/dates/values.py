"""TIMEX3 values: how dates are written at each granularity, and how one is counted from another.

Units have codes: D, W, WE (weekend), M, Q, Y, DE (ten years), CE (a hundred), and TH, TM, TS for
hours, minutes and seconds. A date that no calendar has is written `""`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from digest.dates.context import PartialDate

if TYPE_CHECKING:
    from fractions import Fraction

UNKNOWN = ""
_LAST_YEAR = 9999
_VALUE = re.compile(r"(BC)?(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)|-Q(\d))?")
_SMALLER = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("TH", 24), "TH": ("TM", 60)}


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """Write a year, month or day as ISO 8601 has it, years before Christ as `BC0490`.

    >>> iso(2020, 5), iso(-490), iso(2021, 2, 29)
    ('2020-05', 'BC0490', '')
    """
    if not 0 < abs(year) <= _LAST_YEAR or (day and not _exists(year, month or 1, day)):
        return UNKNOWN
    parts = [f"{year:04d}" if year > 0 else f"BC{-year:04d}"]
    return "-".join([*parts, *(f"{part:02d}" for part in (month, day) if part)])


def _exists(year: int, month: int, day: int) -> bool:
    return as_date(PartialDate(year if year > 0 else 4, month, day)) is not None


def as_date(named: PartialDate) -> date | None:
    """Return the day that is named, if it is one and the calendar has it."""
    if named.month is None or named.day is None:
        return None
    try:
        return date(named.year, named.month, named.day)
    except ValueError:
        return None


def from_date(day: date) -> PartialDate:
    """Make a named date of a day."""
    return PartialDate(day.year, day.month, day.day)


def later(day: date, days: int) -> date | None:
    """Return the day so many days later, if the calendar has it."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def write_day(day: date | None) -> str:
    """Write a day as ISO 8601 has it."""
    return UNKNOWN if day is None else iso(day.year, day.month, day.day)


def named_in(value: str) -> PartialDate | None:
    """Return the date that a value begins with, so far as it is a year, a month or a day.

    >>> named_in("2020-09-03TMO"), named_in("PRESENT_REF")
    (PartialDate(year=2020, month=9, day=3), None)
    """
    found = _VALUE.match(value)
    if not found:
        return None
    year = -int(found[2]) if found[1] else int(found[2])
    month = 3 * int(found[6]) if found[6] else int(found[3] or 0)
    return PartialDate(year, month or None, int(found[4]) if found[4] else None)


def counted(start: PartialDate, number: int, unit: str) -> str:
    """Return the date so many units after another (before, if negative), as exact as the unit.

    >>> counted(PartialDate(2020, 9, 3), -3, "W"), counted(PartialDate(2020), -1, "DE")
    ('2020-W33', '201')
    """
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    if years:
        return _write_years(start.year + number * years, unit)
    if unit in ("M", "Q"):
        return _count_months(start, number * (3 if unit == "Q" else 1), unit)
    day = as_date(start)
    moved = day and later(day, number * (1 if unit == "D" else 7))
    if moved is None or unit not in ("D", "W", "WE"):
        return UNKNOWN
    return write_day(moved) if unit == "D" else write_week(moved, weekend=unit == "WE")


def day_months_before(day: date, months: int) -> str:
    """Return the same day of an earlier month, if that month has it.

    >>> day_months_before(date(2020, 7, 15), 240)
    '2000-07-15'
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return iso(year, month + 1, day.day) if year > 0 else UNKNOWN


def _write_years(year: int, unit: str) -> str:
    width = {"Y": 4, "DE": 3, "CE": 2}[unit]
    return iso(year)[: width + 2 * (year < 0)]


def _count_months(start: PartialDate, months: int, unit: str) -> str:
    if start.month is None:
        return UNKNOWN
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return iso(year, month + 1) if unit == "M" else write_quarter(year, month // 3 + 1)


def write_week(day: date, *, weekend: bool = False) -> str:
    """Return the ISO week of a day, or its weekend."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}" + ("-WE" if weekend else "")


def write_quarter(year: int, quarter: int) -> str:
    """Write a quarter of a year, such as 2020-Q3."""
    return f"{iso(year)}-Q{quarter}" if iso(year) else UNKNOWN


def write_duration(number: Fraction | None, unit: str) -> str:
    """Write a period: so many units, X where the number is not told.

    >>> from fractions import Fraction
    >>> write_duration(Fraction(5, 2), "Y"), write_duration(Fraction(11), "TH")
    ('P2Y6M', 'PT11H')
    >>> write_duration(Fraction(2), "DE"), write_duration(None, "DE")
    ('P20Y', 'PXDE')
    """
    if number is None:
        return write_period("X", unit)
    number, unit = _in_years(number, unit)
    whole, part = divmod(number, 1)
    if not part:
        return write_period(str(whole), unit)
    if unit not in _SMALLER:
        return write_period(f"{float(number):g}", unit)
    smaller, many = _SMALLER[unit]
    rest = write_period(str(round(part * many)), smaller)
    return rest if not whole else joined(write_period(str(whole), unit), rest)


def joined(larger: str, smaller: str) -> str:
    """Two periods as one.

    >>> joined("PT1H", "PT13M"), joined("P1D", "PT2H")
    ('PT1H13M', 'P1DT2H')
    """
    return larger + smaller.removeprefix("PT" if "T" in larger else "P")


def _in_years(number: Fraction, unit: str) -> tuple[Fraction, str]:
    years = {"DE": 10, "CE": 100}.get(unit, 0)
    return (number * years, "Y") if years else (number, unit)


def write_period(number: str, unit: str) -> str:
    """Write a period of a unit, its number as it is said.

    >>> write_period("1.5", "Y"), write_period("X", "TM")
    ('P1.5Y', 'PTXM')
    """
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"
