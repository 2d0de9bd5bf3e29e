"""A story's sentences as every ranker takes them: words by code, article after article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Sentence, Story
    from digest.text import IntArray, Text


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """The sentences of one story's articles.

    `words` are word codes, sentence after sentence; `lengths` the number of words of each
    sentence and `ends` where they end; `positions` each sentence's place in its article, from 0;
    `articles` the place of its article among the story's.
    """

    story: Story
    texts: tuple[Text, ...]
    words: IntArray
    lengths: IntArray
    ends: IntArray
    positions: IntArray
    articles: IntArray

    def sentence(self, index: int) -> Sentence:
        """The sentence at an index of the arrays."""
        return self.texts[int(self.articles[index])].sentence(int(self.positions[index]))


def passages(story: Story, texts: Sequence[Text]) -> Passages:
    """Gather the sentences of a story's texts; `texts` stand in the order of its articles."""
    counts = [len(text.sentences) for text in texts]
    lengths = np.concatenate([np.diff(text.bounds) for text in texts])
    return Passages(
        story,
        tuple(texts),
        np.concatenate([text.words for text in texts]),
        lengths,
        np.cumsum(lengths),
        np.concatenate([np.arange(count) for count in counts]),
        np.repeat(np.arange(len(texts)), counts),
    )
