"""How near a day's articles are to each other and to its stories, as `group` compares them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from digest.clustering import matrix_of
from digest.model import ArticleReasons, Neighbour, StoryReasons

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.clustering import Matrix, Vectors
    from digest.model import Article, SentenceReasons, Story
    from digest.text import Corpus, FloatArray, IntArray

MAX_NEIGHBOURS = 5
# Cosines are told to this many decimals, and compared so: rounding never decides an order.
DECIMALS = 9


@dataclass(frozen=True, slots=True, eq=False)
class Nearness:
    """A day's stories and articles; `matrix` has the articles as rows of length 1, `rows` by id.

    `least` is the average cosine that makes one story of two groups of articles.
    """

    stories: tuple[Story, ...]
    articles: tuple[Article, ...]
    rows: Mapping[str, int]
    matrix: Matrix
    least: float

    def centrality(self, story: Story) -> tuple[float | None, ...]:
        """The average cosine of each of a story's articles to the others, in their order."""
        others = len(story.articles) - 1
        if not others:
            return (None,)
        part = self.matrix[self._rows(story)]
        own: FloatArray = part.multiply(part).sum(axis=1)
        sums: FloatArray = part @ np.asarray(part.sum(axis=0)) - own
        # Rounding alone can go below zero, and to a zero with a sign.
        return tuple((np.maximum((sums / others).round(DECIMALS), 0.0) + 0.0).tolist())

    def story_reasons(self, story: Story, sentences: tuple[SentenceReasons, ...]) -> StoryReasons:
        """Why a story of the day is one; `sentences` are the reasons of its sentences."""
        centrality = self.centrality(story)
        known = [one for one in centrality if one is not None]
        similarity = round(sum(known) / len(known), DECIMALS) if known else None
        return StoryReasons(story, similarity, centrality, sentences)

    def reasons(self, article: Article) -> ArticleReasons:
        """Why an article of the day is in its story."""
        row = self.rows[article.id]
        cosines: FloatArray = (self.matrix @ self.matrix[[row]].T).toarray().ravel()
        story_of = {one.id: story for story in self.stories for one in story.articles}
        story = story_of[article.id]
        others = [self.rows[one.id] for one in story.articles if one.id != article.id]
        other, other_similarity = self._nearest_other(story, cosines)
        near = np.argsort(-cosines.round(DECIMALS), kind="stable").tolist()
        found = [place for place in near if place != row and cosines[place] > 0][:MAX_NEIGHBOURS]
        articles = [(self.articles[place], _mean(cosines, [place])) for place in found]
        return ArticleReasons(
            article,
            story,
            _mean(cosines, others) if others else None,
            other,
            other_similarity,
            tuple(Neighbour(one, story_of[one.id], cosine) for one, cosine in articles),
            round(self.least, DECIMALS),
        )

    def _nearest_other(
        self, story: Story, cosines: FloatArray
    ) -> tuple[Story | None, float | None]:
        """The story beside its own with the highest average; of equals the more salient."""
        averages = [(_mean(cosines, self._rows(one)), one) for one in self.stories if one != story]
        if not averages:
            return None, None
        similarity, nearest = max(averages, key=lambda pair: pair[0])
        return nearest, similarity

    def _rows(self, story: Story) -> list[int]:
        return [self.rows[article.id] for article in story.articles]


def nearness(part: Corpus, weights: Vectors, stories: Sequence[Story], least: float) -> Nearness:
    """Compare a day's articles by their vectors, as `group` does; it made the stories of them."""
    articles = tuple(text.article for text in part.texts)
    rows = {article.id: row for row, article in enumerate(articles)}
    matrix = matrix_of(weights, len(part.lexicon.names))
    return Nearness(tuple(stories), articles, rows, matrix, least)


def _mean(cosines: FloatArray, rows: IntArray | list[int]) -> float:
    return round(float(cosines[rows].mean()), DECIMALS)
