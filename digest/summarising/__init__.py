"""Summarising: eligibility, redundancy and selection of a story's ranked sentences."""

from digest.summarising.eligibility import RULES, broken_rule, broken_rules, is_eligible
from digest.summarising.lengths import Length
from digest.summarising.redundancy import NO_SENTENCE, Decision, Redundancy
from digest.summarising.selection import CHOSEN, REDUNDANT, TOO_LONG, mmr_decisions, select

__all__ = [
    "CHOSEN",
    "NO_SENTENCE",
    "REDUNDANT",
    "RULES",
    "TOO_LONG",
    "Decision",
    "Length",
    "Redundancy",
    "broken_rule",
    "broken_rules",
    "is_eligible",
    "mmr_decisions",
    "select",
]
