"""One day's step: from the history before it and its articles to the history after and its digest.

    Edition ─count_terms→ TermCounts ─weigh→ DayVectors ─tell→ AnnotatedStory ─follow→ Digest

`count_terms` and `tell` know nothing of other days, so any number of workers can do them, for
several days at once; `weigh` and `follow` are quick and take the days in their order. `advance`
is all four for one day.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from digest.annotating import Annotators, annotate, section_names
from digest.clustering import (
    Collection,
    DayVectors,
    TermCounts,
    TermVectors,
    group,
    term_counts,
    term_frequencies,
    weigh,
)
from digest.explaining import day_similarities, explain_sentences
from digest.model import AnnotatedStory, Continuation, Digest, Edition, Entry, Story, StoryReasons
from digest.pipeline.history import DayRecord, History
from digest.ranking import Passages, passages_many
from digest.storylines import (
    DayFacts,
    StoryFacts,
    StorylineContext,
    Storylines,
    entry_facts,
    follow,
    novelty,
)
from digest.summarising import select
from digest.text import Corpus, Text, analyse, query_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import tzinfo

    from digest.explaining import DaySimilarities
    from digest.pipeline.resources import Resources
    from digest.summarising import Length
    from digest.text import FloatArray, IntArray


class CountedDays(NamedTuple):
    """Some days whose articles share a lexicon, with the counts of each day's terms.

    `texts` are by article id; `rows` are the counts by the lexicon's terms.
    """

    editions: tuple[Edition, ...]
    corpus: Corpus
    texts: Mapping[str, Text]
    rows: tuple[TermVectors, ...]
    counts: tuple[TermCounts, ...]

    def part(self, edition: Edition) -> Corpus:
        """Take an edition's articles, with the words of all."""
        texts = tuple(self.texts[article.id] for article in edition.articles)
        return Corpus(self.corpus.lexicon, texts)

    def only(self, places: Sequence[int]) -> CountedDays:
        """Some of the days, by their places."""
        return self._replace(
            editions=tuple(self.editions[place] for place in places),
            rows=tuple(self.rows[place] for place in places),
            counts=tuple(self.counts[place] for place in places),
        )


class Weights(NamedTuple):
    """Weights of a day's counts, and the threshold for clusters."""

    values: FloatArray
    adaptive_threshold: float


class ClusteredDay(NamedTuple):
    """Vectors of a day's articles over the lexicon's terms, and the stories made of them."""

    edition: Edition
    vectors: TermVectors
    adaptive_threshold: float
    stories: tuple[Story, ...]


class ToldDay(NamedTuple):
    """Annotated stories of a day, before former days are looked at.

    `reasons` is aligned with `stories`, and empty where nobody asked.
    """

    edition: Edition
    stories: tuple[AnnotatedStory, ...]
    reasons: tuple[StoryReasons, ...]


class DayResult(NamedTuple):
    """Digest of a day, and what it takes to resume behind the day (None if nothing follows)."""

    digest: Digest
    record: DayRecord | None


class RankedStories(NamedTuple):
    """Stories' sentences and their scores."""

    passages: list[Passages]
    scores: list[FloatArray]


def advance(
    history: History, edition: Edition, resources: Resources, *, explain: bool = False
) -> tuple[History, DayResult]:
    """Take one day's step; the days must come in their order."""
    days = count_terms([edition])
    collection, vectors = weigh_day(history.collection, days.counts[0], resources)
    (told,) = tell(days, [weights_of(vectors)], resources, explain=explain)
    storylines, record, contexts = follow_day(
        history.storylines, days.counts[0], vectors, day_facts(told), resources
    )
    digest = digest_of(told, contexts, resources)
    return History(collection, storylines), DayResult(digest, record)


def count_terms(editions: Sequence[Edition]) -> CountedDays:
    """Split the days' articles into words, and count each article's terms."""
    articles = [article for edition in editions for article in edition.articles]
    return counted(editions, analyse(articles))


def counted(editions: Sequence[Edition], corpus: Corpus) -> CountedDays:
    """Count the terms of each article of some days, of which the corpus has the words."""
    texts = {text.article.id: text for text in corpus.texts}
    own = [tuple(texts[article.id] for article in edition.articles) for edition in editions]
    rows = tuple(term_frequencies(Corpus(corpus.lexicon, part)) for part in own)
    found = tuple(term_counts(one, corpus.lexicon) for one in rows)
    return CountedDays(tuple(editions), corpus, texts, rows, found)


def weigh_day(
    known: Collection, found: TermCounts, resources: Resources
) -> tuple[Collection, DayVectors]:
    """Weigh a day's counts by all days up to it, or by the day alone where none is followed."""
    least = resources.least_similarity
    if resources.follow:
        return weigh(known, found, resources.background, least)
    _, alone = weigh(Collection(), found, resources.background, least)
    return known, alone._replace(adaptive_threshold=least)


def weights_of(day: DayVectors) -> Weights:
    """Take from a day's vectors what `tell` needs, as the lexicon numbers terms otherwise."""
    return Weights(day.rows.values, day.adaptive_threshold)


def cluster(days: CountedDays, weights: Sequence[Weights], zone: tzinfo) -> list[ClusteredDay]:
    """Group each day's articles into stories."""
    found = []
    for edition, rows, own in zip(days.editions, days.rows, weights, strict=True):
        vectors = rows._replace(values=own.values)
        stories = group(days.part(edition), vectors, zone, least=own.adaptive_threshold)
        found.append(ClusteredDay(edition, vectors, own.adaptive_threshold, stories))
    return found


def rank(days: CountedDays, stories: Sequence[Story], resources: Resources) -> RankedStories:
    """Score the sentences of stories in one go, which gives each the same as by itself."""
    lexicon = days.corpus.lexicon
    told = [(story, [days.texts[article.id] for article in story.articles]) for story in stories]
    queries: list[IntArray] = []
    if resources.headline_leads:
        titles = [next((a.title for a in story.articles if a.title), "") for story in stories]
        queries = [query_terms(t, lexicon) for t in titles]
    passages = passages_many(told, lexicon, queries)
    return RankedStories(passages, resources.ranker(passages, lexicon) if passages else [])


def tell(
    days: CountedDays, weights: Sequence[Weights], resources: Resources, *, explain: bool = False
) -> list[ToldDay]:
    """Make the stories of the days, and what each tells."""
    clustered = cluster(days, weights, resources.zone)
    ranked = rank(days, [story for day in clustered for story in day.stories], resources)
    summaries = [
        select(passages, scores, length_of(passages.story, resources))
        for passages, scores in zip(*ranked, strict=True)
    ]
    by = Annotators(resources.zone, resources.naming, resources.topics)
    annotated = iter(annotate(summaries, days.texts, days.corpus.lexicon, by))
    reasons = iter(story_reasons(days, clustered, ranked, resources) if explain else ())
    return [
        ToldDay(
            day.edition,
            tuple(islice(annotated, len(day.stories))),
            tuple(islice(reasons, len(day.stories))),
        )
        for day in clustered
    ]


def day_facts(told: ToldDay) -> DayFacts:
    """Gather what is compared with former days, and what later days must know."""
    stories = (
        StoryFacts(
            one.story.id,
            rows_of(one.story, told.edition),
            one.story.independent,
            entry_facts(one),
        )
        for one in told.stories
    )
    return DayFacts(told.edition.day, tuple(stories))


def rows_of(story: Story, edition: Edition) -> tuple[int, ...]:
    """Look up the rows of a story's articles among those of its day."""
    row = {article.id: row for row, article in enumerate(edition.articles)}
    return tuple(row[article.id] for article in story.articles)


def follow_day(
    known: Storylines,
    found: TermCounts,
    vectors: DayVectors,
    facts: DayFacts,
    resources: Resources,
) -> tuple[Storylines, DayRecord | None, tuple[StorylineContext, ...]]:
    """Find what a day's stories continue; where no day is followed they continue nothing."""
    if not resources.follow:
        return known, None, ()
    after, lines, contexts = follow(known, vectors, facts, resources.window_days)
    return after, DayRecord(found, facts, tuple(lines.tolist())), contexts


def digest_of(told: ToldDay, contexts: Sequence[StorylineContext], resources: Resources) -> Digest:
    """Make a day's digest; `contexts` is aligned with the day's stories, or empty."""
    entries = (
        Entry.of(
            one,
            _continuation(one, contexts[place]) if contexts else None,
            told.reasons[place] if told.reasons else None,
        )
        for place, one in enumerate(told.stories)
    )
    sections = section_names(resources.topics)
    return Digest(told.edition.day, tuple(entries), told.edition.note, sections)


def story_reasons(
    days: CountedDays,
    clustered: Sequence[ClusteredDay],
    ranked: RankedStories,
    resources: Resources,
) -> Iterator[StoryReasons]:
    """Explain each story, in the order of the days and of their stories."""
    scored = zip(*ranked, strict=True)
    for day in clustered:
        if day.edition.articles:
            near = nearness_of(days, day)
            for passages, scores in islice(scored, len(day.stories)):
                length = length_of(passages.story, resources)
                sentences = explain_sentences(passages, scores, length)
                yield near.story_reasons(passages.story, sentences)


def nearness_of(days: CountedDays, day: ClusteredDay) -> DaySimilarities:
    """Compare a day's articles, of which it must have some."""
    part = days.part(day.edition)
    return day_similarities(part, day.vectors, day.stories, day.adaptive_threshold)


def length_of(story: Story, resources: Resources) -> Length:
    """Choose how long a story of a digest is told."""
    length = resources.length
    return length.weighed(story.independent) if resources.length_by_weight else length


def _continuation(told: AnnotatedStory, context: StorylineContext) -> Continuation:
    return Continuation(
        context.storyline,
        context.opened,
        context.days,
        context.trend,
        context.former,
        novelty([told], context.knowledge),
    )
