"""Why an article is in its story, and a sentence in the digest or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.model.articles import Article, Sentence
    from digest.model.stories import Story


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article of the same day, the story it is in, and how near it is."""

    article: Article
    story: Story
    cosine: float


@dataclass(frozen=True, slots=True)
class ArticleReasons:
    """Why an article is in its story: the nearest articles of the day, the nearest first.

    `similarity` is its average cosine to its story's other articles, None where there are none.
    `other` is the story beside its own that is nearest, by the average cosine to all its articles,
    which is `other_similarity`; None where the day has no other. `least_similarity` is the average
    cosine that made one story of two groups of articles on that day.
    """

    article: Article
    story: Story
    similarity: float | None
    other: Story | None
    other_similarity: float | None
    neighbours: tuple[Neighbour, ...]
    least_similarity: float


@dataclass(frozen=True, slots=True)
class SentenceReasons:
    """Why a sentence of a story is chosen, or not.

    `score` is its salience as the ranker gave it. `worth` is that less what was said when its turn
    came: score · (1 - likeness), from the lowest score where some are below zero, and 0.7 of that
    where a sentence of its source, of several, was chosen by then (`is_cited`). `likeness` is its
    cosine to `like`, the nearest of the sentences chosen by then; None where none was like it.
    `reason` is why it is left out, or empty; `fault` the first rule of standing alone that it
    breaks, or empty. `had_turn` tells whether its turn came before the length was reached.
    """

    story: Story
    sentence: Sentence
    score: float
    worth: float
    likeness: float
    like: Sentence | None
    is_cited: bool
    had_turn: bool
    chosen: bool
    reason: str
    fault: str


@dataclass(frozen=True, slots=True)
class StoryReasons:
    """Why a story is one and what it tells: its sentences in the order in which they had a turn.

    `centrality` is the average cosine of each of the story's articles, in their order, to the
    others; `similarity` that of all pairs. Both are None in a story of one article.
    """

    story: Story
    similarity: float | None
    centrality: tuple[float | None, ...]
    sentences: tuple[SentenceReasons, ...]
