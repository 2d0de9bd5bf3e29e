"""Which articles tell of the same thing, and which words tell what it is."""

from digest.grouping.background import BACKGROUND, Background, background
from digest.grouping.clusters import Matrix, matrix_of
from digest.grouping.stories import LEAST_SIMILARITY, group
from digest.grouping.vectors import Commonness, Vectors, counts, frequencies, weighted

__all__ = [
    "BACKGROUND",
    "LEAST_SIMILARITY",
    "Background",
    "Commonness",
    "Matrix",
    "Vectors",
    "background",
    "counts",
    "frequencies",
    "group",
    "matrix_of",
    "weighted",
]
