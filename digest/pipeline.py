"""The whole way, stage by stage.

    sources ─read→ Article ─group→ Story ─rank, select→ Summary ─annotate→ Entry
            → Digest ─render→ Page ─write→ out/

`read` (digest.reading) and `write` (digest.writing) stand at the ends; what is between them is
here, and is a function of its arguments alone. A day's digest depends on that day's articles only,
so days can be made in any order and by any number of workers. The functions behind `digests` stop
on the way, for those who want one stage alone.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from digest.actors import find_actors
from digest.annotating import annotate
from digest.dates import explain_dates, find_dates
from digest.explaining import explain_sentences, nearness
from digest.grouping import counts, group
from digest.model import Digest, Story
from digest.ranking import passages, passages_many, query_terms
from digest.storylines import Batch, DayStories, link
from digest.summarising import select
from digest.text import Corpus, Text, analyse, sentence_spans
from digest.timelines import NO_QUERY, asked_terms
from digest.timelines import timeline as told_days
from digest.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.choices import Choices
    from digest.dates import ExplainedDate
    from digest.explaining import Nearness
    from digest.grouping import Commonness
    from digest.model import (
        ActorMention,
        Article,
        DateMention,
        Edition,
        Entry,
        StoryReasons,
        Summary,
    )
    from digest.ranking import Passages
    from digest.summarising import Length
    from digest.text import FloatArray
    from digest.timelines import Extent, TimelineDay


class Grouped(NamedTuple):
    """Some days' articles as words they share, and the stories of each day.

    `texts` are by article id. A day without articles has no stories.
    """

    corpus: Corpus
    texts: Mapping[str, Text]
    common: Commonness
    days: tuple[DayStories, ...]

    @property
    def batch(self) -> Batch:
        """What it takes to link the days' stories with those of other days."""
        return Batch(self.corpus.lexicon.names, self.days)


class Ranked(NamedTuple):
    """The sentences of all days' stories in one row, and their scores."""

    grouped: Grouped
    gathered: list[Passages]
    scores: list[FloatArray]


def digests(editions: Sequence[Edition], chosen: Choices, *, explain: bool = False) -> list[Digest]:
    """The digests of some days, where it is asked for with the reasons.

    The days share their words and are ranked in one go, which is quicker; each digest is the same
    as if its day stood alone.
    """
    return digests_of(grouped_days(editions, chosen), editions, chosen, explain=explain)


def digests_of(
    grouped: Grouped, editions: Sequence[Edition], chosen: Choices, *, explain: bool = False
) -> list[Digest]:
    """The digests of days that are grouped already."""
    ranked = ranked_days(grouped, chosen)
    entries: Iterator[Entry] = _entries(ranked, chosen)
    if explain:
        reasons = story_reasons(editions, ranked, chosen)
        entries = (replace(e, reasons=why) for e, why in zip(entries, reasons, strict=True))
    return [
        Digest(edition.day, tuple(islice(entries, len(day.stories))), edition.note)
        for edition, day in zip(editions, grouped.days, strict=True)
    ]


def entries_of(stories: Sequence[Story], chosen: Choices) -> list[Entry]:
    """How the digests of their days tell some stories."""
    articles = {article.id: article for story in stories for article in story.articles}
    corpus = analyse(list(articles.values()), chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    common = chosen.background.commonness(corpus.lexicon)
    gathered = _passages(stories, texts, corpus, chosen)
    scores = chosen.ranker(gathered, corpus.lexicon)
    return list(_entries(Ranked(Grouped(corpus, texts, common, ()), gathered, scores), chosen))


def grouped_days(editions: Sequence[Edition], chosen: Choices) -> Grouped:
    """The stories of some days."""
    corpus = analyse(
        [article for edition in editions for article in edition.articles],
        chosen.stop_words,
        chosen.stem,
    )
    common = chosen.background.commonness(corpus.lexicon)
    texts = {text.article.id: text for text in corpus.texts}
    days = (_day_stories(corpus, texts, edition, common, chosen) for edition in editions)
    return Grouped(corpus, texts, common, tuple(days))


def links(batches: Iterable[Batch], chosen: Choices) -> Iterator[tuple[tuple[str, ...], ...]]:
    """For each day of each batch, its stories' storylines by their ids."""
    return link(
        batches, chosen.background, least=chosen.least_similarity, window_days=chosen.window_days
    )


def ranked_days(grouped: Grouped, chosen: Choices) -> Ranked:
    """The days' sentences, ranked in one go."""
    stories = [story for day in grouped.days for story in day.stories]
    gathered = _passages(stories, grouped.texts, grouped.corpus, chosen)
    return Ranked(grouped, gathered, chosen.ranker(gathered, grouped.corpus.lexicon))


def nearness_of(editions: Sequence[Edition], grouped: Grouped) -> list[Nearness]:
    """How near each day's articles are; of days without articles nothing is told."""
    corpus, texts, common, days = grouped
    return [
        nearness(part_of(corpus, edition, texts), common, day.stories)
        for edition, day in zip(editions, days, strict=True)
        if edition.articles
    ]


def story_reasons(
    editions: Sequence[Edition], ranked: Ranked, chosen: Choices
) -> Iterator[StoryReasons]:
    """The reasons of each story, in the days' and the stories' order."""
    told = zip(ranked.gathered, ranked.scores, strict=True)
    for near in nearness_of(editions, ranked.grouped):
        for gathered, scores in islice(told, len(near.stories)):
            sentences = explain_sentences(gathered, scores, _length(gathered.story, chosen))
            yield near.story_reasons(gathered.story, sentences)


def summary(articles: Sequence[Article], chosen: Choices, query: str = "") -> tuple[Summary, bool]:
    """One summary of all the articles, taken as one story in their order.

    Where the query has words, those sentences count for more that are near to it; also told is
    whether any is.
    """
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    story = Story("all", articles[0].day(chosen.zone), tuple(articles), ())
    asked = query_terms(query, corpus.lexicon, chosen.stop_words, chosen.stem)
    gathered = passages(story, corpus.texts, corpus.lexicon, asked)
    (scores,) = chosen.ranker([gathered], corpus.lexicon)
    is_near = len(asked) > 0 and bool(gathered.vectors.relevance(asked).any())
    return select(gathered, scores, chosen.length), is_near


def timeline(
    articles: Sequence[Article], chosen: Choices, extent: Extent, query: str = ""
) -> tuple[TimelineDay, ...]:
    """The days that mattered, of what the query's words name if there are any; see `Extent`."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    terms = NO_QUERY
    if query:
        terms = asked_terms(query, corpus.lexicon, chosen.stop_words, chosen.stem)
    return told_days(corpus, chosen.zone, extent, terms)


def dates(
    articles: Sequence[Article], chosen: Choices
) -> Iterator[tuple[Article, tuple[DateMention, ...]]]:
    """Each article with the dates it mentions."""
    for article in articles:
        spans = sentence_spans(article.text)
        yield article, find_dates(article.text, article.day(chosen.zone), spans)


def explained_dates(
    articles: Sequence[Article], chosen: Choices
) -> Iterator[tuple[Article, tuple[ExplainedDate, ...]]]:
    """Each article with the dates it mentions, and why they have their values."""
    for article in articles:
        spans = sentence_spans(article.text)
        yield article, explain_dates(article.text, article.day(chosen.zone), spans)


def actors(
    articles: Sequence[Article], chosen: Choices
) -> Iterator[tuple[Article, tuple[ActorMention, ...]]]:
    """Each article with the actors it mentions, named alike in all."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    return zip(articles, find_actors(corpus.texts, chosen.naming), strict=True)


def part_of(corpus: Corpus, edition: Edition, texts: Mapping[str, Text]) -> Corpus:
    """An edition's articles with the words of all; `texts` are by article id."""
    return Corpus(corpus.lexicon, tuple(texts[article.id] for article in edition.articles))


def _day_stories(
    corpus: Corpus,
    texts: Mapping[str, Text],
    edition: Edition,
    common: Commonness,
    chosen: Choices,
) -> DayStories:
    part = part_of(corpus, edition, texts)
    rows = counts(part)
    stories = group(part, common, chosen.zone, least=chosen.least_similarity, rows=rows)
    return DayStories(edition.day, tuple(a.id for a in edition.articles), rows, stories)


def _entries(ranked: Ranked, chosen: Choices) -> Iterator[Entry]:
    corpus, texts = ranked.grouped.corpus, ranked.grouped.texts
    told = zip(ranked.gathered, ranked.scores, strict=True)
    summaries = [
        select(gathered, scores, _length(gathered.story, chosen)) for gathered, scores in told
    ]
    for entry in annotate(summaries, texts, corpus.lexicon, chosen.zone, chosen.naming):
        yield _with_topics(entry, texts, corpus, chosen)


def _length(story: Story, chosen: Choices) -> Length:
    """How long a story of a digest is told."""
    return chosen.length.weighed(story.independent) if chosen.length_by_weight else chosen.length


def _with_topics(entry: Entry, texts: Mapping[str, Text], corpus: Corpus, chosen: Choices) -> Entry:
    told = [texts[article.id] for article in entry.story.articles]
    return replace(entry, topics=topics_of(entry, told, corpus.lexicon, chosen.topics))


def _passages(
    stories: Sequence[Story], texts: Mapping[str, Text], corpus: Corpus, chosen: Choices
) -> list[Passages]:
    """The stories' sentences, asked about their headlines where the settings say so."""
    told = [(story, [texts[article.id] for article in story.articles]) for story in stories]
    if not chosen.headline_leads:
        return passages_many(told, corpus.lexicon)
    titles = [next((a.title for a in story.articles if a.title), "") for story in stories]
    queries = [query_terms(t, corpus.lexicon, chosen.stop_words, chosen.stem) for t in titles]
    return passages_many(told, corpus.lexicon, queries)
