"""Passages: a story's sentences as every ranker takes them, words by code."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from digest.ranking.sentence_vectors import SentenceVectors, sentence_vectors
from digest.text import NO_TERM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Sentence, Story
    from digest.text import IntArray, Lexicon, Text

NO_QUERY = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Sentences of one story's articles, article after article.

    `words` are word codes, sentence after sentence; `lengths` the number of words of each
    sentence and `ends` where they end; `positions` each sentence's place in its article, from 0;
    `articles` the place of its article among the story's; `vectors` the sentences by TF-IDF;
    `query` the terms of the query that leads its ranking, ascending, empty where there is none.
    """

    story: Story
    texts: tuple[Text, ...]
    words: IntArray
    lengths: IntArray
    ends: IntArray
    positions: IntArray
    articles: IntArray
    vectors: SentenceVectors
    query: IntArray

    def sentence(self, index: int) -> Sentence:
        """Take the sentence at an index of the arrays."""
        return self.texts[int(self.articles[index])].sentence(int(self.positions[index]))


def passages(
    story: Story, texts: Sequence[Text], lexicon: Lexicon, query: IntArray = NO_QUERY
) -> Passages:
    """Gather the sentences of a story's texts; `texts` are in the order of its articles."""
    (gathered,) = passages_many([(story, texts)], lexicon, [query])
    return gathered


def passages_many(
    stories: Sequence[tuple[Story, Sequence[Text]]],
    lexicon: Lexicon,
    queries: Sequence[IntArray] = (),
) -> list[Passages]:
    """Gather the sentences of many stories, each with its texts; quicker than one by one.

    `queries` are the terms of each story's query, or empty where no story has one.
    """
    if not stories:
        return []
    lengths = [np.concatenate([np.diff(text.bounds) for text in texts]) for _, texts in stories]
    words = [np.concatenate([text.words for text in texts]) for _, texts in stories]
    sizes = np.array([len(of_story) for of_story in lengths])
    vectors = _vectors(np.concatenate(words), np.concatenate(lengths), sizes, lexicon)
    ends = np.cumsum(sizes).tolist()
    return [
        Passages(
            story,
            tuple(texts),
            words[number],
            lengths[number],
            np.cumsum(lengths[number]),
            *_positions(texts),
            vectors.part(ends[number] - int(sizes[number]), ends[number]),
            queries[number] if queries else NO_QUERY,
        )
        for number, (story, texts) in enumerate(stories)
    ]


def _vectors(
    words: IntArray, lengths: IntArray, sizes: IntArray, lexicon: Lexicon
) -> SentenceVectors:
    """Weigh the terms of all stories' sentences."""
    terms = lexicon.term_of[words]
    kept = terms != NO_TERM
    sentence = np.repeat(np.arange(len(lengths)), lengths)
    terms_by_sentence = np.bincount(sentence[kept], minlength=len(lengths))
    return sentence_vectors(terms[kept], terms_by_sentence, sizes)


def _positions(texts: Sequence[Text]) -> tuple[IntArray, IntArray]:
    """Number each sentence within its article, and the articles."""
    counts = [len(text.sentences) for text in texts]
    positions = np.fromiter(chain.from_iterable(map(range, counts)), dtype=np.int64)
    return positions, np.repeat(np.arange(len(texts)), counts)
