"""TextRank without the matrix.

Mihalcea & Tarau (2004) weigh two sentences by the words they share over the sum of the
logarithms of their lengths, and walk the graph with damping 0.85. The weight is

    W[i, j] = K(length i, length j) · (C Cᵀ)[i, j]

with C the counts of words by sentence and K a function of two lengths alone. The table of K over
the distinct lengths has a numerical rank of about 10, so K = A Bᵀ with few columns, and

    W x = rowsum(A ∘ (C (Cᵀ (B ∘ x))))

costs time and memory linear in the number of words. Two departures from the paper, both sumy's,
so that the scores are those of sumy's `TextRankSummarizer`: a sentence is linked to itself, and
the walk starts and jumps evenly, with probabilities that sum to one. One departure from sumy: a
sentence without words passes its probability on to all sentences evenly, where sumy loses it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csc_array, csr_array

from digest.ranking.kernel import USUAL_LENGTH, Factors, factors, usual_factors
from digest.ranking.short import MAX_CELLS, Walk, textrank_short

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from digest.text import BoolArray, FloatArray, IntArray

Sparse = csr_array[np.float64, tuple[int, int]]

DAMPING = 0.85
# Where sumy's power method stops.
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
    walk = Walk(damping, epsilon)
    if len(words) * len(codes) <= MAX_CELLS and lengths.max() <= USUAL_LENGTH:
        return textrank_short(terms, lengths, walk)
    return _ranked(_Sets(terms, lengths, np.array([len(words)])), walk)


def textrank_many(terms: IntArray, lengths: IntArray, sizes: IntArray) -> FloatArray:
    """Score the sentences of many stories in one batch, each story on its own.

    `terms` are the words' codes, sentence after sentence; `lengths` the number of words of each
    sentence; `sizes` the number of sentences of each story, none of them 0. The scores of each
    story sum to one, and are the same bits in whatever batch it stands.
    """
    return _ranked(_Sets(terms, lengths, sizes), Walk(DAMPING, EPSILON))


class _Sets(NamedTuple):
    """Stories as `textrank_many` takes them."""

    terms: IntArray
    lengths: IntArray
    sizes: IntArray

    def only(self, stories: BoolArray) -> _Sets:
        """Some of the stories."""
        sentences = np.repeat(stories, self.sizes)
        words = np.repeat(sentences, self.lengths)
        return _Sets(self.terms[words], self.lengths[sentences], self.sizes[stories])


def _ranked(sets: _Sets, walk: Walk) -> FloatArray:
    starts = np.concatenate(([0], np.cumsum(sets.sizes)[:-1]))
    long = np.maximum.reduceat(sets.lengths, starts) > USUAL_LENGTH
    if not long.any():
        return _batch(sets, usual_factors(), walk)
    if len(long) == 1:
        return _batch(sets, factors(np.unique(sets.lengths)), walk)
    scores = np.empty(len(sets.lengths))
    parts = [~long, *(np.arange(len(long)) == story for story in np.flatnonzero(long))]
    for part in parts:
        if part.any():
            scores[np.repeat(part, sets.sizes)] = _ranked(sets.only(part), walk)
    return scores


def _batch(sets: _Sets, by_length: Factors, walk: Walk) -> FloatArray:
    shared, alone = _parted(_counts(sets))
    rows = np.searchsorted(by_length.lengths, sets.lengths)
    left, right = by_length.left[rows], by_length.right[rows]
    own = (left * right).sum(axis=1) * alone
    if len(sets.sizes) == 1:
        return _walked_alone(_Weights(shared, shared.T, left, right, own), walk)
    return _walked(_Weights(shared, shared.T.tocsr(), left, right, own), sets.sizes, walk)


class _Weights(NamedTuple):
    """W in factors: counts (sentences by words), its transpose, and K = A Bᵀ by sentence.

    `own` is what words that stand in one sentence alone add to W's diagonal.
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


def _counts(sets: _Sets) -> Sparse:
    """Sentences by words; a word of one story shares no column with the same word of another."""
    # Doubles are summed up in place, and not in the caller's array.
    columns = sets.terms.copy()
    if len(sets.sizes) > 1:
        story_of_word = np.repeat(np.repeat(np.arange(len(sets.sizes)), sets.sizes), sets.lengths)
        keys = story_of_word * (sets.terms.max(initial=0) + 1) + sets.terms
        columns = np.unique(keys, return_inverse=True)[1]
    shape = (len(sets.lengths), int(columns.max(initial=0)) + 1)
    starts = np.concatenate(([0], np.cumsum(sets.lengths)))
    counts = csr_array((np.ones(len(columns)), columns, starts), shape=shape)
    counts.sum_duplicates()
    return counts


def _parted(counts: Sparse) -> tuple[Sparse, FloatArray]:
    """The columns with more than one sentence, and for each sentence the squares of the others.

    Most words stand in one sentence of their story alone and link it only to itself.
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


def _walked(weights: _Weights, sizes: IntArray, walk: Walk) -> FloatArray:
    """Power method, each story from even chances until its step is at most epsilon long."""
    total = int(sizes.sum())
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    story = np.repeat(np.arange(len(sizes)), sizes)
    evenly, by_weight = walk.shares(weights.times(np.ones(total)))
    scores = (1.0 / sizes)[story]
    walking = np.ones(len(sizes), dtype=np.bool_)
    while walking.any():
        even = np.add.reduceat(scores * evenly, starts) / sizes
        after = weights.times(scores * by_weight)
        after += even[story]
        step = after - scores
        scores = after if walking.all() else np.where(walking[story], after, scores)
        walking &= np.sqrt(np.add.reduceat(step * step, starts)) > walk.epsilon
    return scores


def _walked_alone(weights: _Weights, walk: Walk) -> FloatArray:
    """The same for one story, in half as many operations; the same bits."""
    size = len(weights.own)
    evenly, by_weight = walk.shares(weights.times(np.ones(size)))
    scores = np.full(size, 1.0 / size)
    whole = [0]
    length = walk.epsilon + 1
    while length > walk.epsilon:
        after = weights.times(scores * by_weight)
        after += np.add.reduceat(scores * evenly, whole) / size
        step = after - scores
        length = float(np.add.reduceat(step * step, whole)[0]) ** 0.5
        scores = after
    return scores
