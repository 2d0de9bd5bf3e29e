"""Timelines: the days that mattered, and the sentences that tell what happened then."""

from digest.timelines.making import NO_QUERY, Extent, Recipe, TimelineDay, timeline
from digest.timelines.pool import asked_terms

__all__ = ["NO_QUERY", "Extent", "Recipe", "TimelineDay", "asked_terms", "timeline"]
