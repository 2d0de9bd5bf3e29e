"""Dates: temporal expressions in an article's sentences, resolved against its own date."""

from digest.dates.finding import find_dates

__all__ = ["find_dates"]
