"""Explanations by the stages' own figures: an article's place in a story, a sentence's choice."""

from digest.explaining.openings import begins_with, may_contain
from digest.explaining.sentences import explain_sentences
from digest.explaining.stories import DaySimilarities, day_similarities

__all__ = [
    "DaySimilarities",
    "begins_with",
    "day_similarities",
    "explain_sentences",
    "may_contain",
]
