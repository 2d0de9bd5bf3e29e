"""Incomplete dates of web pages, rewritten so that nobody completes them from the present day.

htmldate hands what begins with a year, but is no date of ISO 8601, to dateutil, which takes a day
or a month that is missing from the clock. Neither has a setting for it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ATTRIBUTES = ("content", "datetime", "title")
_YEAR_FIRST = re.compile(r"\s*\d{4}(?!\d{4})")
_AFTER_LAST_DIGIT = re.compile(r"\D+$")
# As much of a string as htmldate looks at, and as little in the text of an element.
_MAX_CHARACTERS = 52
_MIN_CHARACTERS = 7
# A year alone is no date to htmldate.
_YEAR_DIGITS = 4
_YEARS = range(1900, 2100)
# The first completes a date; where the second leads to another one, it is incomplete.
_DEFAULTS = (datetime(1, 1, 1), datetime(2, 2, 2))  # noqa: DTZ001 - dateutil's have no zone


def with_fixed_dates(tree: HtmlElement) -> HtmlElement | None:
    """Copy of a page in which dates without a day are of the first; None where it has none.

    Fit for htmldate alone, as it is no longer what a reader sees.
    """
    if not any(True for _ in _incomplete(tree)):
        return None
    fixed = deepcopy(tree)
    for element, attribute, value in list(_incomplete(fixed)):
        if attribute:
            element.set(attribute, value)
        else:
            element.text = value
    return fixed


def _incomplete(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str, str]]:
    """Elements with the attribute, or the empty name for the text, and its new value."""
    for element in tree.iter("*"):
        for attribute in _ATTRIBUTES:
            fixed = _fixed(element.get(attribute) or "")
            if fixed:
                yield element, attribute, fixed
        if element.text and _YEAR_FIRST.match(element.text):
            text = " ".join(element.text_content().split())
            fixed = _fixed(element.text) or _fixed(text)
            if fixed and len(text) >= _MIN_CHARACTERS:
                yield element, "", fixed


def _fixed(value: str) -> str:
    """Read an incomplete date in a form that only patterns read; None where it is none.

    >>> _fixed("2020/06"), _fixed("2020 Jun"), _fixed("2020-06-23"), _fixed("2020 articles")
    ('(2020-06', '', '', '')
    """
    if not _YEAR_FIRST.match(value):
        return ""
    value = " ".join(value.split())[:_MAX_CHARACTERS]
    return _completed(value) or _completed(_AFTER_LAST_DIGIT.sub("", value))


def _completed(value: str) -> str:
    if sum(map(str.isdigit, value)) <= _YEAR_DIGITS:
        return ""
    first, second = (_parsed(value, default) for default in _DEFAULTS)
    if first is None or second is None or first.date() == second.date():
        return ""
    if first.year not in _YEARS:
        return f"({value}"
    return f"({first:%Y-%m}" if first.day == 1 else f"({first:%Y-%m-%d}"


def _parsed(value: str, default: datetime) -> datetime | None:
    from dateutil.parser import parse  # type: ignore[import-untyped]

    try:
        moment: datetime = parse(value, default=default, ignoretz=True)
    except (OverflowError, TypeError, ValueError):
        return None
    return moment
