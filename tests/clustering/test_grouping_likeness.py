"""How much more alike articles must be where any two of them are much alike."""

from __future__ import annotations

import numpy as np
import pytest

from digest.clustering import Likeness, Vectors


def sharing(articles: int, share: float) -> Vectors:
    """Vectors of length 1 whose first term makes the cosine of any two, and a term of their own."""
    own = np.arange(1, articles + 1)
    terms = np.column_stack((np.zeros_like(own), own)).ravel()
    values = np.tile([np.sqrt(share), np.sqrt(1 - share)], articles)
    return Vectors(np.arange(0, 2 * articles + 1, 2), terms, values)


@pytest.mark.parametrize(
    ("articles", "cosine", "raised"),
    [(1, 0.1, 0.0), (100, 0.03, 0.0), (100, 0.1, 0.08), (300, 0.1, 0.12), (300, 0.3, 0.0)],
    ids=["one article", "mixed news", "a running topic", "more of it", "one event"],
)
def test_the_threshold_rises_for_a_running_topic_alone(
    articles: int, cosine: float, raised: float
) -> None:
    found = Likeness().raised(sharing(articles, cosine), np.arange(articles + 1))
    assert found == pytest.approx(raised)


def test_days_are_counted_together() -> None:
    """Two days of the same words, numbered anew on the second."""
    likeness, whole = Likeness(), sharing(100, 0.1)
    numbers = np.arange(101)
    likeness.raised(sharing(50, 0.1), numbers[:51])
    later = likeness.raised(sharing(50, 0.1), np.concatenate(([0], numbers[51:])))
    assert later == Likeness().raised(whole, numbers)
