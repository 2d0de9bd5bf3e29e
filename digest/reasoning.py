"""Why an article, a story or a sentence stands where it does, in the digest of its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.explaining import begins, may_hold
from digest.grouping import is_story_id
from digest.model import Edition
from digest.period import Period, by_day
from digest.pipeline import grouped_days, nearness_of, ranked_days, story_reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.choices import Choices
    from digest.model import Article, ArticleReasons, SentenceReasons, StoryReasons


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
                yield nearness_of([edition], grouped_days([edition], chosen))[0].reasons(article)
                return
    day = _day_of_story(editions, chosen, what)
    asked = [day] if day else [one for one in editions if _may_tell(one, what)]
    if not asked:
        return
    ranked = ranked_days(grouped_days(asked, chosen), chosen)
    for why in story_reasons(asked, ranked, chosen):
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
    days = grouped_days(editions, chosen).days
    for edition, day in zip(editions, days, strict=True):
        if any(one.id == story for one in day.stories):
            return edition
    return None
