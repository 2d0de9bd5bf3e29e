"""Storylines: which stories of several days are one, how coverage goes, and what is new."""

from digest.storylines.linking import WINDOW_DAYS, link_days
from digest.storylines.novelty import NOTHING, EntryFacts, ReaderKnowledge, entry_facts, novelty
from digest.storylines.tracking import (
    DayFacts,
    StoryFacts,
    StorylineContext,
    Storylines,
    follow,
    resume,
)
from digest.storylines.trend import coverage, trend

__all__ = [
    "NOTHING",
    "WINDOW_DAYS",
    "DayFacts",
    "EntryFacts",
    "ReaderKnowledge",
    "StoryFacts",
    "StorylineContext",
    "Storylines",
    "coverage",
    "entry_facts",
    "follow",
    "link_days",
    "novelty",
    "resume",
    "trend",
]
