"""Which stories of several days are one, and how its coverage goes."""

from digest.storylines.coverage import coverage, trend
from digest.storylines.linking import WINDOW_DAYS, Batch, DayStories, link

__all__ = ["WINDOW_DAYS", "Batch", "DayStories", "coverage", "link", "trend"]
