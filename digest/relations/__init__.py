"""Relations: subject, verb and object, where a sentence says so in so many words."""

from digest.relations.finding import find_actions

__all__ = ["find_actions"]
