"""Whose words a story's sentences are: a story told by many is best told by several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from digest.ranking import Passages
    from digest.text import BoolArray, IntArray


def sources(story: Passages) -> IntArray:
    """The source of each sentence, as a number; a reprint's is that of what it repeats.

    A source is an outlet, or an article where no outlet is named: a file that gathers articles of
    nobody known is one outlet for counting, but not one voice.
    """
    originals = {reprint.article.id: reprint.of for reprint in story.story.reprints}
    first = [originals.get(article.id, article) for article in story.story.articles]
    known = [(one.outlet, "" if one.source else one.id) for one in first]
    numbers = {source: number for number, source in enumerate(dict.fromkeys(known))}
    return np.array([numbers[source] for source in known])[story.articles]


def same_source(source: IntArray, index: int) -> BoolArray:
    """The sentences from the source of one of them; none where the story has no other source."""
    same: BoolArray = (source == source[index]) & (source.max() > 0)
    return same
