"""Centrality of each day's candidates: TextRank by cosine, each day a graph of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from digest.ranking import (
    RankingBatch,
    biased_teleport,
    cosine_textrank_many,
    sentence_vectors,
    uniform_teleport,
)
from digest.text import FloatArray, IntArray

if TYPE_CHECKING:
    from digest.ranking import SentenceVectors
    from digest.timelines.candidates import Candidates
    from digest.timelines.sentence_pool import SentencePool

# Scores of all candidates, given the terms of a query or none; those of a day sum to one.
CandidateRanker = Callable[["SentencePool", "Candidates", IntArray], FloatArray]


def cosine_centrality(pool: SentencePool, candidates: Candidates, query: IntArray) -> FloatArray:
    """Score the candidates of each day, all days in one batch.

    A query's terms bias the teleport vectors towards the candidates that are close to it.
    """
    terms, lengths = pool.terms_of(candidates.sentences)
    vectors = sentence_vectors(terms, lengths, candidates.sizes)
    # An article can have candidates for many days, and is another one for each.
    articles = candidates.places * len(pool.texts) + pool.articles[candidates.sentences]
    teleport = _teleport(vectors, candidates, query)
    return cosine_textrank_many(RankingBatch(vectors, articles, candidates.sizes, teleport))


def _teleport(vectors: SentenceVectors, candidates: Candidates, query: IntArray) -> FloatArray:
    if not len(query):
        return uniform_teleport(candidates.sizes)
    ends = np.cumsum(candidates.sizes).tolist()
    return np.concatenate(
        [
            biased_teleport(vectors.part(end - size, end).relevance(query))
            for end, size in zip(ends, candidates.sizes.tolist(), strict=True)
        ]
    )
