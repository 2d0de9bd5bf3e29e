"""Clusters by average link, which doesn't chain as single link does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array, vstack
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.grouping.vectors import Vectors
    from digest.text import IntArray

# Average link needs every pair of a component. A larger one is first cut into tighter ones.
MAX_COMPONENT = 3_000
TIGHTENING = 0.05

Similarities = csr_array[np.float64, tuple[int, int]]


def similarities(rows: Vectors, days: IntArray, window_days: int, least: float) -> Similarities:
    """Cosines of at least `least` between articles at most `window_days` apart.

    `days` are day numbers in ascending order, aligned with the rows. Memory and time grow with
    the pairs within the window, never with all pairs.
    """
    width = int(rows.terms.max(initial=0)) + 1
    matrix: Similarities = csr_array(
        (rows.values, rows.terms, rows.starts), shape=(len(days), width)
    )
    if days[0] + window_days >= days[-1]:
        return _near(matrix @ matrix.T, least)
    blocks = [_near(block, least) for block in _blocks(matrix, days, window_days)]
    return vstack(blocks).tocsr()


def _near(block: Similarities, least: float) -> Similarities:
    block.data[block.data < least] = 0.0
    block.eliminate_zeros()
    return block


def _blocks(matrix: Similarities, days: IntArray, window_days: int) -> Iterator[Similarities]:
    """For each day, the cosines of its articles with all; beyond the window there are none."""
    for day in np.unique(days):
        first, last = np.searchsorted(days, [day, day + 1])
        start, stop = np.searchsorted(days, [day - window_days, day + window_days + 1])
        block = matrix[first:last] @ matrix[start:stop].T
        indices = block.indices + start
        shape = (block.shape[0], matrix.shape[0])
        yield csr_array((block.data, indices, block.indptr), shape=shape)


def clusters(near: Similarities, least: float) -> list[IntArray]:
    """Parts the rows into clusters whose average link (absent pairs count 0) is at least `least`.

    Each cluster's rows ascend; clusters stand in the order of their first rows. A cluster never
    reaches beyond a connected component, so only within those are all pairs looked at.
    """
    if near.shape[0] == 1:
        return [np.zeros(1, dtype=np.int64)]
    found = [
        part
        for component in _components(near, np.arange(near.shape[0]), least)
        for part in _average_link(near, component, least)
    ]
    return sorted(found, key=lambda part: int(part[0]))


def _components(near: Similarities, rows: IntArray, least: float) -> Iterator[IntArray]:
    """Connected rows; a component that is too large is cut by a higher threshold."""
    graph = near if len(rows) == near.shape[0] else _near(near[rows][:, rows], least)
    count, labels = connected_components(graph, directed=False)
    order = np.argsort(labels, kind="stable")
    ends = np.cumsum(np.bincount(labels, minlength=count))[:-1]
    for part in np.split(rows[order], ends):
        if len(part) > MAX_COMPONENT and least < 1:
            yield from _components(near, part, least + TIGHTENING)
        else:
            yield part


def _average_link(near: Similarities, rows: IntArray, least: float) -> list[IntArray]:
    # A linked pair is a cluster; what no threshold could cut are copies of one text.
    if len(rows) <= 2 or len(rows) > MAX_COMPONENT:  # noqa: PLR2004
        return [rows]
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distances = 1.0 - near[rows][:, rows].toarray()
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform(np.maximum(distances, 0.0), checks=False), method="average")
    labels = fcluster(tree, t=1.0 - least, criterion="distance")
    return [rows[labels == label] for label in np.unique(labels)]
