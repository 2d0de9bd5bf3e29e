"""The way over the days: stories become storylines, and a later day tells what is new.

`pipeline` makes each day's digest of that day alone; here the days are put side by side.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from digest.annotating import story_labels
from digest.grouping import counts, group
from digest.model import Change, DayStory, Edition
from digest.novelty import news, told
from digest.period import Period, by_day
from digest.pipeline import digests, part_of
from digest.storylines import DayStories, coverage, link, trend
from digest.text import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from digest.choices import Choices
    from digest.grouping import Commonness
    from digest.model import Article, Entry, Story, Storyline
    from digest.text import Corpus, Text


def storylines(articles: Sequence[Article], chosen: Choices) -> Iterator[tuple[Storyline, str]]:
    """The storylines of all days, the largest first, each with its label; articles in order."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    lines = sorted(_linked(corpus, texts, chosen), key=_by_size)
    # The day that told most of it names it; of equals the first.
    fullest = [max(line.stories, key=lambda story: len(story.articles)) for line in lines]
    return zip(lines, story_labels(fullest, texts, corpus.lexicon, chosen.naming), strict=True)


def day_stories(articles: Sequence[Article], chosen: Choices) -> Iterator[DayStory]:
    """Each day's stories as the day's digest has them, and the storylines that they belong to."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    lines = _linked(corpus, texts, chosen)
    covered = {line.id: coverage(line) for line in lines}
    stories = [(story, line.id) for line in lines for story in line.stories]
    stories.sort(key=lambda pair: _by_weight(pair[0]))
    names = story_labels([story for story, _ in stories], texts, corpus.lexicon, chosen.naming)
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
        _day_stories(part_of(corpus, edition, texts), edition.day, common, chosen)
        for edition in editions
    ]
    return link(days, common, least=chosen.least_similarity, window_days=chosen.window_days)


def _day_stories(part: Corpus, day: date, common: Commonness, chosen: Choices) -> DayStories:
    rows = counts(part)
    stories = group(part, common, chosen.zone, least=chosen.least_similarity, rows=rows)
    return DayStories(day, part, rows, stories)


def _by_weight(story: Story) -> tuple[date, int, int, str]:
    return story.day, -story.independent, -len(story.articles), story.id


def _by_size(line: Storyline) -> tuple[int, date, str]:
    articles = sum(len(story.articles) for story in line.stories)
    return -articles, line.stories[0].day, line.id
