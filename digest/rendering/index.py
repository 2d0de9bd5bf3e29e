"""Index of the days that have a digest: a page, and JSON that the next build reads back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from digest.errors import OutputError
from digest.language.english.calendar import MONTHS, WEEKDAYS
from digest.model import day_folder
from digest.rendering.cleaning import one_line
from digest.rendering.documents import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.rendering.views import Site

SCHEMA = "digest/index/2"
_FORMER_SCHEMA = "digest/index/1"  # calls outlets sources
INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class DayLine:
    """Day in the index: its headlines, and how many articles and outlets it tells of."""

    day: date
    headlines: tuple[str, ...]
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class DayView:
    """Day on the index page; `folder` holds its files, as a path from there."""

    day: str
    folder: str
    weekday: str
    number: int
    headlines: tuple[str, ...]
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class MonthView:
    """Days of one month, newest first."""

    name: str
    days: tuple[DayView, ...]


def month_views(days: Iterable[DayLine]) -> tuple[MonthView, ...]:
    """Group days by month, newest first."""
    ordered = sorted(days, key=lambda line: line.day, reverse=True)
    months = groupby(ordered, key=lambda line: (line.day.year, line.day.month))
    return tuple(
        MonthView(f"{MONTHS[month - 1]} {year}", tuple(map(_day_view, lines)))
        for (year, month), lines in months
    )


def _day_view(line: DayLine) -> DayView:
    return DayView(
        day=line.day.isoformat(),
        folder=str(day_folder(line.day)),
        weekday=WEEKDAYS[line.day.weekday()],
        number=line.day.day,
        headlines=tuple(map(one_line, line.headlines)),
        articles=line.articles,
        outlets=line.outlets,
    )


def index_document(days: Sequence[DayLine], site: Site) -> bytes:
    """Encode the index as JSON, newest day first, in the form that `schema.json` describes."""
    ordered = sorted(days, key=lambda line: line.day, reverse=True)
    return encoded(
        {
            "schema": SCHEMA,
            "title": site.title,
            "zone": site.zone_name,
            "built": site.built.isoformat() if site.built else None,
            "days": [_day_document(line) for line in ordered],
        }
    )


def _day_document(line: DayLine) -> dict[str, object]:
    return {
        "day": line.day.isoformat(),
        "path": str(day_folder(line.day)),
        "headlines": list(line.headlines),
        "articles": line.articles,
        "outlets": line.outlets,
    }


def day_lines(index_json: bytes) -> tuple[DayLine, ...]:
    """Read `index.json` back, of this form or the one before, in its own order.

    Raises OutputError where it is none of ours.
    """
    try:
        document = json.loads(index_json)
        schema = document["schema"]
        if schema not in (SCHEMA, _FORMER_SCHEMA):
            raise OutputError(INDEX, f"has the schema {schema!r}, not {SCHEMA!r}")
        outlets = "outlets" if schema == SCHEMA else "sources"
        return tuple(_day_line(line, outlets) for line in document["days"])
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        reason = f"is no index of digests ({type(error).__name__}: {error})"
        raise OutputError(INDEX, reason) from error


def _day_line(line: Mapping[str, object], outlets: str) -> DayLine:
    day, headlines = line["day"], line["headlines"]
    if not isinstance(day, str) or not isinstance(headlines, list):
        message = "a day needs its date and its headlines"
        raise TypeError(message)
    if not all(isinstance(headline, str) for headline in headlines):
        message = f"{day} has a headline that is no text"
        raise TypeError(message)
    return DayLine(
        date.fromisoformat(day), tuple(headlines), _count(line, "articles"), _count(line, outlets)
    )


def _count(line: Mapping[str, object], name: str) -> int:
    value = line[name]
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        message = f"{name} must be a count, not {value!r}"
        raise TypeError(message)
    return value
