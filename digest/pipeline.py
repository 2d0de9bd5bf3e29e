"""The whole way, stage by stage.

    sources ─read→ Article ─group→ Story ─rank, select→ Summary ─annotate→ Entry
            → Digest ─render→ Page ─write→ out/

`read` (digest.reading) and `write` (digest.output) stand at the ends; what is between them is
here and in `days`, and is a function of its arguments alone. A day's stories depend on that day's
articles and on the days before; from there on each story is told by itself, so any number of
workers can do it. The functions behind `digests` stop on the way, for those who want one stage
alone.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from digest.annotating import annotate
from digest.annotating.sections import section_names, topics_of
from digest.dates import explain_dates, find_dates
from digest.days import grouped_days
from digest.entities import find_actors
from digest.explaining import explain_sentences, nearness
from digest.language import language_of
from digest.model import Digest, Story
from digest.ranking import passages, passages_many, query_terms
from digest.storylines import link
from digest.summarising import select
from digest.text import analyse, entity_text, sentence_spans
from digest.timelines import NO_QUERY, asked_terms
from digest.timelines import timeline as told_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.choices import Choices
    from digest.dates import ExplainedDate
    from digest.days import Grouped
    from digest.explaining import Nearness
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
    from digest.storylines import Batch
    from digest.summarising import Length
    from digest.text import FloatArray, Lexicon, Text
    from digest.timelines import Extent, TimelineDay


class Ranked(NamedTuple):
    """Stories' sentences and their scores; the words and texts are those of all."""

    lexicon: Lexicon
    texts: Mapping[str, Text]
    gathered: list[Passages]
    scores: list[FloatArray]


def digests(editions: Sequence[Edition], chosen: Choices, *, explain: bool = False) -> list[Digest]:
    """The digests of some days before which there are none, if asked for with the reasons."""
    return digests_of(grouped_days(editions, chosen), chosen, explain=explain)


def digests_of(grouped: Grouped, chosen: Choices, *, explain: bool = False) -> list[Digest]:
    """The digests of days that are grouped already.

    The days share their words and are ranked in one go, which is quicker; each digest is the same
    as if its day were ranked alone.
    """
    ranked = ranked_days(grouped, chosen)
    entries: Iterator[Entry] = _entries(ranked, chosen)
    if explain:
        reasons = story_reasons(grouped, ranked, chosen)
        entries = (replace(e, reasons=why) for e, why in zip(entries, reasons, strict=True))
    sections = section_names(chosen.topics)
    return [
        Digest(edition.day, tuple(islice(entries, len(day.stories))), edition.note, sections)
        for edition, day in zip(grouped.editions, grouped.days, strict=True)
    ]


def entries_of(stories: Sequence[Story], chosen: Choices) -> list[Entry]:
    """How the digests of their days tell some stories."""
    articles = {article.id: article for story in stories for article in story.articles}
    corpus = analyse(list(articles.values()))
    texts = {text.article.id: text for text in corpus.texts}
    return list(_entries(_ranked(stories, corpus.lexicon, texts, chosen), chosen))


def links(batches: Iterable[Batch], chosen: Choices) -> Iterator[tuple[tuple[str, ...], ...]]:
    """For each day of each batch, its stories' storylines by their ids."""
    return link(batches, window_days=chosen.window_days)


def ranked_days(grouped: Grouped, chosen: Choices) -> Ranked:
    """The days' sentences, ranked in one go."""
    stories = [story for day in grouped.days for story in day.stories]
    return _ranked(stories, grouped.corpus.lexicon, grouped.texts, chosen)


def nearness_of(grouped: Grouped) -> list[Nearness]:
    """How near each day's articles are; of days without articles nothing is told."""
    return [
        nearness(grouped.part(edition), day.weights, day.stories, day.least)
        for edition, day in zip(grouped.editions, grouped.days, strict=True)
        if edition.articles
    ]


def story_reasons(grouped: Grouped, ranked: Ranked, chosen: Choices) -> Iterator[StoryReasons]:
    """The reasons of each story, in the days' and the stories' order."""
    told = zip(ranked.gathered, ranked.scores, strict=True)
    for near in nearness_of(grouped):
        for gathered, scores in islice(told, len(near.stories)):
            sentences = explain_sentences(gathered, scores, _length(gathered.story, chosen))
            yield near.story_reasons(gathered.story, sentences)


def summary(articles: Sequence[Article], chosen: Choices, query: str = "") -> tuple[Summary, bool]:
    """One summary of all the articles, taken as one story in their order.

    Where the query has words, those sentences count for more that are near to it; also told is
    whether any is.
    """
    corpus = analyse(articles)
    story = Story("all", articles[0].day(chosen.zone), tuple(articles), ())
    asked = query_terms(query, corpus.lexicon)
    gathered = passages(story, corpus.texts, corpus.lexicon, asked)
    (scores,) = chosen.ranker([gathered], corpus.lexicon)
    is_near = len(asked) > 0 and bool(gathered.vectors.relevance(asked).any())
    return select(gathered, scores, chosen.length), is_near


def timeline(
    articles: Sequence[Article], chosen: Choices, extent: Extent, query: str = ""
) -> tuple[TimelineDay, ...]:
    """The days that mattered, of what the query's words name if there are any; see `Extent`."""
    corpus = analyse(articles)
    terms = NO_QUERY
    if query:
        terms = asked_terms(query, corpus.lexicon)
    return told_days(corpus, chosen.zone, extent, terms)


def dates(
    articles: Sequence[Article], chosen: Choices
) -> Iterator[tuple[Article, tuple[DateMention, ...]]]:
    """Each article with the dates it mentions."""
    for article in articles:
        language = language_of(article.language)
        spans = sentence_spans(article.text, language)
        yield article, find_dates(article.text, article.day(chosen.zone), spans, language=language)


def explained_dates(
    articles: Sequence[Article], chosen: Choices
) -> Iterator[tuple[Article, tuple[ExplainedDate, ...]]]:
    """Each article with the dates it mentions, and why they have their values."""
    for article in articles:
        language = language_of(article.language)
        spans = sentence_spans(article.text, language)
        yield article, explain_dates(article.text, article.day(chosen.zone), spans, language)


def actors(
    articles: Sequence[Article], chosen: Choices
) -> Iterator[tuple[Article, tuple[ActorMention, ...]]]:
    """Each article with the actors it mentions, named alike in all."""
    corpus = analyse(articles)
    texts = list(map(entity_text, corpus.texts))
    return zip(articles, find_actors(texts, chosen.naming), strict=True)


def _ranked(
    stories: Sequence[Story], lexicon: Lexicon, texts: Mapping[str, Text], chosen: Choices
) -> Ranked:
    gathered = _passages(stories, texts, lexicon, chosen)
    scores = chosen.ranker(gathered, lexicon) if gathered else []
    return Ranked(lexicon, texts, gathered, scores)


def _entries(ranked: Ranked, chosen: Choices) -> Iterator[Entry]:
    told = zip(ranked.gathered, ranked.scores, strict=True)
    summaries = [
        select(gathered, scores, _length(gathered.story, chosen)) for gathered, scores in told
    ]
    entries = annotate(summaries, ranked.texts, ranked.lexicon, chosen.zone, chosen.naming)
    for entry in entries:
        texts = [ranked.texts[article.id] for article in entry.story.articles]
        yield replace(entry, topics=topics_of(entry, texts, ranked.lexicon, chosen.topics))


def _length(story: Story, chosen: Choices) -> Length:
    """How long a story of a digest is told."""
    return chosen.length.weighed(story.independent) if chosen.length_by_weight else chosen.length


def _passages(
    stories: Sequence[Story], texts: Mapping[str, Text], lexicon: Lexicon, chosen: Choices
) -> list[Passages]:
    """The stories' sentences, asked about their headlines where the settings say so."""
    told = [(story, [texts[article.id] for article in story.articles]) for story in stories]
    if not chosen.headline_leads:
        return passages_many(told, lexicon)
    titles = [next((a.title for a in story.articles if a.title), "") for story in stories]
    queries = [query_terms(t, lexicon) for t in titles]
    return passages_many(told, lexicon, queries)
