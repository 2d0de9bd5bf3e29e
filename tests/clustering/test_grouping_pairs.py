"""Which rows are alike, found without comparing all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array, vstack

from digest.clustering import Matrix, alike
from digest.clustering.clusters import MAX_COMPONENT, clusters
from digest.clustering.components import components
from digest.clustering.pairs import alike_within

LEAST = 0.24


def made_rows(count: int, seed: int, frequent: float) -> Matrix:
    """Rows of length 1 (the last one empty) over 40 terms, the first of which most rows share.

    `frequent` is how much heavier those are. Some rows repeat former ones in part.
    """
    rng = np.random.default_rng(seed)
    values = rng.random((count, 40)) * (rng.random((count, 40)) < np.linspace(0.9, 0.01, 40))
    values[:, :8] *= frequent
    values[count // 2 :] += 2 * values[rng.integers(0, count // 2, count - count // 2)]
    values /= np.maximum(np.linalg.norm(values, axis=1), 1e-12)[:, np.newaxis]
    values[-1] = 0.0
    return csr_array(values)


@pytest.mark.parametrize("frequent", [0.05, 0.3, 3.0])
@pytest.mark.parametrize("count", [30, 700])
def test_pairs_are_those_of_the_full_product(count: int, frequent: float) -> None:
    """Whatever weight the frequent terms have, and over more rows than one block."""
    rows = made_rows(count, 1, frequent)
    meant = np.argwhere(np.triu((rows @ rows.T).toarray() >= LEAST, 1)).tolist()
    pairs = [np.sort(np.column_stack(found), axis=1) for found in alike_within(rows, LEAST)]
    found = {(one, other) for one, other in np.concatenate(pairs).tolist() if one != other}
    assert sorted(found) == [(one, other) for one, other in meant]


@pytest.mark.parametrize("frequent", [0.05, 0.3, 3.0])
def test_pairs_of_two_matrices_are_those_of_the_full_product(frequent: float) -> None:
    left, right = made_rows(600, 1, frequent), made_rows(50, 2, frequent)
    meant = np.argwhere((left @ right.T).toarray() >= LEAST)
    assert sorted(zip(*alike(left, right, LEAST), strict=True)) == [tuple(pair) for pair in meant]


@given(st.integers(0, 50), st.sampled_from([0.05, 0.3, 3.0]))
def test_components_are_those_of_the_full_product(seed: int, frequent: float) -> None:
    """Two rows that are alike stand in one component, and one with nothing in common alone."""
    rows = made_rows(40, seed, frequent)
    labels = components(rows, LEAST)
    pairs = np.argwhere((rows @ rows.T).toarray() >= LEAST)
    assert (labels[pairs[:, 0]] == labels[pairs[:, 1]]).all()
    assert np.count_nonzero(labels == labels[-1]) == 1


@pytest.mark.parametrize("frequent", [0.05, 0.3, 3.0])
@pytest.mark.parametrize("count", [40, 400])
def test_clusters_are_those_of_average_link_over_all_pairs(count: int, frequent: float) -> None:
    """However the rows are parted before they are linked."""
    rows = made_rows(count, 3, frequent)
    distances = 1.0 - (rows @ rows.T).toarray()
    tree = linkage(distances[np.triu_indices(count, 1)], method="average")
    labels = fcluster(tree, t=1.0 - LEAST, criterion="distance")
    meant = sorted(np.flatnonzero(labels == label).tolist() for label in np.unique(labels))
    assert [part.tolist() for part in clusters(rows, LEAST)] == meant


def test_many_copies_are_one_component() -> None:
    """More pairs than each could be looked at."""
    one = csr_array(np.eye(1, 40))
    rows = vstack([one] * 600 + [csr_array(np.eye(1, 40, 3))]).tocsr()
    labels = components(rows, LEAST)
    assert np.unique(labels, return_counts=True)[1].tolist() == [600, 1]


def test_more_copies_than_are_linked_are_one_cluster() -> None:
    """No threshold parts them, however high."""
    one = csr_array(np.full((1, 4), 0.5))
    rows = vstack([one] * (MAX_COMPONENT + 1) + [csr_array(np.eye(1, 4))]).tocsr()
    sizes = [len(part) for part in clusters(rows, 0.6)]
    assert sizes == [MAX_COMPONENT + 1, 1]


@pytest.mark.parametrize("copies", [1, 50])
@pytest.mark.parametrize("seed", range(10))
def test_how_terms_are_numbered_decides_nothing(copies: int, seed: int) -> None:
    """Not even where cosines are equal to each other and to the threshold."""
    rng = np.random.default_rng(seed)
    counts = np.tile(rng.integers(1, 4, (6, 12)) * (rng.random((6, 12)) < 0.7), (copies, 1))
    rows = counts / np.linalg.norm(counts, axis=1)[:, np.newaxis]
    orders = [rng.permutation(12) for _ in range(12)]
    least = float(rows[0] @ rows[1])
    found = [[part.tolist() for part in clusters(csr_array(rows[:, o]), least)] for o in orders]
    assert found[1:] == found[:1] * 11
