"""What to say of a story, once its sentences are ranked."""

from digest.summarising.lengths import Length
from digest.summarising.selection import (
    ALIKE,
    CHOSEN,
    CITED_ALREADY,
    MOST_ALIKE,
    NONE,
    TOO_LONG,
    Considered,
    consider,
    select,
    worths,
)
from digest.summarising.sources import same_source, sources
from digest.summarising.standing import RULES, fault, faults, shown_text, stands_alone

__all__ = [
    "ALIKE",
    "CHOSEN",
    "CITED_ALREADY",
    "MOST_ALIKE",
    "NONE",
    "RULES",
    "TOO_LONG",
    "Considered",
    "Length",
    "consider",
    "fault",
    "faults",
    "same_source",
    "select",
    "shown_text",
    "sources",
    "stands_alone",
    "worths",
]
