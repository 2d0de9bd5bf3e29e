"""TextRank by the cosine of TF-IDF vectors, without the matrix.

The walk is that of Mihalcea & Tarau (2004); two sentences are linked by their cosine, as in
LexRank (Erkan & Radev 2004), and those of one article by 0.3 of it, so that a long article can't
vote for itself. With X the sentences' unit vectors by term, and Y the same by (article, term),

    W v = X (Xᵀ v) - 0.7 · Y (Yᵀ v) - 0.3 · v

which leaves W's diagonal empty. A sentence that shares no term with another is linked to none,
and passes its probability on by the teleport vector. That is uniform, or 0.3 of it is biased
towards the sentences that are close to a query (Otterbacher, Erkan & Radev 2005).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from digest.ranking.sentence_vectors import run_starts

if TYPE_CHECKING:
    from digest.ranking.sentence_vectors import Columns, Rows, SentenceVectors
    from digest.text import FloatArray, IntArray

DAMPING = 0.85
# Weight of a link within an article.
WITHIN_ARTICLE_WEIGHT = 0.3
# Share of the teleport vector that goes to the sentences near to the query.
QUERY_BIAS = 0.3
# The power method stops when a step moves less than this share of a story's probability.
EPSILON = 1e-4
# A sentence whose links weigh less in sum has none but by rounding.
LEAST_LINKS = 1e-9


class RankingBatch(NamedTuple):
    """Stories that are ranked in one batch.

    `articles` numbers each sentence's article, ascending over the whole batch; `sizes` are the
    sentences of each story, none of them 0; `teleport` is the teleport vector, one in
    sum for each story.
    """

    vectors: SentenceVectors
    articles: IntArray
    sizes: IntArray
    teleport: FloatArray


def uniform_teleport(sizes: IntArray) -> FloatArray:
    """Make the teleport vector that prefers no sentence, for stories of some sizes."""
    return np.repeat(1.0 / sizes, sizes)


def biased_teleport(relevance: FloatArray) -> FloatArray:
    """Make the teleport vector of one story that prefers its relevant sentences."""
    uniform = uniform_teleport(np.array([len(relevance)]))
    total = relevance.sum()
    return (1 - QUERY_BIAS) * uniform + QUERY_BIAS * relevance / total if total > 0 else uniform


def cosine_textrank_many(batch: RankingBatch) -> FloatArray:
    """Score the sentences of many stories, each story on its own; its scores sum to one.

    They are the same bits in whatever batch the story is.
    """
    return _power_iteration(_weights(batch), batch)


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


def _weights(batch: RankingBatch) -> _Weights:
    terms, data, starts = batch.vectors
    count = len(batch.articles)
    shape = (count, int(terms.max(initial=0)) + 1)
    rows: Rows = csr_array((data, terms, starts), shape=shape)
    columns = rows.tocsc()
    story = np.repeat(np.arange(len(batch.sizes)), batch.sizes)
    by_story = _shared(columns, run_starts(columns, story))
    by_article = _shared(columns, run_starts(columns, batch.articles))
    entries = np.concatenate((by_story.entries, by_article.entries))
    lengths = np.concatenate((by_story.lengths, by_article.lengths))
    signs = np.repeat(
        [1.0, WITHIN_ARTICLE_WEIGHT - 1.0], [len(by_story.lengths), len(by_article.lengths)]
    )
    sentences, values = columns.indices[entries], columns.data[entries]
    squares = np.repeat(signs, lengths) * values * values
    own: FloatArray = np.bincount(sentences, weights=squares, minlength=count).astype(np.float64)
    ends = np.concatenate(([0], np.cumsum(lengths)))
    forth = csr_array((values, sentences, ends), shape=(len(lengths), count))
    return _Weights(forth, forth.T, signs, own)


class _Shared(NamedTuple):
    """Entries of those runs that have more than one, and the runs' lengths."""

    entries: IntArray
    lengths: IntArray


def _shared(columns: Columns, begins: IntArray) -> _Shared:
    """Leave out runs of one entry: a term of one sentence alone links it to no other."""
    lengths = np.diff(np.append(begins, columns.nnz))
    shared = lengths > 1
    return _Shared(np.flatnonzero(np.repeat(shared, lengths)), lengths[shared])


def _power_iteration(weights: _Weights, batch: RankingBatch) -> FloatArray:
    """Iterate each story from its teleport vector until a step moves at most EPSILON."""
    sizes, teleport = batch.sizes, batch.teleport
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    story = np.repeat(np.arange(len(sizes)), sizes)
    sums = weights.times(np.ones(len(teleport)))
    linked = sums > LEAST_LINKS
    by_weight = np.divide(DAMPING, sums, out=np.zeros(len(sums)), where=linked)
    by_teleport = np.where(linked, 1.0 - DAMPING, 1.0)
    scores = teleport
    active = np.ones(len(sizes), dtype=np.bool_)
    while active.any():
        after = weights.times(scores * by_weight)
        after += np.add.reduceat(scores * by_teleport, starts)[story] * teleport
        moved = np.add.reduceat(np.abs(after - scores), starts)
        scores = after if active.all() else np.where(active[story], after, scores)
        active &= moved > EPSILON
    return scores
