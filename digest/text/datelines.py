"""Sentences without what stands before their own words: dateline, byline, a photo's credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.language import ENGLISH, language_of

if TYPE_CHECKING:
    from digest.language import Language
    from digest.model import Sentence


def dateline_length(text: str, language: Language = ENGLISH) -> int:
    """Return how many characters stand before a sentence's own words; 0 for most sentences.

    >>> dateline_length("BEIRUT, Aug 4 (Wire) - The port burned.")
    23
    >>> dateline_length("Photo: A. Name/Getty Images The port burned.")
    28
    >>> dateline_length("Friday 7 August 2020 12.30 BST The port burned.")
    31
    >>> dateline_length("The port burned.")
    0
    """
    datelines = language.datelines
    if not datelines:
        return 0
    stamp = datelines.stamp.match(text)
    start = stamp.end() if stamp else 0
    matches = (pattern.match(text, start) for pattern in datelines.lead_ins)
    return next((match.end() for match in matches if match), start)


def own_start(sentence: Sentence) -> int:
    """Return where a sentence's own words begin in its article."""
    language = language_of(sentence.article.language)
    return sentence.start + dateline_length(sentence.text, language)


def own_text(sentence: Sentence) -> str:
    """Return a sentence as a reader gets to see it: its own words, on one line."""
    return " ".join(sentence.article.text[own_start(sentence) : sentence.end].split())
