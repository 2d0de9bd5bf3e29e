"""What the chosen sentences mention, and under which headline and label they stand."""

from digest.annotating.entries import annotate
from digest.annotating.labels import story_label

__all__ = ["annotate", "story_label"]
