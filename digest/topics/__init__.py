"""Which of the reader's topics a story belongs to."""

from digest.topics.sections import OTHER, Topic, section_names, topic, topics_of

__all__ = ["OTHER", "Topic", "section_names", "topic", "topics_of"]
