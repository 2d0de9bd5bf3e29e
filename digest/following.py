"""The days side by side: their storylines, and what a later one tells that an earlier doesn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.annotating import story_labels
from digest.days import grouped_days
from digest.model import Change, DayStory, Edition, Storyline
from digest.period import Period, by_day
from digest.pipeline import digests_of, links
from digest.storylines import coverage, trend
from digest.storylines.novelty import news, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from digest.choices import Choices
    from digest.days import Grouped
    from digest.model import Article, Entry, Story


def storylines(articles: Sequence[Article], chosen: Choices) -> Iterator[tuple[Storyline, str]]:
    """The storylines of all days, the largest first, each with its label; articles in order."""
    grouped = _grouped(articles, chosen)
    lines = sorted(_storylines(grouped, chosen), key=_by_size)
    # The day that told most of it names it; of equals the first.
    fullest = [max(line.stories, key=lambda story: len(story.articles)) for line in lines]
    named = story_labels(fullest, grouped.texts, grouped.corpus.lexicon, chosen.naming)
    return zip(lines, named, strict=True)


def day_stories(articles: Sequence[Article], chosen: Choices) -> Iterator[DayStory]:
    """Each day's stories as the day's digest has them, and the storylines that they belong to."""
    grouped = _grouped(articles, chosen)
    lines = _storylines(grouped, chosen)
    covered = {line.id: coverage(line.stories) for line in lines}
    stories = [(story, line.id) for line in lines for story in line.stories]
    stories.sort(key=lambda pair: _by_weight(pair[0]))
    told = [story for story, _ in stories]
    names = story_labels(told, grouped.texts, grouped.corpus.lexicon, chosen.naming)
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
    grouped = _grouped(known, chosen)
    lines = _storylines(grouped, chosen)
    line_of = {story.id: line for line in lines for story in line.stories}
    former, last = digests_of(grouped.only((earlier, later)), chosen)
    before = told(former.entries)
    entries: dict[str, list[Entry]] = {}
    for entry in (*last.entries, *former.entries):
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
            news(now, before),
        )


def _grouped(articles: Sequence[Article], chosen: Choices) -> Grouped:
    days = by_day(articles, chosen.zone, Period())
    return grouped_days([Edition(day, told) for day, told in days.items()], chosen)


def _storylines(grouped: Grouped, chosen: Choices) -> list[Storyline]:
    """Each day's stories as `digests` makes them, linked over the days."""
    (linked,) = links([grouped.batch], chosen)
    lines: dict[str, list[Story]] = {}
    for day, ids in zip(grouped.days, linked, strict=True):
        for story, line in zip(day.stories, ids, strict=True):
            lines.setdefault(line, []).append(story)
    return [Storyline(line, tuple(stories)) for line, stories in lines.items()]


def _by_weight(story: Story) -> tuple[date, int, int, str]:
    return story.day, -story.independent, -len(story.articles), story.id


def _by_size(line: Storyline) -> tuple[int, date, str]:
    articles = sum(len(story.articles) for story in line.stories)
    return -articles, line.stories[0].day, line.id
