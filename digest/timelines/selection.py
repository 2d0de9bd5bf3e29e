"""Selection of the sentences that tell of each day: salient, and not redundant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from digest.ranking import sentence_vectors
from digest.text import REDUNDANT_ACROSS_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text import FloatArray
    from digest.timelines.candidates import Candidates
    from digest.timelines.sentence_pool import SentencePool

# Scores are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 12


def select_sentences(
    pool: SentencePool, candidates: Candidates, scores: FloatArray, most: int
) -> Sequence[tuple[int, int]]:
    """Choose at most so many sentences a day; pairs of the day's index and the sentence, ascending.

    Round by round each day takes the candidate with the greatest p · √(1 - e) · (1 - h): p is
    its score times its weight, e its highest cosine to what tells of the other days, h to what
    already tells of this. A sentence is chosen once; of equals the first is taken.
    """
    ends = np.cumsum(candidates.sizes).tolist()
    redundancy = _Redundancy(pool, candidates)
    chosen = []
    for _ in range(min(most, int(candidates.sizes.max()))):
        for day, (end, size) in enumerate(zip(ends, candidates.sizes.tolist(), strict=True)):
            own = slice(end - size, end)
            value = scores[own] * redundancy.discounts(own) * candidates.weights[own]
            best = int(np.argmax(value.round(COMPARED_DECIMALS)))
            if value[best] > 0:
                chosen.append((day, int(candidates.sentences[own][best])))
                redundancy.choose(own, own.start + best)
    return sorted(chosen)


class _Redundancy:
    """Highest cosine of each candidate to what is chosen for its day, and for the others."""

    def __init__(self, pool: SentencePool, candidates: Candidates) -> None:
        distinct, self._row = np.unique(candidates.sentences, return_inverse=True)
        terms, lengths = pool.terms_of(distinct)
        # Across days, a term weighs by how rare it is among the candidates of all.
        self._vectors = sentence_vectors(terms, lengths, np.array([len(distinct)]))
        self._own_day, self._other_days = np.zeros((2, len(self._row)))

    def discounts(self, own: slice) -> FloatArray:
        """Factors of a day's candidates' scores; 0 for those that say the same again."""
        here, elsewhere = self._own_day[own], self._other_days[own]
        is_new = np.maximum(here, elsewhere) <= REDUNDANT_ACROSS_DAYS
        factors: FloatArray = np.sqrt(np.maximum(1 - elsewhere, 0)) * np.maximum(1 - here, 0)
        return factors * is_new

    def choose(self, own: slice, index: int) -> None:
        """Choose a candidate for the day whose candidates are `own`."""
        row = int(self._row[index])
        cosines = self._vectors.cosines(row)
        cosines[row] = 1.0  # a sentence without terms too
        near = cosines[self._row]
        here = np.maximum(self._own_day[own], near[own])
        elsewhere = self._other_days[own].copy()
        np.maximum(self._other_days, near, out=self._other_days)
        self._own_day[own], self._other_days[own] = here, elsewhere
