"""Storylines: links between days' stories, trend of coverage, and novelty for the reader."""

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
