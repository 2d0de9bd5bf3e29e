"""Which articles tell of the same thing, and which words tell what it is."""

from digest.clustering.background import BACKGROUND, Background, background
from digest.clustering.clusters import matrix_of
from digest.clustering.likeness import Likeness
from digest.clustering.pairs import Matrix, alike, products
from digest.clustering.seen import Seen
from digest.clustering.stories import LEAST_SIMILARITY, group, is_story_id
from digest.clustering.vectors import Vectors, counts, vectors, weighted

__all__ = [
    "BACKGROUND",
    "LEAST_SIMILARITY",
    "Background",
    "Likeness",
    "Matrix",
    "Seen",
    "Vectors",
    "alike",
    "background",
    "counts",
    "group",
    "is_story_id",
    "matrix_of",
    "products",
    "vectors",
    "weighted",
]
