"""Stories out of articles: the one function that decides what belongs together."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.grouping.clusters import Matrix, clusters, matrix_of
from digest.grouping.vectors import Commonness, Vectors, vectors
from digest.model import Story
from digest.reprints import find_reprints

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from digest.text import Corpus, FloatArray, IntArray

# The average cosine that makes one story of two groups of articles.
LEAST_SIMILARITY = 0.24
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
    """Stories from more sources first, then those that hang together more, then the earlier."""

    independent: int
    cohesion: float
    first_row: int


def group(
    corpus: Corpus, common: Commonness, zone: tzinfo, *, least: float = LEAST_SIMILARITY
) -> tuple[Story, ...]:
    """Group the corpus's articles into stories, the most salient first; each stands in one.

    The corpus must stand in its set order, a day's articles as a rule: nothing here looks at time.
    `least` is the average cosine that two groups need to be one story.
    """
    if not corpus.texts:
        return ()
    weights = vectors(corpus, common)
    matrix = matrix_of(weights, len(corpus.lexicon.names))
    stories = sorted(
        (_placed(corpus, matrix, weights, rows, zone) for rows in clusters(matrix, least)),
        key=lambda pair: pair[0],
    )
    return tuple(story for _, story in stories)


def _placed(
    corpus: Corpus, matrix: Matrix, weights: Vectors, rows: IntArray, zone: tzinfo
) -> tuple[_Order, Story]:
    """A story, its most central article first, and its place among the others."""
    central = _centrality(matrix, rows)
    order = rows[np.lexsort((rows, -central))]
    story = _story(corpus, rows, order, telling_terms(corpus, weights, rows), zone)
    cohesion = -round(float(central.sum()), COMPARED_DECIMALS)
    return _Order(-story.independent, cohesion, int(rows[0])), story


def _centrality(matrix: Matrix, rows: IntArray) -> FloatArray:
    """The sum of each row's cosines with all of them; 0 for a row alone."""
    if len(rows) == 1:
        return np.zeros(1)
    chosen = matrix[rows]
    central: FloatArray = chosen @ chosen.sum(axis=0)
    return central.round(COMPARED_DECIMALS)


def _story(
    corpus: Corpus, rows: IntArray, order: IntArray, terms: tuple[str, ...], zone: tzinfo
) -> Story:
    articles = tuple(corpus.texts[row].article for row in order)
    reprints = find_reprints([corpus.texts[row] for row in rows])
    day = min(article.day(zone) for article in articles)
    key = "\n".join([day.isoformat(), *sorted(article.id for article in articles)])
    story_id = sha256(key.encode()).hexdigest()[:12]
    return Story(story_id, day, articles, terms, reprints)


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
