"""What to say of a story, once its sentences are ranked."""

from digest.summarising.selection import Length, select

__all__ = ["Length", "select"]
