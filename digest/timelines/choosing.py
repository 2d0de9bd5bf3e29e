"""The sentences that tell of each day: salient and new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from digest.ranking import vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text import FloatArray
    from digest.timelines.candidates import Candidates
    from digest.timelines.pool import Pool

# Two sentences whose cosine is higher say the same.
MOST_ALIKE = 0.8
# Values are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 12


def choose(
    pool: Pool, candidates: Candidates, scores: FloatArray, most: int
) -> Sequence[tuple[int, int]]:
    """Pairs of a day's place and a sentence's number, ascending, at most so many for a day.

    Round by round each day takes the candidate with the greatest p · √(1 - e) · (1 - h): p is
    its share of its score, e its highest cosine to what tells of the other days, h to what already
    tells of this. A sentence stands once; of equals the first is taken.
    """
    ends = np.cumsum(candidates.sizes).tolist()
    nearness = _Nearness(pool, candidates)
    chosen = []
    for _ in range(min(most, int(candidates.sizes.max()))):
        for day, (end, size) in enumerate(zip(ends, candidates.sizes.tolist(), strict=True)):
            own = slice(end - size, end)
            value = scores[own] * nearness.novelty(own) * candidates.shares[own]
            best = int(np.argmax(value.round(COMPARED_DECIMALS)))
            if value[best] > 0:
                chosen.append((day, int(candidates.sentences[own][best])))
                nearness.take(own, own.start + best)
    return sorted(chosen)


class _Nearness:
    """The highest cosine of each candidate to what is chosen for its day, and for the others."""

    def __init__(self, pool: Pool, candidates: Candidates) -> None:
        distinct, self._row = np.unique(candidates.sentences, return_inverse=True)
        terms, lengths = pool.terms_of(distinct)
        # Across days, a term weighs by how rare it is among the candidates of all.
        self._vectors = vectors(terms, lengths, np.array([len(distinct)]))
        self._here, self._elsewhere = np.zeros((2, len(self._row)))

    def novelty(self, own: slice) -> FloatArray:
        """What is left of the candidates' scores; nothing of those that say the same again."""
        here, elsewhere = self._here[own], self._elsewhere[own]
        fresh = np.maximum(here, elsewhere) <= MOST_ALIKE
        kept: FloatArray = np.sqrt(np.maximum(1 - elsewhere, 0)) * np.maximum(1 - here, 0) * fresh
        return kept

    def take(self, own: slice, index: int) -> None:
        """Choose a candidate for the day whose candidates are `own`."""
        row = int(self._row[index])
        cosines = self._vectors.cosines(row)
        cosines[row] = 1.0  # a sentence without terms too
        near = cosines[self._row]
        here = np.maximum(self._here[own], near[own])
        aside = self._elsewhere[own].copy()
        np.maximum(self._elsewhere, near, out=self._elsewhere)
        self._here[own], self._elsewhere[own] = here, aside
