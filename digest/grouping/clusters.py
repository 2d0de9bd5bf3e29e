"""Clusters by average link, which doesn't chain as single link does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.grouping.vectors import Vectors
    from digest.text import FloatArray, IntArray

# Average link needs every pair of a component. A larger one is first cut into tighter ones.
MAX_COMPONENT = 3_000
TIGHTENING = 0.05

Similarities = csr_array[np.float64, tuple[int, int]]


def similarities(vectors: Vectors, days: IntArray, window_days: int, least: float) -> Similarities:
    """Cosines of at least `least` between articles at most `window_days` apart.

    `days` are day numbers in ascending order, aligned with the rows of `vectors`. Memory and time
    grow with the pairs within the window, never with all pairs.
    """
    blocks = list(_blocks(vectors, days, window_days, least))
    shape = (vectors.shape[0], vectors.shape[0])
    rows, columns, values = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    return coo_array((values, (rows, columns)), shape=shape).tocsr()


def _blocks(
    vectors: Vectors, days: IntArray, window_days: int, least: float
) -> Iterator[tuple[IntArray, IntArray, FloatArray]]:
    for day in np.unique(days):
        first, last = np.searchsorted(days, [day, day + 1])
        start, stop = np.searchsorted(days, [day - window_days, day + window_days + 1])
        block = (vectors[first:last] @ vectors[start:stop].T).tocoo()
        near = block.data >= least
        yield block.row[near] + first, block.col[near] + start, block.data[near]


def clusters(near: Similarities, least: float) -> list[IntArray]:
    """Parts the rows into clusters whose average link (absent pairs count 0) is at least `least`.

    Each cluster's rows ascend; clusters stand in the order of their first rows. A cluster never
    reaches beyond a connected component, so only within those are all pairs looked at.
    """
    found = [
        part
        for component in _components(near, np.arange(near.shape[0]), least)
        for part in _average_link(near, component, least)
    ]
    return sorted(found, key=lambda part: int(part[0]))


def _components(near: Similarities, rows: IntArray, least: float) -> Iterator[IntArray]:
    """Connected rows; a component that is too large is cut by a higher threshold."""
    graph = near[rows][:, rows]
    graph.data = np.where(graph.data >= least, graph.data, 0.0)
    graph.eliminate_zeros()
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
