"""Clusters by average link, which doesn't chain as single link does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array, vstack
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.grouping.vectors import Vectors
    from digest.text import FloatArray, IntArray

# Average link needs every pair of a component. A larger one is first cut into tighter ones.
MAX_COMPONENT = 3_000
TIGHTENING = 0.05
# The cosines of so many rows are kept all at once (32 MB), which is quicker.
MAX_DENSE = 2_000
# Of more, so many are compared with all at once: the product is nearly dense until it is pruned.
BLOCK_ROWS = 512

Matrix = csr_array[np.float64, tuple[int, int]]


def matrix_of(rows: Vectors, width: int) -> Matrix:
    """The rows as a sparse matrix, with a column for each of `width` terms."""
    shape = (len(rows.starts) - 1, width)
    return csr_array((rows.values, rows.terms, rows.starts), shape=shape)


def clusters(matrix: Matrix, least: float) -> list[IntArray]:
    """Parts the rows into clusters whose average link is at least `least`.

    The matrix's rows have length 1. Each cluster's rows ascend; clusters stand in the order of
    their first rows. A cluster never reaches beyond a connected component of the pairs above the
    threshold, so only within those are all pairs looked at.
    """
    count = matrix.shape[0]
    if count == 1:
        return [np.zeros(1, dtype=np.int64)]
    dense = (matrix @ matrix.T).toarray() if count <= MAX_DENSE else None
    near = _near(matrix, least) if dense is None else csr_array(np.where(dense < least, 0.0, dense))
    found = []
    for rows in _components(near, np.arange(count), least):
        # A linked pair is a cluster; what no threshold could cut are copies of one text.
        if len(rows) <= 2 or len(rows) > MAX_COMPONENT:  # noqa: PLR2004
            found.append(rows)
        elif dense is None:
            found += _average_link((matrix[rows] @ matrix[rows].T).toarray(), rows, least)
        else:
            found += _average_link(dense[np.ix_(rows, rows)], rows, least)
    return sorted(found, key=lambda part: int(part[0]))


def _near(matrix: Matrix, least: float) -> Matrix:
    """The cosines of at least `least`."""
    columns = matrix.T.tocsr()
    starts = range(0, matrix.shape[0], BLOCK_ROWS)
    blocks = [_pruned(matrix[at : at + BLOCK_ROWS] @ columns, least) for at in starts]
    return vstack(blocks).tocsr()


def _pruned(block: Matrix, least: float) -> Matrix:
    block.data[block.data < least] = 0.0
    block.eliminate_zeros()
    return block


def _components(near: Matrix, rows: IntArray, least: float) -> Iterator[IntArray]:
    """Connected rows; a component that is too large is cut by a higher threshold."""
    graph = near if len(rows) == near.shape[0] else _pruned(near[rows][:, rows], least)
    count, labels = connected_components(graph, directed=False)
    order = np.argsort(labels, kind="stable")
    ends = np.cumsum(np.bincount(labels, minlength=count))[:-1]
    for part in np.split(rows[order], ends):
        if len(part) > MAX_COMPONENT and least < 1:
            yield from _components(near, part, least + TIGHTENING)
        else:
            yield part


def _average_link(cosines: FloatArray, rows: IntArray, least: float) -> list[IntArray]:
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distances = 1.0 - cosines
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform(np.maximum(distances, 0.0), checks=False), method="average")
    labels = fcluster(tree, t=1.0 - least, criterion="distance")
    return [rows[labels == label] for label in np.unique(labels)]
