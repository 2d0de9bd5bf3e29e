"""Articles: their stories, a summary of all, a timeline, and whom they name."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from digest.api.sources import DEFAULTS, articles_of
from digest.model import Article, Origin
from digest.pipeline import queries
from digest.pipeline.resources import resources
from digest.ranking import query_ranker_named
from digest.settings import Ranking, Settings, Summary
from digest.timelines import Extent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import ActorMention, DayStory, RankedSentence
    from digest.pipeline.resources import Resources
    from digest.reading import Reading
    from digest.timelines import TimelineDay

_ANY_DAY = date(2000, 1, 1)


# They take a moment to make, and a library is called in loops.
@lru_cache(maxsize=4)
def _resources(settings: Settings) -> Resources:
    return resources(settings)


def summarize(  # noqa: PLR0913  # each is a setting of its own
    articles: Iterable[Article] | Reading,
    sentences: int = 3,
    *,
    words: int = 0,
    query: str = "",
    ranker: str = "textrank",
    similarity: str = "cosine",
) -> tuple[RankedSentence, ...]:
    """Choose the few sentences that tell what all the articles do, in reading order.

    `words` goes before `sentences` where it is not 0. Sentences near to a query count for more.
    Nothing is chosen where no sentence can stand alone. Raises SettingsError, also where a query
    is to lead another ranker than TextRank by cosine.

    >>> text = "Snow fell on the hills above the old town. But it melted. Why?"
    >>> article = Article("a", text, date(2020, 9, 3), Origin("wire"))
    >>> [ranked.sentence.text for ranked in summarize([article])]
    ['Snow fell on the hills above the old town.']
    """
    settings = Settings(
        ranking=Ranking(ranker=ranker, similarity=similarity),
        summary=Summary(sentences=sentences, words=words),
    )
    if query:
        query_ranker_named(ranker, similarity, by="query")
    given = articles_of(articles, settings)
    if not given:
        return ()
    chosen, _ = queries.summary(given, _resources(settings), query)
    return chosen.sentences


def cluster(
    articles: Iterable[Article] | Reading, settings: Settings = DEFAULTS
) -> tuple[DayStory, ...]:
    """Make each day's stories, with the storyline that each belongs to, a label and the trend.

    Every article is in exactly one. Stories are sorted by day, then the most articles first.

    >>> text = "Snow fell on the hills above the old town on Thursday."
    >>> articles = [Article(name, text, date(2020, 9, 3), Origin(name)) for name in "ab"]
    >>> [[article.id for article in told.story.articles] for told in cluster(articles)]
    [['a', 'b']]
    """
    return tuple(queries.day_stories(articles_of(articles, settings), _resources(settings)))


def timeline(  # noqa: PLR0913  # each bounds it otherwise
    articles: Iterable[Article] | Reading,
    days: int = 10,
    sentences: int = 2,
    *,
    query: str = "",
    since: date | None = None,
    until: date | None = None,
    settings: Settings = DEFAULTS,
) -> tuple[TimelineDay, ...]:
    """Choose the days that mattered, in the order of time, each with what happened then.

    At most so many days, each with so many sentences. Only articles with all words of a query are
    read. `since` and `until` bound the days that are told, not the articles.

    >>> text = "The two armies clashed on the lake in June. The clash of June 15 killed ten people."
    >>> [told.day for told in timeline([Article("a", text, date(2020, 9, 3), Origin("wire"))])]
    [datetime.date(2020, 6, 15)]
    """
    extent = Extent(days, sentences, since, until)
    given = articles_of(articles, settings)
    return queries.timeline(given, _resources(settings), extent, query)


@overload
def find_actors(given: str, settings: Settings = ...) -> tuple[ActorMention, ...]: ...


@overload
def find_actors(
    given: Iterable[Article] | Reading, settings: Settings = ...
) -> tuple[tuple[Article, tuple[ActorMention, ...]], ...]: ...


def find_actors(
    given: str | Iterable[Article] | Reading, settings: Settings = DEFAULTS
) -> tuple[ActorMention, ...] | tuple[tuple[Article, tuple[ActorMention, ...]], ...]:
    """Find the people, organisations and places that a text names, or each of some articles.

    An actor has the same canonical name in all articles of a call. They stand in the order of
    their days, each with its mentions in the order of the text.

    >>> [(one.text, one.kind) for one in find_actors("Angela Merkel spoke in Berlin.")]
    [('Angela Merkel', 'person'), ('Berlin', 'place')]
    """
    if not isinstance(given, str):
        return tuple(queries.actors(articles_of(given, settings), _resources(settings)))
    if not given.strip():
        return ()
    article = Article("text", given, _ANY_DAY, Origin("text"))
    ((_, mentions),) = queries.actors([article], _resources(settings))
    return mentions
