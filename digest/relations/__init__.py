"""Actions: who did what to whom, where a sentence says so in so many words."""

from digest.relations.finding import find_actions

__all__ = ["find_actions"]
