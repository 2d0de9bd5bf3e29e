"""Calendar: the days that are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from digest.errors import SettingsError
from digest.model import Dated, day_of, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo


Item = TypeVar("Item", bound=Dated)

__all__ = ["Period", "by_day", "day_meant", "in_order", "period"]


_DAYS_BACK = re.compile(r"(\d{1,5})d")


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to `until`, both included; None is open."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise SettingsError("since", f"{self.since} lies after until {self.until}")

    def __contains__(self, day: date) -> bool:
        return (self.since is None or day >= self.since) and (
            self.until is None or day <= self.until
        )


ALWAYS = Period()


def period(since: str, until: str, today: date) -> Period:
    """Make the period between two days as `day_meant` reads them; empty is open."""
    return Period(
        day_meant("since", since, today) if since else None,
        day_meant("until", until, today) if until else None,
    )


def day_meant(name: str, words: str, today: date) -> date:
    """Read a day as YYYY-MM-DD, or so many days with today as the last: `7d`. Raises SettingsError.

    >>> day_meant("since", "7d", date(2020, 9, 7))
    datetime.date(2020, 9, 1)
    """
    back = _DAYS_BACK.fullmatch(words)
    try:
        if back:
            return today - timedelta(days=max(int(back[1]) - 1, 0))
        return date.fromisoformat(words)
    except (ValueError, OverflowError) as error:
        reason = f"not a day: {words} (write 2020-06-01, or 7d for the last seven days)"
        raise SettingsError(name, reason) from error


def by_day(
    articles: Iterable[Item], zone: tzinfo, asked: Period = ALWAYS
) -> dict[date, tuple[Item, ...]]:
    """Articles, or their catalogue entries, of each day of the period that has any, in order."""
    days: dict[date, list[Item]] = {}
    for article in in_order(articles, zone):
        day = day_of(article.published, zone)
        if day in asked:
            days.setdefault(day, []).append(article)
    return {day: tuple(group) for day, group in days.items()}
