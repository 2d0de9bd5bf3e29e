"""What the chosen sentences mention, and under which headline they stand."""

from digest.annotating.entries import annotate

__all__ = ["annotate"]
