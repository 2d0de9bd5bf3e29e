"""How much more alike articles must be where any two of them are much alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from digest.clustering import Background, Collection, TermVectors


def sharing(articles: int, share: float) -> TermVectors:
    """TermVectors of length 1 whose first term makes the cosine of any two, and a term of their own."""
    own = np.arange(1, articles + 1)
    terms = np.column_stack((np.zeros_like(own), own)).ravel()
    values = np.tile([np.sqrt(share), np.sqrt(1 - share)], articles)
    return TermVectors(np.arange(0, 2 * articles + 1, 2), terms, values)


@pytest.mark.parametrize(
    ("articles", "cosine", "raised"),
    [(1, 0.1, 0.0), (100, 0.03, 0.0), (100, 0.1, 0.08), (300, 0.1, 0.12), (300, 0.3, 0.0)],
    ids=["one article", "mixed news", "a running topic", "more of it", "one event"],
)
def test_the_threshold_rises_for_a_running_topic_alone(
    articles: int, cosine: float, raised: float
) -> None:
    found = summed(Collection(), sharing(articles, cosine), numbers_from(0, articles + 1))
    assert found.raised_threshold() == pytest.approx(raised)


def summed(known: Collection, rows: TermVectors, stems: tuple[str, ...]) -> Collection:
    """The collection with the sums of vectors that are weighed already."""
    wide = known.with_stems(stems, Background(0, {}))
    sums = wide.vector_sums.copy()
    sums[wide.numbers_of(stems)] += np.bincount(rows.terms, rows.values, minlength=len(stems))
    articles = wide.articles + len(rows.starts) - 1
    return replace(wide, articles=articles, vector_sums=sums)


def numbers_from(first: int, last: int) -> tuple[str, ...]:
    return tuple(f"s{number}" for number in range(first, last))


def test_days_are_counted_together() -> None:
    """Two days of the same words, numbered anew on the second."""
    first = summed(Collection(), sharing(50, 0.1), numbers_from(0, 51))
    both = summed(first, sharing(50, 0.1), ("s0", *numbers_from(51, 101)))
    whole = summed(Collection(), sharing(100, 0.1), numbers_from(0, 101))
    assert both.raised_threshold() == whole.raised_threshold()


def test_two_that_go_on_from_one_number_their_stems_apart() -> None:
    none = Background(0, {})
    one = Collection().with_stems(("a", "b"), none)
    left, right = one.with_stems(("c",), none), one.with_stems(("d", "c"), none)
    numbers = [each.numbers_of(stems).tolist() for each, stems in ((left, "abc"), (right, "abdc"))]
    assert numbers == [[0, 1, 2], [0, 1, 2, 3]]
