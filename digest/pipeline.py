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
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from digest.actors import find_actors
from digest.annotating import annotate, story_labels
from digest.dates import explain_dates, find_dates
from digest.explaining import begins, explain_sentences, may_hold, nearness
from digest.grouping import counts, group, is_story_id
from digest.model import Change, DayStory, Digest, Edition, Story
from digest.novelty import news, told
from digest.period import Period, by_day
from digest.ranking import passages, passages_many, query_terms
from digest.storylines import DayStories, coverage, link, trend
from digest.summarising import select
from digest.text import Corpus, Text, analyse, sentence_spans
from digest.timelines import NO_QUERY, asked_terms
from digest.timelines import timeline as told_days
from digest.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from digest.choices import Choices
    from digest.dates import ExplainedDate
    from digest.explaining import Nearness
    from digest.grouping import Commonness
    from digest.model import (
        ActorMention,
        Article,
        ArticleReasons,
        DateMention,
        Entry,
        SentenceReasons,
        Storyline,
        StoryReasons,
        Summary,
    )
    from digest.ranking import Passages
    from digest.text import FloatArray
    from digest.timelines import Extent, TimelineDay


class _Ranked(NamedTuple):
    """The stories of some days with their sentences and scores, and what was made on the way.

    `told` has each day's stories; `gathered` and `scores` those of all days in one row.
    """

    corpus: Corpus
    texts: Mapping[str, Text]
    common: Commonness
    told: list[tuple[Story, ...]]
    gathered: list[Passages]
    scores: list[FloatArray]


def digests(editions: Sequence[Edition], chosen: Choices, *, explain: bool = False) -> list[Digest]:
    """The digests of some days, where it is asked for with the reasons.

    The days share their words and are ranked in one go, which is quicker; each digest is the same
    as if its day stood alone.
    """
    ranked = _ranked(editions, chosen)
    corpus, texts = ranked.corpus, ranked.texts
    summaries = (
        select(story, ratings, chosen.length)
        for story, ratings in zip(ranked.gathered, ranked.scores, strict=True)
    )
    annotated = annotate(list(summaries), texts, corpus.lexicon, chosen.zone, chosen.naming)
    entries = (_with_topics(entry, texts, corpus, chosen) for entry in annotated)
    if explain:
        reasons = _story_reasons(editions, ranked, chosen)
        entries = (replace(e, reasons=why) for e, why in zip(entries, reasons, strict=True))
    return [
        Digest(edition.day, tuple(islice(entries, len(stories))), edition.note)
        for edition, stories in zip(editions, ranked.told, strict=True)
    ]


def _ranked(editions: Sequence[Edition], chosen: Choices) -> _Ranked:
    corpus = analyse(
        [article for edition in editions for article in edition.articles],
        chosen.stop_words,
        chosen.stem,
    )
    common = chosen.background.commonness(corpus.lexicon)
    texts = {text.article.id: text for text in corpus.texts}
    told = [
        group(_part(corpus, edition, texts), common, chosen.zone, least=chosen.least_similarity)
        for edition in editions
    ]
    gathered = _passages([story for stories in told for story in stories], texts, corpus, chosen)
    scores = chosen.ranker(gathered, corpus.lexicon)
    return _Ranked(corpus, texts, common, told, gathered, scores)


def explained(
    articles: Sequence[Article], chosen: Choices, what: str
) -> Iterator[ArticleReasons | StoryReasons | SentenceReasons]:
    """Why the article, the story or the sentences that `what` names are where they are, or not.

    It is the id of an article or of a day's story, or else the beginning of sentences. The
    articles are those of whole days.
    """
    editions = [Edition(day, told) for day, told in by_day(articles, chosen.zone, Period()).items()]
    for edition in editions:
        for article in edition.articles:
            if article.id == what:
                yield _nearness([edition], _ranked([edition], chosen))[0].reasons(article)
                return
    day = _day_of_story(editions, chosen, what)
    asked = [day] if day else [one for one in editions if _may_tell(one, what)]
    for why in _story_reasons(asked, _ranked(asked, chosen), chosen) if asked else ():
        if day and why.story.id == what:
            yield why
        elif not day:
            yield from (one for one in why.sentences if begins(one.sentence, what))


def _may_tell(edition: Edition, what: str) -> bool:
    return any(may_hold(article, what) for article in edition.articles)


def _day_of_story(editions: Sequence[Edition], chosen: Choices, story: str) -> Edition | None:
    """The day whose digest tells the story of that id, if there is one."""
    if not is_story_id(story):
        return None
    articles = [article for edition in editions for article in edition.articles]
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    common = chosen.background.commonness(corpus.lexicon)
    for edition in editions:
        told = _day_stories(_part(corpus, edition, texts), edition.day, common, chosen)
        if any(one.id == story for one in told.stories):
            return edition
    return None


def _nearness(editions: Sequence[Edition], ranked: _Ranked) -> list[Nearness]:
    """How near each day's articles are; of days without articles nothing is told."""
    return [
        nearness(_part(ranked.corpus, edition, ranked.texts), ranked.common, stories)
        for edition, stories in zip(editions, ranked.told, strict=True)
        if edition.articles
    ]


def _story_reasons(
    editions: Sequence[Edition], ranked: _Ranked, chosen: Choices
) -> Iterator[StoryReasons]:
    """The reasons of each story, in the days' and the stories' order."""
    told = zip(ranked.gathered, ranked.scores, strict=True)
    for near in _nearness(editions, ranked):
        for gathered, scores in islice(told, len(near.stories)):
            sentences = explain_sentences(gathered, scores, chosen.length)
            yield near.story_reasons(gathered.story, sentences)


def summary(articles: Sequence[Article], chosen: Choices, query: str = "") -> Summary:
    """One summary of all the articles, taken as one story in their order.

    Where the query has words, those sentences count for more that are near to it.
    """
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    story = Story("all", articles[0].day(chosen.zone), tuple(articles), ())
    asked = query_terms(query, corpus.lexicon, chosen.stop_words, chosen.stem)
    gathered = passages(story, corpus.texts, corpus.lexicon, asked)
    (scores,) = chosen.ranker([gathered], corpus.lexicon)
    return select(gathered, scores, chosen.length)


def storylines(articles: Sequence[Article], chosen: Choices) -> Iterator[tuple[Storyline, str]]:
    """The storylines of all days, the largest first, each with its label; articles in order."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    lines = sorted(_linked(corpus, texts, chosen), key=_by_size)
    # The day that told most of it names it; of equals the first.
    fullest = [max(line.stories, key=lambda story: len(story.articles)) for line in lines]
    return zip(lines, story_labels(fullest, texts, chosen.naming), strict=True)


def timeline(
    articles: Sequence[Article], chosen: Choices, extent: Extent, query: str = ""
) -> tuple[TimelineDay, ...]:
    """The days that mattered, of what the query's words name if there are any; see `Extent`."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    terms = NO_QUERY
    if query:
        terms = asked_terms(query, corpus.lexicon, chosen.stop_words, chosen.stem)
    return told_days(corpus, chosen.zone, extent, terms)


def _linked(corpus: Corpus, texts: Mapping[str, Text], chosen: Choices) -> tuple[Storyline, ...]:
    """Each day's stories as `digests` makes them, linked over the days."""
    common = chosen.background.commonness(corpus.lexicon)
    editions = [
        Edition(day, tuple(articles))
        for day, articles in groupby(
            (text.article for text in corpus.texts), lambda article: article.day(chosen.zone)
        )
    ]
    days = [
        _day_stories(_part(corpus, edition, texts), edition.day, common, chosen)
        for edition in editions
    ]
    return link(days, common, least=chosen.least_similarity, window_days=chosen.window_days)


def day_stories(articles: Sequence[Article], chosen: Choices) -> Iterator[DayStory]:
    """Each day's stories as the day's digest has them, and the storylines that they belong to."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    lines = _linked(corpus, texts, chosen)
    covered = {line.id: coverage(line) for line in lines}
    stories = [(story, line.id) for line in lines for story in line.stories]
    stories.sort(key=lambda pair: _by_weight(pair[0]))
    names = story_labels([story for story, _ in stories], texts, chosen.naming)
    for (story, line), name in zip(stories, names, strict=True):
        yield DayStory(story, line, name, trend(covered[line], story.day))


def changes(
    articles: Sequence[Article], chosen: Choices, earlier: date, later: date
) -> Iterator[Change]:
    """What the later day's digest tells that the earlier one's doesn't, by storyline.

    Storylines that the later day tells of stand first, in its digest's order; those that only the
    earlier one tells of follow.
    """
    known = [article for article in articles if article.day(chosen.zone) <= later]
    corpus = analyse(known, chosen.stop_words, chosen.stem)
    lines = _linked(corpus, {text.article.id: text for text in corpus.texts}, chosen)
    line_of = {story.id: line for line in lines for story in line.stories}
    days = by_day(known, chosen.zone, Period(earlier, later))
    former, last = digests([Edition(day, days.get(day, ())) for day in (earlier, later)], chosen)
    before = told(former.entries)
    entries: dict[str, list[Entry]] = {}
    for entry in (*last.entries, *former.entries):
        entries.setdefault(line_of[entry.story.id].id, []).append(entry)
    for line, telling in entries.items():
        now = [entry for entry in telling if entry.story.day == later]
        covered = coverage(line_of[telling[0].story.id])
        yield Change(
            line,
            telling[0].headline,
            telling[0].label,
            trend(covered, later),
            covered.get(earlier, 0),
            covered.get(later, 0),
            news(now, before),
        )


def _day_stories(part: Corpus, day: date, common: Commonness, chosen: Choices) -> DayStories:
    rows = counts(part)
    stories = group(part, common, chosen.zone, least=chosen.least_similarity, rows=rows)
    return DayStories(day, part, rows, stories)


def _by_weight(story: Story) -> tuple[date, int, int, str]:
    return story.day, -story.independent, -len(story.articles), story.id


def _by_size(line: Storyline) -> tuple[int, date, str]:
    articles = sum(len(story.articles) for story in line.stories)
    return -articles, line.stories[0].day, line.id


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


def _part(corpus: Corpus, edition: Edition, texts: Mapping[str, Text]) -> Corpus:
    return Corpus(corpus.lexicon, tuple(texts[article.id] for article in edition.articles))


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
