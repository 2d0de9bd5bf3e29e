"""Why an article is in its story, and why a sentence is shown or not: the stages' own figures."""

from digest.explaining.named import begins, may_hold
from digest.explaining.sentences import explain_sentences
from digest.explaining.stories import Nearness, nearness

__all__ = [
    "Nearness",
    "begins",
    "explain_sentences",
    "may_hold",
    "nearness",
]
