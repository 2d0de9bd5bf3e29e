"""Annotating: what the chosen sentences mention, and the headline, label and topics of a story."""

from digest.annotating.entries import Annotators, annotate
from digest.annotating.labels import story_labels
from digest.annotating.sections import Topic, section_names, topic

__all__ = ["Annotators", "Topic", "annotate", "section_names", "story_labels", "topic"]
