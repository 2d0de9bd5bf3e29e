"""TextRank of one short document: the same power method in few operations, by dense matrices.

With L = A • C and R = B • C, where • joins each row of the one with each of the other (the
face-splitting product), W = L Rᵀ: still no matrix of sentences by sentences.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.ranking.length_normalisation import usual_length_factors

if TYPE_CHECKING:
    from digest.text import FloatArray, IntArray

# Sentences times distinct words, beyond which sparse matrices are quicker.
MAX_CELLS = 5_000
# What keeps sumy from dividing by zero.
ZERO_DIVISION_PREVENTION = 1e-7


class PowerMethod(NamedTuple):
    """Settings of the power method: the damping, and the step at which it stops."""

    damping: float
    epsilon: float

    def transitions(self, sums: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Split what each sentence passes on: evenly, and by unit of weight; `sums` are W's rows.

        A sentence without words, whose row sums to 0, passes everything on evenly.
        """
        if sums.all():
            even = np.full(len(sums), 1.0 - self.damping)
            return even, self.damping / (sums + ZERO_DIVISION_PREVENTION)
        wordless = sums == 0
        evenly = np.where(wordless, 1.0, 1.0 - self.damping)
        by_weight = np.where(wordless, 0.0, self.damping / (sums + ZERO_DIVISION_PREVENTION))
        return evenly, by_weight


def dense_textrank(terms: IntArray, lengths: IntArray, method: PowerMethod) -> FloatArray:
    """Score one story's sentences as `textrank_many` does; its terms are numbered from 0."""
    counts = _counts(terms, lengths)
    table = usual_length_factors()
    left, right = table.left[lengths], table.right[lengths]
    # A word of one sentence alone links it only to itself.
    shared = np.count_nonzero(counts, axis=0) > 1
    alone = counts[:, ~shared]
    own = (left * right).sum(axis=1) * (alone * alone).sum(axis=1)
    by_word = counts[:, None, shared]
    # Behind W's own columns come those of its diagonal, and one for what is passed on evenly.
    size = len(lengths)
    width = left.shape[1] * by_word.shape[2]
    each = np.arange(size)
    forth, back = np.zeros((2, size, width + size + 1))
    forth[:, :width] = (left[:, :, None] * by_word).reshape(size, width)
    back[:, :width] = (right[:, :, None] * by_word).reshape(size, width)
    forth[each, width + each] = own
    back[each, width + each] = 1.0
    evenly, by_weight = method.transitions(forth @ back.sum(axis=0))
    forth[:, -1] = 1.0
    back *= by_weight[:, None]
    back[:, -1] = evenly / size
    return _power_iteration(back, forth, method.epsilon)


def _counts(terms: IntArray, lengths: IntArray) -> FloatArray:
    size, width = len(lengths), int(terms.max(initial=0)) + 1
    cells = np.repeat(np.arange(size) * width, lengths) + terms
    return np.bincount(cells, minlength=size * width).reshape(size, width).astype(np.float64)


def _power_iteration(out: FloatArray, forth: FloatArray, epsilon: float) -> FloatArray:
    scores = np.full(len(out), 1.0 / len(out))
    length = epsilon + 1
    # `dot` rather than `@`, which takes twice as long to begin with matrices as small as these.
    while length > epsilon:
        after = forth.dot(scores.dot(out))
        step = after - scores
        length = math.sqrt(step.dot(step))
        scores = after
    return scores
