"""Which articles tell of the same thing, and which words tell what it is."""

from digest.grouping.background import BACKGROUND, Background, background
from digest.grouping.stories import LEAST_SIMILARITY, WINDOW_DAYS, group
from digest.grouping.vectors import Commonness

__all__ = [
    "BACKGROUND",
    "LEAST_SIMILARITY",
    "WINDOW_DAYS",
    "Background",
    "Commonness",
    "background",
    "group",
]
