"""Why an article, a story or a sentence stands where it does, in the digest of its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.clustering import is_story_id
from digest.days import grouped_days
from digest.explaining import begins, may_hold
from digest.model import Edition
from digest.period import Period, by_day
from digest.pipeline import nearness_of, ranked_days, story_reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from digest.choices import Choices
    from digest.days import Grouped
    from digest.model import Article, ArticleReasons, SentenceReasons, StoryReasons


def explained(
    articles: Sequence[Article], chosen: Choices, what: str, asked: Period
) -> Iterator[ArticleReasons | StoryReasons | SentenceReasons]:
    """Why the article, the story or the sentences that `what` names are where they are, or not.

    It is the id of an article or of a day's story, or else the beginning of sentences, of the days
    that are asked for.
    """
    days = by_day(articles, chosen.zone, Period()).items()
    editions = [Edition(day, told) for day, told in days]
    within = [edition for edition in editions if edition.day in asked]
    for edition in within:
        for article in edition.articles:
            if article.id == what:
                grouped = _grouped(editions, [edition.day], chosen)
                yield nearness_of(grouped)[0].reasons(article)
                return
    if within and is_story_id(what):
        told = _reasons(_grouped(editions, [edition.day for edition in within], chosen), chosen)
        story = next((why for why in told if why.story.id == what), None)
        if story:
            yield story
            return
    telling = [edition.day for edition in within if _may_tell(edition, what)]
    if not telling:
        return
    for why in _reasons(_grouped(editions, telling, chosen), chosen):
        yield from (one for one in why.sentences if begins(one.sentence, what))


def _reasons(grouped: Grouped, chosen: Choices) -> Iterator[StoryReasons]:
    return story_reasons(grouped, ranked_days(grouped, chosen), chosen)


def _grouped(editions: Sequence[Edition], days: Sequence[date], chosen: Choices) -> Grouped:
    """Some days as a build has them, which may look at those before."""
    known = [one for one in editions if one.day <= max(days)]
    if not chosen.follow:
        known = [one for one in known if one.day in days]
    return grouped_days(known, chosen).only(days)


def _may_tell(edition: Edition, what: str) -> bool:
    return any(may_hold(article, what) for article in edition.articles)
