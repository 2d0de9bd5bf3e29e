"""Connected components of rows whose pairs are similar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from digest.clustering.pairs import Matrix, Pairs, alike_within

if TYPE_CHECKING:
    from digest.text import IntArray


def components(matrix: Matrix, least: float) -> IntArray:
    """Label each row by its component, where pairs of a cosine of at least `least` are joined.

    The rows have length 1 (or are empty).
    """
    labels = np.arange(matrix.shape[0])
    for pairs in alike_within(matrix, least):
        labels = joined(labels, pairs)
    return labels


def joined(labels: IntArray, pairs: Pairs) -> IntArray:
    """Merge the labels of each pair: labels, unlike pairs, don't grow in number."""
    ends = labels[pairs.ones], labels[pairs.others]
    shape = (len(labels), len(labels))
    graph = csr_array((np.ones(len(pairs.ones)), ends), shape=shape)
    _, merged = connected_components(graph, directed=False)
    return merged.astype(np.int64)[labels]
