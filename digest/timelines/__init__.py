"""Timelines: the days that mattered, and the sentences that tell what happened then."""

from digest.timelines.date_wise import NO_QUERY, Extent, Method, TimelineDay, timeline
from digest.timelines.sentence_pool import required_terms

__all__ = ["NO_QUERY", "Extent", "Method", "TimelineDay", "required_terms", "timeline"]
