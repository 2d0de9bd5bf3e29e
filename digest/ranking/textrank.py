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

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from digest.text import FloatArray

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from digest.text import BoolArray, IntArray

Sparse = csr_array[np.float64, tuple[int, int]]
Counts = FloatArray | Sparse

DAMPING = 0.85
# sumy's values: where its power method stops, and what keeps it from dividing by zero.
EPSILON = 1e-4
ZERO_DIVISION_PREVENTION = 1e-7
# Eigenvalues of K below this share of the largest change no score's tenth digit.
RANK_TOLERANCE = 1e-13
# Stories of sentences with at most this many words share one table of K, so that a story's scores
# are the same bits in whatever batch it is ranked.
USUAL_LENGTH = 96
# Up to this many cells (sentences times words) plain counts are quicker than sparse ones.
DENSE_CELLS = 1 << 16


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
    flat = list(chain.from_iterable(words))
    codes = {word: code for code, word in enumerate(dict.fromkeys(flat))}
    terms = np.fromiter(map(codes.__getitem__, flat), dtype=np.int64, count=len(flat))
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    dense = len(lengths) * len(codes) <= DENSE_CELLS
    return _ranked(_Sets(terms, lengths, np.array([len(words)])), _Walk(damping, epsilon, dense))


def textrank_many(terms: IntArray, lengths: IntArray, sizes: IntArray) -> FloatArray:
    """Score the sentences of many stories in one batch, each story on its own.

    `terms` are the words' codes, sentence after sentence; `lengths` the number of words of each
    sentence; `sizes` the number of sentences of each story, none of them 0. The scores of each
    story sum to one, and are the same bits in whatever batch it stands.
    """
    return _ranked(_Sets(terms, lengths, sizes), _Walk(DAMPING, EPSILON, dense=False))


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


class _Walk(NamedTuple):
    """How to walk, and whether the counts may be dense."""

    damping: float
    epsilon: float
    dense: bool


def _ranked(sets: _Sets, walk: _Walk) -> FloatArray:
    starts = np.concatenate(([0], np.cumsum(sets.sizes)[:-1]))
    long = np.maximum.reduceat(sets.lengths, starts) > USUAL_LENGTH
    if not long.any():
        return _batch(sets, _usual_factors(), walk)
    if len(long) == 1:
        return _batch(sets, _factors(np.unique(sets.lengths)), walk)
    scores = np.empty(len(sets.lengths))
    parts = [~long, *(np.arange(len(long)) == story for story in np.flatnonzero(long))]
    for part in parts:
        if part.any():
            scores[np.repeat(part, sets.sizes)] = _ranked(sets.only(part), walk)
    return scores


def _batch(sets: _Sets, factors: _Factors, walk: _Walk) -> FloatArray:
    counts = _counts(sets, dense=walk.dense)
    rows = np.searchsorted(factors.lengths, sets.lengths)
    left, right = factors.left[rows], factors.right[rows]
    if isinstance(counts, np.ndarray):
        return _walked(_Weights(counts, counts.T, left, right), sets.sizes, walk)
    shared, alone = _parted(counts)
    own = (left * right).sum(axis=1) * alone
    return _walked(_Weights(shared, shared.T.tocsr(), left, right, own), sets.sizes, walk)


class _Weights(NamedTuple):
    """W in factors: counts (sentences by words), its transpose, and K = A Bᵀ by sentence.

    `own` is what words that stand in one sentence alone add to W's diagonal.
    """

    counts: Counts
    transposed: Counts
    left: FloatArray
    right: FloatArray
    own: FloatArray | float = 0.0

    def times(self, vector: FloatArray) -> FloatArray:
        shared = np.asarray(self.counts @ (self.transposed @ (self.right * vector[:, None])))
        shared *= self.left
        product: FloatArray = shared.sum(axis=1) + self.own * vector
        return product


def _counts(sets: _Sets, *, dense: bool) -> Counts:
    """Sentences by words; a word of one story shares no column with the same word of another."""
    story_of_word = np.repeat(np.repeat(np.arange(len(sets.sizes)), sets.sizes), sets.lengths)
    distinct, columns = np.unique(
        story_of_word * (sets.terms.max(initial=0) + 1) + sets.terms, return_inverse=True
    )
    shape = (len(sets.lengths), len(distinct))
    if dense:
        cells = np.repeat(np.arange(shape[0]), sets.lengths) * shape[1] + columns
        return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape).astype(np.float64)
    starts = np.concatenate(([0], np.cumsum(sets.lengths)))
    counts = csr_array((np.ones(len(sets.terms)), columns, starts), shape=shape)
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


class _Factors(NamedTuple):
    """A and B with A Bᵀ = K, a row for each of `lengths`, which ascend."""

    lengths: IntArray
    left: FloatArray
    right: FloatArray


def _factors(lengths: IntArray) -> _Factors:
    """K in factors over some lengths; 0 stands for a sentence without words, linked to none."""
    logs = np.log(np.maximum(lengths, 1))
    sums = logs[:, None] + logs[None, :]
    # Two sentences of one word each: their logarithms are 0, and sumy takes the bare count.
    kernel = 1.0 / np.where(sums == 0, 1.0, sums)
    values, vectors = np.linalg.eigh(kernel)
    kept = np.abs(values) > RANK_TOLERANCE * np.abs(values).max()
    return _Factors(lengths, vectors[:, kept] * values[kept], vectors[:, kept])


@cache
def _usual_factors() -> _Factors:
    """K in factors over all lengths that news sentences have, the same for every batch."""
    return _factors(np.arange(USUAL_LENGTH + 1))


def _walked(weights: _Weights, sizes: IntArray, walk: _Walk) -> FloatArray:
    """Power method, each story from even chances until its step is at most epsilon long."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    story = np.repeat(np.arange(len(sizes)), sizes)
    # A sentence's row sum divides what it passes on; without words it passes all on evenly.
    sums = weights.times(np.ones(len(story)))
    wordless = sums == 0
    passed_evenly = np.where(wordless, 1.0, 1.0 - walk.damping)
    passed_by_weight = np.where(wordless, 0.0, walk.damping / (sums + ZERO_DIVISION_PREVENTION))
    scores = (1.0 / sizes)[story]
    walking = np.ones(len(sizes), dtype=np.bool_)
    while walking.any():
        even = np.add.reduceat(scores * passed_evenly, starts) / sizes
        after = even[story] + weights.times(scores * passed_by_weight)
        step = after - scores
        scores = np.where(walking[story], after, scores)
        walking &= np.sqrt(np.add.reduceat(step * step, starts)) > walk.epsilon
    return scores
