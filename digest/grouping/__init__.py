"""Which articles tell of the same thing, and which words tell what it is."""

from digest.grouping.background import BACKGROUND, Background, background
from digest.grouping.clusters import matrix_of
from digest.grouping.likeness import Likeness
from digest.grouping.pairs import Matrix, alike, products
from digest.grouping.seen import Seen
from digest.grouping.stories import LEAST_SIMILARITY, group, is_story_id
from digest.grouping.vectors import Vectors, counts, vectors, weighted

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
