"""Durations in words."""

from __future__ import annotations

import re

_CALENDAR_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "WE": "weekend",
    "D": "day",
    "Q": "quarter",
    "DE": "decade",
    "CE": "century",
}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?|X+)(DE|CE|WE|[YMWDQHS])", re.ASCII)


def duration(value: str) -> str:
    """Put a TIMEX3 duration into words; one of an unknown form is given back.

    >>> duration("P1Y2M"), duration("PT30M"), duration("PXD")
    ('1 year 2 months', '30 minutes', 'some days')
    """
    calendar, _, clock = value[1:].partition("T")
    words = [*_amounts(calendar, _CALENDAR_UNITS), *_amounts(clock, _CLOCK_UNITS)]
    return " ".join(words) or value


def _amounts(value: str, units: dict[str, str]) -> list[str]:
    return [
        f"{'some' if 'X' in number else number} {_plural(units[unit], number)}"
        for number, unit in _AMOUNT.findall(value)
        if unit in units
    ]


def _plural(unit: str, number: str) -> str:
    if number == "1":
        return unit
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit != "day" else f"{unit}s"
