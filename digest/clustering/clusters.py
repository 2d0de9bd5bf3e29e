"""Agglomerative clusters by average link, which doesn't chain as single link does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from digest.clustering.components import components, joined
from digest.clustering.pairs import COMPARED_DECIMALS, Matrix, Pairs, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.clustering.term_vectors import TermVectors
    from digest.text import FloatArray, IntArray

# Average link needs every pair of a component. A larger one is first cut into tighter ones.
MAX_COMPONENT = 3_000
TIGHTENING = 0.05
# Texts whose cosine is higher are copies of one, which need no cut.
TIGHTEST = 0.99
# The cosines of so many rows are made all at once, which is quicker.
MAX_DENSE = 256
# Components of so many rows are linked in one go, as each go has its price.
BATCH_ROWS = 64
# A distance that no cosine gives.
APART = 2.0


def sparse_matrix(rows: TermVectors, width: int) -> Matrix:
    """Make a sparse matrix of the rows, with a column for each of `width` terms."""
    shape = (len(rows.starts) - 1, width)
    return csr_array((rows.values, rows.terms, rows.starts), shape=shape)


def clusters(matrix: Matrix, least: float) -> list[IntArray]:
    """Part the rows into clusters whose average link is at least `least`.

    The matrix's rows have length 1. Each cluster's rows ascend; clusters are in the order of
    their first rows. A cluster never reaches beyond a connected component of the pairs above the
    threshold, so only within those are all pairs looked at.
    """
    count = matrix.shape[0]
    if count == 1:
        return [np.zeros(1, dtype=np.int64)]
    # A term of one row alone adds nothing to a cosine of two.
    matrix = columns(matrix, np.bincount(matrix.indices, minlength=matrix.shape[1]) > 1)
    dense = _among(matrix) if count <= MAX_DENSE else None
    if dense is None:
        labels = components(matrix, least)
    else:
        labels = joined(np.arange(count), Pairs(*np.nonzero(dense >= least)))
    complete: list[IntArray] = []
    linked: list[IntArray] = []
    for rows in _small(matrix, _parts(np.arange(count), labels), least):
        # A linked pair is a cluster; rows that no threshold could cut are copies of one text.
        is_cluster = len(rows) <= 2 or len(rows) > MAX_COMPONENT  # noqa: PLR2004
        (complete if is_cluster else linked).append(rows)
    for batch in _batches(linked):
        complete += _average_link(matrix, dense, batch, least)
    return sorted(complete, key=lambda rows: int(rows[0]))


def _parts(rows: IntArray, labels: IntArray) -> list[IntArray]:
    """Part the rows by their labels, in their order."""
    order = np.argsort(labels, kind="stable")
    return np.split(rows[order], np.flatnonzero(np.diff(labels[order])) + 1)


def _small(matrix: Matrix, parts: Iterable[IntArray], least: float) -> Iterator[IntArray]:
    """Cut components that are too large by higher thresholds."""
    for rows in parts:
        if len(rows) > MAX_COMPONENT and least < TIGHTEST:
            tighter = min(least + TIGHTENING, TIGHTEST)
            labels = components(matrix[rows], tighter)
            yield from _small(matrix, _parts(rows, labels), tighter)
        else:
            yield rows


def _batches(parts: Sequence[IntArray]) -> Iterator[list[IntArray]]:
    """Group the parts to batches of up to BATCH_ROWS rows, or of one part."""
    batch: list[IntArray] = []
    for part in parts:
        if batch and sum(map(len, batch)) + len(part) > BATCH_ROWS:
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch


def _average_link(
    matrix: Matrix, dense: FloatArray | None, parts: Sequence[IntArray], least: float
) -> list[IntArray]:
    """Cluster some components at once, which are too far apart to meet before the cut."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    rows = np.concatenate(parts)
    part = np.repeat(np.arange(len(parts)), [len(rows) for rows in parts])
    cosines = dense[np.ix_(rows, rows)] if dense is not None else _among(matrix[rows])
    distances = np.maximum(1.0 - cosines, 0.0)
    if len(parts) > 1:
        distances[part[:, np.newaxis] != part] = APART
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform(distances, checks=False), method="average")
    labels = fcluster(tree, t=1.0 - least, criterion="distance")
    return _parts(rows, labels.astype(np.int64))


def _among(rows: Matrix) -> FloatArray:
    cosines: FloatArray = (rows @ rows.T).toarray().round(COMPARED_DECIMALS)
    return cosines
