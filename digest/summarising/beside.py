"""How a story's sentences stand to those that are chosen to tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from digest.summarising.sources import same_source, sources

if TYPE_CHECKING:
    from digest.ranking import Passages
    from digest.text import FloatArray

# What a sentence keeps of its worth where its source is cited already.
CITED_ALREADY = 0.7
# Worths are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 12
NONE = -1


@dataclass(frozen=True, slots=True)
class Considered:
    """A sentence whose turn came, and what became of it.

    `worth` is its salience less what was said by then: p · (1 - likeness), and CITED_ALREADY of
    that where one of its source was chosen before (`is_cited`). `likeness` is its cosine to
    `like`, the nearest of those chosen before (NONE for the first); both are indices of the
    story's sentences. `reason` is CHOSEN or why it was passed over.
    """

    index: int
    worth: float
    likeness: float
    like: int
    is_cited: bool
    reason: str


class Beside:
    """A story's sentences beside those chosen so far, of which there are none at first.

    `likeness` is each sentence's highest cosine to them.
    """

    def __init__(self, story: Passages) -> None:
        count = len(story.positions)
        self._story, self._source = story, sources(story)
        self.likeness: FloatArray = np.zeros(count)
        self._like = np.full(count, NONE)
        self._is_cited = np.zeros(count, dtype=np.bool_)

    def choose(self, index: int) -> None:
        """Choose one more."""
        cosines = self._story.vectors.cosines(index)
        self._like[cosines > self.likeness] = index
        np.maximum(self.likeness, cosines, out=self.likeness)
        self._is_cited |= same_source(self._source, index)

    def worths(self, scores: FloatArray) -> FloatArray:
        """What each sentence is worth by now: its score · (1 - likeness).

        Of that CITED_ALREADY where its source is cited already.
        """
        # Some of sumy's rankers rate below zero.
        salience = scores - min(0.0, float(scores.min()))
        fresh = np.where(self._is_cited, CITED_ALREADY, 1.0)
        worth: FloatArray = (salience * (1.0 - self.likeness) * fresh).round(COMPARED_DECIMALS)
        return worth

    def considered(self, index: int, worth: FloatArray, reason: str) -> Considered:
        """What became of a sentence, given what all are worth."""
        return Considered(
            index,
            float(worth[index]),
            float(self.likeness[index]),
            int(self._like[index]),
            bool(self._is_cited[index]),
            reason,
        )
