"""What to say of a story, once its sentences are ranked."""

from digest.summarising.demands import DEMANDS, Demand
from digest.summarising.selection import Considered, Length, consider, select
from digest.summarising.standing import RULES, fault, shown_text, stands_alone

__all__ = [
    "DEMANDS",
    "RULES",
    "Considered",
    "Demand",
    "Length",
    "consider",
    "fault",
    "select",
    "shown_text",
    "stands_alone",
]
