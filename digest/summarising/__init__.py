"""What to say of a story, once its sentences are ranked."""

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
from digest.summarising.standing import RULES, fault, faults, shown_text, stands_alone

__all__ = [
    "ALIKE",
    "CHOSEN",
    "NONE",
    "RULES",
    "TOO_LONG",
    "Considered",
    "Length",
    "consider",
    "fault",
    "faults",
    "select",
    "shown_text",
    "stands_alone",
    "worths",
]
