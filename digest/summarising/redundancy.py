"""Maximal marginal relevance: sentences' scores less what the chosen ones say already.

Carbonell & Goldstein (1998) subtract the highest similarity to the chosen ones, weighed; here it
is multiplied, which needs no common scale of scores and cosines: score · (1 - max_similarity).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from digest.summarising.sources import same_source, sources

if TYPE_CHECKING:
    from digest.ranking import Passages
    from digest.text import FloatArray

# Share of its score that a sentence keeps where its source is cited already.
CITED_SOURCE_FACTOR = 0.7
# MMR scores are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 12
NO_SENTENCE = -1


@dataclass(frozen=True, slots=True)
class Decision:
    """Choice or rejection of a sentence when its turn came.

    `mmr_score` is score · (1 - max_similarity), and CITED_SOURCE_FACTOR of that where one of its
    source was chosen before (`source_cited`). `max_similarity` is its cosine to `most_similar`, the
    nearest of those chosen before (NO_SENTENCE for the first); both are indices of the story's
    sentences. `rejection_reason` is CHOSEN where there is none.
    """

    index: int
    mmr_score: float
    max_similarity: float
    most_similar: int
    source_cited: bool
    rejection_reason: str


class Redundancy:
    """Similarity of a story's sentences to those chosen so far, of which there are none at first.

    `max_similarity` is each sentence's highest cosine to them.
    """

    def __init__(self, story: Passages) -> None:
        count = len(story.positions)
        self._story, self._sources = story, sources(story)
        self.max_similarity: FloatArray = np.zeros(count)
        self._most_similar = np.full(count, NO_SENTENCE)
        self._source_cited = np.zeros(count, dtype=np.bool_)

    def choose(self, index: int) -> None:
        """Add a sentence to the chosen ones."""
        cosines = self._story.vectors.cosines(index)
        self._most_similar[cosines > self.max_similarity] = index
        np.maximum(self.max_similarity, cosines, out=self.max_similarity)
        self._source_cited |= same_source(self._sources, index)

    def mmr_scores(self, scores: FloatArray) -> FloatArray:
        """Discount each sentence's score by what is said already, and by a source cited already."""
        # Some of sumy's rankers rate below zero.
        salience = scores - min(0.0, float(scores.min()))
        factors = np.where(self._source_cited, CITED_SOURCE_FACTOR, 1.0)
        discounted: FloatArray = salience * (1.0 - self.max_similarity) * factors
        return discounted.round(COMPARED_DECIMALS)

    def decision(self, index: int, mmr_scores: FloatArray, rejection_reason: str) -> Decision:
        """Record what became of a sentence, given the MMR scores of all."""
        return Decision(
            index,
            float(mmr_scores[index]),
            float(self.max_similarity[index]),
            int(self._most_similar[index]),
            bool(self._source_cited[index]),
            rejection_reason,
        )
