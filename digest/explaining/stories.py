"""Similarity of a day's articles to each other and to its stories, as `group` measures it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from digest.clustering import sparse_matrix
from digest.model import ArticleReasons, Neighbour, StoryReasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.clustering import Matrix, TermVectors
    from digest.model import Article, SentenceReasons, Story
    from digest.text import Corpus, FloatArray, IntArray

MAX_NEIGHBOURS = 5
# Cosines are given to this many decimals, and compared so: rounding never decides an order.
DECIMALS = 9


@dataclass(frozen=True, slots=True, eq=False)
class DaySimilarities:
    """Stories and articles of a day; `matrix` has the articles as rows of length 1, `rows` by id.

    `least` is the average cosine that makes one story of two groups of articles.
    """

    stories: tuple[Story, ...]
    articles: tuple[Article, ...]
    rows: Mapping[str, int]
    matrix: Matrix
    least: float

    def centrality(self, story: Story) -> tuple[float | None, ...]:
        """Average each of a story's articles' cosines to the others; None for an only article."""
        others = len(story.articles) - 1
        if not others:
            return (None,)
        part = self.matrix[self._rows(story)]
        own: FloatArray = part.multiply(part).sum(axis=1)
        sums: FloatArray = part @ np.asarray(part.sum(axis=0)) - own
        # Rounding alone can go below zero, and to a zero with a sign.
        return tuple((np.maximum((sums / others).round(DECIMALS), 0.0) + 0.0).tolist())

    def story_reasons(self, story: Story, sentences: tuple[SentenceReasons, ...]) -> StoryReasons:
        """Explain a story of the day; `sentences` are the reasons of its sentences."""
        centrality = self.centrality(story)
        averages = [average for average in centrality if average is not None]
        similarity = round(sum(averages) / len(averages), DECIMALS) if averages else None
        return StoryReasons(story, similarity, centrality, sentences)

    def reasons(self, article: Article) -> ArticleReasons:
        """Explain an article of the day; neighbours by cosine, equals in the day's order."""
        own = self.rows[article.id]
        cosines: FloatArray = (self.matrix @ self.matrix[[own]].T).toarray().ravel()
        story_of = {member.id: story for story in self.stories for member in story.articles}
        story = story_of[article.id]
        others = [row for row in self._rows(story) if row != own]
        other, other_similarity = self._nearest_other(story, cosines)
        return ArticleReasons(
            article,
            story,
            _mean(cosines, others) if others else None,
            other,
            other_similarity,
            tuple(self._neighbours(own, cosines, story_of)),
            round(self.least, DECIMALS),
        )

    def _neighbours(
        self, own: int, cosines: FloatArray, story_of: Mapping[str, Story]
    ) -> Iterator[Neighbour]:
        order = np.argsort(-cosines.round(DECIMALS), kind="stable").tolist()
        for row in [row for row in order if row != own and cosines[row] > 0][:MAX_NEIGHBOURS]:
            article = self.articles[row]
            yield Neighbour(article, story_of[article.id], _mean(cosines, [row]))

    def _nearest_other(
        self, story: Story, cosines: FloatArray
    ) -> tuple[Story | None, float | None]:
        """Find the story beside its own with the highest average; of equals the more salient."""
        others = [other for other in self.stories if other != story]
        averages = [(_mean(cosines, self._rows(other)), other) for other in others]
        if not averages:
            return None, None
        similarity, nearest = max(averages, key=lambda pair: pair[0])
        return nearest, similarity

    def _rows(self, story: Story) -> list[int]:
        return [self.rows[article.id] for article in story.articles]


def day_similarities(
    part: Corpus, weights: TermVectors, stories: Sequence[Story], least: float
) -> DaySimilarities:
    """Compare a day's articles by the vectors of which `group` made the stories."""
    articles = tuple(text.article for text in part.texts)
    rows = {article.id: row for row, article in enumerate(articles)}
    matrix = sparse_matrix(weights, len(part.lexicon.names))
    return DaySimilarities(tuple(stories), articles, rows, matrix, least)


def _mean(cosines: FloatArray, rows: IntArray | list[int]) -> float:
    return round(float(cosines[rows].mean()), DECIMALS)
