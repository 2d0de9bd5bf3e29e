"""How much each candidate says of its day: TextRank by the cosine, each day a set of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from digest.ranking import Sets, cosine_textrank_many, even_jumps, leaning_jumps, vectors
from digest.text import FloatArray, IntArray

if TYPE_CHECKING:
    from digest.ranking import Vectors
    from digest.timelines.candidates import Candidates
    from digest.timelines.pool import Pool

# The scores of all candidates, given the terms of a query or none; those of a day sum to one.
Walk = Callable[["Pool", "Candidates", IntArray], FloatArray]


def by_cosine(pool: Pool, candidates: Candidates, query: IntArray) -> FloatArray:
    """Score the candidates of each day, all days in one batch.

    With a query, the walk jumps rather to the candidates that are close to it.
    """
    terms, lengths = pool.terms_of(candidates.sentences)
    weighed = vectors(terms, lengths, candidates.sizes)
    # An article can have candidates for many days, and is another one for each.
    articles = candidates.places * len(pool.texts) + pool.articles[candidates.sentences]
    odds = _jumps(weighed, candidates, query)
    return cosine_textrank_many(Sets(weighed, articles, candidates.sizes, odds))


def _jumps(weighed: Vectors, candidates: Candidates, query: IntArray) -> FloatArray:
    if not len(query):
        return even_jumps(candidates.sizes)
    ends = np.cumsum(candidates.sizes).tolist()
    return np.concatenate(
        [
            leaning_jumps(weighed.part(end - size, end).relevance(query))
            for end, size in zip(ends, candidates.sizes.tolist(), strict=True)
        ]
    )
