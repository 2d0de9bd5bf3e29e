"""Annotation of summaries: dates and actors, headline, label and topics of each story."""

from digest.annotating.entries import Annotators, annotate
from digest.annotating.labels import story_labels
from digest.annotating.sections import Topic, section_names, topic

__all__ = ["Annotators", "Topic", "annotate", "section_names", "story_labels", "topic"]
