"""TextRank against sumy's own, and where ours departs from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from beside_sumy import rated_by_sumy
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.ranking import textrank, textrank_many

if TYPE_CHECKING:
    from digest.text import FloatArray

WORDS = st.sampled_from([f"w{number}" for number in range(30)])
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=40), min_size=1, max_size=25)


@given(SENTENCES)
@settings(deadline=None, max_examples=200)
def test_scores_are_sumys(sentences: list[list[str]]) -> None:
    """On the same words, to nine digits, also where words repeat within a sentence."""
    # sumy asserts that two sentences of one word each share at most one word, as they do.
    assert textrank(sentences) == pytest.approx(rated_by_sumy(sentences), rel=1e-9, abs=0)


def test_scores_of_sparse_counts_are_sumys() -> None:
    """Many sentences take the sparse path, which small examples do not."""
    random = np.random.default_rng(7)
    sentences = [
        [f"w{word}" for word in random.zipf(1.3, size=random.integers(1, 60)) % 4000]
        for _ in range(250)
    ]
    assert textrank(sentences) == pytest.approx(rated_by_sumy(sentences), rel=1e-9, abs=0)


@given(st.lists(st.lists(WORDS, max_size=8), min_size=1, max_size=15))
@settings(deadline=None)
def test_sentences_without_words_keep_the_sum(sentences: list[list[str]]) -> None:
    """Probability is neither lost nor made, whether or not sentences have words."""
    assert textrank(sentences).sum() == pytest.approx(1, abs=1e-5)


def test_sentence_without_words_scores_lowest() -> None:
    """It is reached by chance alone."""
    scores = textrank([["a", "b"], [], ["b", "c"]])
    assert scores.argmin() == 1


def test_repeated_sentences_keep_their_own_scores() -> None:
    """Two sentences of the same words are two sentences."""
    scores = textrank([["a", "b"], ["a", "b"], ["b", "c", "d"]])
    assert scores[0] == pytest.approx(scores[1], rel=1e-12)
    assert len(scores) == 3


def test_no_sentences_no_scores() -> None:
    assert textrank([]).tolist() == []


@given(st.lists(SENTENCES, min_size=1, max_size=5))
@settings(deadline=None, max_examples=50)
def test_a_batch_scores_each_story_on_its_own(stories: list[list[list[str]]]) -> None:
    """Stories that use the same words do not touch."""
    batch = scored(stories)
    alone = np.concatenate([textrank(story) for story in stories])
    assert batch == pytest.approx(alone, rel=1e-9, abs=0)


@given(st.lists(SENTENCES, min_size=2, max_size=5), st.booleans())
@settings(deadline=None, max_examples=50)
def test_a_story_scores_the_same_bits_in_any_batch(
    stories: list[list[list[str]]], long: bool
) -> None:
    """Also where another story holds a very long sentence."""
    if long:
        stories[-1][0] = stories[-1][0] * 70
    together = np.split(scored(stories), np.cumsum([len(story) for story in stories])[:-1])
    assert together[0].tobytes() == scored(stories[:1]).tobytes()


def scored(stories: list[list[list[str]]]) -> FloatArray:
    flat = [sentence for story in stories for sentence in story]
    return textrank_many(
        np.array([int(word[1:]) for sentence in flat for word in sentence]),
        np.array([len(sentence) for sentence in flat]),
        np.array([len(story) for story in stories]),
    )


def test_memory_grows_with_words_not_with_pairs() -> None:
    """Fifty thousand sentences would need 20 GB as a matrix."""
    import tracemalloc

    random = np.random.default_rng(3)
    lengths = random.integers(3, 20, size=50_000)
    terms = random.zipf(1.2, size=lengths.sum()) % 30_000
    tracemalloc.start()
    textrank_many(terms, lengths, np.array([len(lengths)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150_000_000
