"""What to say of a story, once its sentences are ranked."""

from digest.summarising.demands import DEMANDS, Demand
from digest.summarising.selection import (
    ALIKE,
    CHOSEN,
    NONE,
    TOO_LONG,
    Considered,
    Length,
    consider,
    select,
    worths,
)
from digest.summarising.standing import RULES, fault, shown_text, stands_alone

__all__ = [
    "ALIKE",
    "CHOSEN",
    "DEMANDS",
    "NONE",
    "RULES",
    "TOO_LONG",
    "Considered",
    "Demand",
    "Length",
    "consider",
    "fault",
    "select",
    "shown_text",
    "stands_alone",
    "worths",
]
