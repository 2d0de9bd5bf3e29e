"""Sources of a story's sentences: a story told by many is best told by several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from digest.ranking import Passages
    from digest.text import BoolArray, IntArray


def sources(story: Passages) -> IntArray:
    """Number the source of each sentence; a reprint's is that of the article it repeats.

    A source is an outlet, or an article where no outlet is named: a file that gathers articles
    without outlets is one outlet for counting, but not one voice.
    """
    repeated = {reprint.article.id: reprint.of for reprint in story.story.reprints}
    originals = [repeated.get(article.id, article) for article in story.story.articles]
    named = [(article.outlet, "" if article.source else article.id) for article in originals]
    numbers = {source: number for number, source in enumerate(dict.fromkeys(named))}
    return np.array([numbers[source] for source in named])[story.articles]


def same_source(source: IntArray, index: int) -> BoolArray:
    """Mask the sentences from a sentence's source; none where the story has no other source."""
    same: BoolArray = (source == source[index]) & (source.max() > 0)
    return same
