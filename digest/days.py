"""Days' articles become stories, each day by the words that it and the days before it use.

What nearly all articles of a running topic speak of can't tell its events apart, and a day alone
has too few of them to know. Days pass in their order and look back only, so what is made of a day
is the same whatever comes after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.clustering import Likeness, Seen, counts, group, vectors, weighted
from digest.storylines import Batch, DayStories
from digest.text import Corpus, analyse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from digest.choices import Choices
    from digest.clustering import Vectors
    from digest.model import Edition
    from digest.text import Text


class Counted(NamedTuple):
    """Some days' articles as words they share, and how often each of a day's uses each term."""

    editions: tuple[Edition, ...]
    corpus: Corpus
    rows: tuple[Vectors, ...]


class Weighed(NamedTuple):
    """The days with the vectors by which each day's articles are compared.

    `least` is for each day the average cosine that makes one story of two groups of articles.
    """

    editions: tuple[Edition, ...]
    corpus: Corpus
    weights: tuple[Vectors, ...]
    least: tuple[float, ...]


class Grouped(NamedTuple):
    """The days with their stories, in the editions' order.

    `texts` are by article id. A day without articles has no stories.
    """

    editions: tuple[Edition, ...]
    corpus: Corpus
    texts: Mapping[str, Text]
    days: tuple[DayStories, ...]

    @property
    def batch(self) -> Batch:
        """What it takes to link the days' stories with those of other days."""
        return Batch(self.corpus.lexicon.names, self.days)

    def only(self, asked: Collection[date]) -> Grouped:
        """The days that are asked for."""
        kept = [place for place, day in enumerate(self.days) if day.day in asked]
        return self._replace(
            editions=tuple(self.editions[place] for place in kept),
            days=tuple(self.days[place] for place in kept),
        )

    def part(self, edition: Edition) -> Corpus:
        """An edition's articles with the words of all."""
        return _part(self.corpus, self.texts, edition)


def counted_days(editions: Sequence[Edition]) -> Counted:
    """The words of some days."""
    articles = [article for edition in editions for article in edition.articles]
    corpus = analyse(articles)
    return counted(editions, corpus)


def counted(editions: Sequence[Edition], corpus: Corpus) -> Counted:
    """Some days, of which the corpus has the words."""
    texts = _by_id(corpus)
    rows = (counts(_part(corpus, texts, edition)) for edition in editions)
    return Counted(tuple(editions), corpus, tuple(rows))


def weighed_days(made: Iterable[Counted], chosen: Choices) -> Iterator[Weighed]:
    """The days' vectors, where days are followed by what all days up to each one use.

    The days ascend over all that are given. Without following, each day stands alone.
    """
    seen, likeness = Seen(), Likeness()
    for one in made:
        common = chosen.background.commonness(one.corpus.lexicon.names)
        if not chosen.follow:
            alone = tuple(vectors(rows, common) for rows in one.rows)
            yield Weighed(one.editions, one.corpus, alone, (chosen.least_similarity,) * len(alone))
            continue
        numbers = seen.numbers(one.corpus.lexicon.names)
        known = ((rows, seen.count(rows, numbers)) for rows in one.rows)
        weights = tuple(weighted(rows, common, *up_to) for rows, up_to in known)
        raised = (likeness.raised(vectors, numbers) for vectors in weights)
        least = tuple(chosen.least_similarity + more for more in raised)
        yield Weighed(one.editions, one.corpus, weights, least)


def stories_of(weighed: Weighed, chosen: Choices) -> Grouped:
    """The days' stories."""
    editions, corpus, all_weights, all_least = weighed
    texts = _by_id(corpus)
    days = []
    for edition, weights, least in zip(editions, all_weights, all_least, strict=True):
        part = _part(corpus, texts, edition)
        stories = group(part, weights, chosen.zone, least=least)
        ids = tuple(article.id for article in edition.articles)
        days.append(DayStories(edition.day, ids, weights, stories, least))
    return Grouped(editions, corpus, texts, tuple(days))


def grouped_days(editions: Sequence[Edition], chosen: Choices) -> Grouped:
    """The stories of some days, before which there are none."""
    (weighed,) = weighed_days([counted_days(editions)], chosen)
    return stories_of(weighed, chosen)


def _by_id(corpus: Corpus) -> dict[str, Text]:
    return {text.article.id: text for text in corpus.texts}


def _part(corpus: Corpus, texts: Mapping[str, Text], edition: Edition) -> Corpus:
    return Corpus(corpus.lexicon, tuple(texts[article.id] for article in edition.articles))
