"""Plain texts: their sentences, the dates in them, and how much each sentence says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np

from digest.dates import find_dates as dates_of
from digest.language import language_of
from digest.model import Article, Origin, Story
from digest.ranking import passages, ranker_named
from digest.text import analyse, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import DateMention

_NOWHERE = Origin("text")
_ANY_DAY = date(2000, 1, 1)
# Stands for a sentence without a letter: a text must hold something.
_NO_WORDS = "."


def split_sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Find start and end of each sentence in characters, without the blanks around it.

    `language` is a BCP 47 tag.

    >>> split_sentences("Lt. Gen. Roy left. “Why?” she asked.")
    [(0, 18), (19, 36)]
    """
    return sentence_spans(text, language_of(language))


def find_dates(text: str, published: date, language: str = "en") -> tuple[DateMention, ...]:
    """Find the dates that a text mentions, as TIMEX3 has them, in their order.

    They are resolved against the day of publication, that which a time itself writes.

    >>> [(one.text, one.value) for one in find_dates("They met on Friday.", date(2020, 9, 3))]
    [('Friday', '2020-08-28')]
    """
    day = published.date() if isinstance(published, datetime) else published
    bundle = language_of(language)
    return tuple(dates_of(text, day, sentence_spans(text, bundle), language=bundle))


def textrank(
    sentences: Sequence[str], similarity: str = "cosine", language: str = "en"
) -> list[float]:
    """Score sentences by TextRank; the scores align with the sentences and sum to one.

    `similarity` is the cosine of TF-IDF vectors, or `overlap` of words as in 2004. All sentences
    are linked alike. Raises UnknownNameError for another.

    >>> scores = textrank(["Ministers met.", "Ministers met on peace.", "Snow fell."])
    >>> [round(score, 2) for score in scores]
    [0.47, 0.47, 0.07]
    """
    ranker = ranker_named("textrank", similarity)
    if not sentences:
        return []
    articles = [
        Article(
            str(place), one if one.strip() else _NO_WORDS, _ANY_DAY, _NOWHERE, language=language
        )
        for place, one in enumerate(sentences)
    ]
    split = analyse(articles)
    # A sentence is what the caller calls one.
    texts = [
        replace(
            text,
            sentences=np.array([[0, len(text.article.text)]]),
            bounds=np.array([0, len(text.words)]),
        )
        for text in split.texts
    ]
    story = Story("all", _ANY_DAY, tuple(articles), ())
    (scores,) = ranker([passages(story, texts, split.lexicon)], split.lexicon)
    found: list[float] = scores.tolist()
    return found
