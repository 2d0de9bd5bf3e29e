"""What to say of a story, once its sentences are ranked."""

from digest.summarising.beside import NONE, Beside, Considered
from digest.summarising.lengths import Length
from digest.summarising.selection import ALIKE, CHOSEN, MOST_ALIKE, TOO_LONG, consider, select
from digest.summarising.standing import RULES, fault, faults, shown_text, stands_alone

__all__ = [
    "ALIKE",
    "CHOSEN",
    "MOST_ALIKE",
    "NONE",
    "RULES",
    "TOO_LONG",
    "Beside",
    "Considered",
    "Length",
    "consider",
    "fault",
    "faults",
    "select",
    "shown_text",
    "stands_alone",
]
