"""Reasons: why an article is in its story, and a sentence in the digest or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.model.articles import Article, Sentence
    from digest.model.stories import Story


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another article of the day, its story, and the cosine to it."""

    article: Article
    story: Story
    cosine: float


@dataclass(frozen=True, slots=True)
class ArticleReasons:
    """Reasons for an article's place in its story; `neighbours` by cosine, the highest first.

    `similarity` is its average cosine to its story's other articles, None where there are none.
    `nearest_other` is the story beside its own with the highest average cosine to its articles,
    which is `other_similarity`; None where the day has no other. `least_similarity` is the day's
    threshold: the average cosine that makes one story of two groups of articles.
    """

    article: Article
    story: Story
    similarity: float | None
    nearest_other: Story | None
    other_similarity: float | None
    neighbours: tuple[Neighbour, ...]
    least_similarity: float


@dataclass(frozen=True, slots=True)
class SentenceReasons:
    """Reasons for which a sentence of a story is chosen or rejected.

    `score` is its salience by the ranker; `mmr_score` is score · (1 - max_similarity) when its
    turn came, scores counted from the lowest where some are below zero, and 0.7 of that where a
    sentence of its source, of several, was chosen by then (`source_cited`). `max_similarity` is its
    cosine to `most_similar`, the nearest of the sentences chosen by then, None where none was like
    it. `rejection_reason` is empty where it is chosen; `broken_rule` names the first rule of
    eligibility that it breaks, or is empty. `had_turn` is false where the length was reached first.
    """

    story: Story
    sentence: Sentence
    score: float
    mmr_score: float
    max_similarity: float
    most_similar: Sentence | None
    source_cited: bool
    had_turn: bool
    chosen: bool
    rejection_reason: str
    broken_rule: str


@dataclass(frozen=True, slots=True)
class StoryReasons:
    """Reasons for a story and its summary; `sentences` in the order of their turns.

    `centrality` is the average cosine of each of the story's articles, in their order, to the
    others; `similarity` that of all pairs. Both are None in a story of one article.
    """

    story: Story
    similarity: float | None
    centrality: tuple[float | None, ...]
    sentences: tuple[SentenceReasons, ...]
