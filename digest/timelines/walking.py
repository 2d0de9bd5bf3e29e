"""How much each candidate says of its day: TextRank by the cosine, without the matrix.

The walk is that of Mihalcea & Tarau (2004); two candidates of a day are linked by the cosine of
their TF-IDF vectors, with document frequencies taken over the day's candidates, and those of one
article by 0.3 of it, so that a long article can't vote for itself. With X the unit vectors by
(day, term), and Y the same by (day, article, term),

    W v = X (Xᵀ v) - 0.7 · Y (Yᵀ v) - 0.3 · v

and so no candidate is linked to itself. One that shares no term passes its probability on by the
odds of the jump.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from digest.text import FloatArray, IntArray

if TYPE_CHECKING:
    from digest.timelines.candidates import Candidates
    from digest.timelines.pool import Pool

Sparse = csr_array[np.float64, tuple[int, int]]
# The scores of each candidate, given the terms of a query or none; those of a day sum to one.
Walk = Callable[["Pool", "Candidates", IntArray], FloatArray]

DAMPING = 0.85
# What a link within an article weighs.
WITHIN_ARTICLE = 0.3
# How much of a jump goes to the sentences that speak of the query.
LEANING = 0.3
# The walk stops when a step moves less than this share of every day's probability.
EPSILON = 1e-6


def by_cosine(pool: Pool, candidates: Candidates, query: IntArray) -> FloatArray:
    """Score the candidates of each day on their own, all days in one batch."""
    terms, lengths = pool.terms_of(candidates.sentences)
    days = candidates.days
    vectors = unit_vectors(terms, lengths, days)
    # A day's articles ascend, so each change is another pair of day and article.
    articles = days * len(pool.texts) + pool.articles[candidates.sentences]
    spread = _spread(vectors, np.unique(articles, return_inverse=True)[1])
    weights = _Weights(vectors, vectors.T.tocsr(), spread, spread.T.tocsr())
    rows = np.repeat(np.arange(len(lengths)), lengths)
    said = np.bincount(rows[np.isin(terms, query)], minlength=len(lengths)).astype(np.float64)
    return _walked(weights, candidates.sizes, jumps(said, candidates))


def unit_vectors(terms: IntArray, lengths: IntArray, sets: IntArray) -> Sparse:
    """TF-IDF vectors of length one, or zero; a term of each set has a column of its own.

    The inverse document frequency is ln((n + 1) / (df + 1/2)), over the n sentences of the set.
    """
    width = int(terms.max(initial=0)) + 1
    owners = np.repeat(sets, lengths)
    columns, frequent = np.unique(owners * width + terms, return_inverse=True)
    shape = (len(lengths), max(len(columns), 1))
    starts = np.concatenate(([0], np.cumsum(lengths)))
    vectors = csr_array((np.ones(len(terms)), frequent, starts), shape=shape)
    vectors.sum_duplicates()
    sizes = np.bincount(sets)[columns // width]
    frequency = np.bincount(vectors.indices, minlength=len(columns))
    vectors.data *= np.log((sizes + 1) / (frequency + 0.5))[vectors.indices]
    rows = np.repeat(np.arange(len(lengths)), np.diff(vectors.indptr))
    norms = np.sqrt(np.bincount(rows, weights=vectors.data**2, minlength=len(lengths)))
    vectors.data /= norms[rows]
    return vectors


def jumps(relevance: FloatArray, candidates: Candidates) -> FloatArray:
    """The odds of a jump to each candidate: even, or leaning towards its day's relevant ones."""
    even = np.repeat(1.0 / candidates.sizes, candidates.sizes)
    totals = np.bincount(candidates.days, weights=relevance)[candidates.days]
    shares = np.divide(relevance, totals, out=even.copy(), where=totals > 0)
    return (1 - LEANING) * even + LEANING * shares


class _Weights(NamedTuple):
    """X, Xᵀ, Y and Yᵀ."""

    by_day: Sparse
    day_by: Sparse
    by_article: Sparse
    article_by: Sparse

    def times(self, vector: FloatArray) -> FloatArray:
        product = np.asarray(self.by_day @ (self.day_by @ vector))
        product -= (1 - WITHIN_ARTICLE) * np.asarray(self.by_article @ (self.article_by @ vector))
        own = np.diff(self.by_day.indptr) > 0
        product -= WITHIN_ARTICLE * own * vector
        return product


def _spread(vectors: Sparse, owners: IntArray) -> Sparse:
    """The same vectors, where a term of each owner has a column of its own."""
    keys = np.repeat(owners, np.diff(vectors.indptr)) * vectors.shape[1] + vectors.indices
    columns, which = np.unique(keys, return_inverse=True)
    shape = (vectors.shape[0], max(len(columns), 1))
    return csr_array((vectors.data, which, vectors.indptr), shape=shape)


def _walked(weights: _Weights, sizes: IntArray, odds: FloatArray) -> FloatArray:
    """Power method from the jump until a step moves next to nothing."""
    starts = np.cumsum(sizes) - sizes
    day = np.repeat(np.arange(len(sizes)), sizes)
    sums = weights.times(np.ones(len(odds)))
    # Rounding leaves a little of a candidate that has no links.
    linked = sums > EPSILON
    by_weight = np.divide(DAMPING, sums, out=np.zeros(len(sums)), where=linked)
    by_jump = np.where(linked, 1.0 - DAMPING, 1.0)
    scores, moved = odds, np.ones(1)
    while moved.max() > EPSILON:
        after = weights.times(scores * by_weight)
        after += np.add.reduceat(scores * by_jump, starts)[day] * odds
        moved = np.add.reduceat(np.abs(after - scores), starts)
        scores = after
    return scores
