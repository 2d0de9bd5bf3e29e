"""Rankers by name: each scores the sentences of many stories, aligned with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from digest.errors import SettingsError, UnknownNameError
from digest.language import language_of
from digest.ranking.cosine_textrank import (
    RankingBatch,
    biased_teleport,
    cosine_textrank_many,
    uniform_teleport,
)
from digest.ranking.sentence_vectors import concatenated
from digest.ranking.sumy_rankers import SUMY_RANKERS, by_sumy
from digest.ranking.textrank import textrank_many
from digest.text import NO_TERM, FloatArray, IntArray, Lexicon

if TYPE_CHECKING:
    from digest.ranking.passages import Passages

Ranker = Callable[[Sequence["Passages"], Lexicon], list[FloatArray]]


def cosine_textrank(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:  # noqa: ARG001
    """Rank by TextRank over the cosines of the sentences' vectors, all stories in one batch."""
    sizes = np.array([len(story.lengths) for story in stories])
    starts = np.cumsum([0, *(len(story.texts) for story in stories)]).tolist()
    batch = RankingBatch(
        concatenated([story.vectors for story in stories]),
        np.concatenate(
            [story.articles + start for story, start in zip(stories, starts, strict=False)]
        ),
        sizes,
        np.concatenate([_teleport(story) for story in stories]),
    )
    return np.split(cosine_textrank_many(batch), np.cumsum(sizes)[:-1])


def overlap_textrank(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:
    """Rank by TextRank of 2004 over the stems that are no stop words, all stories in one batch."""
    terms, lengths = zip(*(_terms(story, lexicon) for story in stories), strict=True)
    sizes = np.array([len(story.lengths) for story in stories])
    scores = textrank_many(np.concatenate(terms), np.concatenate(lengths), sizes)
    return np.split(scores, np.cumsum(sizes)[:-1])


def lead(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:  # noqa: ARG001
    """Rank by position, the lead baseline: the nearer to its article's beginning, the better."""
    return [np.reciprocal(1.0 + story.positions.astype(np.float64)) for story in stories]


# Similarities that link two sentences in TextRank.
SIMILARITIES: dict[str, Ranker] = {"cosine": cosine_textrank, "overlap": overlap_textrank}
DEFAULT_SIMILARITY = "cosine"

RANKERS: dict[str, Ranker] = {
    "textrank": SIMILARITIES[DEFAULT_SIMILARITY],
    "lead": lead,
    **{name: by_sumy(name) for name in SUMY_RANKERS},
}


def with_lead_fallback(ranker: Ranker) -> Ranker:
    """Make a ranker that ranks by position the stories that no rules of eligibility hold for.

    Where an article's language has no rules, nothing keeps out a sentence that leans on others,
    and its writer meant the lead to be read alone. A query that has terms still ranks.
    """

    def rank(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:
        leading = [not _has_query(story) and not _has_rules(story) for story in stories]
        if not any(leading):
            return ranker(stories, lexicon)
        by_rank = [story for story, leads in zip(stories, leading, strict=True) if not leads]
        ranked = iter(ranker(by_rank, lexicon) if by_rank else [])
        return [
            lead([story], lexicon)[0] if leads else next(ranked)
            for story, leads in zip(stories, leading, strict=True)
        ]

    return rank


def _has_query(story: Passages) -> bool:
    return bool((story.query != NO_TERM).any())


def _has_rules(story: Passages) -> bool:
    return all(language_of(text.article.language).eligibility for text in story.texts)


def ranker_named(name: str, similarity: str = DEFAULT_SIMILARITY) -> Ranker:
    """Find a ranker by name, for TextRank also by the name of its similarity.

    Raises UnknownNameError, which lists those there are.
    """
    if name not in RANKERS:
        raise UnknownNameError("ranker", name, RANKERS)
    if similarity not in SIMILARITIES:
        raise UnknownNameError("similarity", similarity, SIMILARITIES)
    return SIMILARITIES[similarity] if name == "textrank" else RANKERS[name]


def query_ranker_named(name: str, similarity: str, *, by: str) -> Ranker:
    """Find a ranker that takes a query, given by the setting `by`.

    Raises SettingsError where the ranker takes none, and UnknownNameError.
    """
    ranker = ranker_named(name, similarity)
    if ranker is cosine_textrank:
        return ranker
    other = f"similarity {similarity}" if name == "textrank" else f"ranker {name}"
    raise SettingsError(by, f"leads only TextRank by cosine, not {other}")


def _teleport(story: Passages) -> FloatArray:
    """Make a story's teleport vector: uniform, or biased towards its query."""
    if not len(story.query):
        return uniform_teleport(np.array([len(story.lengths)]))
    return biased_teleport(story.vectors.relevance(story.query))


def _terms(story: Passages, lexicon: Lexicon) -> tuple[IntArray, IntArray]:
    """Take the terms of the sentences without stop words, and the number that each has."""
    terms = lexicon.term_of[story.words]
    kept = terms != NO_TERM
    sentence = np.repeat(np.arange(len(story.lengths)), story.lengths)
    return terms[kept], np.bincount(sentence[kept], minlength=len(story.lengths))
