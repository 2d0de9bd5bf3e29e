"""What the chosen sentences mention, and under which headline and label they stand."""

from digest.annotating.entries import annotate
from digest.annotating.labels import story_labels

__all__ = ["annotate", "story_labels"]
