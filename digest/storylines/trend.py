"""Trend of a storyline's coverage: emerging, steady or fading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from digest.model import Story, Trend

# A day is compared with those of so many days before it that covered the storyline.
FORMER_DAYS = 7
GROWTH = 2.0


def coverage(stories: Iterable[Story]) -> dict[date, int]:
    """Count the independent articles of each day of a storyline, by its stories."""
    days: dict[date, int] = {}
    for story in stories:
        days[story.day] = days.get(story.day, 0) + story.independent
    return days


def trend(coverage: Mapping[date, int], day: date) -> Trend:
    """Compare a day's coverage with the mean of those days of the week before that have any.

    Twice as much, or the first for a week, is emerging; half as much or none is fading.

    >>> from datetime import date
    >>> trend({date(2020, 9, 2): 4, date(2020, 9, 3): 2}, date(2020, 9, 3))
    'fading'
    """
    former = [number for at, number in coverage.items() if 0 < (day - at).days <= FORMER_DAYS]
    mean = sum(former) / len(former) if former else 0.0
    now = coverage.get(day, 0)
    if now >= GROWTH * mean and now:
        return "emerging"
    return "fading" if now <= mean / GROWTH else "steady"
