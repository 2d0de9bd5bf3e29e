"""TextRank without the matrix.

Mihalcea & Tarau (2004) weigh two sentences by the words they share over the sum of the
logarithms of their lengths, and rank by a random walk with damping 0.85. The weight is

    W[i, j] = K(length i, length j) · (C Cᵀ)[i, j]

with C the counts of words by sentence and K a function of two lengths alone. The table of K over
the distinct lengths has a numerical rank of about 10, so K = A Bᵀ with few columns, and

    W x = rowsum(A ∘ (C (Cᵀ (B ∘ x))))

costs time and memory linear in the number of words. Two departures from the paper, both sumy's,
so that the scores are those of sumy's `TextRankSummarizer`: a sentence is linked to itself, and
the walk starts and teleports uniformly, with probabilities that sum to one. One departure from
sumy: a sentence without words passes its probability on to all sentences evenly, where sumy loses
it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csc_array, csr_array

from digest.ranking.dense_textrank import MAX_CELLS, PowerMethod, dense_textrank
from digest.ranking.length_normalisation import (
    USUAL_LENGTH,
    LengthFactors,
    length_factors,
    usual_length_factors,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from digest.text import BoolArray, FloatArray, IntArray

Sparse = csr_array[np.float64, tuple[int, int]]

DAMPING = 0.85
# Length of the step at which sumy's power method stops.
EPSILON = 1e-4


def textrank(
    words: Sequence[Sequence[Hashable]], *, damping: float = DAMPING, epsilon: float = EPSILON
) -> FloatArray:
    """Score sentences, each given as its words, by TextRank; scores align with the sentences.

    The scores sum to one. They agree with sumy's on the same words to 1e-9.

    >>> textrank([["a", "b", "c"], ["b", "c", "d"], ["x", "y"]]).round(3).tolist()
    [0.333, 0.333, 0.333]
    """
    if not words:
        return np.empty(0)
    codes: defaultdict[Hashable, int] = defaultdict(count().__next__)
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    terms = np.fromiter(map(codes.__getitem__, chain.from_iterable(words)), dtype=np.int64)
    method = PowerMethod(damping, epsilon)
    if len(words) * len(codes) <= MAX_CELLS and lengths.max() <= USUAL_LENGTH:
        return dense_textrank(terms, lengths, method)
    return _rank(_Batch(terms, lengths, np.array([len(words)])), method)


def textrank_many(terms: IntArray, lengths: IntArray, sizes: IntArray) -> FloatArray:
    """Score the sentences of many stories in one batch, each story on its own.

    `terms` are the words' codes, sentence after sentence; `lengths` the number of words of each
    sentence; `sizes` the number of sentences of each story, none of them 0. The scores of each
    story sum to one, and are the same bits in whatever batch it is.
    """
    return _rank(_Batch(terms, lengths, sizes), PowerMethod(DAMPING, EPSILON))


class _Batch(NamedTuple):
    """Stories as `textrank_many` takes them: words' codes, words a sentence, sentences a story."""

    terms: IntArray
    lengths: IntArray
    sizes: IntArray

    def only(self, stories: BoolArray) -> _Batch:
        """Take some of the stories."""
        sentences = np.repeat(stories, self.sizes)
        words = np.repeat(sentences, self.lengths)
        return _Batch(self.terms[words], self.lengths[sentences], self.sizes[stories])


def _rank(batch: _Batch, method: PowerMethod) -> FloatArray:
    starts = np.concatenate(([0], np.cumsum(batch.sizes)[:-1]))
    long = np.maximum.reduceat(batch.lengths, starts) > USUAL_LENGTH
    if not long.any():
        return _rank_batch(batch, usual_length_factors(), method)
    if len(long) == 1:
        return _rank_batch(batch, length_factors(np.unique(batch.lengths)), method)
    scores = np.empty(len(batch.lengths))
    parts = [~long, *(np.arange(len(long)) == story for story in np.flatnonzero(long))]
    for part in parts:
        if part.any():
            scores[np.repeat(part, batch.sizes)] = _rank(batch.only(part), method)
    return scores


def _rank_batch(batch: _Batch, by_length: LengthFactors, method: PowerMethod) -> FloatArray:
    shared, alone = _shared_terms(_counts(batch))
    rows = np.searchsorted(by_length.lengths, batch.lengths)
    left, right = by_length.left[rows], by_length.right[rows]
    own = (left * right).sum(axis=1) * alone
    if len(batch.sizes) == 1:
        return _power_iteration_of_one(_Weights(shared, shared.T, left, right, own), method)
    return _power_iteration(
        _Weights(shared, shared.T.tocsr(), left, right, own), batch.sizes, method
    )


class _Weights(NamedTuple):
    """W in factors: counts (sentences by words), its transpose, and K = A Bᵀ by sentence.

    `own` is what words of one sentence alone add to W's diagonal.
    """

    counts: Sparse
    transposed: Sparse | csc_array[np.float64]
    left: FloatArray
    right: FloatArray
    own: FloatArray

    def times(self, vector: FloatArray) -> FloatArray:
        shared = np.asarray(self.counts @ (self.transposed @ (self.right * vector[:, None])))
        shared *= self.left
        product: FloatArray = shared.sum(axis=1)
        product += self.own * vector
        return product


def _counts(batch: _Batch) -> Sparse:
    """Count words by sentence; no two stories share a column, whatever words they share."""
    # Doubles are summed up in place, and not in the caller's array.
    columns = batch.terms.copy()
    if len(batch.sizes) > 1:
        story_of_word = np.repeat(
            np.repeat(np.arange(len(batch.sizes)), batch.sizes), batch.lengths
        )
        keys = story_of_word * (batch.terms.max(initial=0) + 1) + batch.terms
        columns = np.unique(keys, return_inverse=True)[1]
    shape = (len(batch.lengths), int(columns.max(initial=0)) + 1)
    starts = np.concatenate(([0], np.cumsum(batch.lengths)))
    counts = csr_array((np.ones(len(columns)), columns, starts), shape=shape)
    counts.sum_duplicates()
    return counts


def _shared_terms(counts: Sparse) -> tuple[Sparse, FloatArray]:
    """Take the columns with more than one sentence, and sum the squares of the others by sentence.

    Most words are in one sentence of their story alone and link it only to itself.
    """
    sentences = np.bincount(counts.indices, minlength=counts.shape[1])
    shared = sentences > 1
    kept = shared[counts.indices]
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    squares = np.where(kept, 0.0, counts.data**2)
    alone = np.bincount(rows, weights=squares, minlength=counts.shape[0]).astype(np.float64)
    columns = (np.cumsum(shared) - 1)[counts.indices[kept]]
    starts = np.concatenate(([0], np.cumsum(kept)))[counts.indptr]
    shape = (counts.shape[0], int(shared.sum()))
    return csr_array((counts.data[kept], columns, starts), shape=shape), alone


def _power_iteration(weights: _Weights, sizes: IntArray, method: PowerMethod) -> FloatArray:
    """Iterate each story from a uniform distribution until its step is at most epsilon long."""
    total = int(sizes.sum())
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    story = np.repeat(np.arange(len(sizes)), sizes)
    evenly, by_weight = method.transitions(weights.times(np.ones(total)))
    scores = (1.0 / sizes)[story]
    active = np.ones(len(sizes), dtype=np.bool_)
    while active.any():
        even = np.add.reduceat(scores * evenly, starts) / sizes
        after = weights.times(scores * by_weight)
        after += even[story]
        step = after - scores
        scores = after if active.all() else np.where(active[story], after, scores)
        active &= np.sqrt(np.add.reduceat(step * step, starts)) > method.epsilon
    return scores


def _power_iteration_of_one(weights: _Weights, method: PowerMethod) -> FloatArray:
    """Iterate one story in half as many operations, to the same bits."""
    size = len(weights.own)
    evenly, by_weight = method.transitions(weights.times(np.ones(size)))
    scores = np.full(size, 1.0 / size)
    whole = [0]
    length = method.epsilon + 1
    while length > method.epsilon:
        after = weights.times(scores * by_weight)
        after += np.add.reduceat(scores * evenly, whole) / size
        step = after - scores
        length = float(np.add.reduceat(step * step, whole)[0]) ** 0.5
        scores = after
    return scores
