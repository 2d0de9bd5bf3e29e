"""Length normalisation of TextRank's weights: K, a function of two lengths alone, in factors."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from digest.text import FloatArray, IntArray

# Eigenvalues of K below this share of the largest change no score in its tenth digit.
RANK_TOLERANCE = 1e-11
# Stories of sentences with at most this many words share one table of K, so that a story's scores
# are the same bits in whatever batch it is ranked.
USUAL_LENGTH = 64


class LengthFactors(NamedTuple):
    """A and B with A Bᵀ = K, a row for each of `lengths`, which ascend."""

    lengths: IntArray
    left: FloatArray
    right: FloatArray


def length_factors(lengths: IntArray) -> LengthFactors:
    """Factor K over some lengths; 0 is that of a sentence without words, linked to none."""
    logs = np.log(np.maximum(lengths, 1))
    sums = logs[:, None] + logs[None, :]
    # Two sentences of one word each: their logarithms are 0, and sumy takes the bare count.
    kernel = 1.0 / np.where(sums == 0, 1.0, sums)
    values, vectors = np.linalg.eigh(kernel)
    kept = np.abs(values) > RANK_TOLERANCE * np.abs(values).max()
    return LengthFactors(lengths, vectors[:, kept] * values[kept], vectors[:, kept])


@cache
def usual_length_factors() -> LengthFactors:
    """Factor K over all lengths that news sentences have, the same for every batch."""
    return length_factors(np.arange(USUAL_LENGTH + 1))
