"""TextRank by cosine against the same walk on a full matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ranking import (
    RankingBatch,
    SentenceVectors,
    biased_teleport,
    cosine_textrank_many,
    sentence_vectors,
    uniform_teleport,
)

if TYPE_CHECKING:
    from digest.text import FloatArray

TERMS = 12
SENTENCES = st.lists(st.lists(st.integers(0, TERMS - 1), max_size=7), min_size=1, max_size=12)


class Story(NamedTuple):
    """Sentences as lists of terms, so many to an article."""

    sentences: list[list[int]]
    per_article: int


STORIES = st.builds(Story, SENTENCES, st.integers(1, 5))


def weighed(stories: list[Story]) -> SentenceVectors:
    flat = [sentence for story in stories for sentence in story.sentences]
    return sentence_vectors(
        np.array([term for sentence in flat for term in sentence], dtype=np.int64),
        np.array([len(sentence) for sentence in flat]),
        np.array([len(story.sentences) for story in stories]),
    )


def scored(stories: list[Story], teleport: FloatArray | None = None) -> FloatArray:
    sizes = np.array([len(story.sentences) for story in stories])
    articles = [
        number * 100 + np.arange(len(story.sentences)) // story.per_article
        for number, story in enumerate(stories)
    ]
    teleport = uniform_teleport(sizes) if teleport is None else teleport
    return cosine_textrank_many(
        RankingBatch(weighed(stories), np.concatenate(articles), sizes, teleport)
    )


def dense(story: Story) -> FloatArray:
    """The sentences' unit vectors as a full matrix."""
    size = len(story.sentences)
    counts = np.array([np.bincount(one, minlength=TERMS) for one in story.sentences], dtype=float)
    raw = counts * np.log((size + 1) / ((counts > 0).sum(axis=0) + 0.5))
    norms = np.sqrt((raw**2).sum(axis=1, keepdims=True))
    unit: FloatArray = np.divide(raw, norms, out=np.zeros_like(raw), where=norms > 0)
    return unit


def walked(story: Story) -> FloatArray:
    """Where a walk over the full matrix comes to rest."""
    unit, size = dense(story), len(story.sentences)
    article = np.arange(size) // story.per_article
    links = unit @ unit.T * np.where(article[:, None] == article, 0.3, 1.0)
    links[links < 1e-12] = 0.0
    np.fill_diagonal(links, 0.0)
    sums = links.sum(axis=1, keepdims=True)
    steps = np.divide(links, sums, out=np.full_like(links, 1 / size), where=sums > 0)
    scores: FloatArray = np.full(size, 1 / size)
    for _ in range(200):
        scores = 0.15 / size + 0.85 * scores @ steps
    return scores


@given(STORIES)
@settings(deadline=None, max_examples=200)
def test_scores_are_those_of_the_full_matrix(story: Story) -> None:
    """Up to what the walk leaves undone when it stops."""
    assert np.abs(scored([story]) - walked(story)).sum() < 1e-3


@given(STORIES)
@settings(deadline=None)
def test_vectors_are_those_of_the_full_matrix(story: Story) -> None:
    unit = dense(story)
    found = weighed([story])
    cosines = np.array([found.cosines(index) for index in range(len(unit))])
    assert cosines == pytest.approx(unit @ unit.T, abs=1e-12)


@given(st.lists(STORIES, min_size=1, max_size=4))
@settings(deadline=None)
def test_each_storys_scores_sum_to_one(stories: list[Story]) -> None:
    parts = np.split(scored(stories), np.cumsum([len(one.sentences) for one in stories])[:-1])
    assert [part.sum() for part in parts] == pytest.approx([1.0] * len(stories), abs=1e-9)


@given(st.lists(STORIES, min_size=2, max_size=4))
@settings(deadline=None)
def test_a_story_scores_the_same_bits_in_any_batch(stories: list[Story]) -> None:
    """Last or alone, whatever stands before it."""
    size = len(stories[-1].sentences)
    assert scored(stories)[-size:].tobytes() == scored(stories[-1:]).tobytes()


def test_a_long_article_does_not_vote_for_itself() -> None:
    """Four sentences on one thing in one article lose against three in three."""
    told = [[0, 1], [0, 1], [0, 1], [0, 1], [2, 3], [4, 5], [4, 5], [4, 5]]
    found = weighed([Story(told, 1)])
    articles = np.array([0, 0, 0, 0, 0, 1, 2, 3])
    sizes = np.array([8])
    scores = cosine_textrank_many(RankingBatch(found, articles, sizes, uniform_teleport(sizes)))
    assert scores[5:].min() > scores[:5].max() - 1e-9


def test_jumps_lean_towards_the_query() -> None:
    """Of two sentences alike in all else, the one that has the query's term scores higher."""
    story = Story([[0, 1], [0, 2], [0, 3]], 1)
    teleport = biased_teleport(weighed([story]).relevance(np.array([2])))
    scores = scored([story], teleport)
    assert scores.argmax() == 1
    assert scores[0] == pytest.approx(scores[2])


def test_a_query_that_nothing_answers_leaves_the_jumps_even() -> None:
    relevance = weighed([Story([[0, 1], [0, 2]], 1)]).relevance(np.array([9]))
    assert biased_teleport(relevance).tolist() == [0.5, 0.5]


def test_the_callers_terms_stay_as_they_are() -> None:
    terms = np.array([3, 1, 3, 2])
    sentence_vectors(terms, np.array([3, 1]), np.array([2]))
    assert terms.tolist() == [3, 1, 3, 2]


def test_memory_grows_with_words_not_with_pairs() -> None:
    """Fifty thousand sentences would need 20 GB as a matrix."""
    import tracemalloc

    random = np.random.default_rng(3)
    lengths = random.integers(3, 20, size=50_000)
    terms = random.zipf(1.2, size=lengths.sum()) % 30_000
    sizes = np.array([len(lengths)])
    tracemalloc.start()
    found = sentence_vectors(terms, lengths, sizes)
    cosine_textrank_many(
        RankingBatch(found, np.arange(len(lengths)) // 30, sizes, uniform_teleport(sizes))
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150_000_000
