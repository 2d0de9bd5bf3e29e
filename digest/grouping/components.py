"""Which rows hang together by cosines above a threshold, without the cosines of all pairs.

Most pairs of articles share frequent terms, and hardly any pair is alike. So the terms are parted:
the product over the rare ones is sparse, and what the frequent ones add to it is at most the
product of the lengths of their parts (Cauchy and Schwarz; Anastasiu & Karypis 2014 prune so too).
Only what could reach the threshold is looked at in full, so the answer is exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from digest.text import BoolArray, FloatArray, IntArray

Matrix = csr_array[np.float64, tuple[int, int]]

# So many rows are compared at once.
BLOCK_ROWS = 512
# A term is frequent if more than a share of the rows has it; the cheapest of these is taken.
FREQUENT_SHARES = (0.02, 0.05, 0.1, 0.2)
# Rows whose frequent terms can add more than this share of the threshold are compared in full.
BOUNDED = 0.8
# So are rows with more candidates than this: each costs a look of its own.
MAX_CANDIDATES = 16
# Cosines in single precision are right by far more than this.
MARGIN = 1e-5
# What the cheapest share is reckoned with: nanoseconds for each value of a sparse product, for
# each multiplication in it, and for each in a product of dense matrices.
VALUE, SPARSE, DENSE = 30.0, 2.0, 0.03


class _Parted(NamedTuple):
    """The rows over all, rare and frequent terms; those come first whose frequent terms weigh most.

    `lengths` are those of the frequent parts, `order` the numbers that the rows had.
    """

    rows: Matrix
    rare: Matrix
    frequent: Matrix
    lengths: FloatArray
    order: IntArray


class _Edges(NamedTuple):
    """Pairs of rows: a block's row, and one that isn't earlier; both counted from the block's."""

    ones: IntArray
    others: IntArray

    def only(self, kept: BoolArray) -> _Edges:
        return _Edges(self.ones[kept], self.others[kept])


def components(matrix: Matrix, least: float) -> IntArray:
    """The number of each row's component, where pairs of a cosine of at least `least` are joined.

    The rows have no negative values, and length 1 (or are empty).
    """
    parted = _parted(matrix, least)
    labels = np.arange(matrix.shape[0])
    for at in range(0, matrix.shape[0], BLOCK_ROWS):
        labels = _joined(labels, at, _edges(parted, at, least))
    found = np.empty_like(labels)
    found[parted.order] = labels
    return found


def _joined(labels: IntArray, at: int, edges: _Edges) -> IntArray:
    """The labels with the edges' ends made one: what is kept doesn't grow with the edges."""
    ends = labels[edges.ones + at], labels[edges.others + at]
    shape = (len(labels), len(labels))
    graph = csr_array((np.ones(len(edges.ones), dtype=np.bool_), ends), shape=shape)
    _, merged = connected_components(graph, directed=False)
    return merged.astype(np.int64)[labels]


def _parted(matrix: Matrix, least: float) -> _Parted:
    count, width = matrix.shape
    frequency = np.bincount(matrix.indices, minlength=width)
    # How many of the shares a term surpasses, and what such terms weigh in each row.
    steps = np.searchsorted(FREQUENT_SHARES, frequency / count)
    row = np.repeat(np.arange(count), np.diff(matrix.indptr))
    levels = len(FREQUENT_SHARES) + 1
    cells = row * levels + steps[matrix.indices]
    weights = np.bincount(cells, matrix.data**2, count * levels).reshape(count, levels)
    above = np.cumsum(weights[:, ::-1], axis=1)[:, ::-1][:, 1:]
    costs = [
        _cost(frequency, steps > level, np.count_nonzero(above[:, level] > BOUNDED * least), count)
        for level in range(levels - 1)
    ]
    level = int(np.argmin(costs))
    order = np.argsort(-above[:, level], kind="stable")
    rows = matrix[order]
    return _Parted(
        rows,
        _columns(rows, (steps <= level) & (frequency > 1)),
        _columns(rows, steps > level),
        np.sqrt(above[order, level]),
        order,
    )


def _cost(frequency: IntArray, frequent: BoolArray, heavy: int, count: int) -> float:
    """Nanoseconds that the comparison takes where these terms are the frequent ones."""
    products = float((frequency[~frequent].astype(np.float64) ** 2).sum())
    values = count**2 / 2 * -np.expm1(-products / count**2)
    dense = heavy * count * np.count_nonzero(frequent)
    return float(values * VALUE + products / 2 * SPARSE + dense * DENSE)


def _columns(rows: Matrix, kept: BoolArray) -> Matrix:
    """Some of the columns."""
    number = np.cumsum(kept) - 1
    own = kept[rows.indices]
    starts = np.concatenate(([0], np.cumsum(own)))[rows.indptr]
    shape = (rows.shape[0], int(np.count_nonzero(kept)))
    return csr_array((rows.data[own], number[rows.indices[own]], starts), shape=shape)


def _edges(parted: _Parted, at: int, least: float) -> _Edges:
    """The pairs above the threshold of a block's rows among themselves and with later ones."""
    rare = parted.rare[at : at + BLOCK_ROWS] @ parted.rare[at:].T.tocsr()
    if parted.lengths[at] ** 2 <= BOUNDED * least:
        found = _candidates(rare, parted.lengths[at:], least)
        if len(found.ones) <= MAX_CANDIDATES * rare.shape[0]:
            return found.only(_cosines(parted, at, found) >= least)
    block = parted.frequent[at : at + BLOCK_ROWS].astype(np.float32).toarray()
    later = parted.frequent[at:].astype(np.float32).toarray()
    cosines = rare.toarray() + block @ later.T
    found = _Edges(*np.nonzero(cosines >= least - MARGIN))
    unclear = cosines[found] < least + MARGIN
    kept = ~unclear
    kept[unclear] = _cosines(parted, at, found.only(unclear)) >= least
    return found.only(kept)


def _candidates(rare: Matrix, lengths: FloatArray, least: float) -> _Edges:
    """The pairs that reach the threshold if their frequent terms add as much as they can."""
    place = np.flatnonzero(rare.data >= least - lengths[0] ** 2 - MARGIN)
    ones = np.searchsorted(rare.indptr, place, side="right") - 1
    others = rare.indices[place]
    enough = rare.data[place] + lengths[ones] * lengths[others] >= least - MARGIN
    return _Edges(ones, others).only(enough & (ones < others))


def _cosines(parted: _Parted, at: int, pairs: _Edges) -> FloatArray:
    ones, others = (parted.rows[at + numbers] for numbers in pairs)
    cosines: FloatArray = np.asarray(ones.multiply(others).sum(axis=1), dtype=np.float64)
    return cosines
