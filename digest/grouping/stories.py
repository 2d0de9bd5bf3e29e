"""Stories out of articles: the one function that decides what belongs together."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.grouping.clusters import Similarities, clusters, similarities
from digest.grouping.vectors import Commonness, Vectors, vectors
from digest.model import Article, Story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, tzinfo

    from digest.text import Corpus, FloatArray, IntArray

# The average cosine that makes one story of two groups of articles.
LEAST_SIMILARITY = 0.24
WINDOW_DAYS = 30
MAX_TERMS = 6
# When something happened is no topic.
CALENDAR = frozenset(
    (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    )
)
# Sums of cosines are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 9


class _Order(NamedTuple):
    """Stories with more articles first, then those that hang together more, then the earlier."""

    articles: int
    cohesion: float
    first_row: int


def group(
    corpus: Corpus,
    common: Commonness,
    zone: tzinfo,
    *,
    least: float = LEAST_SIMILARITY,
    window_days: int = WINDOW_DAYS,
) -> tuple[Story, ...]:
    """Group the corpus's articles into stories, the most salient first; each stands in one.

    The corpus must stand in the order of the articles' days. Articles more than `window_days`
    apart are never compared; `least` is the average cosine that two groups need to be one story.
    """
    if not corpus.texts:
        return ()
    articles = [text.article for text in corpus.texts]
    days = [article.day(zone) for article in articles]
    weights = vectors(corpus, common)
    numbers = np.array([day.toordinal() for day in days])
    near = similarities(weights, numbers, window_days, least)
    found = sorted(
        (_ordered(near, rows) for rows in clusters(near, least)), key=lambda pair: pair[0]
    )
    return tuple(
        _story([articles[row] for row in rows], days, rows, telling_terms(corpus, weights, rows))
        for _, rows in found
    )


def _ordered(near: Similarities, rows: IntArray) -> tuple[_Order, IntArray]:
    """The rows by centrality (their cosines to the story's other articles), and their rank."""
    if len(rows) == 1:
        return _Order(-1, 0.0, int(rows[0])), rows
    central: FloatArray = near[rows][:, rows].sum(axis=1).round(COMPARED_DECIMALS)
    order = np.lexsort((rows, -central))
    cohesion = -round(float(central.sum()), COMPARED_DECIMALS)
    return _Order(-len(rows), cohesion, int(rows.min())), rows[order]


def _story(
    articles: list[Article], days: list[date], rows: IntArray, terms: tuple[str, ...]
) -> Story:
    day = min(days[row] for row in rows)
    key = "\n".join([day.isoformat(), *sorted(article.id for article in articles)])
    story_id = sha256(key.encode()).hexdigest()[:12]
    return Story(story_id, day, tuple(articles), terms)


def telling_terms(corpus: Corpus, weights: Vectors, rows: IntArray) -> tuple[str, ...]:
    """The story's heaviest terms, each in the form in which it is used most."""
    places = np.concatenate(
        [np.arange(weights.starts[row], weights.starts[row + 1]) for row in rows]
    )
    terms, which = np.unique(weights.terms[places], return_inverse=True)
    total = np.bincount(which, weights=weights.values[places]).round(COMPARED_DECIMALS)
    heaviest = terms[np.argsort(-total, kind="stable")]
    texts = [corpus.texts[row] for row in rows]
    words = np.concatenate([part for text in texts for part in (text.words, text.title)])
    used = corpus.lexicon.term_of[words]
    forms = (words[used == term] for term in heaviest)
    telling = (_most_used([corpus.lexicon.words[code] for code in codes]) for codes in forms)
    return tuple(islice((word for word in telling if word not in CALENDAR), MAX_TERMS))


def _most_used(words: Sequence[str]) -> str:
    """The most frequent; of equals the one in small letters, since capitals may open a sentence."""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word.swapcase()))
