"""Which articles repeat another's text, so that copies don't count as sources."""

from digest.reprints.finding import (
    LEAST_AGENCY_OVERLAP,
    LEAST_OVERLAP,
    find_reprints,
    overlaps,
    reprints_within,
)

__all__ = [
    "LEAST_AGENCY_OVERLAP",
    "LEAST_OVERLAP",
    "find_reprints",
    "overlaps",
    "reprints_within",
]
