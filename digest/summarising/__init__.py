"""What to say of a story, once its sentences are ranked."""

from digest.summarising.beside import NONE, Beside, Considered
from digest.summarising.eligibility import RULES, fault, faults, stands_alone
from digest.summarising.lengths import Length
from digest.summarising.selection import ALIKE, CHOSEN, MOST_ALIKE, TOO_LONG, consider, select

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
    "stands_alone",
]
