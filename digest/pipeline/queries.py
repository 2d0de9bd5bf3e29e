"""Queries: what commands ask of articles beside the digests of days, by the same stages."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from digest.annotating import story_labels
from digest.clustering import Collection, is_story_id
from digest.dates import explain_dates, find_dates
from digest.entities import find_actors
from digest.explaining import begins_with, may_contain
from digest.language import language_of
from digest.model import Change, DayStory, Edition, Story, Storyline
from digest.pipeline.calendar import Period, by_day
from digest.pipeline.day import (
    CountedDays,
    ToldDay,
    cluster,
    count_terms,
    nearness_of,
    rows_of,
    tell,
    weigh_day,
    weights_of,
)
from digest.ranking import passages
from digest.storylines import NOTHING, coverage, entry_facts, link_days, novelty, trend
from digest.summarising import select
from digest.text import analyse, entity_text, query_terms, sentence_spans
from digest.timelines import NO_QUERY, required_terms
from digest.timelines import timeline as told_days

if TYPE_CHECKING:
    from collections.abc import Collection as Asked
    from collections.abc import Iterator, Sequence
    from datetime import date

    from digest.clustering import DayVectors
    from digest.dates import ExplainedDate
    from digest.model import (
        ActorMention,
        AnnotatedStory,
        Article,
        ArticleReasons,
        DateMention,
        SentenceReasons,
        StoryReasons,
        Summary,
    )
    from digest.pipeline.resources import Resources
    from digest.timelines import Extent, TimelineDay


class LinkedDays(NamedTuple):
    """Vectors of all days of some articles, and the storylines over them in order of opening."""

    counted: CountedDays
    vectors: list[DayVectors]
    storylines: list[Storyline]


def linked_days(counted: CountedDays, resources: Resources) -> LinkedDays:
    """Cluster each day's articles as a build does, and link the days' stories."""
    vectors = _weighed(counted, resources)
    clustered = cluster(counted, [weights_of(own) for own in vectors], resources.zone)
    days = [
        (day.edition.day, own, [rows_of(story, day.edition) for story in day.stories])
        for day, own in zip(clustered, vectors, strict=True)
    ]
    linked = chain.from_iterable(link_days(days, resources.window_days))
    lines: dict[int, list[Story]] = {}
    for line, story in zip(linked, (s for day in clustered for s in day.stories), strict=True):
        lines.setdefault(line, []).append(story)
    return LinkedDays(counted, vectors, [Storyline(t[0].id, tuple(t)) for t in lines.values()])


def storylines(
    articles: Sequence[Article], resources: Resources
) -> Iterator[tuple[Storyline, str]]:
    """Storylines of all days, the largest first, each with its label; articles in order."""
    linked = linked_days(_counted(articles, resources), resources)
    lines = sorted(linked.storylines, key=_by_size)
    # The day that told most of it names it; of equals the first.
    fullest = [max(line.stories, key=lambda story: len(story.articles)) for line in lines]
    return zip(lines, _labels(fullest, linked.counted, resources), strict=True)


def day_stories(articles: Sequence[Article], resources: Resources) -> Iterator[DayStory]:
    """Each day's stories as the day's digest has them, and the storylines that they belong to."""
    linked = linked_days(_counted(articles, resources), resources)
    covered = {line.id: coverage(line.stories) for line in linked.storylines}
    stories = [(story, line.id) for line in linked.storylines for story in line.stories]
    stories.sort(key=lambda pair: _by_weight(pair[0]))
    names = _labels([story for story, _ in stories], linked.counted, resources)
    for (story, line), name in zip(stories, names, strict=True):
        yield DayStory(story, line, name, trend(covered[line], story.day))


def changes(
    articles: Sequence[Article], resources: Resources, earlier: date, later: date
) -> Iterator[Change]:
    """Find what the later day's digest tells and the earlier one's doesn't, by storyline.

    Storylines that the later day tells of stand first, in its digest's order; those that only the
    earlier one tells of follow.
    """
    known = [article for article in articles if article.day(resources.zone) <= later]
    linked = linked_days(_counted(known, resources), resources)
    line_of = {story.id: line for line in linked.storylines for story in line.stories}
    former, last = (
        day.stories for day in _told(linked.counted, linked.vectors, (earlier, later), resources)
    )
    before = NOTHING.with_facts(map(entry_facts, former))
    entries: dict[str, list[AnnotatedStory]] = {}
    for entry in (*last, *former):
        entries.setdefault(line_of[entry.story.id].id, []).append(entry)
    for line, telling in entries.items():
        now = [entry for entry in telling if entry.story.day == later]
        covered = coverage(line_of[telling[0].story.id].stories)
        yield Change(
            line,
            telling[0].headline,
            telling[0].label,
            trend(covered, later),
            covered.get(earlier, 0),
            covered.get(later, 0),
            novelty(now, before),
        )


def explained(
    articles: Sequence[Article], resources: Resources, what: str, asked: Period
) -> Iterator[ArticleReasons | StoryReasons | SentenceReasons]:
    """Why the article, the story or the sentences that `what` names are where they are, or not.

    It is the id of an article or of a day's story, or else the beginning of sentences, of the days
    that are asked for.
    """
    editions = _editions(articles, resources)
    within = [edition for edition in editions if edition.day in asked]
    for edition in within:
        for article in edition.articles:
            if article.id == what:
                yield _article_reasons(article, edition, editions, resources)
                return
    if within and is_story_id(what):
        days = [edition.day for edition in within]
        for story in _reasons(editions, days, resources):
            if story.story.id == what:
                yield story
                return
    telling = [edition.day for edition in within if _may_tell(edition, what)]
    for story in _reasons(editions, telling, resources):
        yield from (one for one in story.sentences if begins_with(one.sentence, what))


def summary(
    articles: Sequence[Article], resources: Resources, query: str = ""
) -> tuple[Summary, bool]:
    """One summary of all the articles, taken as one story in their order.

    Where the query has words, those sentences count for more that are near to it; also told is
    whether any is.
    """
    corpus = analyse(articles)
    story = Story("all", articles[0].day(resources.zone), tuple(articles), ())
    asked = query_terms(query, corpus.lexicon)
    gathered = passages(story, corpus.texts, corpus.lexicon, asked)
    (scores,) = resources.ranker([gathered], corpus.lexicon)
    is_near = len(asked) > 0 and bool(gathered.vectors.relevance(asked).any())
    return select(gathered, scores, resources.length), is_near


def timeline(
    articles: Sequence[Article], resources: Resources, extent: Extent, query: str = ""
) -> tuple[TimelineDay, ...]:
    """Make a timeline of what the query's words name, or of all if there are none; see `Extent`."""
    corpus = analyse(articles)
    terms = NO_QUERY
    if query:
        terms = required_terms(query, corpus.lexicon)
    return told_days(corpus, resources.zone, extent, terms)


def dates(
    articles: Sequence[Article], resources: Resources
) -> Iterator[tuple[Article, tuple[DateMention, ...]]]:
    """Each article with the dates it mentions."""
    for article in articles:
        language = language_of(article.language)
        spans = sentence_spans(article.text, language)
        yield (
            article,
            find_dates(article.text, article.day(resources.zone), spans, language=language),
        )


def explained_dates(
    articles: Sequence[Article], resources: Resources
) -> Iterator[tuple[Article, tuple[ExplainedDate, ...]]]:
    """Each article with the dates it mentions, and why they have their values."""
    for article in articles:
        language = language_of(article.language)
        spans = sentence_spans(article.text, language)
        yield article, explain_dates(article.text, article.day(resources.zone), spans, language)


def actors(
    articles: Sequence[Article], resources: Resources
) -> Iterator[tuple[Article, tuple[ActorMention, ...]]]:
    """Each article with the actors it mentions, named alike in all."""
    corpus = analyse(articles)
    texts = list(map(entity_text, corpus.texts))
    return zip(articles, find_actors(texts, resources.naming), strict=True)


def _editions(articles: Sequence[Article], resources: Resources) -> list[Edition]:
    days = by_day(articles, resources.zone, Period())
    return [Edition(day, told) for day, told in days.items()]


def _counted(articles: Sequence[Article], resources: Resources) -> CountedDays:
    return count_terms(_editions(articles, resources))


def _weighed(counted: CountedDays, resources: Resources) -> list[DayVectors]:
    collection = Collection()
    vectors = []
    for counts in counted.counts:
        collection, own = weigh_day(collection, counts, resources)
        vectors.append(own)
    return vectors


def _told(
    counted: CountedDays,
    vectors: Sequence[DayVectors],
    days: Asked[date],
    resources: Resources,
    *,
    explain: bool = False,
) -> list[ToldDay]:
    """Some of the days as a build tells them."""
    places = [at for at, edition in enumerate(counted.editions) if edition.day in days]
    weights = [weights_of(vectors[place]) for place in places]
    return tell(counted.only(places), weights, resources, explain=explain)


def _until(
    editions: Sequence[Edition], days: Sequence[date], resources: Resources
) -> list[Edition]:
    """Take the editions that a build looks at for some days: theirs, and those before."""
    if resources.follow:
        return [one for one in editions if one.day <= max(days)]
    return [one for one in editions if one.day in days]


def _article_reasons(
    article: Article, edition: Edition, editions: Sequence[Edition], resources: Resources
) -> ArticleReasons:
    counted = count_terms(_until(editions, [edition.day], resources))
    vectors = _weighed(counted, resources)
    last = counted.only([len(counted.editions) - 1])
    (day,) = cluster(last, [weights_of(vectors[-1])], resources.zone)
    return nearness_of(last, day).reasons(article)


def _reasons(
    editions: Sequence[Edition], days: Sequence[date], resources: Resources
) -> Iterator[StoryReasons]:
    if days:
        counted = count_terms(_until(editions, days, resources))
        vectors = _weighed(counted, resources)
        for day in _told(counted, vectors, days, resources, explain=True):
            yield from day.reasons


def _may_tell(edition: Edition, what: str) -> bool:
    return any(may_contain(article, what) for article in edition.articles)


def _labels(stories: Sequence[Story], counted: CountedDays, resources: Resources) -> list[str]:
    return story_labels(stories, counted.texts, counted.corpus.lexicon, resources.naming)


def _by_weight(story: Story) -> tuple[date, int, int, str]:
    return story.day, -story.independent, -len(story.articles), story.id


def _by_size(line: Storyline) -> tuple[int, date, str]:
    articles = sum(len(story.articles) for story in line.stories)
    return -articles, line.stories[0].day, line.id
