"""Clustering of a day's articles into stories, by the similarity of their TF-IDF vectors."""

from digest.clustering.background import BACKGROUND, Background, background
from digest.clustering.clusters import sparse_matrix
from digest.clustering.collection import Collection, DayVectors, weigh
from digest.clustering.pairs import Matrix, alike, products
from digest.clustering.stories import LEAST_SIMILARITY, group, is_story_id
from digest.clustering.term_vectors import (
    TermCounts,
    TermVectors,
    term_counts,
    term_frequencies,
    tf_idf,
    tf_idf_alone,
)

__all__ = [
    "BACKGROUND",
    "LEAST_SIMILARITY",
    "Background",
    "Collection",
    "DayVectors",
    "Matrix",
    "TermCounts",
    "TermVectors",
    "alike",
    "background",
    "group",
    "is_story_id",
    "products",
    "sparse_matrix",
    "term_counts",
    "term_frequencies",
    "tf_idf",
    "tf_idf_alone",
    "weigh",
]
