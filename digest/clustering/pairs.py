"""Similarity join: rows that are alike, without the cosines of all pairs.

Most pairs of articles share frequent terms, and hardly any pair is alike. So the terms are parted:
the product over the rare ones is sparse, and what the frequent ones add to it is at most the
product of the lengths of their parts (Cauchy and Schwarz; Anastasiu & Karypis 2014 prune so too).
Only what could reach the threshold is looked at in full, so the answer is exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from collections.abc import Iterator

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
# Products in single precision are right by far more than this.
MARGIN = 1e-5
# Products are compared to this many decimals: their last ones depend on how terms are numbered.
COMPARED_DECIMALS = 9
# So many pairs are multiplied at once, which bounds the memory that it takes.
BLOCK_PAIRS = 2**13
# What the cheapest share is reckoned with: nanoseconds for each value of a sparse product, for
# each multiplication in it, and for each in a product of dense matrices.
VALUE, SPARSE, DENSE = 30.0, 2.0, 0.03


class Pairs(NamedTuple):
    """Numbers of the rows of some pairs."""

    ones: IntArray
    others: IntArray

    def only(self, kept: BoolArray) -> Pairs:
        """Keep some of the pairs."""
        return Pairs(self.ones[kept], self.others[kept])


class _Parted(NamedTuple):
    """Rows over all, rare and frequent terms, and how long each is over the frequent ones."""

    rows: Matrix
    rare: Matrix
    frequent: Matrix
    lengths: FloatArray

    def part(self, rows: IntArray | slice) -> _Parted:
        return _Parted(self.rows[rows], self.rare[rows], self.frequent[rows], self.lengths[rows])


def alike_within(matrix: Matrix, least: float) -> Iterator[Pairs]:
    """Find the pairs of rows whose product is at least `least`, block by block, each pair once.

    No row is longer than 1.
    """
    parted, _ = _parted(matrix, matrix, least)
    order = np.argsort(-parted.lengths, kind="stable")
    parted = parted.part(order)
    for at in range(0, matrix.shape[0], BLOCK_ROWS):
        later = parted.part(slice(at, None))
        block = later.part(slice(BLOCK_ROWS))
        found = _alike(block, later, later.rare.T.tocsr(), least, first=1)
        yield Pairs(order[found.ones + at], order[found.others + at])


def alike(left: Matrix, right: Matrix, least: float) -> Pairs:
    """Find the pairs of a row of each whose product is at least `least`.

    No row is longer than 1.
    """
    parted, others = _parted(left, right, least)
    order = np.argsort(-parted.lengths, kind="stable")
    across = others.rare.T.tocsr()
    found: list[Pairs] = []
    for at in range(0, left.shape[0], BLOCK_ROWS):
        block = parted.part(order[at : at + BLOCK_ROWS])
        pairs = _alike(block, others, across, least, first=-len(order))
        found.append(Pairs(order[pairs.ones + at], pairs.others))
    return Pairs(*(np.concatenate(rows) for rows in zip(*found, strict=True)))


def products(left: Matrix, right: Matrix, pairs: Pairs) -> FloatArray:
    """Multiply the rows of each pair."""
    found = np.zeros(len(pairs.ones))
    for at in range(0, len(found), BLOCK_PAIRS):
        part = slice(at, at + BLOCK_PAIRS)
        both = left[pairs.ones[part]].multiply(right[pairs.others[part]])
        found[part] = both.sum(axis=1)
    return found


def _parted(left: Matrix, right: Matrix, least: float) -> tuple[_Parted, _Parted]:
    """Both by those frequent terms that make the comparison cheapest."""
    both = (left,) if left is right else (left, right)
    used = [np.bincount(rows.indices, minlength=left.shape[1]) for rows in both]
    shares = (used[0] + used[-1]) / (left.shape[0] + right.shape[0])
    # How many of the shares each term surpasses.
    steps = np.searchsorted(FREQUENT_SHARES, shares)
    above = [_weights(rows, steps) for rows in both]
    most = above[0] if left is right else np.sqrt(above[0] * above[-1].max(axis=0))
    heavy = np.count_nonzero(most > BOUNDED * least, axis=0)
    products: FloatArray = used[0].astype(np.float64) * used[-1]
    costs = [
        _cost(products[steps <= level], steps.size, heavy[level], (left.shape[0], right.shape[0]))
        for level in range(len(FREQUENT_SHARES))
    ]
    level = int(np.argmin(costs))
    rare = (steps <= level) & (products > 0)
    parted = [
        _Parted(rows, columns(rows, rare), columns(rows, steps > level), np.sqrt(weight[:, level]))
        for rows, weight in zip(both, above, strict=True)
    ]
    return parted[0], parted[-1]


def _cost(products: FloatArray, terms: int, heavy: int, rows: tuple[int, int]) -> float:
    """Nanoseconds that a comparison takes with so many products for each of the rare terms."""
    pairs = rows[0] * rows[1]
    multiplied = float(products.sum())
    values = pairs * -float(np.expm1(-multiplied / pairs))
    dense = heavy * rows[1] * (terms - len(products))
    return values * VALUE + multiplied * SPARSE + dense * DENSE


def _weights(rows: Matrix, steps: IntArray) -> FloatArray:
    """Sum for each row the squared lengths over the terms that surpass each of the shares."""
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    shape = (rows.shape[0], len(FREQUENT_SHARES) + 1)
    cells = row * shape[1] + steps[rows.indices]
    weights = np.bincount(cells, rows.data**2, shape[0] * shape[1]).astype(np.float64)
    above: FloatArray = np.cumsum(weights.reshape(shape)[:, :0:-1], axis=1)[:, ::-1]
    return above


def columns(rows: Matrix, kept: BoolArray) -> Matrix:
    """Some of the columns."""
    number = np.cumsum(kept) - 1
    own = kept[rows.indices]
    starts = np.concatenate(([0], np.cumsum(own)))[rows.indptr]
    shape = (rows.shape[0], int(np.count_nonzero(kept)))
    return csr_array((rows.data[own], number[rows.indices[own]], starts), shape=shape)


def _alike(left: _Parted, right: _Parted, across: Matrix, least: float, *, first: int) -> Pairs:
    """Find the pairs whose other row has at least a number that is `first` more than the one's.

    `left` begins with the row that is longest over the frequent terms; `across` are the right's
    rare terms, a row each.
    """
    rare = left.rare @ across
    longest = left.lengths[0] * right.lengths.max()
    if longest <= BOUNDED * least:
        place = np.flatnonzero(rare.data >= least - longest - MARGIN)
        ones = np.searchsorted(rare.indptr, place, side="right") - 1
        found = Pairs(ones, rare.indices[place].astype(np.int64))
        most = rare.data[place] + left.lengths[ones] * right.lengths[found.others]
        found = found.only((most >= least - MARGIN) & (found.others - ones >= first))
        if len(found.ones) <= MAX_CANDIDATES * rare.shape[0]:
            return found.only(_reaches(left, right, found, least))
    return _alike_in_full(left, right, rare, least, first)


def _alike_in_full(left: _Parted, right: _Parted, rare: Matrix, least: float, first: int) -> Pairs:
    """Find the pairs by all products, those over the rare terms being known."""
    ours, theirs = (part.frequent.astype(np.float32).toarray() for part in (left, right))
    total = rare.toarray() + ours @ theirs.T
    found = Pairs(*np.nonzero(np.triu(total >= least - MARGIN, first)))
    unclear = total[found] < least + MARGIN
    kept = ~unclear
    kept[unclear] = _reaches(left, right, found.only(unclear), least)
    return found.only(kept)


def _reaches(left: _Parted, right: _Parted, pairs: Pairs, least: float) -> BoolArray:
    reaches: BoolArray = products(left.rows, right.rows, pairs).round(COMPARED_DECIMALS) >= least
    return reaches
