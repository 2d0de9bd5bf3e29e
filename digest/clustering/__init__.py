"""Which articles tell of the same event, and which words tell what it is."""

from digest.clustering.background import BACKGROUND, Background, background
from digest.clustering.clusters import matrix_of
from digest.clustering.collection import Collection, DayVectors, weigh
from digest.clustering.pairs import Matrix, alike, products
from digest.clustering.stories import LEAST_SIMILARITY, group, is_story_id
from digest.clustering.vectors import TermCounts, Vectors, counts, term_counts, vectors, weighted

__all__ = [
    "BACKGROUND",
    "LEAST_SIMILARITY",
    "Background",
    "Collection",
    "DayVectors",
    "Matrix",
    "TermCounts",
    "Vectors",
    "alike",
    "background",
    "counts",
    "group",
    "is_story_id",
    "matrix_of",
    "products",
    "term_counts",
    "vectors",
    "weigh",
    "weighted",
]
