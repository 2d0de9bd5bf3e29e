"""Dates: temporal expressions in an article's sentences, resolved against its own date."""

from digest.dates.explaining import ExplainedDate, explain_dates
from digest.dates.finding import find_dates

__all__ = ["ExplainedDate", "explain_dates", "find_dates"]
