"""TextRank by the cosine of TF-IDF vectors, without the matrix.

The walk is that of Mihalcea & Tarau (2004); two sentences are linked by their cosine, as in
LexRank (Erkan & Radev 2004), and those of one article by 0.3 of it, so that a long article can't
vote for itself. With X the sentences' unit vectors by term, and Y the same by (article, term),

    W v = X (Xᵀ v) - 0.7 · Y (Yᵀ v) - 0.3 · v

which leaves W's diagonal empty. A sentence that shares no term with another is linked to none,
and passes its probability on by the odds of the jump. Those are even, or lean by 0.3 towards the
sentences that are close to a query (Otterbacher, Erkan & Radev 2005).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from digest.ranking.vectors import runs

if TYPE_CHECKING:
    from digest.ranking.vectors import Columns, Rows, Vectors
    from digest.text import FloatArray, IntArray

DAMPING = 0.85
# What a link within an article weighs.
WITHIN_ARTICLE = 0.3
# How much of a jump goes to the sentences near to the query.
LEANING = 0.3
# The walk stops when a step moves less than this share of a story's probability.
EPSILON = 1e-4
# A sentence whose links weigh less in sum has none but by rounding.
LEAST_LINKS = 1e-9


class Sets(NamedTuple):
    """Stories to be ranked in one batch.

    `articles` numbers each sentence's article, ascending over the whole batch; `sizes` are the
    sentences of each story, none of them 0; `jumps` are the odds of a jump to each sentence, one
    in sum for each story.
    """

    vectors: Vectors
    articles: IntArray
    sizes: IntArray
    jumps: FloatArray


def even_jumps(sizes: IntArray) -> FloatArray:
    """The odds of a jump that prefers no sentence."""
    return np.repeat(1.0 / sizes, sizes)


def leaning_jumps(relevance: FloatArray) -> FloatArray:
    """The odds of a jump within one story that leans towards its relevant sentences."""
    even = even_jumps(np.array([len(relevance)]))
    total = relevance.sum()
    return (1 - LEANING) * even + LEANING * relevance / total if total > 0 else even


def cosine_textrank_many(sets: Sets) -> FloatArray:
    """Score the sentences of many stories, each story on its own; its scores sum to one.

    They are the same bits in whatever batch the story stands.
    """
    return _walked(_weights(sets), sets)


class _Weights(NamedTuple):
    """W as Mᵀ S M less its diagonal: M's rows are terms of stories, then of articles.

    `signs` are 1 for a story's terms, -0.7 for an article's. A sentence without links has no
    entry in M, so that its row sums to 0 exactly.
    """

    forth: Rows
    back: Columns
    signs: FloatArray
    own: FloatArray

    def times(self, vector: FloatArray) -> FloatArray:
        by_run = self.signs * np.asarray(self.forth @ vector)
        product = np.asarray(self.back @ by_run)
        product -= self.own * vector
        return product


def _weights(sets: Sets) -> _Weights:
    terms, data, starts = sets.vectors
    count = len(sets.articles)
    shape = (count, int(terms.max(initial=0)) + 1)
    rows: Rows = csr_array((data, terms, starts), shape=shape)
    columns = rows.tocsc()
    story = np.repeat(np.arange(len(sets.sizes)), sets.sizes)
    by_story = _shared(columns, runs(columns, story))
    by_article = _shared(columns, runs(columns, sets.articles))
    entries = np.concatenate((by_story.entries, by_article.entries))
    lengths = np.concatenate((by_story.lengths, by_article.lengths))
    signs = np.repeat([1.0, WITHIN_ARTICLE - 1.0], [len(by_story.lengths), len(by_article.lengths)])
    sentences, values = columns.indices[entries], columns.data[entries]
    squares = np.repeat(signs, lengths) * values * values
    own: FloatArray = np.bincount(sentences, weights=squares, minlength=count).astype(np.float64)
    ends = np.concatenate(([0], np.cumsum(lengths)))
    forth = csr_array((values, sentences, ends), shape=(len(lengths), count))
    return _Weights(forth, forth.T, signs, own)


class _Shared(NamedTuple):
    """The entries of those runs that have more than one, and the runs' lengths."""

    entries: IntArray
    lengths: IntArray


def _shared(columns: Columns, begins: IntArray) -> _Shared:
    """A term that stands in one sentence alone links it to no other."""
    lengths = np.diff(np.append(begins, columns.nnz))
    shared = lengths > 1
    return _Shared(np.flatnonzero(np.repeat(shared, lengths)), lengths[shared])


def _walked(weights: _Weights, sets: Sets) -> FloatArray:
    """Power method, each story from its jump until a step moves next to nothing."""
    sizes, jumps = sets.sizes, sets.jumps
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    story = np.repeat(np.arange(len(sizes)), sizes)
    sums = weights.times(np.ones(len(jumps)))
    linked = sums > LEAST_LINKS
    by_weight = np.divide(DAMPING, sums, out=np.zeros(len(sums)), where=linked)
    by_jump = np.where(linked, 1.0 - DAMPING, 1.0)
    scores = jumps
    walking = np.ones(len(sizes), dtype=np.bool_)
    while walking.any():
        after = weights.times(scores * by_weight)
        after += np.add.reduceat(scores * by_jump, starts)[story] * jumps
        moved = np.add.reduceat(np.abs(after - scores), starts)
        scores = after if walking.all() else np.where(walking[story], after, scores)
        walking &= moved > EPSILON
    return scores
